// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document_store.h"
#include "app/document/page_json.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace document;
using namespace Qt::StringLiterals;

namespace {

Document twoPages()
{
    Document document;
    document.source.name = u"two.pdf"_s;
    document.pages = {PageGeometry{{595, 842}}, PageGeometry{{595, 842}}};
    return document;
}

Page pageSaying(const QString &text, int number = 1)
{
    Page page;
    page.number = number;
    page.geometry = {{595, 842}};
    page.status = PageStatus::Ok;
    Block block;
    block.id = u"p%1-b1"_s.arg(number);
    block.type = u"text"_s;
    block.markdown = block.text = text;
    block.boxes = {{0.1, 0.2, 0.3, 0.4}};
    block.words = {{text, {0.1, 0.2, 0.3, 0.4}, 0.5}};
    page.blocks = {block};
    return page;
}

Block blockAt(const QString &id, const QString &text, double top)
{
    Block block;
    block.id = id;
    block.type = u"text"_s;
    block.markdown = block.text = text;
    block.boxes = {{0.1, top, 0.9, top + 0.1}};
    return block;
}

QStringList textsOf(const Page &page)
{
    QStringList texts;
    for (const Block &block : page.blocks)
        texts.append(block.text);
    return texts;
}

} // namespace

TEST(DocumentStore, aThousandStepsAreUndoneAndRedone)
{
    DocumentStore store;
    store.open(twoPages());
    store.setContent(0, pageSaying(u"start"_s), u"text"_s);
    for (int i = 0; i < 1200; ++i)
        store.edit(0, pageSaying(QString::number(i)), u"me"_s, u"Type"_s);
    while (store.canUndo())
        store.undo();
    EXPECT_EQ(store.page(0).blocks[0].text, u"start"_s);
    while (store.canRedo())
        store.redo();
    EXPECT_EQ(store.page(0).blocks[0].text, u"1199"_s);
}

TEST(DocumentStore, typingWithoutAPauseIsOneStep)
{
    DocumentStore store;
    store.open(twoPages());
    for (const QString &typed : {u"a"_s, u"ab"_s, u"abc"_s})
        store.edit(0, pageSaying(typed), u"me"_s, u"Type"_s, u"p1-b1"_s);
    store.undo();
    EXPECT_TRUE(store.page(0).blocks.isEmpty());
    EXPECT_FALSE(store.canUndo());
}

TEST(DocumentStore, aBlockAPersonCorrectedSurvivesANewReading)
{
    DocumentStore store;
    store.open(twoPages());
    store.setContent(0, pageSaying(u"rnachine"_s), u"tesseract"_s);
    store.edit(0, pageSaying(u"machine"_s), u"me"_s, u"Type"_s);
    store.setContent(0, pageSaying(u"rnachine again"_s), u"tesseract"_s);
    EXPECT_EQ(store.page(0).blocks[0].text, u"machine"_s);
    EXPECT_TRUE(store.page(0).blocks[0].isCorrected);
}

TEST(DocumentStore, aCorrectionStaysAtItsPlaceWhenANewReadingCountsOtherwise)
{
    DocumentStore store;
    store.open(twoPages());
    Page read = pageSaying(u"first"_s);
    read.blocks.append(blockAt(u"p1-b2"_s, u"rnachine"_s, 0.5));
    store.setContent(0, read, u"tesseract"_s);
    read.blocks[1].markdown = read.blocks[1].text = u"machine"_s;
    store.edit(0, read, u"me"_s, u"Type"_s);

    Page other = pageSaying(u"a head that was not seen before"_s);
    other.blocks[0].boxes = {{0.1, 0.0, 0.3, 0.1}};
    other.blocks.append(blockAt(u"p1-b2"_s, u"first"_s, 0.2));
    other.blocks.append(blockAt(u"p1-b3"_s, u"rnachine"_s, 0.5));
    store.setContent(0, other, u"deepseek-ocr"_s);
    EXPECT_EQ(textsOf(store.page(0)), QStringList({u"a head that was not seen before"_s, u"first"_s, u"machine"_s}));

    Page nothingThere = pageSaying(u"first"_s);
    store.setContent(0, nothingThere, u"deepseek-ocr"_s);
    EXPECT_EQ(textsOf(store.page(0)), QStringList({u"first"_s, u"machine"_s}));
}

