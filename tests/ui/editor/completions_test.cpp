// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/completions.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(Completions, aBegunTagBecomesThoseOfTables)
{
    EXPECT_EQ(editor::completionsOf(u"<t"_s, {}),
        (QStringList{u"<table>"_s, u"<tr>"_s, u"<td>"_s, u"<th>"_s, u"<thead>"_s, u"<tbody>"_s}));
}

TEST(Completions, anEndTagOffersTheInnermostOpenOneFirst)
{
    EXPECT_EQ(editor::completionsOf(u"</"_s, u"<table><tr><td>12</"_s).first(), u"</td>"_s);
    EXPECT_EQ(editor::completionsOf(u"</"_s, u"<table><tr><td>12</td></"_s).first(), u"</tr>"_s);
}

TEST(Completions, aCommandIsCompletedWithItsBraces)
{
    EXPECT_EQ(editor::completionsOf(u"\\fra"_s, {}), (QStringList{u"\\frac{}{}"_s}));
    EXPECT_TRUE(editor::completionsOf(u"\\nosuch"_s, {}).isEmpty());
}
