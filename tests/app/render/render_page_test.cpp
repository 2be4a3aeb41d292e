// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/render/opened_pages.h"

using namespace render;
using base::ErrorCode;

namespace {

const base::NativePath data = TEST_DATA_DIR;

/// Black square in the lower left quarter of user space.
const QByteArray lowerLeft = "0 g 0 0 100 50 re f";

QByteArray darkQuarter(const QImage &image)
{
    const auto isDark
        = [&](int x, int y) { return qGray(image.pixel(image.width() * x / 4, image.height() * y / 4)) < 50; };
    QByteArray found;
    for (const int y : {1, 3}) {
        for (const int x : {1, 3}) {
            if (isDark(x, y))
                found += y == 1 ? (x == 1 ? "top left" : "top right") : (x == 1 ? "bottom left" : "bottom right");
        }
    }
    return found;
}

} // namespace

TEST(RenderPage, isAsLargeAsItsPointsAtTheResolutionRoundedUp)
{
    const samples::Folder folder;
    const OpenedPages file(
        folder.write("a.pdf", samples::pdf({{"/MediaBox [0 0 612 792]", {}}, {"/MediaBox [0 0 100.5 10]", {}}})));
    EXPECT_EQ(file.draw(0, 144)->size(), QSize(1224, 1584));
    EXPECT_EQ(file.draw(1, 72)->size(), QSize(101, 10));
    EXPECT_NEAR(file.draw(0, 144)->dotsPerMeterX() * 0.0254, 144, 0.02);
}

TEST(RenderPage, rotationTurnsThePageClockwise)
{
    const samples::Folder folder;
    const auto turned = [](int degrees) {
        return samples::PdfPage{"/MediaBox [0 0 200 100] /Rotate " + QByteArray::number(degrees), lowerLeft};
    };
    const OpenedPages file(
        folder.write("a.pdf", samples::pdf({turned(0), turned(90), turned(180), turned(270), turned(-90)})));
    EXPECT_EQ(darkQuarter(*file.draw(0, 72)), "bottom left");
    EXPECT_EQ(darkQuarter(*file.draw(1, 72)), "top left");
    EXPECT_EQ(darkQuarter(*file.draw(2, 72)), "top right");
    EXPECT_EQ(darkQuarter(*file.draw(3, 72)), "bottom right");
    EXPECT_EQ(darkQuarter(*file.draw(4, 72)), "bottom right");
    EXPECT_EQ(file.draw(1, 72)->size(), QSize(100, 200));
}

TEST(RenderPage, onlyTheCropBoxIsSeen)
{
    const samples::Folder folder;
    const OpenedPages file(
        folder.write("a.pdf", samples::pdf({{"/MediaBox [0 0 200 100] /CropBox [0 0 100 50]", "0 g 0 0 50 25 re f"}})));
    EXPECT_EQ(file.draw(0, 72)->size(), QSize(100, 50));
    EXPECT_EQ(darkQuarter(*file.draw(0, 72)), "bottom left");
}

TEST(RenderPage, userUnitsEnlargeThePage)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a.pdf", samples::pdf({{"/MediaBox [0 0 200 100] /UserUnit 2", lowerLeft}})));
    EXPECT_EQ(file.draw(0, 72)->size(), QSize(400, 200));
    EXPECT_EQ(darkQuarter(*file.draw(0, 72)), "bottom left");
}

TEST(RenderPage, aPageWithoutColourIsGreyAndOneWithColourIsNot)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write(
        "a.pdf", samples::pdf({samples::textPage("Hello"), {"/MediaBox [0 0 200 100]", "1 0 0 rg 0 0 10 10 re f"}})));
    EXPECT_EQ(file.draw(0, 150)->format(), QImage::Format_Grayscale8);
    EXPECT_EQ(file.draw(1, 72)->format(), QImage::Format_RGB888);
    EXPECT_EQ(file.draw(1, 72)->pixelColor(5, 95), QColor(255, 0, 0));
    EXPECT_EQ(file.draw(1, 72)->pixelColor(50, 50), QColor(Qt::white));
}

