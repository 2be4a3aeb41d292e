// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/outline_view.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

document::Block heading(const QString &id, int level, const QString &text)
{
    document::Block block;
    block.id = id;
    block.type = u"sub_title"_s;
    block.level = level;
    block.text = block.markdown = text;
    return block;
}

} // namespace

TEST(Outline, deeperHeadingsStandUnderHigherOnesAcrossPages)
{
    document::DocumentStore store;
    contents::OutlineView outline(&store);
    document::Document document;
    document.pages = {document::PageGeometry{{595, 842}}, document::PageGeometry{{595, 842}}};
    store.open(document);
    document::Page first;
    first.status = document::PageStatus::Ok;
    first.blocks = {heading(u"p1-b1"_s, 1, u"One"_s), heading(u"p1-b2"_s, 2, u"One A"_s)};
    document::Page second = first;
    second.number = 2;
    second.blocks = {heading(u"p2-b1"_s, 2, u"One B"_s), heading(u"p2-b2"_s, 1, u"Two"_s)};
    store.setContent(0, first, u"text"_s);
    store.setContent(1, second, u"text"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return outline.topLevelItemCount() == 2; }, 5000));
    EXPECT_EQ(outline.topLevelItem(0)->childCount(), 2);
    EXPECT_EQ(outline.topLevelItem(0)->child(1)->text(0), u"One B"_s);
    QSignalSpy chosen(&outline, &contents::OutlineView::blockChosen);
    Q_EMIT outline.itemActivated(outline.topLevelItem(0)->child(1), 0);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 1);
    EXPECT_EQ(chosen[0][1].toString(), u"p2-b1"_s);
}
