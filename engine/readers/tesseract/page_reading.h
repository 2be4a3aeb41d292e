// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/readers/tesseract/api_pool.h"
#include "engine/readers/tesseract/picture.h"

namespace readers {

/// Reads one page on the calling thread; text goes to @p output block by block.
///
/// @param pix      decoded, see decodePicture.
/// @param request  its languages are installed; none: found from the picture's script.
/// @param stop     looked at before each word; after a stop the result is whatever was read.
ReadResult readPage(PixPtr pix, const ReadRequest &request, ApiPool &pool, const Languages &languages, Output &output,
    const std::stop_token &stop);

} // namespace readers
