// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way of a box: a rectangle on a page of a PDF (turned, cropped) or of a photograph (EXIF), drawn, turned upright, sent to a server that
// looks for it in the pixels and says where it is, and back as a box of the page as seen.
#include "app/pipeline/digitize_page.h"
#include "tests/support/fake_server.h"
#include "tests/support/sample_files.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

constexpr unsigned seed = 20261201;

/// The bounding box of the red pixels, edges included.
QRect redIn(const QImage &picture)
{
    QRect found;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            if (qRed(pixel) > 128 && qGreen(pixel) < 128)
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

/// Says where the red is, as a model that sees well.
void sayWhere(support::FakeExchange &exchange, QSize &seen)
{
    if (exchange.method == "GET")
        return exchange.answer(200, "application/json", R"({"object":"list","data":[{"id":"fake","object":"model"}]})");
    const QString url = QJsonDocument::fromJson(exchange.body)
                            .object()
                            .value(u"messages")[0][u"content"_s][0][u"image_url"_s][u"url"_s]
                            .toString();
    const QImage picture = QImage::fromData(QByteArray::fromBase64(url.sliced(url.indexOf(u',') + 1).toLatin1()));
    seen = picture.size();
    const QRect red = redIn(picture);
    const auto said = [](int edge, int size) { return std::lround(999.0 * edge / size); };
    exchange.beginStream();
    exchange.sendDelta(u"<|ref|>image<|/ref|><|det|>[[%1, %2, %3, %4]]<|/det|>\n"_s.arg(said(red.left(), seen.width()))
            .arg(said(red.top(), seen.height()))
            .arg(said(red.left() + red.width(), seen.width()))
            .arg(said(red.top() + red.height(), seen.height())));
    exchange.sendEnd();
}

/// A page of one red rectangle. All in points, y upwards as PDF has it.
QByteArray pdfOf(const QRectF &media, const QRectF &crop, int rotation, const QRectF &red)
{
    const auto box
        = [](const QRectF &r) { return u"[%1 %2 %3 %4]"_s.arg(r.left()).arg(r.top()).arg(r.right()).arg(r.bottom()); };
    const QString keys = u"/MediaBox %1 /CropBox %2 /Rotate %3"_s.arg(box(media), box(crop)).arg(rotation);
    const QString content
        = u"1 0 0 rg %1 %2 %3 %4 re f"_s.arg(red.left()).arg(red.top()).arg(red.width()).arg(red.height());
    return samples::pdf({{keys.toLatin1(), content.toLatin1()}});
}

/// Where the stored pixel is seen (the EXIF standard's eight cases).
QPoint seenAt(int orientation, QPoint at, QSize stored)
{
    const int x = at.x(), y = at.y(), right = stored.width() - 1 - x, below = stored.height() - 1 - y;
    const QPoint cases[]
        = {{x, y}, {right, y}, {right, below}, {x, below}, {y, x}, {below, x}, {below, right}, {y, right}};
    return cases[orientation - 1];
}

class BoxChain : public ::testing::Test {
protected:
    BoxChain()
        : m_server([this](support::FakeExchange &exchange) { sayWhere(exchange, m_seen); })
    {
        m_address.url = m_server.url();
    }

    base::NormalizedRect boxOf(const base::NativePath &file)
    {
        auto source = PageSource::open(file, {});
        EXPECT_TRUE(source);
        Engine engine(ocr::EngineHome{}, m_address);
        ReadOptions options;
        options.reader = Reader::DeepseekOcr;
        const document::Page page = digitizePage(**source, engine, options, 0, {}, {}).page;
        EXPECT_EQ(page.blocks.size(), 1) << page.reason.toStdString();
        return page.blocks.value(0).box();
    }

    void expectAt(const base::NormalizedRect &found, const QRectF &truth) const
    {
        const double across = 1.0 / m_seen.width() + 0.5 / 999; // a pixel, and half a step of the model's
        const double down = 1.0 / m_seen.height() + 0.5 / 999;
        EXPECT_NEAR(found.x0, truth.left(), across);
        EXPECT_NEAR(found.x1, truth.right(), across);
        EXPECT_NEAR(found.y0, truth.top(), down);
        EXPECT_NEAR(found.y1, truth.bottom(), down);
    }

    samples::Folder m_folder;
    QSize m_seen; ///< pixels of the picture that was sent last
    support::FakeServer m_server;
    ocr::EngineAddress m_address;
    std::mt19937 m_random{seed};
};

} // namespace

TEST_F(BoxChain, aPdfsBoxIsWhereItIsSeenWhateverItsRotationAndCrop)
{
    const auto between = [&](int least, int most) { return std::uniform_int_distribution(least, most)(m_random); };
    for (int i = 0; i < 16 && !HasFailure(); ++i) {
        const int rotation = 90 * (i % 4);
        const QRectF media(0, 0, between(100, 400), between(100, 400));
        const QRectF crop(
            between(0, 30), between(0, 30), media.width() - between(31, 60), media.height() - between(31, 60));
        const double left = crop.left() + between(0, int(crop.width() / 2));
        const double bottom = crop.top() + between(0, int(crop.height() / 2));
        const QRectF red(left, bottom, between(4, int(crop.right() - left)), between(4, int(crop.bottom() - bottom)));
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", case " << i << ", /Rotate " << rotation);
        const base::NativePath file = m_folder.write("page.pdf", pdfOf(media, crop, rotation, red));

        const double x0 = (red.left() - crop.left()) / crop.width(), x1 = (red.right() - crop.left()) / crop.width();
        const double y0 = 1 - (red.bottom() - crop.top()) / crop.height(),
                     y1 = 1 - (red.top() - crop.top()) / crop.height();
        const QRectF seen[] = {{QPointF(x0, y0), QPointF(x1, y1)}, {QPointF(1 - y1, x0), QPointF(1 - y0, x1)},
            {QPointF(1 - x1, 1 - y1), QPointF(1 - x0, 1 - y0)}, {QPointF(y0, 1 - x1), QPointF(y1, 1 - x0)}};
        expectAt(boxOf(file), seen[i % 4]);
    }
}

TEST_F(BoxChain, aPhotographsBoxIsWhereItIsSeenWhateverItsExifSays)
{
    const auto between = [&](int least, int most) { return std::uniform_int_distribution(least, most)(m_random); };
    for (int i = 0; i < 16 && !HasFailure(); ++i) {
        const int orientation = 1 + i % 8;
        QImage stored(between(60, 300), between(60, 300), QImage::Format_RGB888);
        const int left = between(0, stored.width() / 2), top = between(0, stored.height() / 2);
        const QRect red(left, top, between(9, stored.width() - left), between(9, stored.height() - top));
        stored.fill(Qt::white);
        QPainter(&stored).fillRect(red, Qt::red);
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", case " << i << ", EXIF " << orientation);
        QBuffer jpeg;
        ASSERT_TRUE(stored.save(&jpeg, "jpeg", 100));
        const base::NativePath file
            = m_folder.write("photo.jpg", samples::withExifOrientation(jpeg.data(), orientation));

        const QSize page = orientation >= 5 ? stored.size().transposed() : stored.size();
        const QPoint one = seenAt(orientation, red.topLeft(), stored.size());
        const QPoint other = seenAt(orientation, red.bottomRight(), stored.size());
        const QRect seen = QRect(one, one) | QRect(other, other);
        expectAt(boxOf(file),
            {1.0 * seen.x() / page.width(), 1.0 * seen.y() / page.height(), 1.0 * seen.width() / page.width(),
                1.0 * seen.height() / page.height()});
        EXPECT_EQ(m_seen, page);
    }
}
