// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/reader_words.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/language.h"
#include "ui/main_window/main_window.h"

#include <QApplication>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

class Language : public testing::Test {
protected:
    static void speak(const QString &language) { main_window::speak(*qApp, language); }
    void TearDown() override { speak(u"en"_s); }
};

} // namespace

TEST_F(Language, theWindowSpeaksGermanAndChinese)
{
    speak(u"de"_s);
    EXPECT_EQ(main_window::MainWindow::tr("&File"), u"&Datei"_s);
    EXPECT_EQ(look::readerInWords(u"text"_s), u"Text der Datei"_s);
    for (const auto &[context, source] :
        {std::pair("WorkerProcess", "the page worker could not be started"),
            std::pair("EngineSupervisor", "close other programs and try again"), std::pair("Refusal", "%1 is too busy"),
            std::pair("main_window::EmptyParse", "The text appears here as it is read.")})
        EXPECT_NE(QCoreApplication::translate(context, source), QLatin1StringView(source)) << source;
    speak(u"zh_CN"_s);
    EXPECT_NE(main_window::MainWindow::tr("&File"), u"&File"_s);
    EXPECT_EQ(look::readerInWords(u"text"_s), QString::fromUtf8("文件自带文字"));
}

TEST_F(Language, aNameBesideItsKeysHasNoLetterToPressWithAlt)
{
    EXPECT_EQ(main_window::plainText(u"&Open…"_s), u"Open"_s);
    EXPECT_EQ(main_window::plainText(QString::fromUtf8("打开(&O)…")), QString::fromUtf8("打开"));
    EXPECT_EQ(main_window::plainText(u"Search && find (all)"_s), u"Search & find (all)"_s);
}

TEST_F(Language, onePageIsNoPages)
{
    speak(u"en"_s);
    EXPECT_EQ(main_window::MainWindow::tr("%n page(s) could not be read", nullptr, 1), u"1 page could not be read"_s);
    EXPECT_EQ(main_window::MainWindow::tr("%n page(s) could not be read", nullptr, 3), u"3 pages could not be read"_s);
}
