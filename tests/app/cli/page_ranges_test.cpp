// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/page_ranges.h"

#include <gtest/gtest.h>

using namespace cli;

namespace {

QList<int> pages(QStringView text, int count)
{
    const auto ranges = PageRanges::parse(text);
    return ranges ? ranges->of(count).pages : QList<int>{-1};
}

} // namespace

TEST(PageRanges, numbersAndRangesBecomePagesInOrderEachOnce)
{
    EXPECT_EQ(pages(u"1-5,9", 20), (QList<int>{1, 2, 3, 4, 5, 9}));
    EXPECT_EQ(pages(u"9,1-3,2-4", 20), (QList<int>{1, 2, 3, 4, 9}));
    EXPECT_EQ(pages(u" 2 , 3", 20), (QList<int>{2, 3}));
}

TEST(PageRanges, aRangeMayRunPastTheLastPage)
{
    EXPECT_EQ(pages(u"2-2000000000", 3), (QList<int>{2, 3}));
    EXPECT_EQ(pages(u"2-", 3), (QList<int>{2, 3}));
    EXPECT_EQ(PageRanges::parse(u"2-9")->of(3).missing, 0);
}

TEST(PageRanges, aPageThatIsNotThereIsNamed)
{
    const PageRanges::Selection selection = PageRanges::parse(u"1,9")->of(4);
    EXPECT_EQ(selection.pages, QList<int>{1});
    EXPECT_EQ(selection.missing, 9);
}

TEST(PageRanges, noRangesMeanEveryPage)
{
    EXPECT_EQ(PageRanges().of(3).pages, (QList<int>{1, 2, 3}));
}

TEST(PageRanges, whatIsNoListOfPagesIsRefused)
{
    for (const QStringView text :
        {u"", u"0", u"5-2", u"a", u"1,,2", u"-3", u"1-2-3", u"+1", u"1.5", u"99999999999", u"٣"})
        EXPECT_FALSE(PageRanges::parse(text)) << text.toUtf8().constData();
}
