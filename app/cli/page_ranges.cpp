// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/page_ranges.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageRanges)
};

constexpr int openEnd = std::numeric_limits<int>::max();

/// A number from 1; 0 for anything else (signs, blanks and other digits than 0-9 too).
int pageNumber(QStringView text)
{
    const bool digitsOnly = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digitsOnly ? text.toInt() : 0; // toInt gives 0 for an empty or too large number
}

} // namespace

base::Result<PageRanges> PageRanges::parse(QStringView text)
{
    PageRanges ranges;
    for (const QStringView part : text.split(u',')) {
        const QStringView trimmed = part.trimmed();
        const qsizetype dash = trimmed.indexOf(u'-');
        const int first = pageNumber(dash < 0 ? trimmed : trimmed.first(dash));
        const QStringView end = dash < 0 ? trimmed : trimmed.sliced(dash + 1);
        const int last = dash >= 0 && end.isEmpty() ? openEnd : pageNumber(end);
        if (first < 1 || last < first) {
            return base::failure(base::ErrorCode::RequestRejected, Words::tr("'%1' is no list of pages").arg(text),
                Words::tr("write it like 1-5,9"));
        }
        ranges.m_ranges.append({first, last});
    }
    return ranges;
}

PageRanges::Selection PageRanges::of(int count) const
{
    Selection selection;
    for (const Range &range : m_ranges.isEmpty() ? QList<Range>{{1, openEnd}} : m_ranges) {
        if (range.first > count && selection.missing == 0)
            selection.missing = range.first;
        for (int page = range.first; page <= std::min(range.last, count); ++page)
            selection.pages.append(page);
    }
    std::ranges::sort(selection.pages);
    const auto repeated = std::ranges::unique(selection.pages);
    selection.pages.erase(repeated.begin(), repeated.end());
    return selection;
}

} // namespace cli
