// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/readers/tesseract/api_pool.h"

struct Pix;

namespace readers {

/// Tesseract's orientation and script detection over a decoded picture. Confidence 0 when it has too few characters.
PictureOrientation detectOrientation(Pix *pix, ApiPool &pool, const Languages &languages);

/// Is the script more than a guess? Else Latin is taken.
bool isScriptSure(const PictureOrientation &found);

} // namespace readers
