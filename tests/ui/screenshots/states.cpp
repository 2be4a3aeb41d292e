// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screenshots/stage.h"
#include "ui/editor/source_editor.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QTest>

namespace screenshots {

using namespace Qt::StringLiterals;

namespace {

const QString scan = u"tests/data/documents/eurotext.tif"_s;

void openReport(Stage &stage)
{
    stage.open(stage.report(5));
    stage.waitUntilRead();
}

State after(const QString &name, const std::function<void(Stage &)> &play)
{
    return {name, {}, play};
}

/// A state that is the read report with one action done.
State acted(const QString &name, const QString &action)
{
    return after(name, [action](Stage &stage) {
        openReport(stage);
        stage.act(action);
    });
}

settings::Settings byHand()
{
    settings::Settings settings;
    settings.readsByItself = false;
    return settings;
}

/// A document that nobody has read yet, with one of its panels.
State unread(const QString &name, const QString &panel)
{
    return {name, byHand(), [panel](Stage &stage) {
                stage.open(stage.report(5));
                stage.act(panel);
            }};
}

void failAndShow(Stage &stage, const QString &panel)
{
    qputenv("RECTO_ENGINE_PROGRAM", "/nowhere/recto-engine");
    stage.open(stage.copyOf(scan));
    stage.waitUntilRead();
    stage.act(panel);
    qputenv("RECTO_ENGINE_PROGRAM", PROGRAM_DIR "/recto-engine");
}

void refuse(Stage &stage)
{
    stage.window().openFile(stage.copyOf(u"tests/data/broken/png-truncated.png"_s).toStdString());
    stage.settle();
}

void pauseAndShow(Stage &stage)
{
    stage.open(stage.report(24));
    stage.act(u"pause"_s);
    stage.act(u"queue"_s);
}

/// A page that cannot be read, since there is no engine, with one of its panels.
State failing(const QString &name, const QString &panel)
{
    return after(name, [panel](Stage &stage) { failAndShow(stage, panel); });
}

void openWithRecent(Stage &stage)
{
    stage.window().session().settings().recent = {stage.report(3), stage.copyOf(scan)};
    openReport(stage);
    stage.act(u"close"_s);
}

/// A menu, opened by its key.
State menu(const QString &name, Qt::Key key)
{
    return after(name, [key](Stage &stage) {
        openReport(stage);
        QTest::keyClick(&stage.window(), key, Qt::AltModifier);
        stage.wait("the menu is open", [] { return QApplication::activePopupWidget(); });
    });
}

void readScan(Stage &stage)
{
    stage.open(stage.copyOf(scan));
    stage.wait("some of the page is read", [&stage] {
        const document::Page &page = stage.window().session().store()->page(0);
        return page.status != document::PageStatus::Reading || page.blocks.size() > 2;
    });
}

settings::Settings in(const QString &language)
{
    settings::Settings settings;
    settings.language = language;
    return settings;
}

settings::Settings dark()
{
    settings::Settings settings;
    settings.appearance = settings::Appearance::Dark;
    return settings;
}

State settingsPage(const QString &name, int row, const settings::Settings &with = {})
{
    return {name, with, [row](Stage &stage) {
                openReport(stage);
                stage.act(u"settings"_s);
                stage.wait("the settings are there", [] { return QApplication::activeModalWidget(); });
                if (auto *names = QApplication::activeModalWidget()->findChild<QListWidget *>())
                    names->setCurrentRow(row);
            }};
}

/// What the window says by itself, in another language.
QList<State> spoken(const QString &prefix, const settings::Settings &with)
{
    settings::Settings waiting = with;
    waiting.readsByItself = false;
    const auto panel = [](const QString &action) {
        return [action](Stage &stage) {
            openReport(stage);
            stage.act(action);
        };
    };
    const auto menuOf = [](int index) {
        return [index](Stage &stage) {
            openReport(stage);
            QMenuBar *bar = stage.window().menuBar();
            bar->setActiveAction(bar->actions().at(index));
            stage.wait("the menu is open", [] { return QApplication::activePopupWidget(); });
        };
    };
    return {
        {prefix + u"failed"_s, with, [](Stage &stage) { failAndShow(stage, u"panel-1"_s); }},
        {prefix + u"failed-log"_s, with, [](Stage &stage) { failAndShow(stage, u"panel-6"_s); }},
        {prefix + u"unread"_s, waiting, [](Stage &stage) { stage.open(stage.report(5)); }},
        {prefix + u"scan"_s, with, readScan},
        {prefix + u"refused"_s, with, refuse},
        {prefix + u"queue"_s, with, pauseAndShow},
        {prefix + u"log"_s, with, panel(u"panel-6"_s)},
        {prefix + u"review"_s, with, panel(u"layout-review"_s)},
        {prefix + u"keys"_s, with, panel(u"shortcuts"_s)},
        {prefix + u"about"_s, with, panel(u"about"_s)},
        {prefix + u"prompt"_s, with, panel(u"task-custom"_s)},
        {prefix + u"menu-read"_s, with, menuOf(4)},
        {prefix + u"menu-tools"_s, with, menuOf(6)},
    };
}

} // namespace

QList<State> allStates()
{
    QList<State> states{
        after(u"start"_s, [](Stage &) {}),
        after(u"folder"_s,
            [](Stage &stage) {
                stage.window().openFile(stage.folder().toStdString());
                stage.wait("the folder is listed", [&stage] {
                    const auto lists = stage.window().findChildren<QListWidget *>();
                    return std::ranges::any_of(
                        lists, [](const QListWidget *list) { return list->isVisible() && list->count() > 0; });
                });
            }),
        after(u"scan"_s, readScan),
        after(u"done"_s, openReport),
        acted(u"source"_s, u"panel-2"_s),
        after(u"find"_s,
            [](Stage &stage) {
                openReport(stage);
                stage.act(u"replace"_s);
                for (QLineEdit *line : stage.window().findChildren<QLineEdit *>()) {
                    if (line->isVisible() && line->accessibleName() == "Find"_L1)
                        line->setText(u"page"_s);
                }
            }),
        acted(u"outline"_s, u"panel-3"_s),
        acted(u"tables"_s, u"panel-4"_s),
        acted(u"figures-empty"_s, u"panel-5"_s),
        acted(u"log"_s, u"panel-6"_s),
        acted(u"order"_s, u"order"_s),
        acted(u"prepare"_s, u"layout-prepare"_s),
        acted(u"review"_s, u"layout-review"_s),
        after(u"queue"_s, pauseAndShow),
        after(u"zoom"_s,
            [](Stage &stage) {
                openReport(stage);
                for (int step = 0; step < 7; ++step)
                    stage.act(u"zoom-in"_s);
                stage.settle();
            }),
        after(u"turned"_s,
            [](Stage &stage) {
                openReport(stage);
                stage.act(u"turn-right"_s);
            }),
        failing(u"failed"_s, u"panel-1"_s),
        failing(u"failed-outline"_s, u"panel-3"_s),
        failing(u"failed-log"_s, u"panel-6"_s),
        unread(u"unread"_s, u"panel-1"_s),
        unread(u"unread-source"_s, u"panel-2"_s),
        unread(u"unread-tables"_s, u"panel-4"_s),
        unread(u"unread-queue"_s, u"queue"_s),
        after(u"recent"_s, openWithRecent),
        menu(u"menu-file"_s, Qt::Key_F),
        menu(u"menu-tools"_s, Qt::Key_T),
        after(u"refused"_s, refuse),
        acted(u"prompt"_s, u"task-custom"_s),
        acted(u"palette"_s, u"palette"_s),
        acted(u"keys"_s, u"shortcuts"_s),
        settingsPage(u"settings"_s, 0),
        settingsPage(u"settings-reading"_s, 1),
        settingsPage(u"settings-keys"_s, 2),
        settingsPage(u"settings-window"_s, 3),
        settingsPage(u"dark-settings"_s, 1, dark()),
        settingsPage(u"german-settings"_s, 0, in(u"de"_s)),
        settingsPage(u"chinese-settings"_s, 0, in(u"zh_CN"_s)),
        acted(u"about"_s, u"about"_s),
        {u"dark"_s, dark(), openReport},
        {u"dark-start"_s, dark(), [](Stage &) {}},
        {u"chinese"_s, in(u"zh_CN"_s), openReport},
        {u"chinese-start"_s, in(u"zh_CN"_s), [](Stage &) {}},
        {u"german"_s, in(u"de"_s), openReport},
        {u"german-start"_s, in(u"de"_s), openWithRecent},
        {u"200"_s, {}, openReport, {1360, 850}, 2},
        {u"200-start"_s, {}, [](Stage &) {}, {1360, 850}, 2},
        {u"narrow"_s, {}, openReport, {820, 600}},
        {u"narrow-start"_s, {}, openWithRecent, {640, 560}},
        {u"narrowest"_s, {}, openReport, {620, 700}},
        {u"narrowest-german"_s, in(u"de"_s), openReport, {620, 700}},
    };
    for (const auto &[prefix, with] : {std::pair(u"german-"_s, in(u"de"_s)), std::pair(u"chinese-"_s, in(u"zh_CN"_s))})
        states += spoken(prefix, with);
    return states + settingsStates() + showingStates();
}

} // namespace screenshots
