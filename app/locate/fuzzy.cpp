// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locate/fuzzy.h"

#include "app/locate/fold.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace locate {

namespace {

// Quarters of an edit.
constexpr int confusionCost = 1;
constexpr int blankCost = 2; // a blank too many or too few
constexpr int editCost = 4;
constexpr int digitCost = 16; // more than any budget: another number is another thing, 12 is not nearly 13
constexpr int never = std::numeric_limits<int>::max() / 2;

/// Letters and digits that readers confuse, each family under its first member.
constexpr QStringView families[] = {u"il1|!", u"o0", u"sf5$", u"b68", u"gq9", u"z2", u"ce", u"uv", u"t7"};

/// Two letters that look like one.
struct Digraph {
    char16_t first;
    char16_t second;
    char16_t one;
};
constexpr Digraph digraphs[] = {{u'r', u'n', u'm'}, {u'c', u'l', u'd'}, {u'v', u'v', u'w'}};

char16_t familyOf(char16_t letter)
{
    static const std::array<char16_t, 128> table = [] {
        std::array<char16_t, 128> made{};
        for (char16_t c = 0; c < made.size(); ++c)
            made[c] = c;
        for (const QStringView family : families) {
            for (const QChar c : family)
                made[c.unicode()] = family.front().unicode();
        }
        return made;
    }();
    return letter < table.size() ? table[letter] : letter;
}

const Digraph *digraphAt(QStringView text, qsizetype index)
{
    if (index < 0 || index + 1 >= text.size())
        return nullptr;
    const char16_t first = text[index].unicode();
    if (first != u'r' && first != u'c' && first != u'v')
        return nullptr;
    const auto found = std::ranges::find_if(
        digraphs, [&](const Digraph &pair) { return pair.first == first && pair.second == text[index + 1].unicode(); });
    return found == std::end(digraphs) ? nullptr : found;
}

/// One letter for each family and digraph; blanks stay.
template <class Put>
void eachOfSkeleton(QStringView text, const Put &put)
{
    for (qsizetype index = 0; index < text.size(); ++index) {
        const Digraph *pair = digraphAt(text, index);
        put(pair ? familyOf(pair->one) : familyOf(text[index].unicode()), index, pair ? 2 : 1);
        index += pair ? 1 : 0;
    }
}

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate();
}

bool beginsWord(QStringView text, qsizetype index)
{
    return index == 0 || !isWordLetter(text[index - 1]) || isUnspaced(text[index].unicode());
}

int substitutionCost(QChar a, QChar b)
{
    if (a == b)
        return 0;
    if (familyOf(a.unicode()) == familyOf(b.unicode()))
        return confusionCost;
    return a.isDigit() || b.isDigit() ? digitCost : editCost;
}

int lengthCost(QChar c)
{
    return c == u' ' ? blankCost : c.isDigit() ? digitCost : editCost;
}

struct Cell {
    int cost = never;
    qsizetype begin = 0;

    void take(const Cell &from, int extra)
    {
        if (from.cost + extra < cost) {
            cost = from.cost + extra;
            begin = from.begin;
        }
    }
};

} // namespace

NearText::NearText(const QString &folded)
    : m_text(folded)
{
    const qsizetype length = folded.size();
    const bool isLettered = std::ranges::any_of(folded, [](QChar c) { return c.isLetterOrNumber(); });
    if (length < 3 || !isLettered)
        return;
    m_edits = length < 6 ? 0 : length < 10 ? 1 : length < 16 ? 2 : 3;
    m_budget = editCost * m_edits + (length < 4 ? confusionCost : 2 * confusionCost);
    eachOfSkeleton(folded, [this](char16_t letter, qsizetype, int) {
        if (m_skeleton.size() < 64)
            m_skeleton.append(QChar(letter));
    });
    for (qsizetype index = 0; index < m_skeleton.size(); ++index) {
        const char16_t letter = m_skeleton[index].unicode();
        quint64 &positions = letter < m_ascii.size() ? m_ascii[letter] : m_others[letter];
        positions |= quint64{1} << index;
    }
}

