// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/picture_source.h"

#include "app/render/limits.h"
#include "app/render/read_jpeg.h"
#include "app/render/to_page_image.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>

#include <cmath>

namespace render {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PictureSource)
};

constexpr double metresPerInch = 0.0254;

base::Result<QImage> readWithQt(const base::OpenFile &file, const QByteArray &format, int frame)
{
    QFile device(file.name());
    if (!device.open(QIODevice::ReadOnly))
        return std::unexpected(base::readFailure(EIO));
    // The size was judged by our own limits; Qt's would refuse a newspaper page. The format is given, not guessed, so that
    // no plugin for something else gets the file.
    QImageReader::setAllocationLimit(0);
    QImageReader reader(&device, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(false);
    if (!reader.canRead() && reader.error() == QImageReader::UnsupportedFormatError)
        return base::failure(base::ErrorCode::FormatUnknown,
            Words::tr("this machine has no reader for %1 pictures").arg(QString::fromLatin1(format).toUpper()),
            Words::tr("save it as PNG or JPEG"));
    QImage image;
    if ((frame > 0 && !reader.jumpToImage(frame)) || !reader.read(&image))
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the picture is broken or cut off"),
            Words::tr("get the file again, or save it anew in its program"), reader.errorString());
    return image;
}

QImage scaledDown(QImage image)
{
    const double pixels = static_cast<double>(image.width()) * image.height();
    if (pixels <= static_cast<double>(mostPicturePixels))
        return image;
    const double share = std::sqrt(static_cast<double>(mostPagePixels) / pixels);
    return image.scaled(static_cast<int>(image.width() * share), static_cast<int>(image.height() * share),
        Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

PictureSource::PictureSource(base::OpenFile file, document::Document document)
    : m_file(std::move(file))
    , m_document(std::move(document))
{
}

base::Result<QImage> PictureSource::decode(const document::PageGeometry &page, const std::stop_token &stop) const
{
    if (m_document.source.format == "jpeg")
        return readJpeg(m_file, stop);
    if (page.size.width() * page.size.height() > static_cast<double>(mostPicturePixels))
        return std::unexpected(
            pictureTooLarge(static_cast<qint64>(page.size.width()), static_cast<qint64>(page.size.height())));
    base::Result<QImage> image = readWithQt(m_file, m_document.source.format, page.frame);
    if (image)
        *image = toPageImage(std::move(*image));
    return image;
}

base::Result<QImage> PictureSource::renderPage(int pageIndex, base::Dpi, Annotations, std::stop_token stop)
{
    const document::PageGeometry &page = m_document.pages[pageIndex];
    base::Result<QImage> image = decode(page, stop);
    if (!image)
        return image;
    if (image->isNull())
        return std::unexpected(
            pictureTooLarge(static_cast<qint64>(page.size.width()), static_cast<qint64>(page.size.height())));
    *image = scaledDown(turnUpright(*image, page.exifOrientation));
    const double reduced = image->width() / page.size.width();
    const int dots = static_cast<int>(std::lround(page.resolution.value * reduced / metresPerInch));
    image->setDotsPerMeterX(dots); // Qt ignores 0: a picture that states none keeps Qt's default
    image->setDotsPerMeterY(dots);
    return image;
}

base::Result<document::TextLayer> PictureSource::textLayer(int pageIndex)
{
    document::TextLayer none;
    none.size = m_document.pages[pageIndex].size;
    return none;
}

} // namespace render
