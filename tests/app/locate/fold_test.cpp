// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locate/fold.h"

#include <gtest/gtest.h>

using locate::fold;

namespace {

std::string folded(QStringView text)
{
    return fold(text).text.toStdString();
}

} // namespace

TEST(Fold, caseAccentsAndLigaturesDoNotCount)
{
    EXPECT_EQ(folded(u"Ébauche ÉLÈVE"), "ebauche eleve");
    EXPECT_EQ(folded(u"e\u0301lan"), "elan");
    EXPECT_EQ(folded(u"of\ufb01ce, wa\ufb04e"), "office, waffle");
    EXPECT_EQ(folded(u"Straße Œuvre Æther"), "strasse oeuvre aether");
}

TEST(Fold, theLongSIsAnS)
{
    EXPECT_EQ(folded(u"Verſtand, diſſe"), "verstand, disse");
}

TEST(Fold, wideLettersAreLetters)
{
    EXPECT_EQ(folded(u"ＡＢＣ　１２３"), "abc 123");
}

TEST(Fold, aWordPartedAtALineEndIsWhole)
{
    EXPECT_EQ(folded(u"the hyphen-\nation of it"), "the hyphenation of it");
    EXPECT_EQ(folded(u"Tren\u00adnung"), "trennung");
}

TEST(Fold, aHyphenBetweenNumbersOrBlanksStays)
{
    EXPECT_EQ(folded(u"1-13 and a - b"), "1-13 and a - b");
    EXPECT_EQ(folded(u"pre- and post-war"), "pre- and postwar");
}

TEST(Fold, blanksAreOneAndNoneAmidChinese)
{
    EXPECT_EQ(folded(u"  a \n\t b  "), "a b");
    EXPECT_EQ(fold(u"发 票\n总额 A").text, QStringLiteral("发票总额 a"));
}

TEST(Fold, everyLetterKnowsWhereItCameFrom)
{
    const locate::FoldedText text = fold(u"Aß\ufb01 x");
    EXPECT_EQ(text.text, QStringLiteral("assfi x"));
    EXPECT_EQ(text.source, (QList<qint32>{0, 1, 1, 2, 2, 4, 4}));
}

TEST(Fold, halfAPairAndEmptyTextAreNoTrouble)
{
    EXPECT_EQ(fold(QString(QChar(0xD800)) + QChar(u'a')).text.size(), 2);
    EXPECT_TRUE(fold(u" - ").text == u"-");
    EXPECT_TRUE(fold(u"").text.isEmpty());
}
