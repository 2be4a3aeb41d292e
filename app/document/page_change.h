// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace document {

/// What one step made of a page: the blocks that were replaced and, where it changed, the rest of the page. As large as what changed, however
/// long the page is: thousands of steps are kept in memory.
struct PageChange {
    qsizetype from = 0; ///< index of the first block that was replaced
    QList<Block> removed;
    QList<Block> inserted;
    std::optional<Page> headerBefore; ///< the page without blocks; both or none
    std::optional<Page> headerAfter;

    bool operator==(const PageChange &) const = default;
};

[[nodiscard]] Page withoutBlocks(Page page);

[[nodiscard]] PageChange changeBetween(const Page &before, const Page &after);
[[nodiscard]] PageChange inverse(PageChange change);

/// The page with the change made. Where the page is not the one that the change was made of (it was read anew since), blocks are found by
/// their ids, and only those that are still as the change expects them are touched: nothing that came later is lost.
[[nodiscard]] Page applied(const PageChange &change, Page page);

} // namespace document
