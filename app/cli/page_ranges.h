// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QStringView>

namespace cli {

/// Page numbers as a person types them ("1-5,9", "7-"), from 1. Empty: every page.
class PageRanges {
public:
    /// The pages of a document with @p count pages, and the first wanted page that it does not have (0: none).
    struct Selection {
        QList<int> pages; ///< from 1, ascending, each once
        int missing = 0;
    };

    /// RequestRejected when @p text is no list of numbers and ranges, a range runs backwards, or a number is 0.
    static base::Result<PageRanges> parse(QStringView text);

    /// A range that begins inside the document and ends past it gives the pages that are there; one that begins past the end is missing.
    [[nodiscard]] Selection of(int count) const;
    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty(); }

private:
    struct Range {
        int first;
        int last; ///< largest int for an open end
    };
    QList<Range> m_ranges;
};

} // namespace cli
