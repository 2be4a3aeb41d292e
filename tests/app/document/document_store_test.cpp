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
    EXPECT_TRUE(store.isCorrected(0, u"p1-b1"_s));
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
    EXPECT_TRUE(last.before.blocks.isEmpty());
    EXPECT_EQ(last.after.blocks.size(), 1);
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
    for (size_t i = 1; i < journal.size(); ++i) // each step begins where the one before it ended
        EXPECT_EQ(journal[i].before, journal[i - 1].after) << i;
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
