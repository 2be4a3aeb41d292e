// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main_window/open_window.h"
#include "ui/editor/source_editor.h"
#include "ui/main_window/actions.h"
#include "ui/page_view/page_canvas.h"

#include <QTextBlock>

namespace {

/// The source of a page that says first, second, third, as a person has it before them.
struct Typing : testing::Test {
    Typing()
        : open(threePages(folder), calm())
    {
        EXPECT_TRUE(QTest::qWaitFor([&] { return open.window.session().isOpen(); }, patience));
        document::Page page = store().page(0);
        for (const QString &words : {u"first paragraph"_s, u"second paragraph"_s, u"third paragraph"_s}) {
            document::Block block;
            block.id = u"p1-b%1"_s.arg(page.blocks.size() + 1);
            block.type = u"text"_s;
            block.markdown = block.text = words;
            const double top = 0.1 + 0.2 * double(page.blocks.size());
            block.boxes = {{0.1, top, 0.9, top + 0.1}};
            page.blocks.append(block);
        }
        store().setContent(0, page, u"text"_s);
        open.window.actions().find(u"panel-2"_s)->trigger();
        source = open.window.findChild<editor::SourceEditor *>();
        canvas = open.window.findChild<page_view::PageCanvas *>();
        source->setFocus();
    }

    static settings::Settings calm()
    {
        settings::Settings settings;
        settings.readsByItself = false;
        return settings;
    }
    document::DocumentStore &store() { return *open.window.session().store(); }
    void putCaretInto(const QString &word)
    {
        QTextCursor caret = source->document()->find(word);
        ASSERT_FALSE(caret.isNull());
        caret.clearSelection();
        source->setTextCursor(caret);
    }
    void press(Qt::Key key, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(source, key);
    }

    QTemporaryDir folder;
    OpenWindow open;
    editor::SourceEditor *source = nullptr;
    page_view::PageCanvas *canvas = nullptr;
};

} // namespace

TEST_F(Typing, behindEmptyLinesTheCaretStillLightsTheBoxOfItsBlock)
{
    putCaretInto(u"second"_s);
    press(Qt::Key_Home);
    press(Qt::Key_Return, 3);
    putCaretInto(u"second"_s);
    EXPECT_EQ(canvas->lit(), u"p1-b2"_s);
    putCaretInto(u"third"_s);
    EXPECT_EQ(canvas->lit(), u"p1-b3"_s);
    putCaretInto(u"first"_s);
    EXPECT_EQ(canvas->lit(), u"p1-b1"_s);
}

TEST_F(Typing, behindEmptyLinesABlockOfThePageIsFoundInTheSource)
{
    putCaretInto(u"first"_s);
    press(Qt::Key_End);
    press(Qt::Key_Return, 3);
    source->placeCaret(u"p1-b2"_s, {}, 0);
    EXPECT_EQ(source->textCursor().block().text(), u"second paragraph"_s);
    source->highlightBlock(u"p1-b3"_s);
    EXPECT_EQ(source->extraSelections().first().cursor.block().text(), u"third paragraph"_s);
}

TEST_F(Typing, betweenTwoParagraphsMakesABlockWithoutABoxAndLeavesThemAlone)
{
    const QList<document::Block> before = store().page(0).blocks;
    putCaretInto(u"first"_s);
    press(Qt::Key_End);
    press(Qt::Key_Return, 2);
    QTest::keyClicks(source, u"new"_s);
    press(Qt::Key_Return, 2);
    const QList<document::Block> after = store().page(0).blocks;
    ASSERT_EQ(after.size(), 4);
    EXPECT_EQ(after[0], before[0]);
    EXPECT_EQ(after[2], before[1]);
    EXPECT_EQ(after[3], before[2]);
    EXPECT_EQ(after[1].text, u"new"_s);
    EXPECT_TRUE(after[1].boxes.isEmpty());
    open.window.actions().find(u"undo"_s)->trigger();
    EXPECT_EQ(store().page(0).blocks, before);
    putCaretInto(u"second"_s);
    EXPECT_EQ(canvas->lit(), u"p1-b2"_s);
}

TEST_F(Typing, intoOneBlockKeepsTheNoBreakSpacesOfTheOthers)
{
    document::Page page = store().page(0);
    page.blocks[0].markdown = page.blocks[0].text = u"first\u00a0paragraph"_s;
    store().setContent(0, page, u"text"_s);
    QTest::qWait(0); // the highlighter's turn
    EXPECT_FALSE(store().canUndo()); // showing is no typing
    putCaretInto(u"second"_s);
    QTest::keyClicks(source, u"x"_s);
    EXPECT_EQ(store().page(0).blocks[0], page.blocks[0]);
    EXPECT_EQ(store().page(0).blocks[1].text, u"secondx paragraph"_s);
}
