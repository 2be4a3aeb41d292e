// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/showing/showing.h"

#include "ui/figures/chart_of_table.h"
#include "ui/figures/figure_view.h"
#include "ui/figures/geometry_picture.h"
#include "ui/page_view/page_canvas.h"
#include "ui/review/answers_panel.h"
#include "ui/review/candidate_bar.h"

#include <QChartView>
#include <QMenu>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

document::Block wordsBlock(const QStringList &texts)
{
    document::Block block;
    block.id = u"p1-b1"_s;
    block.type = u"text"_s;
    double x = 0.1;
    for (const QString &text : texts) {
        block.words.append({text, {x, 0.1, x + 0.09, 0.14}, 0.9});
        x += 0.1;
    }
    block.markdown = block.text = texts.join(u' ');
    block.boxes = {{0.1, 0.1, x, 0.14}};
    return block;
}

review::Candidate candidate(const QString &text)
{
    review::Candidate made{u"Tesseract"_s, {}};
    document::Block block;
    block.markdown = block.text = text;
    block.words = {{text, {0.2, 0.1, 0.29, 0.14}, 1}};
    made.reading.blocks = {block};
    made.reading.reader = u"tesseract"_s;
    return made;
}

} // namespace

TEST(CandidateBar, tabGoesRoundEnterTakesAndEscLeaves)
{
    review::CandidateBar bar;
    bar.begin(0, {0.2, 0.1, 0.29, 0.14}, u"lnvoice"_s, u"Reading…"_s);
    EXPECT_EQ(bar.shownText(), u"Reading…"_s);
    bar.add(candidate(u"invoice"_s));
    bar.add(candidate(u"invoices"_s));
    EXPECT_EQ(bar.shownText(), u"[-lnvoice-] {+invoices+}"_s);
    QTest::keyClick(&bar, Qt::Key_Tab);
    EXPECT_EQ(bar.shownText(), u"[-lnvoice-] {+invoice+}"_s);
    QString taken;
    QObject::connect(&bar, &review::CandidateBar::taken, &bar,
        [&](const review::Candidate &one) { taken = pipeline::textOf(one.reading); });
    QTest::keyClick(&bar, Qt::Key_Return);
    EXPECT_EQ(taken, u"invoice"_s);
    EXPECT_FALSE(bar.isVisible());
    bar.begin(0, {0.2, 0.1, 0.29, 0.14}, u"lnvoice"_s, u"Reading…"_s);
    bar.add(candidate(u"other"_s));
    taken.clear();
    QTest::keyClick(&bar, Qt::Key_Escape);
    EXPECT_FALSE(bar.isVisible());
    EXPECT_TRUE(taken.isEmpty());
}

TEST(ReadAgain, whatIsTakenIsOneStepInTheReadersName)
{
    showing::Window open;
    open.openDemo(u"screenshot"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return open.window.session().isOpen(); }, patience));
    ASSERT_TRUE(open.waitUntilRead());
    document::Page page = open.store().page(0);
    page.blocks = {wordsBlock({u"the"_s, u"lnvoice"_s, u"total"_s})};
    open.store().edit(0, page, u"me"_s, u"Type"_s);
    const document::Page before = open.store().page(0);
    QString author;
    QObject::connect(&open.store(), &document::DocumentStore::commandRecorded, &open.window,
        [&](const document::Command &command, bool) { author = command.author; });
    auto *bar = open.window.findChild<review::CandidateBar *>();
    bar->begin(0, page.blocks[0].words[1].box, u"lnvoice"_s, {});
    bar->add(candidate(u"invoice"_s));
    open.picture(u"diff"_s);
    QTest::keyClick(bar, Qt::Key_Return);
    EXPECT_EQ(open.store().page(0).blocks[0].text, u"the invoice total"_s);
    EXPECT_EQ(author, u"tesseract"_s);
    open.store().undo();
    EXPECT_EQ(open.store().page(0), before);
}

