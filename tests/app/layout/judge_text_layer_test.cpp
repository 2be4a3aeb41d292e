// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"
#include "app/layout/rubbish.h"
#include "page_builder.h"
#include "recorded_layer.h"

#include <QFile>

#include <gtest/gtest.h>

#include <utility>

using namespace layout_test;
using namespace Qt::StringLiterals;

namespace {

document::TextLayer pageOf(const QString &text)
{
    PageBuilder page;
    for (int i = 0; i < 10; ++i)
        page.line(60, 100 + 20 * i, text);
    return page.layer;
}

document::TextLayer scanOf(const QString &text)
{
    document::TextLayer layer = pageOf(text);
    layer.pictures = {{0, 0, 1, 1}};
    layer.pictureCoverage = 1;
    layer.invisibleCharacters = layer.paintedCharacters;
    return layer;
}

} // namespace

TEST(Verdict, printedTextIsSoundInEveryScript)
{
    for (const QString &text :
        {u"The model's e-mail address (see 3.2) is a@b.org, isn't it?"_s,
            u"\u65E5\u672C\u8A9E\u306E\u6587\u7AE0 PDF\u6587\u66F8"_s,
            u"\u0412\u0441\u0435 \u0441\u0447\u0430\u0441\u0442\u043B\u0438\u0432\u044B\u0435 \u0441\u0435\u043C\u044C\u0438"_s,
            u"\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD"_s,
            u"\u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u0644\u063A\u0629"_s}) {
        EXPECT_TRUE(layout::judgeTextLayer(pageOf(text)).isSound) << qPrintable(text);
        EXPECT_EQ(layout::judgeTextLayer(pageOf(text)).reason, u"Text kept (born digital)"_s);
    }
}

TEST(Verdict, aHiddenLayerIsKeptWhenItReadsWellAndGivenUpWhenItDoesNot)
{
    EXPECT_TRUE(layout::judgeTextLayer(scanOf(u"The natives soon had reason to suspect the viceroy"_s)).isSound);
    EXPECT_FALSE(layout::judgeTextLayer(scanOf(u"The n4t1v3s soOn hAd r.■. tbg.tr to &»“«■' the viceroy"_s)).isSound);
}

TEST(Verdict, fontsWithoutLettersCurvesScansAndBlankPagesAreTold)
{
    document::TextLayer nameless = pageOf(u"\uF001\uF002"_s);
    nameless.unmappedCharacters = nameless.paintedCharacters;
    EXPECT_FALSE(layout::judgeTextLayer(nameless).isSound);
    document::TextLayer curves;
    curves.paths = 133;
    EXPECT_FALSE(layout::judgeTextLayer(curves).isSound);
    document::TextLayer scan;
    scan.pictures = {{0, 0, 1, 1}};
    scan.pictureCoverage = 1;
    EXPECT_FALSE(layout::judgeTextLayer(scan).isSound);
    EXPECT_TRUE(layout::judgeTextLayer({}).isSound);
}

TEST(Verdict, recordedPagesThatCannotBeTrustedAreReadAsPictures)
{
    const std::pair<const char *, QString> pages[]{{"hidden-rubbish", u"rubbish"_s},
        {"type3-without-unicode", u"do not say which letters"_s}, {"drawn-as-curves", u"curves"_s}};
    for (const auto &[name, reason] : pages) {
        QFile file(QStringLiteral(TEST_DATA_DIR "/layout/verdict/%1.json").arg(QString::fromLatin1(name)));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << name;
        const layout::TextLayerVerdict verdict = layout::judgeTextLayer(playLayer(file.readAll()));
        EXPECT_FALSE(verdict.isSound) << name;
        EXPECT_TRUE(verdict.reason.contains(reason)) << qPrintable(verdict.reason);
    }
}

TEST(Rubbish, abbreviationsNumbersAndAddressesAreNone)
{
    for (const QString &word : {u"e.g."_s, u"U.S.A."_s, u"1,234.50"_s, u"http://a.b/c_d"_s, u"iPhone"_s, u"H2O"_s,
             u"\u03BCm"_s, u"...."_s, u"—"_s})
        EXPECT_FALSE(layout::isRubbish(word)) << qPrintable(word);
    for (const QString &word : {u"tbg.tr"_s, u"soOnAe"_s, u"w\u0430ter"_s, u"n4t1ve"_s, u"bcdfgh"_s})
        EXPECT_TRUE(layout::isRubbish(word)) << qPrintable(word);
}