TEST(DocumentStore, aCorrectionIsThereWhileItsPageIsReadAnewFromTheTop)
{
    DocumentStore store;
    store.open(twoPages());
    Page read = pageSaying(u"first"_s);
    read.blocks.append(blockAt(u"p1-b2"_s, u"rnachine"_s, 0.5));
    store.setContent(0, read, u"tesseract"_s);
    Page corrected = read;
    corrected.blocks[1].markdown = corrected.blocks[1].text = u"machine"_s;
    store.edit(0, corrected, u"me"_s, u"Type"_s);
    Page growing = pageSaying(u"fir"_s);
    growing.status = PageStatus::Reading;
    store.setLive(0, growing); // the second block is yet to come
    EXPECT_EQ(textsOf(store.page(0)), QStringList({u"fir"_s, u"machine"_s}));
    store.setContent(0, read, u"tesseract"_s);
    EXPECT_EQ(textsOf(store.page(0)), QStringList({u"first"_s, u"machine"_s}));
}

TEST(DocumentStore, undoingAStepTakesBackNothingThatWasReadAfterIt)
{
    DocumentStore store;
    store.open(twoPages());
    Page growing = pageSaying(u"read"_s);
    growing.status = PageStatus::Reading;
    store.setLive(0, growing);
    Page typed = store.page(0);
    typed.blocks[0].markdown = typed.blocks[0].text = u"typed"_s;
    store.edit(0, typed, u"me"_s, u"Type"_s);
    growing.blocks.append(blockAt(u"p1-b2"_s, u"the rest"_s, 0.5));
    growing.status = PageStatus::Ok;
    store.setContent(0, growing, u"tesseract"_s);
    store.undo();
    EXPECT_EQ(textsOf(store.page(0)), QStringList({u"read"_s, u"the rest"_s}));
    EXPECT_EQ(store.page(0).status, PageStatus::Ok);
    store.redo();
    EXPECT_EQ(textsOf(store.page(0)), QStringList({u"typed"_s, u"the rest"_s}));
}

TEST(DocumentStore, whatIsUndoneIsTheMachinesAgain)
{
    DocumentStore store;
    store.open(twoPages());
    store.setContent(0, pageSaying(u"rnachine"_s), u"tesseract"_s);
    store.edit(0, pageSaying(u"x"_s), u"me"_s, u"Type"_s);
    store.undo();
    store.setContent(0, pageSaying(u"machine"_s), u"deepseek-ocr"_s);
    EXPECT_EQ(store.page(0).blocks[0].text, u"machine"_s);
}

TEST(DocumentStore, aThousandStepsOnALongPageHoldWhatTheyChangedAndNoMore)
{
    DocumentStore store;
    store.open(twoPages());
    Page page = pageSaying(u"0"_s);
    for (int i = 2; i <= 300; ++i)
        page.blocks.append(blockAt(u"p1-b%1"_s.arg(i), u"text"_s, i / 400.0));
    store.setContent(0, page, u"tesseract"_s);
    qsizetype blocks = 0;
    QObject::connect(&store, &DocumentStore::commandRecorded, [&](const Command &command, bool) {
        blocks += command.change.removed.size() + command.change.inserted.size();
    });
    for (int i = 1; i <= 1000; ++i) {
        page.blocks[i % 300].text = page.blocks[i % 300].markdown = QString::number(i);
        store.edit(0, page, u"me"_s, u"Type"_s);
    }
    EXPECT_LE(blocks, 2 * 1000 + 2 * 300); // the first change of each block also marks it
    while (store.canUndo())
        store.undo();
    EXPECT_EQ(store.page(0).blocks[0].text, u"0"_s);
}

TEST(DocumentStore, aPlayedJournalGivesTheSamePagesAndHistory)
{
    DocumentStore store;
    std::vector<Command> journal;
    QObject::connect(&store, &DocumentStore::commandRecorded, [&](const Command &command, bool replacesLast) {
        if (replacesLast)
            journal.back() = command;
        else
            journal.push_back(command);
    });
    store.open(twoPages());
    store.setContent(0, pageSaying(u"one"_s), u"text"_s);
    store.setContent(1, pageSaying(u"two"_s, 2), u"text"_s);
    store.edit(1, pageSaying(u"zwei"_s, 2), u"me"_s, u"Type"_s);
    store.edit(0, pageSaying(u"eins"_s), u"me"_s, u"Type"_s);
    store.undo();

    DocumentStore again;
    again.restore(twoPages(), {}, journal);
    EXPECT_EQ(again.pages(), store.pages());
    EXPECT_EQ(again.canRedo(), store.canRedo());
    again.undo();
    EXPECT_EQ(again.page(1).blocks[0].text, u"two"_s);
}

TEST(PageJson, aPageSurvivesTheWayThroughJson)
{
    Page page = pageSaying(u"one"_s);
    page.status = PageStatus::Partial;
    page.error = base::Error{base::ErrorCode::TimedOut, u"what"_s, u"remedy"_s, u"detail"_s};
    page.orientation = 90;
    page.blocks[0].level = 2;
    page.blocks[0].html = u"<table></table>"_s;
    EXPECT_EQ(pageFromJson(toJson(page)), page);
}

