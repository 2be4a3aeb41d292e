// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// How the official scripts write: the single-picture one (hf) or the PDF one.
enum class TranscriptFormat { Hf, Pdf };

/// Pixels of the picture: left, top, right, bottom; right and bottom are outside.
using PixelBox = std::array<int, 4>;

struct Crop {
    PixelBox box;
    std::string file; ///< "0.jpg"; PDF: "PAGE_0.jpg"
};

struct LabelledBox {
    std::string label;
    PixelBox box;
};

/// A grounded transcript as a person reads it.
struct CleanTranscript {
    std::string text;
    std::vector<Crop> crops; ///< of label image, in order; never empty boxes
    std::vector<LabelledBox> boxes; ///< of every label, in order
    bool ended = false; ///< the end token was there
};

/// A box in 0..999 on a picture of that size: trunc(v / 999 * size), corners sorted, clamped to the picture.
PixelBox toPixels(const std::array<double, 4> &box, int width, int height);

/// Does what the official scripts do with a transcript (specification 8.3), except for their known faults: links and files
/// are numbered by box; each tag is replaced where it stands; a link is written for each crop and for nothing else; corners
/// are sorted and clamped; boxes are read as data; \coloneqq is replaced with or without tags, and runs of blank lines (PDF)
/// whatever the tags are;
/// a PDF page without end token is kept.
/// @param page  from 0; only the PDF format names it.
/// @pre width, height > 0
CleanTranscript cleanTranscript(
    std::string_view transcript, int width, int height, TranscriptFormat format, int page = 0);

} // namespace cli
