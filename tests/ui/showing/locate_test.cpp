// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/showing/showing.h"

#include "ui/locate/locate_bar.h"
#include "ui/locate/results_view.h"
#include "ui/page_view/page_canvas.h"

#include <QClipboard>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

class Locate : public testing::Test {
protected:
    void SetUp() override
    {
        m_open.window.openFile(
            threePages(m_folder, u"Line %1 of page %2 speaks of the invoice and its total."_s).toStdString());
        ASSERT_TRUE(m_open.waitUntilRead());
        m_bar = m_open.window.findChild<ui_locate::LocateBar *>();
        m_results = m_open.window.findChild<ui_locate::ResultsView *>();
        m_canvas = m_open.window.findChild<page_view::PageCanvas *>();
        m_open.window.activateWindow();
        m_open.window.actions().find(u"locate"_s)->trigger();
        ASSERT_TRUE(m_bar->isVisible());
        m_words = m_bar->findChild<QLineEdit *>();
    }
    [[nodiscard]] int found() const { return m_results->model()->rowCount(); }

    QTemporaryDir m_folder;
    showing::Window m_open;
    ui_locate::LocateBar *m_bar = nullptr;
    ui_locate::ResultsView *m_results = nullptr;
    page_view::PageCanvas *m_canvas = nullptr;
    QLineEdit *m_words = nullptr;
};

} // namespace

TEST_F(Locate, placesLightWhileWordsAreTyped)
{
    QTest::keyClicks(m_words, u"invoice"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return found() == 36 && m_canvas->marks().size() == 12; }, patience));
    EXPECT_FALSE(m_canvas->marks().first().isModel);
    m_open.picture(u"locate"_s);
}

TEST_F(Locate, everyLetterNarrowsTheLightsOnThePage)
{
    QTest::keyClicks(m_words, u"line 1"_s); // and 10, 11, 12
    ASSERT_TRUE(QTest::qWaitFor([&] { return found() == 12 && m_canvas->marks().size() == 4; }, patience));
    QTest::keyClicks(m_words, u"1"_s);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_canvas->marks().size() == 1; }, patience));
}

TEST_F(Locate, enterStepsToTheNextPageAndBack)
{
    QTest::keyClicks(m_words, u"line 1 of page 2"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return found() >= 1; }, patience));
    QTest::keyClick(m_words, Qt::Key_Return);
    EXPECT_EQ(m_canvas->pageIndex(), 1);
    ASSERT_FALSE(m_canvas->marks().isEmpty());
    EXPECT_TRUE(std::ranges::any_of(m_canvas->marks(), [](const auto &mark) { return mark.isCurrent; }));
    QTest::keyClick(m_words, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text().toLower(), u"line 1 of page 2"_s);
}

TEST_F(Locate, withoutAModelTheBarSaysSoCalmly)
{
    QTest::keyClicks(m_words, u"red stamp"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_bar->state().contains(u"Ctrl+Enter"_s); }, patience));
    QTest::keyClick(m_words, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bar->state().contains(u"No model is installed"_s); }, patience));
}

TEST_F(Locate, escClosesTheBarAndPutsTheLightsOut)
{
    QTest::keyClicks(m_words, u"invoice"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_canvas->marks().isEmpty(); }, patience));
    QTest::keyClick(m_words, Qt::Key_Escape);
    EXPECT_FALSE(m_bar->isVisible());
    EXPECT_TRUE(m_canvas->marks().isEmpty());
}

TEST(LocateByModel, whatTheModelSeesIsDrawnDashedAndListedAsItsWord)
{
    qputenv("RECTO_REPLAY", R"({"speed": 0})");
    showing::Window open;
    open.openDemo(u"locate"_s);
    auto *canvas = open.window.findChild<page_view::PageCanvas *>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return !canvas->marks().isEmpty() && canvas->marks().first().isModel; }, patience));
    auto *results = open.window.findChild<ui_locate::ResultsView *>();
    EXPECT_TRUE(QTest::qWaitFor([&] { return results->model()->rowCount() == 1; }, patience));
    open.picture(u"locate-model"_s);
    qunsetenv("RECTO_REPLAY");
}
