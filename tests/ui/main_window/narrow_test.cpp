// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main_window/open_window.h"

#include "ui/main_window/language.h"
#include "ui/page_view/page_strip.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace {

constexpr int narrowest = 600; // pixels: half of a small screen, with room for the border

/// The widgets that ask for the most room, for whoever has to mend it.
std::string widest(const QWidget &window)
{
    QString text;
    for (const auto *widget : window.findChildren<QWidget *>()) {
        const int wanted = std::max(widget->minimumWidth(), widget->minimumSizeHint().width());
        if (!widget->isWindow() && wanted > 150)
            text += u"%1 %2: %3\n"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->accessibleName(),
                QString::number(wanted));
    }
    return text.toStdString();
}

} // namespace

TEST(Narrow, theWindowShrinksToHalfASmallScreenInEveryLanguage)
{
    for (const QString &language : {u"en"_s, u"de"_s, u"zh_CN"_s}) {
        settings::Settings settings;
        settings.language = language;
        main_window::speak(*qApp, language);
        const QTemporaryDir folder;
        OpenWindow open(threePages(folder), settings);
        ASSERT_TRUE(open.waitUntilRead());
        EXPECT_LE(open.window.minimumSizeHint().width(), narrowest) << language.toStdString() << '\n'
                                                                    << widest(open.window);
        open.window.resize(narrowest, 700);
        EXPECT_EQ(open.window.width(), narrowest);
        open.window.session().close();
        EXPECT_LE(open.window.minimumSizeHint().width(), narrowest) << widest(open.window);
    }
    main_window::speak(*qApp, u"en"_s);
}

TEST(Narrow, theButtonsOfANoticeStandBelowItsWordsWhereThereIsNoRoomBesideThem)
{
    main_window::NoticeBar bar;
    bar.tell(main_window::NoticeBar::Kind::Trouble, u"The page could not be read"_s, u"Look at the log"_s,
        {{u"Retry"_s, [] { }}, {u"Show the log"_s, [] { }}});
    const auto isBelow = [&bar](int width) {
        bar.resize(width, bar.heightForWidth(width));
        QTest::qWait(1);
        const int words = bar.findChildren<QLabel *>().last()->geometry().bottom();
        return bar.findChildren<QPushButton *>().first()->geometry().top() > words;
    };
    bar.show();
    EXPECT_FALSE(isBelow(800));
    EXPECT_TRUE(isBelow(300));
    EXPECT_FALSE(isBelow(800));
}

TEST(Narrow, whatAPageIsReadByIsCutOnlyWhereThereIsNoRoom)
{
    page_view::PageStrip strip;
    strip.setPlan(u"Text kept: the file has it"_s);
    const auto *chip = strip.findChild<QToolButton *>();
    strip.resize(500, strip.sizeHint().height());
    strip.show();
    EXPECT_EQ(chip->text(), strip.chipText());
    strip.resize(strip.minimumSizeHint());
    QTest::qWait(1);
    EXPECT_TRUE(chip->text().endsWith(u'…')) << chip->text().toStdString();
    EXPECT_EQ(strip.chipText(), u"Text kept: the file has it"_s);
    EXPECT_EQ(chip->accessibleName(), strip.chipText());
}
