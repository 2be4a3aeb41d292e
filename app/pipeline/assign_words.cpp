// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/assign_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pipeline {

namespace {

/// How far a point lies outside a box, in shares of the page; 0 inside.
double distance(double x, double y, const base::NormalizedRect &box)
{
    const double dx = std::max({box.x0 - x, 0.0, x - box.x1});
    const double dy = std::max({box.y0 - y, 0.0, y - box.y1});
    return std::hypot(dx, dy);
}

double distance(double x, double y, const document::Block &block)
{
    double nearest = std::numeric_limits<double>::max();
    for (const base::NormalizedRect &box : block.boxes)
        nearest = std::min(nearest, distance(x, y, box));
    return nearest;
}

/// The block for a word, searched from the block of the word before it, since both lists are in reading order.
qsizetype blockOf(const document::Word &word, const QList<document::Block> &blocks, qsizetype previous)
{
    const double x = (word.box.x0 + word.box.x1) / 2;
    const double y = (word.box.y0 + word.box.y1) / 2;
    qsizetype best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (qsizetype step = 0; step < blocks.size(); ++step) {
        const qsizetype index = (previous + step) % blocks.size();
        if (blocks[index].type == QLatin1StringView("image") && blocks[index].text.isEmpty())
            continue;
        const double away = distance(x, y, blocks[index]);
        if (away < nearest) {
            nearest = away;
            best = index;
        }
        if (nearest == 0)
            break;
    }
    return best;
}

bool isOnLine(const document::Word &word, const base::NormalizedRect &line)
{
    const double shared = std::min(word.box.y1, line.y1) - std::max(word.box.y0, line.y0);
    return shared > 0.5 * std::min(word.box.height(), line.height());
}

/// Scripts written without blanks between words.
bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return c.unicode() >= 0x3000 && c.unicode() <= 0x303F; // CJK punctuation
    }
}

void appendToLine(document::Line &line, const document::Word &word)
{
    const bool parted = !line.text.isEmpty() && !word.text.isEmpty()
        && !(isUnspaced(line.text.back()) && isUnspaced(word.text.front()));
    if (parted)
        line.text += u' ';
    line.text += word.text;
    line.box = line.box.united(word.box);
}

QList<document::Line> linesOf(const QList<document::Word> &words)
{
    QList<document::Line> lines;
    for (const document::Word &word : words) {
        if (lines.isEmpty() || !isOnLine(word, lines.back().box))
            lines.append(document::Line());
        appendToLine(lines.back(), word);
    }
    return lines;
}

} // namespace

void assignWords(const QList<document::Word> &words, QList<document::Block> &blocks)
{
    qsizetype previous = 0;
    for (const document::Word &word : words) {
        const qsizetype index = blockOf(word, blocks, previous);
        if (index < 0)
            continue;
        blocks[index].words.append(word);
        previous = index;
    }
    for (document::Block &block : blocks) {
        if (!block.words.isEmpty())
            block.lines = linesOf(block.words);
    }
}

} // namespace pipeline
