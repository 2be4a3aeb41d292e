// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace locate {

/// How a place was found: as typed; but for case, accents, ligatures, hyphens; but for what readers confuse; by the model.
enum class MatchKind { Exact, Folded, Fuzzy, Model };
[[nodiscard]] QString matchKindName(MatchKind kind); ///< "exact", "folded", "fuzzy", "model"

/// Whose boxes a place has.
enum class Precision {
    Words, ///< around the words found
    Block, ///< around the block they are in: its reader gave no words
    Model, ///< as the model drew them
};

/// Where something stands.
struct Place {
    int pageIndex = 0; ///< from 0
    QString blockId; ///< empty for the model's
    QList<base::NormalizedRect> boxes; ///< one a printed line, of the page as seen; empty where nothing is known
    Precision precision = Precision::Words;
    QString text; ///< as it stands there; for the model what was asked
    QString before; ///< what stands before it in its block, a few words
    QString after;
    MatchKind kind = MatchKind::Exact;
    double score = 1; ///< 0..1, 1 for exact

    [[nodiscard]] QString snippet() const; ///< before, text and after, in one line
    bool operator==(const Place &) const = default;
};

struct Places {
    QList<Place> list; ///< in the order of pages and of reading
    qsizetype total = 0; ///< with those beyond the limit
};

/// The text of a document's pages, ready to be searched. A value: copies share, so a search may run on another thread while
/// pages change.
class TextIndex {
public:
    /// Takes a page's text, or its new text. @param pageIndex  from 0; pages between that were never set are empty.
    void setPage(int pageIndex, const document::Page &page);
    void clear() { m_pages.clear(); }
    [[nodiscard]] int pageCount() const { return int(m_pages.size()); }

    /// All places of @p text. Empty for a text of blanks. Any thread; pages are looked at between stops.
    /// @param limit      places worked out; more are counted only.
    /// @param pageIndex  only this page; -1 for all.
    [[nodiscard]] Places find(
        const QString &text, qsizetype limit = 2000, int pageIndex = -1, std::stop_token stop = {}) const;

private:
    struct PageText {
        QList<document::Block> blocks; ///< shared with the document
        QString folded; ///< of all blocks, '\n' after each
        QList<qint32> blockBegins; ///< in @c folded
    };
    struct Match;
    class Search;

    QList<PageText> m_pages;
};

} // namespace locate
