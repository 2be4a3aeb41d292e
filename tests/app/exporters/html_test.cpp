// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/safe_html.h"
#include "tests/app/exporters/sample_document.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <ctime>

using namespace Qt::StringLiterals;
using document::safeHtml;
using document::safeTables;
using exporters::Format;

TEST(HtmlWriter, writesTheSampleAsReviewed)
{
    expectReference(written(Format::Html, sampleDocument(), samplePages()), u"sample.html"_s);
}

TEST(HtmlWriter, nothingIsFetchedAndNothingRuns)
{
    const QString html = QString::fromUtf8(written(Format::Html, sampleDocument(), samplePages()));
    EXPECT_FALSE(html.contains("<script"_L1));
    EXPECT_FALSE(html.contains("<link"_L1));
    EXPECT_FALSE(html.contains("@import"_L1));
    EXPECT_FALSE(html.contains("url("_L1));
    for (const QRegularExpressionMatch &match : QRegularExpression(u"src=\"([^\"]*)\""_s).globalMatch(html))
        EXPECT_TRUE(match.captured(1).startsWith("data:image/"_L1));
}

TEST(SafeHtml, keepsTablesWithSpansAndInlineMarks)
{
    EXPECT_EQ(safeHtml(u"<table class=x><tr style='a'><td rowspan=\"2\" colspan='3\" "
                       u"onclick=f()>a<br/><b><i>c</b></i></td></tr></table>"),
        u"<table><tbody><tr><td rowspan=\"2\" colspan=\"3\">a<br><b><i>c</i></b></td></tr></tbody></table>");
}

TEST(SafeHtml, letsNothingHarmfulThrough)
{
    const QStringList hostile{u"<script>alert(1)</script>"_s, u"<SCRIPT SRC=//x></SCRIPT>x"_s,
        u"<img src=x onerror=alert(1)>"_s, u"<svg onload=alert(1)><circle/></svg>"_s,
        u"<a href=\"javascript:alert(1)\">x</a>"_s, u"<a href=' java\nscript:alert(1)'>x</a>"_s,
        u"<a href=\"https://x\" onmouseover=\"alert(1)\">x</a>"_s, u"<iframe src=\"https://x\"></iframe>"_s,
        u"<td background=x>a</td>"_s, u"<style>@import 'x'</style>"_s, u"<p style=\"background:url(x)\">x</p>"_s,
        u"<math><mtext><script>x</script></mtext></math>"_s, u"<object data=x></object><embed src=x>"_s,
        u"<form action=x><input autofocus onfocus=x></form>"_s, u"<base href=//x>"_s,
        u"<meta http-equiv=refresh content=0>"_s, u"<link rel=stylesheet href=x>"_s,
        u"<a href=\"data:text/html,x\">x</a>"_s, u"<table><tr><td><img src=file:///etc/passwd></td></tr></table>"_s,
        u"<noscript><p title=\"</noscript><img src=x onerror=a>\"></noscript>"_s, u"<textarea><img src=x></textarea>"_s,
        u"<!--><img src=x onerror=a>-->"_s, u"<scr<script>ipt>alert(1)</scr</script>ipt>"_s,
        u"<a href=\"https://x&quot; onclick=&quot;a\">x</a>"_s, u"<xmp><img src=x></xmp>"_s,
        u"<template><script>x</script></template>"_s, u"\\(<script>alert(1)</script>\\)"_s,
        u"<b \\(x\\)=\"\\(onclick\\)\">x</b>"_s};
    const QRegularExpression harmful(
        u"<(?!/?(a|b|i|p|table|tbody|tr|td|th|br|div|ul|ol|li)[ >])[a-z]|<[^>]*\\s(on\\w+|style|src|data|background|action)\\s*="_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &html : hostile) {
        for (const QString &safe : {safeHtml(html), safeTables(u"<table><tr><td>"_s + html + u"</td></tr></table>"_s),
                 document::markdownHtml(html)}) {
            const QString tags = QString(safe).remove(QRegularExpression(u"\"[^\"]*\""_s)); // what is quoted is a value
            EXPECT_FALSE(harmful.match(tags).hasMatch()) << html.toStdString() << " gave " << safe.toStdString();
            EXPECT_FALSE(safe.contains("href=\"javascript"_L1, Qt::CaseInsensitive) || safe.contains("href=\"data"_L1))
                << safe.toStdString();
        }
    }
}

TEST(SafeHtml, keepsLinksToTheWebAndToPeople)
{
    EXPECT_EQ(safeHtml(u"<a href=\"https://x.org/?a=1&amp;b=2\" target=_blank>x</a> <a href='mailto:a@b'>y</a>"),
        u"<a href=\"https://x.org/?a=1&amp;b=2\">x</a> <a href=\"mailto:a@b\">y</a>");
}

TEST(SafeHtml, formulasInCellsKeepTheirSigns)
{
    EXPECT_EQ(safeTables(u"<table><tr><td>\\(a<b & c\\)</td><td>1 < 2 &amp; 3</td></tr></table>"),
        u"<table><tr><td>\\(a&lt;b &amp; c\\)</td><td>1 &lt; 2 &amp; 3</td></tr></table>");
    const QString again = safeTables(u"<table><tr><td>\\(a&lt;b &amp; c\\)</td></tr></table>");
    EXPECT_EQ(again, u"<table><tr><td>\\(a&lt;b &amp; c\\)</td></tr></table>");
    const auto tex = [](const QString &formula, bool) { return u'{' + formula + u'}'; };
    EXPECT_EQ(safeHtml(again, tex), u"<table><tbody><tr><td>{a<b & c}</td></tr></tbody></table>");
}

TEST(SafeHtml, aCleanTableStaysAsItIs)
{
    for (const QString &html :
        {u"<table><tr><td>a | b</td><td></td></tr><tr><th colspan=\"2\">\\(x\\)<br><b>c</b></th></tr></table><p>after</p>"_s})
        EXPECT_EQ(safeTables(html), html);
}

TEST(SafeHtml, deepNestingStaysShallow)
{
    const QString deep = safeHtml(u"<div>"_s.repeated(100'000) + u"x"_s);
    EXPECT_LT(deep.count("<div>"_L1), 100);
    EXPECT_TRUE(deep.contains(u'x'));
}
