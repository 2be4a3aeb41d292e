// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawn_geometry.h"

#include "app/cli/letters.h"
#include "app/markdown/figure.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QImage drawn(QStringView answer)
{
    return cli::drawnGeometry(std::get<document::Geometry>(markdown::parseFigure(answer)));
}

bool isDark(const QImage &picture, int x, int y)
{
    return qGray(picture.pixel(x, y)) < 100;
}

} // namespace

TEST(DrawnGeometry, linesLieWhereMatplotlibPutsThem)
{
    // Places measured in the picture that matplotlib 3.11 makes of the same answer.
    const QImage picture = drawn(u"{'Line': {'line': ['(-5, 0) -- (5, 0)', '(0, -3) -- (0, 7.5)'], 'line_type': ['--', "
                                 u"'-'], 'line_endpoint': ['A: (-5, 0)']}}");
    EXPECT_EQ(picture.size(), QSize(600, 600));
    for (const auto &[x, y] : {std::pair(230, 303), {385, 303}, {307, 188}, {307, 349}, {270, 303}, {307, 250}})
        EXPECT_TRUE(isDark(picture, x, y)) << x << ' ' << y;
    for (const auto &[x, y] : {std::pair(222, 303), {393, 303}, {307, 178}, {307, 359}, {270, 308}, {300, 250}})
        EXPECT_FALSE(isDark(picture, x, y)) << x << ' ' << y;
    EXPECT_TRUE(isDark(picture, 300, 72) && isDark(picture, 300, 534) && isDark(picture, 75, 300)); // axes
}

TEST(DrawnGeometry, circlesAreRoundAndWhatLiesOutsideIsNotSeen)
{
    const QImage picture = drawn(u"{'Line': {'line': ['(-40, 5) -- (40, 5)'], 'line_type': ['--'], 'line_endpoint': "
                                 u"[]}, 'Circle': {'circle_center': ['O: (0, 0)'], 'radius': [5]}}");
    EXPECT_TRUE(isDark(picture, 385, 303) && isDark(picture, 230, 303) && isDark(picture, 307, 380));
    EXPECT_TRUE(isDark(picture, 100, 226));
    EXPECT_FALSE(isDark(picture, 20, 226));
    EXPECT_FALSE(isDark(picture, 590, 226));
}

TEST(Letters, onlyWhatIsKnownIsDrawn)
{
    EXPECT_EQ(cli::knownLetters(u"Aé1'"), u"A1'"_s);
    EXPECT_EQ(cli::lettersWidth(u"ab", 3), 36);
}
