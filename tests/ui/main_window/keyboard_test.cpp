// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main_window/open_window.h"
#include "ui/editor/source_editor.h"
#include "ui/editor/source_pane.h"
#include "ui/main_window/actions.h"
#include "ui/page_view/page_canvas.h"
#include "ui/pages/pages_panel.h"

#include <QAccessible>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

bool activate(QWidget &window)
{
    window.activateWindow();
    window.raise();
    return QTest::qWaitForWindowActive(&window);
}

/// A key goes where a person's would: to what has the focus.
void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window, key, modifiers);
}

/// Types a name into the file dialog that has just opened, and confirms it.
void nameFile(const QString &path)
{
    QFileDialog *dialog = nullptr;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return (dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())); }, 5000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }, 5000));
    press(*dialog, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), path);
    press(*dialog, Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, 5000));
}

} // namespace

TEST(Keyboard, everyActionHasAMenuEntryAndNoTwoShareAKey)
{
    main_window::MainWindow window{settings::Settings{}};
    QHash<QKeySequence, QString> taken;
    for (QAction *action : window.actions().all()) {
        EXPECT_FALSE(window.actions().menuOf(action).isEmpty()) << action->objectName().toStdString();
        EXPECT_FALSE(main_window::plainText(action->text()).isEmpty()) << action->objectName().toStdString();
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            EXPECT_FALSE(taken.contains(key)) << key.toString().toStdString() << " is " << taken[key].toStdString()
                                              << " and " << action->objectName().toStdString();
            taken.insert(key, action->objectName());
        }
    }
    const QHash<QString, QString> promised{{u"open"_s, u"Ctrl+O"_s}, {u"go-to-page"_s, u"Ctrl+G"_s},
        {u"fit-page"_s, u"Ctrl+0"_s}, {u"actual-size"_s, u"Ctrl+1"_s}, {u"fit-width"_s, u"Ctrl+2"_s},
        {u"next-pane"_s, u"F6"_s}, {u"side-docks"_s, u"F7"_s}, {u"full-screen"_s, u"F11"_s}, {u"read-page"_s, u"F5"_s},
        {u"find"_s, u"Ctrl+F"_s}, {u"replace"_s, u"Ctrl+H"_s}, {u"locate"_s, u"Ctrl+L"_s}, {u"palette"_s, u"Ctrl+K"_s},
        {u"shortcuts"_s, u"Ctrl+/"_s}, {u"layout-review"_s, u"Ctrl+Shift+2"_s}};
    for (const auto &[id, key] : promised.asKeyValueRange()) {
        ASSERT_TRUE(window.actions().find(id)) << id.toStdString();
        EXPECT_TRUE(window.actions().find(id)->shortcuts().contains(QKeySequence(key))) << id.toStdString();
    }
}

TEST(Keyboard, theBlocksOfAPageAreChildrenOfTheCanvasInReadingOrder)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    auto *canvas = open.window.findChild<page_view::PageCanvas *>();
    QAccessibleInterface *page = QAccessible::queryAccessibleInterface(canvas);
    const QList<document::Block> &blocks = open.store().page(0).blocks;
    ASSERT_EQ(page->childCount(), blocks.size());
    for (int i = 0; i < page->childCount(); ++i) {
        EXPECT_EQ(page->child(i)->text(QAccessible::Name), blocks[i].text);
        EXPECT_TRUE(page->child(i)->rect().isValid());
    }
    EXPECT_EQ(page->child(0)->role(), QAccessible::Heading);
}

TEST(Keyboard, f6GoesRoundThePanesAndBack)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    ASSERT_TRUE(activate(open.window));
    press(open.window, Qt::Key_2, Qt::ControlModifier | Qt::AltModifier); // Source beside the page
    const QList<QWidget *> panes{open.window.findChild<pages::PagesPanel *>(),
        open.window.findChild<page_view::PageCanvas *>(), open.window.findChild<editor::SourcePane *>()};
    const auto focused = [&] {
        const QWidget *focus = QApplication::focusWidget();
        const auto pane = std::ranges::find_if(
            panes, [&](const QWidget *it) { return focus && (it == focus || it->isAncestorOf(focus)); });
        return pane - panes.begin();
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return focused() == 2; }, 2000));
    for (const int next : {0, 1, 2, 0}) {
        press(open.window, Qt::Key_F6);
        EXPECT_EQ(focused(), next);
    }
    for (const int next : {2, 1, 0}) {
        press(open.window, Qt::Key_F6, Qt::ShiftModifier);
        EXPECT_EQ(focused(), next);
    }
}

TEST(Keyboard, aDocumentIsOpenedReadCorrectedLocatedAndExportedWithoutAMouse)
{
    const QTemporaryDir folder;
    const QString path = threePages(folder);
    main_window::MainWindow window{settings::Settings{}};
    const auto &store = *window.session().store();
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    ASSERT_TRUE(activate(window));

    press(window, Qt::Key_O, Qt::ControlModifier);
    nameFile(path);
    ASSERT_TRUE(QTest::qWaitFor([&] { return isRead(window); }, patience));
    ASSERT_TRUE(activate(window)); // a window manager would do it

    auto *canvas = window.findChild<page_view::PageCanvas *>();
    press(window, Qt::Key_F6); // into a pane
    press(window, Qt::Key_PageDown);
    EXPECT_EQ(canvas->pageIndex(), 1);
    press(window, Qt::Key_End, Qt::ControlModifier);
    EXPECT_EQ(canvas->pageIndex(), 2);
    press(window, Qt::Key_F5); // read once more
    ASSERT_TRUE(QTest::qWaitFor([&] { return isRead(window); }, patience));

    press(window, Qt::Key_2, Qt::ControlModifier | Qt::AltModifier); // Source
    auto *source = window.findChild<editor::SourceEditor *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return source->hasFocus(); }, 2000));
    const QString before = store.page(2).blocks.first().text;
    press(window, Qt::Key_Home, Qt::ControlModifier);
    press(window, Qt::Key_End);
    QTest::keyClicks(source, u" corrected"_s);
    EXPECT_EQ(store.page(2).blocks.first().text, before + u" corrected"_s);
    press(window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(store.page(2).blocks.first().text, before);
    press(window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(store.page(2).blocks.first().text, before + u" corrected"_s);

    press(window, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"Chapter 3"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !canvas->marks().isEmpty(); }, patience));
    press(window, Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return std::ranges::any_of(canvas->marks(), &page_view::PageCanvas::Mark::isCurrent); }, 5000));
    press(window, Qt::Key_Escape);

    const QString target = folder.filePath(u"out.md"_s);
    press(window, Qt::Key_E, Qt::ControlModifier);
    nameFile(target);
    QFile file(target);
    ASSERT_TRUE(QTest::qWaitFor([&] { return file.exists(); }, patience));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains((before + u" corrected"_s).toUtf8()));
}
