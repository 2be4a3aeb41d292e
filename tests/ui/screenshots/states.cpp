// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screenshots/stage.h"
#include "ui/editor/source_editor.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>

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

void readScan(Stage &stage)
{
    stage.open(stage.copyOf(scan));
    stage.wait("some of the page is read", [&stage] {
        const document::Page &page = stage.window().session().store()->page(0);
        return page.status != document::PageStatus::Reading || page.blocks.size() > 2;
    });
}

State settingsPage(const QString &name, int row)
{
    return after(name, [row](Stage &stage) {
        openReport(stage);
        stage.act(u"settings"_s);
        stage.wait("the settings are there", [] { return QApplication::activeModalWidget(); });
        if (auto *names = QApplication::activeModalWidget()->findChild<QListWidget *>())
            names->setCurrentRow(row);
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
        after(u"reading"_s, readScan),
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
        after(u"queue"_s,
            [](Stage &stage) {
                stage.open(stage.report(24));
                stage.act(u"pause"_s);
                stage.act(u"queue"_s);
            }),
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
        after(u"failed"_s,
            [](Stage &stage) {
                qputenv("RECTO_ENGINE_PROGRAM", "/nowhere/recto-engine");
                stage.open(stage.copyOf(scan));
                stage.waitUntilRead();
                qputenv("RECTO_ENGINE_PROGRAM", PROGRAM_DIR "/recto-engine");
            }),
        after(u"refused"_s,
            [](Stage &stage) {
                stage.window().openFile(stage.copyOf(u"tests/data/broken/png-truncated.png"_s).toStdString());
                stage.settle();
            }),
        acted(u"palette"_s, u"palette"_s),
        acted(u"keys"_s, u"shortcuts"_s),
        settingsPage(u"settings"_s, 0),
        settingsPage(u"settings-reading"_s, 1),
        settingsPage(u"settings-keys"_s, 2),
        settingsPage(u"settings-window"_s, 3),
        acted(u"about"_s, u"about"_s),
        {u"dark"_s, dark(), openReport},
        {u"dark-start"_s, dark(), [](Stage &) {}},
        {u"chinese"_s, in(u"zh_CN"_s), openReport},
        {u"chinese-start"_s, in(u"zh_CN"_s), [](Stage &) {}},
        {u"german"_s, in(u"de"_s), openReport},
    };
    return states + showingStates();
}

} // namespace screenshots
