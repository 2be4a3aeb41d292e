// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pdf_source.h"

#include "app/render/content_scan.h"
#include "app/render/limits.h"
#include "app/render/pdf_painter.h"
#include "app/render/pdf_words.h"
#include "app/render/to_page_image.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace render {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PdfSource)
};

constexpr double metresPerInch = 0.0254;

/// Pixels that are drawn at once; each takes four bytes meanwhile, its coverage with it. A larger page is drawn in two bands and interpreted twice.
constexpr qint64 mostBandPixels = mostPagePixels / 2;

constexpr qint64 mostPartPixels = 4'000'000; // of a view's tile

int rowsOfBand(QSize page)
{
    const bool isOneBand = qint64{page.width()} * page.height() <= mostBandPixels;
    return isOneBand ? page.height() : (page.height() + 1) / 2;
}

base::Error cannotBeDrawn()
{
    return {base::ErrorCode::RenderFailed, Words::tr("the page could not be drawn"),
        Words::tr("open the file in another program and print it to a new PDF"), {}};
}

base::Error noMemory()
{
    return {base::ErrorCode::TooLarge, Words::tr("there was not enough memory to draw the page"),
        Words::tr("save it anew in its program, with smaller pictures"), {}};
}

} // namespace

PdfSource::PdfSource(base::OpenFile file, document::Document document, QByteArray password)
    : m_file(std::move(file))
    , m_document(std::move(document))
    , m_password(std::move(password))
{
}

PdfSource::~PdfSource() = default;

base::Result<void> PdfSource::openForDrawing()
{
    if (!m_painter)
        m_painter = PdfPainter::open(m_file.name(), m_password);
    if (!m_painter)
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the file could not be opened again"),
            Words::tr("check that it was not changed meanwhile"));
    return {};
}

base::Result<QImage> PdfSource::renderPage(int pageIndex, base::Dpi resolution, Annotations shown, std::stop_token stop)
{
    const QSizeF size = m_document.pages[pageIndex].size;
    const base::Result<PageScale> scale = pageScale(size, resolution);
    if (!scale)
        return std::unexpected(scale.error());
    if (const base::Result<void> open = openForDrawing(); !open)
        return std::unexpected(open.error());
    const QSizeF points = m_painter->pageSize(pageIndex);
    if (points.isEmpty())
        return std::unexpected(cannotBeDrawn());

    // Poppler does not know user units: a page of 2 user units a point is drawn at twice the resolution.
    const double dpi = scale->resolution.value * size.width() / points.width();
    const auto notes = shown == Annotations::Shown ? PdfPainter::Notes::Shown : PdfPainter::Notes::Hidden;
    const int bandRows = rowsOfBand(scale->pixels);
    BandJoiner joiner(scale->pixels);
    for (int y = 0; y < scale->pixels.height(); y += bandRows) {
        const QRect part(0, y, scale->pixels.width(), std::min(bandRows, scale->pixels.height() - y));
        const QImage band = m_painter->draw(pageIndex, dpi, part, notes, stop);
        if (stop.stop_requested())
            return base::failure(base::ErrorCode::Cancelled, {});
        if (band.isNull())
            return std::unexpected(noMemory());
        joiner.append(band);
    }
    QImage image = joiner.take();
    if (image.isNull())
        return std::unexpected(noMemory());
    const int dots = static_cast<int>(std::lround(scale->resolution.value / metresPerInch));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

base::Result<QImage> PdfSource::renderPart(int pageIndex, base::Dpi resolution, const QRect &part, std::stop_token stop)
{
    if (part.isEmpty() || qint64{part.width()} * part.height() > mostPartPixels)
        return std::unexpected(noMemory());
    if (const base::Result<void> open = openForDrawing(); !open)
        return std::unexpected(open.error());
    const QSizeF points = m_painter->pageSize(pageIndex);
    if (points.isEmpty())
        return std::unexpected(cannotBeDrawn());
    const double dpi = resolution.value * m_document.pages[pageIndex].size.width() / points.width();
    const QImage drawn = m_painter->draw(pageIndex, dpi, part, PdfPainter::Notes::Shown, stop);
    if (stop.stop_requested())
        return base::failure(base::ErrorCode::Cancelled, {});
    if (drawn.isNull())
        return std::unexpected(noMemory());
    return drawn.copy(); // the painter's memory is used again
}

base::Result<document::TextLayer> PdfSource::textLayer(int pageIndex)
{
    if (!m_words)
        m_words = std::make_unique<PdfWords>(m_file.name(), m_password);
    if (!m_contents)
        m_contents = std::make_unique<ContentScan>(m_file.name(), m_password);
    document::TextLayer layer;
    layer.size = m_document.pages[pageIndex].size;
    layer.words = m_words->read(pageIndex);
    m_contents->describe(pageIndex, layer);
    return layer;
}

} // namespace render
