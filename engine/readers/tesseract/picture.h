// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>

struct Pix;

namespace readers {

struct PixDeleter {
    void operator()(Pix *pix) const;
};
/// A Leptonica picture that is freed with its owner.
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

/// What a picture may measure: the contract's limits (a byte a pixel of the largest stays under 1 GB in Tesseract).
inline constexpr std::size_t mostPixels = 100'000'000;
inline constexpr int longestSide = 32'000;

/// Looks at the header alone. @throws RequestError as decodePicture, for what it tells.
void checkPicture(const std::string &encoded);

/// Reads an encoded picture: 1, 8 or 32 bits deep, no palette, no alpha (white behind), 16-bit samples reduced to 8.
///
/// The header is looked at first, so that an over-large picture costs nothing. Any thread.
/// @throws RequestError picture_undecodable or picture_too_large (param "messages").
PixPtr decodePicture(const std::string &encoded);

} // namespace readers