quint64 NearText::positionsOf(char16_t letter) const
{
    return letter < m_ascii.size() ? m_ascii[letter] : m_others.value(letter);
}

/// Myers' bit-parallel edit distance over skeletons says where a match may end; the weighted one decides.
QList<NearMatch> NearText::find(QStringView folded) const
{
    QList<NearMatch> matches;
    if (isEmpty())
        return matches;
    const quint64 last = quint64{1} << (m_skeleton.size() - 1);
    const qsizetype reach = m_text.size() + 2 * m_edits + 4; // how far before its end a match can begin
    const qsizetype beyond = m_text.size() - m_skeleton.size() + m_edits + 2; // of a text longer than the skeleton
    quint64 positive = ~quint64{0};
    quint64 negative = 0;
    int distance = int(m_skeleton.size());
    qsizetype windowFrom = -1;
    qsizetype windowEnd = -1;
    const auto closeWindow = [&] {
        if (windowFrom < 0)
            return;
        const qsizetype from = matches.isEmpty() ? windowFrom : std::max(windowFrom, matches.last().end);
        const NearMatch match = best(folded, from, std::min(folded.size(), windowEnd + beyond));
        if (match.cost > 0 && match.cost <= m_budget)
            matches.append(match);
        windowFrom = -1;
    };
    eachOfSkeleton(folded, [&](char16_t letter, qsizetype index, int length) {
        const quint64 equal = positionsOf(letter);
        const quint64 vertical = equal | negative;
        const quint64 horizontal = (((equal & positive) + positive) ^ positive) | equal;
        quint64 up = negative | ~(horizontal | positive);
        quint64 down = positive & horizontal;
        distance += (up & last) ? 1 : (down & last) ? -1 : 0;
        up <<= 1;
        down <<= 1;
        positive = down | ~(vertical | up);
        negative = up & vertical;
        if (distance > m_edits)
            return;
        const qsizetype end = index + length;
        if (windowFrom >= 0 && end > windowEnd + m_edits + 1)
            closeWindow();
        if (windowFrom < 0)
            windowFrom = std::max<qsizetype>(0, end - reach);
        windowEnd = end;
    });
    closeWindow();
    return matches;
}

/// The cheapest match within [from, end) of @p folded; cost beyond the budget where there is none.
NearMatch NearText::best(QStringView folded, qsizetype from, qsizetype end) const
{
    const qsizetype rows = m_text.size();
    const auto size = size_t(rows + 1);
    std::vector<Cell> previous2(size);
    std::vector<Cell> previous(size);
    std::vector<Cell> now(size);
    NearMatch found{from, from, never};
    for (qsizetype column = from; column <= end; ++column) {
        std::ranges::fill(now, Cell());
        if (column < folded.size() && beginsWord(folded, column))
            now[0] = {0, column};
        const bool endsBlock = column > from && folded[column - 1] == u'\n';
        for (qsizetype row = 1; row <= rows && !endsBlock; ++row) {
            Cell &cell = now[size_t(row)];
            const QChar wanted = m_text[row - 1];
            cell.take(now[size_t(row - 1)], lengthCost(wanted));
            if (column == from)
                continue;
            const QChar have = folded[column - 1];
            cell.take(previous[size_t(row)], lengthCost(have));
            cell.take(previous[size_t(row - 1)], substitutionCost(wanted, have));
            if (const Digraph *pair = digraphAt(m_text, row - 2); pair && have == pair->one)
                cell.take(previous[size_t(row - 2)], confusionCost);
            if (column < from + 2)
                continue;
            if (const Digraph *pair = digraphAt(folded, column - 2); pair && wanted == pair->one)
                cell.take(previous2[size_t(row - 1)], confusionCost);
        }
        const Cell &whole = now[size_t(rows)];
        const bool endsWord = column == folded.size() || !isWordLetter(folded[column]);
        const bool isBetter
            = whole.cost < found.cost || (whole.cost == found.cost && endsWord && whole.begin == found.begin);
        if (isBetter && whole.begin < column)
            found = {whole.begin, column, whole.cost};
        std::swap(previous2, previous);
        std::swap(previous, now);
    }
    return found;
}

} // namespace locate
