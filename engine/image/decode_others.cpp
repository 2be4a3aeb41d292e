// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/image/decoders.h"
#include "engine/image/turn.h"

#include <libheif/heif.h>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <webp/decode.h>
#include <webp/demux.h>

#include <cstring>
#include <memory>
#include <string>

namespace image {

namespace {

/// The chunk of that name in a RIFF file, empty where there is none.
FileBytes riffChunk(FileBytes file, const char *name)
{
    for (std::size_t at = 12; at + 8 <= file.size();) {
        std::size_t length = 0;
        for (std::size_t i = 4; i-- > 0;)
            length = length << 8 | file[at + 4 + i];
        if (length > file.size() - at - 8)
            return {};
        if (std::memcmp(file.data() + at, name, 4) == 0)
            return file.subspan(at + 8, length);
        at += 8 + length + length % 2;
    }
    return {};
}

template <class T, void (*release)(T *)>
struct Releaser {
    void operator()(T *subject) const { release(subject); }
};
template <class T, void (*release)(T *)>
using Owned = std::unique_ptr<T, Releaser<T, release>>;

/// A still picture within a moving one.
struct WebpFrame {
    FileBytes bytes; ///< empty: there is none
    int left = 0, top = 0, width = 0, height = 0;
};

WebpFrame firstFrame(FileBytes file)
{
    const WebPData data{file.data(), file.size()};
    const std::unique_ptr<WebPDemuxer, void (*)(WebPDemuxer *)> demuxer(WebPDemux(&data), WebPDemuxDelete);
    WebPIterator found{};
    if (!demuxer || !WebPDemuxGetFrame(demuxer.get(), 1, &found))
        return {};
    const WebpFrame frame{
        {found.fragment.bytes, found.fragment.size}, found.x_offset, found.y_offset, found.width, found.height};
    WebPDemuxReleaseIterator(&found);
    return frame; // its bytes are the file's
}

void releaseHandle(heif_image_handle *handle)
{
    heif_image_handle_release(handle);
}
void releaseImage(heif_image *image)
{
    heif_image_release(image);
}

void expect(const heif_error &error)
{
    if (error.code != heif_error_Ok)
        throw base::BadPicture(std::string("the HEIF picture cannot be read: ") + error.message);
}

} // namespace

base::Rgb8Image decodeWebp(FileBytes file)
{
    const auto complain
        = [](const char *what) { throw base::BadPicture(std::string("the WebP cannot be read: ") + what); };
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(file.data(), file.size(), &features) != VP8_STATUS_OK)
        complain("its header is broken");
    checkAnnouncedSize(features.width, features.height);
    base::Rgb8Image picture(features.width, features.height);
    WebpFrame frame{file, 0, 0, features.width, features.height};
    if (features.has_animation)
        frame = firstFrame(file);
    if (frame.left + frame.width > picture.width || frame.top + frame.height > picture.height)
        complain("its data are broken or cut off");
    std::uint8_t *target = picture.pixels.data() + picture.rowBytes() * static_cast<std::size_t>(frame.top)
        + std::size_t{3} * static_cast<std::size_t>(frame.left);
    const std::size_t room = picture.pixels.size() - static_cast<std::size_t>(target - picture.pixels.data());
    if (frame.bytes.empty()
        || !WebPDecodeRGBInto(frame.bytes.data(), frame.bytes.size(), target, room, 3 * features.width))
        complain("its data are broken or cut off");
    return turnUpright(std::move(picture), exifOrientation(riffChunk(file, "EXIF")));
}

base::Rgb8Image decodeHeif(FileBytes file)
{
    const Owned<heif_context, heif_context_free> context(heif_context_alloc());
    expect(heif_context_read_from_memory_without_copy(context.get(), file.data(), file.size(), nullptr));
    heif_image_handle *rawHandle = nullptr;
    expect(heif_context_get_primary_image_handle(context.get(), &rawHandle));
    const Owned<heif_image_handle, releaseHandle> handle(rawHandle);
    checkAnnouncedSize(heif_image_handle_get_width(rawHandle), heif_image_handle_get_height(rawHandle));
    heif_image *rawImage = nullptr;
    // Turned upright by the library, from the file's own transformations.
    expect(heif_decode_image(rawHandle, &rawImage, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr));
    const Owned<heif_image, releaseImage> decoded(rawImage);
    int stride = 0;
    const std::uint8_t *rows = heif_image_get_plane_readonly(rawImage, heif_channel_interleaved, &stride);
    base::Rgb8Image picture(heif_image_get_primary_width(rawImage), heif_image_get_primary_height(rawImage));
    for (int y = 0; rows && y < picture.height; ++y)
        std::memcpy(picture.row(y), rows + static_cast<std::ptrdiff_t>(y) * stride, picture.rowBytes());
    return picture;
}

base::Rgb8Image decodeWithOpenCv(FileBytes file, std::int64_t width, std::int64_t height)
{
    checkAnnouncedSize(width, height);
    // Its complaints would reach standard error; ours is the exception below.
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::Mat decoded;
    try {
        const cv::Mat bytes(1, static_cast<int>(file.size()), CV_8U, const_cast<std::uint8_t *>(file.data()));
        decoded = cv::imdecode(bytes, cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
        if (decoded.empty()) { // a bare JPEG 2000 code stream of one channel is only read as grey
            const cv::Mat grey = cv::imdecode(bytes, cv::IMREAD_GRAYSCALE | cv::IMREAD_IGNORE_ORIENTATION);
            if (!grey.empty())
                cv::cvtColor(grey, decoded, cv::COLOR_GRAY2BGR);
        }
    } catch (const cv::Exception &) {
        decoded.release();
    }
    if (decoded.empty() || decoded.type() != CV_8UC3)
        throw base::BadPicture("the picture cannot be read: its data are broken, cut off or of a rare kind");
    base::Rgb8Image picture(decoded.cols, decoded.rows);
    cv::Mat target(decoded.rows, decoded.cols, CV_8UC3, picture.pixels.data());
    cv::cvtColor(decoded, target, cv::COLOR_BGR2RGB);
    return picture;
}

} // namespace image
