// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pdf_source.h"

#include "app/base/log.h"
#include "app/render/content_scan.h"
#include "app/render/limits.h"
#include "app/render/pdf_words.h"
#include "app/render/to_page_image.h"

#include <poppler-qt6.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace render {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PdfSource)
};

constexpr double metresPerInch = 0.0254;

/// Pixels that are drawn at once; each takes four bytes meanwhile. A larger page is drawn in two bands and interpreted twice.
constexpr qint64 mostBandPixels = mostPagePixels / 2;

int rowsOfBand(QSize page)
{
    const bool isOneBand = qint64{page.width()} * page.height() <= mostBandPixels;
    return isOneBand ? page.height() : (page.height() + 1) / 2;
}

/// The libraries keep every object they ever looked at. After so many pages they start afresh, so that memory stays flat over a long
/// document; opening it again costs a few milliseconds.
constexpr int pagesBeforeForgetting = 100;

bool isStopped(const QVariant &stop)
{
    return static_cast<const std::stop_token *>(stop.value<void *>())->stop_requested();
}

void noteMessage(const QString &message, const QVariant &)
{
    qCDebug(base::logRender).noquote() << message;
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
    Poppler::setDebugErrorFunction(noteMessage, {});
}

PdfSource::~PdfSource() = default;

void PdfSource::forgetNowAndThen()
{
    if (++m_pagesSinceOpened <= pagesBeforeForgetting)
        return;
    m_pagesSinceOpened = 0;
    m_drawn.reset();
    m_words.reset();
    m_contents.reset();
}

base::Result<void> PdfSource::openForDrawing()
{
    if (m_drawn)
        return {};
    m_drawn = Poppler::Document::load(m_file.name(), m_password, m_password);
    if (!m_drawn || m_drawn->isLocked())
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the file could not be opened again"),
            Words::tr("check that it was not changed meanwhile"));
    m_drawn->setRenderHint(Poppler::Document::Antialiasing);
    m_drawn->setRenderHint(Poppler::Document::TextAntialiasing);
    return {};
}

base::Result<QImage> PdfSource::renderPage(int pageIndex, base::Dpi resolution, Annotations shown, std::stop_token stop)
{
    const QSizeF size = m_document.pages[pageIndex].size;
    const base::Result<PageScale> scale = pageScale(size, resolution);
    if (!scale)
        return std::unexpected(scale.error());
    forgetNowAndThen();
    if (const base::Result<void> open = openForDrawing(); !open)
        return std::unexpected(open.error());
    m_drawn->setRenderHint(Poppler::Document::HideAnnotations, shown == Annotations::Hidden);
    const std::unique_ptr<Poppler::Page> page = m_drawn->page(pageIndex);
    if (!page)
        return std::unexpected(cannotBeDrawn());

    // Poppler does not know user units: a page of 2 user units a point is drawn at twice the resolution.
    const double userUnit = page->pageSizeF().width() > 0 ? size.width() / page->pageSizeF().width() : 1;
    const double dpi = scale->resolution.value * userUnit;
    const int bandRows = rowsOfBand(scale->pixels);
    const QVariant asked = QVariant::fromValue(static_cast<void *>(&stop));
    BandJoiner joiner(scale->pixels);
    for (int y = 0; y < scale->pixels.height(); y += bandRows) {
        const int rows = std::min(bandRows, scale->pixels.height() - y);
        const QImage band = page->renderToImage(
            dpi, dpi, 0, y, scale->pixels.width(), rows, Poppler::Page::Rotate0, nullptr, nullptr, isStopped, asked);
        if (stop.stop_requested())
            return base::failure(base::ErrorCode::Cancelled, {});
        if (band.size() != QSize(scale->pixels.width(), rows)) // without memory Poppler goes on with one pixel
            return std::unexpected(noMemory());
        joiner.append(band.format() == QImage::Format_RGB32 ? band : band.convertToFormat(QImage::Format_RGB32));
    }
    QImage image = joiner.take();
    if (image.isNull())
        return std::unexpected(noMemory());
    const int dots = static_cast<int>(std::lround(scale->resolution.value / metresPerInch));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

base::Result<document::TextLayer> PdfSource::textLayer(int pageIndex)
{
    forgetNowAndThen();
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