TEST(ReadAgain, aRectangleIsReadByTesseractAndComesAsADifference)
{
    showing::Window open;
    open.openDemo(u"screenshot"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return open.window.session().isOpen(); }, patience));
    ASSERT_TRUE(open.waitUntilRead());
    auto *canvas = open.window.findChild<page_view::PageCanvas *>();
    canvas->setFocus();
    open.window.actions().find(u"read-area"_s)->trigger();
    ASSERT_EQ(canvas->tool(), page_view::PageCanvas::Tool::Region);
    const QRect area = canvas->toViewport({0.05, 0.15, 0.95, 0.3}).toRect();
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, area.topLeft());
    QTest::mouseMove(canvas->viewport(), area.center());
    QTest::mouseMove(canvas->viewport(), area.bottomRight());
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, area.bottomRight());
    QMenu *ways = nullptr;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return (ways = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr; }, patience));
    open.picture(u"ways"_s);
    const auto submenus = ways->findChildren<QMenu *>();
    ASSERT_FALSE(submenus.isEmpty());
    submenus.first()->actions().at(2)->trigger(); // English
    ways->close();
    auto *bar = open.window.findChild<review::CandidateBar *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->count() == 1; }, patience));
    EXPECT_TRUE(bar->shownText().contains(u"Guest"_s)) << bar->shownText().toStdString();
    open.picture(u"read-again"_s);
    QTest::keyClick(bar, Qt::Key_Escape);
}

TEST(Figures, numbersAreReadAsChartsPrintThem)
{
    EXPECT_EQ(figures::numberFrom(u"1,234.5"_s), 1234.5);
    EXPECT_EQ(figures::numberFrom(u"12 %"_s), 12);
    EXPECT_EQ(figures::numberFrom(u"3,5"_s), 3.5);
    EXPECT_EQ(figures::numberFrom(u"−7"_s), -7);
    EXPECT_EQ(figures::numberFrom(u"3.4k"_s), 3400);
    EXPECT_EQ(figures::numberFrom(u"$ 1 200"_s), 1200);
    EXPECT_TRUE(std::isnan(figures::numberFrom(u"Spring"_s)));
    EXPECT_TRUE(std::isnan(figures::numberFrom({})));
}

TEST(Figures, aTableBecomesNamesAndSeries)
{
    const auto data = figures::chartData(
        {{u"Season"_s, u"Museum"_s, u"Note"_s}, {u"Spring"_s, u"420"_s, u"mild"_s}, {u"Summer"_s, u"–"_s, u"hot"_s}});
    ASSERT_TRUE(data);
    EXPECT_EQ(data->categories, (QStringList{u"Spring"_s, u"Summer"_s}));
    ASSERT_EQ(data->series.size(), 1);
    EXPECT_EQ(data->series[0].values[0], 420);
    EXPECT_TRUE(std::isnan(data->series[0].values[1]));
    EXPECT_FALSE(figures::chartData({{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}));
}

TEST(Figures, aDrawingsExtentIsLaidOnItsInk)
{
    document::Geometry triangle;
    triangle.lines = {{{-10, -6}, {10, -6}, u"--"_s}, {{10, -6}, {0, 9}, u"--"_s}};
    const QRectF extent = figures::GeometryPicture::extentOf(triangle);
    EXPECT_EQ(extent, QRectF(-10, -6, 20, 15));
    QImage picture(100, 100, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int x = 20; x < 80; ++x)
        picture.setPixel(x, 70, 0xff000000);
    picture.setPixel(50, 30, 0xff000000);
    const QRectF ink = figures::GeometryPicture::inkOf(picture);
    EXPECT_EQ(ink, QRectF(0.2, 0.3, 0.6, 0.41));
    EXPECT_EQ(figures::GeometryPicture::onPicture({-10, 9}, extent, ink), ink.topLeft());
}

TEST(Figures, aChartADrawingAndAMoleculeAreShownBesideTheirPicture)
{
    qputenv("RECTO_REPLAY", R"({"speed": 0})");
    showing::Window open;
    for (const auto &[id, title] : {std::pair(u"chart"_s, u"Chart"_s), std::pair(u"geometry"_s, u"Drawing"_s),
             std::pair(u"molecule"_s, u"Molecule"_s)}) {
        open.openDemo(id);
        auto *answers = open.window.findChild<review::AnswersPanel *>();
        ASSERT_TRUE(QTest::qWaitFor([&] { return open.window.session().isOpen() && answers->count() == 1; }, patience))
            << id.toStdString();
        const auto *view = answers->findChild<figures::FigureView *>();
        ASSERT_TRUE(view);
        EXPECT_EQ(view->title(), title);
        EXPECT_EQ(view->findChild<QChartView *>() != nullptr, id == u"chart");
        ASSERT_TRUE(open.waitUntilRead());
        open.picture(id);
    }
    qunsetenv("RECTO_REPLAY");
}
