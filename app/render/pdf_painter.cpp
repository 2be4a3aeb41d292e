// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pdf_painter.h"

#include "app/base/log.h"

#include <Annot.h>
#include <Error.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <array>

namespace render {

namespace {

constexpr int rowAlignment = 4; // bytes; QImage's own
constexpr int wholeTurn = 180; // degrees; after a quarter turn width and height change places

/// The bitmap of a page of at most so many pixels is kept for the next one: A4 at 200 dots per inch, 16 MB.
constexpr qint64 mostKeptPixels = 4'000'000;

void noteMessage(ErrorCategory, Goffset position, const char *message)
{
    qCDebug(base::logRender).noquote() << message << "at byte" << position;
}

bool isStopped(void *stop)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested();
}

bool isFormField(Annot *annotation, void *)
{
    return annotation->getType() == Annot::typeWidget;
}

std::optional<GooString> passwordOf(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    return GooString(bytes.toStdString());
}

} // namespace

struct PdfPainter::Poppler {
    GlobalParamsIniter parameters{noteMessage}; // before and after all else
    PDFDoc document;
    std::unique_ptr<SplashOutputDev> device{};

    Poppler(const QString &fileName, const QByteArray &password)
        : document(std::make_unique<GooString>(fileName.toStdString()), passwordOf(password), passwordOf(password))
    {
    }
};

std::unique_ptr<PdfPainter> PdfPainter::open(const QString &fileName, const QByteArray &password)
{
    auto poppler = std::make_unique<Poppler>(fileName, password);
    if (!poppler->document.isOk())
        return {};
    setErrorCallback(noteMessage); // poppler-cpp may have been here first
    std::array<unsigned char, 3> white{255, 255, 255};
    poppler->device = std::make_unique<SplashOutputDev>(splashModeRGB8, rowAlignment, false, white.data());
    poppler->device->setFontAntialias(true);
    poppler->device->setVectorAntialias(true);
    poppler->device->setFreeTypeHinting(false, false);
    poppler->device->startDoc(&poppler->document);
    return std::unique_ptr<PdfPainter>(new PdfPainter(std::move(poppler)));
}

PdfPainter::PdfPainter(std::unique_ptr<Poppler> poppler)
    : m_poppler(std::move(poppler))
{
}

PdfPainter::~PdfPainter() = default;

QSizeF PdfPainter::pageSize(int pageIndex) const
{
    const Page *page = m_poppler->document.getPage(pageIndex + 1);
    if (!page || !page->isOk())
        return {};
    const QSizeF size(page->getCropWidth(), page->getCropHeight());
    return page->getRotate() % wholeTurn == 0 ? size : size.transposed();
}

QImage PdfPainter::draw(int pageIndex, double dpi, const QRect &part, Notes notes, const std::stop_token &stop)
{
    SplashOutputDev &device = *m_poppler->device;
    auto *asked = const_cast<std::stop_token *>(&stop); // isStopped does not change it
    m_poppler->document.displayPageSlice(&device, pageIndex + 1, dpi, dpi, 0, false, true, false, part.x(), part.y(),
        part.width(), part.height(), isStopped, asked, notes == Notes::Hidden ? isFormField : nullptr);
    SplashBitmap *bitmap = device.getBitmap();
    if (!bitmap || bitmap->getWidth() != part.width() || bitmap->getHeight() != part.height())
        return {}; // without memory Poppler goes on with one pixel
    const auto image = [&](QImageCleanupFunction free, void *owner) {
        return QImage(bitmap->getDataPtr(), bitmap->getWidth(), bitmap->getHeight(), bitmap->getRowSize(),
            QImage::Format_RGB888, free, owner);
    };
    if (qint64{part.width()} * part.height() <= mostKeptPixels)
        return image(nullptr, nullptr);
    const auto free = [](void *taken) { delete static_cast<SplashBitmap *>(taken); };
    return image(free, device.takeBitmap());
}

} // namespace render