TEST(DocumentStore, aLivePageIsShownButLeavesNoHistory)
{
    DocumentStore store;
    store.open(twoPages());
    QSignalSpy recorded(&store, &DocumentStore::commandRecorded);
    QSignalSpy changed(&store, &DocumentStore::pageChanged);
    store.setLive(0, pageSaying(u"so far"_s));
    EXPECT_EQ(recorded.count(), 0);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_FALSE(store.canUndo());
}

TEST(DocumentStore, whatGrewWhileAPageWasReadIsInItsJournal)
{
    // A page grows, and its content is what had grown: the command must say so against what the journal knew before.
    DocumentStore store;
    store.open(twoPages());
    Command last;
    QObject::connect(&store, &DocumentStore::commandRecorded, [&](const Command &command, bool) { last = command; });
    Page growing = pageSaying(u"grown"_s);
    growing.status = PageStatus::Reading;
    store.setLive(0, growing);
    store.setContent(0, pageSaying(u"grown"_s), u"tesseract"_s);
    EXPECT_TRUE(last.change.removed.isEmpty());
    EXPECT_EQ(last.change.inserted.size(), 1);
}

TEST(DocumentStore, typingInABlockIsNotOverwrittenWhileThePageGrows)
{
    DocumentStore store;
    store.open(twoPages());
    std::vector<Command> journal;
    QObject::connect(
        &store, &DocumentStore::commandRecorded, [&](const Command &command, bool) { journal.push_back(command); });
    Page growing = pageSaying(u"read"_s);
    growing.status = PageStatus::Reading;
    store.setLive(0, growing);
    Page typed = store.page(0);
    typed.blocks[0].markdown = typed.blocks[0].text = u"typed"_s;
    store.edit(0, typed, u"me"_s, u"Type"_s);
    Block second = growing.blocks[0];
    second.id = u"p1-b2"_s;
    growing.blocks.append(second);
    store.setLive(0, growing);
    EXPECT_EQ(store.page(0).blocks[0].text, u"typed"_s);
    growing.status = PageStatus::Ok;
    store.setContent(0, growing, u"tesseract"_s);
    EXPECT_EQ(store.page(0).blocks[0].text, u"typed"_s);
    EXPECT_EQ(store.page(0).blocks.size(), 2);
    DocumentStore again; // each step begins where the one before it ended
    again.restore(twoPages(), {}, journal);
    EXPECT_EQ(again.page(0), store.page(0));
}

TEST(DocumentStore, aReadingThatEndsWithoutContentLeavesThePageAsItWas)
{
    DocumentStore store;
    store.open(twoPages());
    store.setContent(0, pageSaying(u"before"_s), u"text"_s);
    Page growing = pageSaying(u"half"_s);
    growing.status = PageStatus::Reading;
    store.setLive(0, growing);
    store.dropLive(0);
    EXPECT_EQ(store.page(0), pageSaying(u"before"_s));
}

TEST(DocumentStore, aChangeOfSeveralPagesIsOneStep)
{
    DocumentStore store;
    store.open(twoPages());
    store.setContent(0, pageSaying(u"one"_s), u"text"_s);
    store.setContent(1, pageSaying(u"one"_s, 2), u"text"_s);
    store.editPages({{0, pageSaying(u"two"_s)}, {1, pageSaying(u"two"_s, 2)}}, u"me"_s, u"Replace"_s);
    EXPECT_EQ(store.page(1).blocks[0].text, u"two"_s);
    store.undo();
    EXPECT_EQ(store.page(0).blocks[0].text, u"one"_s);
    EXPECT_EQ(store.page(1).blocks[0].text, u"one"_s);
    EXPECT_FALSE(store.canUndo());
    store.redo();
    EXPECT_EQ(store.page(0).blocks[0].text, u"two"_s);
    EXPECT_EQ(store.page(1).blocks[0].text, u"two"_s);
}

TEST(DocumentStore, equalWordsOfItsPagesAreOneTextInMemory)
{
    const auto page = [](int number) {
        Page made = pageSaying(u"again"_s, number);
        made.blocks[0].words[0].text.detach();
        made.blocks[0].text.detach();
        return made;
    };
    const auto wordOf
        = [](const DocumentStore &store, int index) { return store.page(index).blocks[0].words[0].text.constData(); };
    DocumentStore store;
    store.open(twoPages());
    store.setContent(0, page(1), u"text"_s);
    store.setContent(1, page(2), u"text"_s);
    EXPECT_EQ(wordOf(store, 0), wordOf(store, 1));
    EXPECT_EQ(store.page(1).blocks[0].text.constData(), store.page(1).blocks[0].markdown.constData());

    DocumentStore reopened;
    reopened.restore(twoPages(), {page(1), page(2)}, {});
    EXPECT_EQ(wordOf(reopened, 0), wordOf(reopened, 1));
    EXPECT_EQ(reopened.page(0), page(1));
}
