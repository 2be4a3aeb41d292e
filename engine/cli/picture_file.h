// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace cli {

/// "640x480" to its two numbers. @throws base::BadRequest otherwise, or when a side is 0 or over 100,000.
std::pair<int, int> parseSize(std::string_view text);

/// Reads a picture: RGB bytes when @p rawSize is given, else a picture file (EXIF turned, alpha dropped).
/// @throws base::BadPicture naming the file.
base::Rgb8Image readPicture(const std::filesystem::path &path, std::optional<std::pair<int, int>> rawSize);

} // namespace cli
