// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main_window/open_window.h"
#include "ui/editor/source_editor.h"
#include "ui/main_window/actions.h"
#include "ui/page_view/page_canvas.h"

#include <QAccessible>
#include <QTabWidget>
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

TEST(Keyboard, everyWidgetThatTakesTheFocusHasANameAndARole)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    const QList<QWidget *> all = open.window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const bool isOurs = QByteArrayView(widget->metaObject()->className())
            != "QtWebEngineCore::RenderWidgetHostViewQtDelegateItem";
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(&open.window) || !isOurs
            || widget->focusProxy())
            continue;
        if (widget->inherits("QWebEngineView") || widget->inherits("QQuickWidget")
            || widget->inherits("QLineEdit") == false && widget->parentWidget()
                && widget->parentWidget()->inherits("QAbstractSpinBox"))
            continue; // the web view's tree is Chromium's own
        if (widget->objectName() == "qt_spinbox_lineedit"_L1)
            continue; // its spin box is named
        QAccessibleInterface *it = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(it);
        EXPECT_FALSE(it->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << " " << widget->objectName().toStdString() << " in "
            << widget->parentWidget()->metaObject()->className();
        EXPECT_NE(it->role(), QAccessible::NoRole) << widget->metaObject()->className();
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

TEST(Keyboard, aDocumentIsReadCorrectedAndUndoneWithoutAMouse)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    ASSERT_TRUE(activate(open.window));
    auto *canvas = open.window.findChild<page_view::PageCanvas *>();
    press(open.window, Qt::Key_F6); // into a pane
    press(open.window, Qt::Key_PageDown);
    EXPECT_EQ(canvas->pageIndex(), 1);
    press(open.window, Qt::Key_End, Qt::ControlModifier);
    EXPECT_EQ(canvas->pageIndex(), 2);
    press(open.window, Qt::Key_2, Qt::ControlModifier | Qt::AltModifier); // Source
    auto *source = open.window.findChild<editor::SourceEditor *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return source->hasFocus(); }, 2000));
    const QString before = open.store().page(2).blocks.first().text;
    press(open.window, Qt::Key_Home, Qt::ControlModifier);
    for (int step = 0; step < 2; ++step)
        press(open.window, Qt::Key_Right);
    press(open.window, Qt::Key_X);
    EXPECT_NE(open.store().page(2).blocks.first().text, before);
    press(open.window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(open.store().page(2).blocks.first().text, before);
    press(open.window, Qt::Key_F5);
    EXPECT_TRUE(open.waitUntilRead());
}
