// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locate/searchable_block.h"

#include "app/locate/fold.h"

#include <algorithm>

namespace locate {

namespace {

/// Whether two neighbouring words stand on one printed line, or (vertical writing) in one column.
bool isOneLine(const base::NormalizedRect &a, const base::NormalizedRect &b)
{
    if (a.isEmpty() || b.isEmpty())
        return true;
    const double shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
    return shared > 0.5 * std::min(a.height(), b.height());
}

bool needsNoBlank(const QString &left, const QString &right)
{
    return !left.isEmpty() && !right.isEmpty() && isUnspaced(left.back().unicode())
        && isUnspaced(right.front().unicode());
}

} // namespace

SearchableBlock searchableBlock(const document::Block &block)
{
    if (block.words.isEmpty())
        return {block.text, {}};
    SearchableBlock searchable;
    for (qsizetype index = 0; index < block.words.size(); ++index) {
        const document::Word &word = block.words[index];
        if (index > 0) {
            const document::Word &before = block.words[index - 1];
            if (!isOneLine(before.box, word.box))
                searchable.text += u'\n';
            else if (!needsNoBlank(before.text, word.text))
                searchable.text += u' ';
        }
        searchable.wordBegins.append(searchable.text.size());
        searchable.text += word.text;
    }
    return searchable;
}

QList<base::NormalizedRect> lineBoxes(const QList<document::Word> &words, qsizetype first, qsizetype count)
{
    QList<base::NormalizedRect> boxes;
    for (const document::Word &word : words.mid(first, count)) {
        if (word.box.isEmpty())
            continue;
        if (!boxes.isEmpty() && isOneLine(boxes.last(), word.box))
            boxes.last() = boxes.last().united(word.box);
        else
            boxes.append(word.box);
    }
    return boxes;
}

} // namespace locate