TEST(RenderPage, aLargePageDrawnInBandsHasColourWhereverItBegins)
{
    // 5400 x 5400 pixels are two bands; the only colour is in the lower one.
    const samples::Folder folder;
    const OpenedPages file(folder.write(
        "a.pdf", samples::pdf({{"/MediaBox [0 0 1800 1800]", "0 g 0 1700 100 100 re f 0 0 1 rg 0 0 100 100 re f"}})));
    const base::Result<QImage> image = file.draw(0, 216);
    ASSERT_TRUE(image.has_value());
    ASSERT_EQ(image->size(), QSize(5400, 5400));
    EXPECT_EQ(image->pixelColor(50, 50), QColor(Qt::black));
    EXPECT_EQ(image->pixelColor(50, 5350), QColor(Qt::blue));
    EXPECT_EQ(image->pixelColor(2000, 2699), QColor(Qt::white));
}

TEST(RenderPage, aVeryLargePageIsDrawnWithFewerDots)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a.pdf", samples::pdf({{"/MediaBox [0 0 20000 20000]", {}}})));
    const base::Result<QImage> image = file.draw(0, 300);
    ASSERT_TRUE(image.has_value());
    EXPECT_LE(qint64{image->width()} * image->height(), 36'000'000);
    EXPECT_GT(image->width(), 5900);
    EXPECT_LT(image->dotsPerMeterX() * 0.0254, 22);
}

TEST(RenderPage, aPageThatWouldBeUnreadableAtThatIsRefused)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a.pdf", samples::pdf({{"/MediaBox [0 0 200000 200000]", {}}})));
    EXPECT_EQ(file.draw(0, 144).error().code, ErrorCode::TooLarge);
}

TEST(RenderPage, aStopGivesUpEarly)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a.pdf", samples::pdf({samples::textPage("Hello")})));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(file.pages->renderPage(0, base::Dpi{144}, Annotations::Shown, stop.get_token()).error().code,
        ErrorCode::Cancelled);
}

TEST(RenderPage, annotationsAreShownOrHiddenAsAsked)
{
    const samples::Folder folder;
    const QByteArray square = "/MediaBox [0 0 200 100] /Annots [<< /Type /Annot /Subtype /Square /Rect [0 0 100 50] "
                              "/IC [0 0 0] /C [0 0 0] /F 4 >>]";
    const OpenedPages file(folder.write("a.pdf", samples::pdf({{square, {}}})));
    EXPECT_EQ(darkQuarter(*file.draw(0, 72, Annotations::Shown)), "bottom left");
    EXPECT_EQ(darkQuarter(*file.draw(0, 72, Annotations::Hidden)), "");
}

TEST(RenderPage, aPageLooksTheSameWhateverWasDrawnBeforeIt)
{
    const OpenedPages file(data / "pdf/vertical-writing.pdf");
    const OpenedPages another(data / "pdf/vertical-writing.pdf");
    const QImage alone = *another.draw(1, 144);
    ASSERT_TRUE(file.draw(0, 144).has_value());
    ASSERT_TRUE(file.draw(2, 300).has_value());
    EXPECT_EQ(*file.draw(1, 144), alone);
    EXPECT_EQ(*file.draw(1, 144), alone);
}

TEST(RenderPage, aPageWhoseDrawingWasStoppedIsDrawnWholeLater)
{
    const OpenedPages file(data / "pdf/vertical-writing.pdf");
    const OpenedPages another(data / "pdf/vertical-writing.pdf");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(file.pages->renderPage(1, base::Dpi{144}, Annotations::Shown, stop.get_token()).has_value());
    EXPECT_EQ(*file.draw(1, 144), *another.draw(1, 144));
}

TEST(RenderPage, anEncryptedPageIsDrawnWithItsPassword)
{
    const OpenedPages file(data / "broken/password-openpassword.pdf", QStringLiteral("openpassword"));
    const base::Result<QImage> page = file.draw(0, 72);
    ASSERT_TRUE(page.has_value());
    QImage paper(page->size(), page->format());
    paper.fill(Qt::white);
    EXPECT_NE(*page, paper);
}

TEST(RenderPage, aDamagedContentStreamGivesWhatCanBeRead)
{
    const OpenedPages file(data / "broken/damaged-stream.pdf");
    EXPECT_TRUE(file.draw(0, 72).has_value());
    EXPECT_TRUE(file.pages->textLayer(0).has_value());
}
