// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace document {

/// The page with those blocks marked as corrected that a person has changed or made.
/// @param before  the blocks as they were, marks included.
[[nodiscard]] Page withMarks(Page page, const QList<Block> &before);

/// A reading of a page with what a person had corrected on it: each corrected block stands in place of what was read where it lies, or,
/// where nothing was read there (yet), below what stands above it. No corrected block is ever left out or changed.
/// @param before  the blocks of the page so far.
[[nodiscard]] Page withCorrections(Page read, const QList<Block> &before);

} // namespace document
