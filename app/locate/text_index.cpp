// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locate/text_index.h"

#include "app/locate/fold.h"
#include "app/locate/fuzzy.h"
#include "app/locate/searchable_block.h"

#include <QStringMatcher>

#include <algorithm>

namespace locate {

namespace {

constexpr qsizetype snippetReach = 48; // characters on either side

/// White space as single blanks, words parted at a line end joined as a reader would.
QString inOneLine(QStringView text)
{
    QString line;
    for (qsizetype index = 0; index < text.size(); ++index) {
        const QChar c = text[index];
        const bool endsLine
            = c == u'-' && index + 2 < text.size() && text[index + 1] == u'\n' && text[index + 2].isLower();
        if (endsLine && index > 0 && text[index - 1].isLetter())
            ++index;
        else if (c.isSpace())
            line += !line.isEmpty() && line.back() != u' ' ? QStringLiteral(" ") : QString();
        else
            line += c;
    }
    return line;
}

/// Cut at a word where there is one near.
QStringView lastWords(QStringView text)
{
    if (text.size() <= snippetReach)
        return text;
    const QStringView tail = text.last(snippetReach);
    const qsizetype blank = tail.indexOf(u' ');
    return blank >= 0 && blank < snippetReach / 2 ? tail.sliced(blank + 1) : tail;
}

QStringView firstWords(QStringView text)
{
    if (text.size() <= snippetReach)
        return text;
    const QStringView head = text.first(snippetReach);
    const qsizetype blank = head.lastIndexOf(u' ');
    return blank > snippetReach / 2 ? head.first(blank) : head;
}

/// The second half of a pair, an accent set on the letter before it.
bool belongsToLetterBefore(QChar c)
{
    return c.isLowSurrogate() || c.category() == QChar::Mark_NonSpacing;
}

double scoreOf(MatchKind kind, int cost, qsizetype length)
{
    if (kind == MatchKind::Exact)
        return 1;
    if (kind == MatchKind::Folded)
        return 0.95;
    return 0.9 * (1 - double(cost) / double(4 * std::max<qsizetype>(1, length)));
}

} // namespace

QString matchKindName(MatchKind kind)
{
    switch (kind) {
    case MatchKind::Exact:
        return QStringLiteral("exact");
    case MatchKind::Folded:
        return QStringLiteral("folded");
    case MatchKind::Fuzzy:
        return QStringLiteral("fuzzy");
    case MatchKind::Model:
        break;
    }
    return QStringLiteral("model");
}

QString Place::snippet() const
{
    return before + text + after;
}

/// A stretch of a page's folded text.
struct TextIndex::Match {
    qsizetype begin = 0;
    qsizetype end = 0;
    int cost = 0; ///< 0: the folded text itself
};

/// One text looked for.
class TextIndex::Search {
public:
    explicit Search(const QString &text)
        : m_asked(inOneLine(QStringView(text).trimmed()))
        , m_folded(fold(m_asked).text)
        , m_matcher(m_folded)
        , m_near(m_folded)
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_folded.isEmpty(); }
    [[nodiscard]] QList<Match> matches(const PageText &page) const;
    [[nodiscard]] Place place(const PageText &page, int pageIndex, const Match &match) const;

private:
    QString m_asked;
    QString m_folded;
    QStringMatcher m_matcher;
    NearText m_near;
};

QList<TextIndex::Match> TextIndex::Search::matches(const PageText &page) const
{
    QList<Match> whole;
    for (qsizetype at = m_matcher.indexIn(page.folded); at >= 0;
        at = m_matcher.indexIn(page.folded, at + m_folded.size()))
        whole.append({at, at + m_folded.size(), 0});
    QList<Match> near;
    for (const NearMatch &match : m_near.find(page.folded)) {
        const bool isKnown = std::ranges::any_of(
            whole, [&](const Match &other) { return match.begin < other.end && other.begin < match.end; });
        if (!isKnown)
            near.append({match.begin, match.end, match.cost});
    }
    QList<Match> all;
    std::ranges::merge(whole, near, std::back_inserter(all), {}, &Match::begin, &Match::begin);
    return all;
}

Place TextIndex::Search::place(const PageText &page, int pageIndex, const Match &match) const
{
    const auto behind = std::ranges::upper_bound(page.blockBegins, qint32(match.begin));
    const qsizetype blockIndex = behind - page.blockBegins.begin() - 1;
    const document::Block &block = page.blocks[blockIndex];
    const SearchableBlock searchable = searchableBlock(block);
    const FoldedText folded = fold(searchable.text);
    const qsizetype offset = page.blockBegins[blockIndex];
    const qsizetype begin = folded.source[match.begin - offset];
    const qsizetype last = folded.source[std::min(match.end - offset, folded.source.size()) - 1];
    qsizetype end = last + 1;
    while (end < searchable.text.size() && belongsToLetterBefore(searchable.text[end]))
        ++end;

    Place place;
    place.pageIndex = pageIndex;
    place.blockId = block.id;
    const QStringView text(searchable.text);
    place.text = inOneLine(text.sliced(begin, end - begin));
    place.before = inOneLine(lastWords(text.first(begin)));
    place.after = inOneLine(firstWords(text.sliced(end)));
    if (begin > 0 && text[begin - 1].isSpace() && !place.before.endsWith(u' '))
        place.before += u' ';
    if (end < text.size() && text[end].isSpace() && !place.after.startsWith(u' '))
        place.after.prepend(u' ');
    place.kind = match.cost > 0 ? MatchKind::Fuzzy : place.text == m_asked ? MatchKind::Exact : MatchKind::Folded;
    place.score = scoreOf(place.kind, match.cost, m_folded.size());

    const auto &begins = searchable.wordBegins;
    const qsizetype firstWord = std::ranges::upper_bound(begins, begin) - begins.begin() - 1;
    const qsizetype endWord = std::ranges::lower_bound(begins, end) - begins.begin();
    if (firstWord >= 0)
        place.boxes = lineBoxes(block.words, firstWord, endWord - firstWord);
    if (place.boxes.isEmpty()) {
        place.boxes = block.boxes;
        place.precision = Precision::Block;
    }
    return place;
}

void TextIndex::setPage(int pageIndex, const document::Page &page)
{
    if (pageIndex >= m_pages.size())
        m_pages.resize(pageIndex + 1);
    PageText &text = m_pages[pageIndex];
    text = {page.blocks, {}, {}};
    for (const document::Block &block : page.blocks) {
        text.blockBegins.append(qint32(text.folded.size()));
        text.folded += fold(searchableBlock(block).text).text;
        text.folded += u'\n';
    }
    text.folded.squeeze();
}

Places TextIndex::find(const QString &text, qsizetype limit, int pageIndex, std::stop_token stop) const
{
    Places places;
    const Search search(text);
    if (search.isEmpty())
        return places;
    const int first = pageIndex < 0 ? 0 : pageIndex;
    const int end = pageIndex < 0 ? pageCount() : std::min(pageIndex + 1, pageCount());
    for (int index = first; index < end && !stop.stop_requested(); ++index) {
        const PageText &page = m_pages[index];
        for (const Match &match : search.matches(page)) {
            if (++places.total <= limit)
                places.list.append(search.place(page, index, match));
        }
    }
    return places;
}

} // namespace locate
