// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QSet>

namespace document {

/// Lets equal words of a document's pages be one text in memory: a book has some ten thousand different ones, and each held for itself is a
/// quarter of what a page takes. A QString is shared until it is changed, so nobody sees a difference.
class SharedTexts {
public:
    void share(Page &page);
    void clear() { m_words.clear(); }

private:
    QSet<QString> m_words;
};

} // namespace document
