// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/picture_file.h"

#include "engine/base/exceptions.h"
#ifdef ENGINE_IMAGE_DECODERS
#include "engine/image/decode.h"
#endif

#include <charconv>
#include <fstream>
#include <vector>

namespace cli {

namespace {

constexpr int largestSide = 100'000;

std::vector<std::uint8_t> readBytes(const std::filesystem::path &path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !std::filesystem::is_regular_file(path) || !file)
        throw base::BadPicture(path.string() + ": cannot be read");
    std::vector<std::uint8_t> bytes(size);
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(file.gcount()) != size)
        throw base::BadPicture(path.string() + ": cannot be read to its end");
    return bytes;
}

base::Rgb8Image fromRaw(const std::filesystem::path &path, std::vector<std::uint8_t> bytes, std::pair<int, int> size)
{
    const auto needed = static_cast<std::uintmax_t>(size.first) * static_cast<std::uintmax_t>(size.second) * 3;
    if (bytes.size() != needed)
        throw base::BadPicture(path.string() + ": has " + std::to_string(bytes.size()) + " bytes, but "
            + std::to_string(size.first) + "x" + std::to_string(size.second) + " RGB needs " + std::to_string(needed));
    base::Rgb8Image picture;
    picture.width = size.first;
    picture.height = size.second;
    picture.pixels = std::move(bytes);
    return picture;
}

} // namespace

std::pair<int, int> parseSize(std::string_view text)
{
    int width = 0, height = 0;
    const char *end = text.data() + text.size();
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): its end is told
    const auto [middle, error] = std::from_chars(text.data(), end, width);
    const bool separated = error == std::errc{} && middle != end && (*middle == 'x' || *middle == 'X');
    const auto last = separated ? std::from_chars(middle + 1, end, height)
                                : std::from_chars_result{end, std::errc::invalid_argument};
    if (last.ec != std::errc{} || last.ptr != end || width < 1 || height < 1 || width > largestSide
        || height > largestSide)
        throw base::BadRequest("\"" + std::string(text.substr(0, 40))
            + "\" is not a size; WIDTHxHEIGHT in pixels is needed, 1x1 to 100000x100000");
    return {width, height};
}

base::Rgb8Image readPicture(const std::filesystem::path &path, std::optional<std::pair<int, int>> rawSize)
{
    std::vector<std::uint8_t> bytes = readBytes(path);
    if (rawSize)
        return fromRaw(path, std::move(bytes), *rawSize);
#ifdef ENGINE_IMAGE_DECODERS
    try {
        return image::decode(bytes);
    } catch (const base::BadPicture &fault) {
        throw base::BadPicture(path.string() + ": " + fault.what());
    }
#else
    throw base::BadPicture(path.string() + ": this build reads no picture files; give RGB bytes with --raw WxH");
#endif
}

} // namespace cli
