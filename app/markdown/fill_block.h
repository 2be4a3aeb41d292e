// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/parse_line.h"

namespace markdown {

/// A block as the events give it: its region and its lines.
struct RawBlock {
    document::Region region;
    QString source; ///< lines parted by '\n'
};

/// The document's block: level, markdown, text and HTML from the source. Id as "p3-b7"; @p index from 0.
[[nodiscard]] document::Block fillBlock(const RawBlock &raw, Content content, int pageNumber, qsizetype index);

} // namespace markdown
