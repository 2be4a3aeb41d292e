// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/read_jpeg.h"

#include "app/base/log.h"
#include "app/render/limits.h"

#include <QCoreApplication>

#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <unistd.h>

#include <jerror.h>
#include <jpeglib.h>

namespace render {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReadJpeg)
};

/// libjpeg leaves by longjmp on an error: nothing with a destructor may be made between setjmp and it.
struct Errors {
    jpeg_error_mgr manager;
    std::jmp_buf leave;
    bool endedEarly;
    char message[JMSG_LENGTH_MAX];
};

void leaveOnError(j_common_ptr codec)
{
    auto *errors = reinterpret_cast<Errors *>(codec->err);
    codec->err->format_message(codec, errors->message);
    std::longjmp(errors->leave, 1);
}

void noteWarning(j_common_ptr codec, int level)
{
    if (level >= 0)
        return;
    ++codec->err->num_warnings;
    auto *errors = reinterpret_cast<Errors *>(codec->err);
    codec->err->format_message(codec, errors->message);
    errors->endedEarly = errors->endedEarly || codec->err->msg_code == JWRN_JPEG_EOF;
}

/// By how much the picture is divided while decoding: 1, 2, 4 or 8; 0 when even that leaves too many pixels.
unsigned reduction(const jpeg_decompress_struct &jpeg)
{
    const qint64 pixels = qint64{jpeg.image_width} * jpeg.image_height;
    if (pixels <= mostPicturePixels)
        return 1;
    if (jpeg.progressive_mode)
        return 0;
    for (const unsigned by : {2U, 4U, 8U}) {
        if (pixels / (by * by) <= mostPagePixels)
            return by;
    }
    return 0;
}

/// Adobe's programs store CMYK inverted, and every other program has followed them.
void cmykRowToRgb(const uchar *inverted, uchar *rgb, unsigned width)
{
    for (unsigned x = 0; x < width; ++x, inverted += 4, rgb += 3) {
        for (int i = 0; i < 3; ++i)
            rgb[i] = static_cast<uchar>((inverted[i] * inverted[3] + 127) / 255);
    }
}

class Decoder {
public:
    explicit Decoder(std::FILE *stream)
    {
        m_jpeg.err = jpeg_std_error(&m_errors.manager);
        m_errors.manager.error_exit = leaveOnError;
        m_errors.manager.emit_message = noteWarning;
        m_errors.endedEarly = false;
        m_errors.message[0] = 0;
        jpeg_create_decompress(&m_jpeg);
        jpeg_stdio_src(&m_jpeg, stream);
    }
    ~Decoder() { jpeg_destroy_decompress(&m_jpeg); }
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    /// Reads the header and settles format and scale. False on a broken header.
    bool begin()
    {
        if (setjmp(m_errors.leave) != 0)
            return false;
        jpeg_read_header(&m_jpeg, TRUE);
        m_reduction = reduction(m_jpeg);
        m_jpeg.scale_num = 1;
        m_jpeg.scale_denom = std::max(1U, m_reduction);
        if (m_jpeg.jpeg_color_space == JCS_CMYK || m_jpeg.jpeg_color_space == JCS_YCCK)
            m_jpeg.out_color_space = JCS_CMYK;
        else
            m_jpeg.out_color_space = m_jpeg.jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_calc_output_dimensions(&m_jpeg);
        return true;
    }

    /// Decodes all rows. False on an error; true as well when stopped.
    bool rows(QImage &image, QByteArray &cmykRow, const std::stop_token &stop)
    {
        if (setjmp(m_errors.leave) != 0)
            return false;
        jpeg_start_decompress(&m_jpeg);
        while (m_jpeg.output_scanline < m_jpeg.output_height && !stop.stop_requested()) {
            uchar *to = image.scanLine(static_cast<int>(m_jpeg.output_scanline));
            uchar *row = isCmyk() ? reinterpret_cast<uchar *>(cmykRow.data()) : to;
            jpeg_read_scanlines(&m_jpeg, &row, 1);
            if (isCmyk())
                convertCmyk(row, to);
        }
        return true;
    }

    [[nodiscard]] bool isCmyk() const { return m_jpeg.out_color_space == JCS_CMYK; }
    [[nodiscard]] const jpeg_decompress_struct &jpeg() const { return m_jpeg; }
    [[nodiscard]] unsigned reducedBy() const { return m_reduction; }
    [[nodiscard]] const Errors &errors() const { return m_errors; }

private:
    void convertCmyk(uchar *row, uchar *to) const
    {
        if (!m_jpeg.saw_Adobe_marker) {
            for (unsigned i = 0; i < m_jpeg.output_width * 4; ++i)
                row[i] = static_cast<uchar>(255 - row[i]);
        }
        cmykRowToRgb(row, to, m_jpeg.output_width);
    }

    jpeg_decompress_struct m_jpeg{};
    Errors m_errors{};
    unsigned m_reduction = 1;
};

} // namespace

base::Result<QImage> readJpeg(const base::OpenFile &file, const std::stop_token &stop)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> stream(
        std::fopen(file.name().toLatin1().constData(), "rbe"), std::fclose);
    if (!stream)
        return std::unexpected(base::readFailure(errno));
    const auto broken = [](const Errors &errors) {
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the JPEG picture is broken"),
            Words::tr("get the file again, or save it anew in its program"), QString::fromLatin1(errors.message));
    };
    Decoder decoder(stream.get());
    if (!decoder.begin())
        return broken(decoder.errors());
    if (decoder.reducedBy() == 0)
        return std::unexpected(pictureTooLarge(decoder.jpeg().image_width, decoder.jpeg().image_height));
    const QSize size(static_cast<int>(decoder.jpeg().output_width), static_cast<int>(decoder.jpeg().output_height));
    QImage image(
        size, decoder.jpeg().out_color_space == JCS_GRAYSCALE ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    if (image.isNull())
        return std::unexpected(pictureTooLarge(size.width(), size.height()));
    QByteArray cmykRow(decoder.isCmyk() ? qsizetype{size.width()} * 4 : 0, Qt::Uninitialized);
    const bool decoded = decoder.rows(image, cmykRow, stop);
    if (stop.stop_requested())
        return base::failure(base::ErrorCode::Cancelled, {});
    if (decoder.errors().endedEarly)
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the picture is cut off: its data end too early"),
            Words::tr("get the file again"));
    if (!decoded)
        return broken(decoder.errors());
    if (decoder.errors().message[0] != 0)
        qCInfo(base::logRender) << "JPEG:" << decoder.errors().message;
    return image;
}

} // namespace render
