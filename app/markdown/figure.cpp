// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/figure.h"

#include "app/document/tables.h"
#include "app/markdown/clean_text.h"
#include "app/markdown/grounding.h"
#include "app/markdown/literal.h"
#include "app/markdown/transcript_parser.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using document::Geometry;

namespace markdown {

namespace {

constexpr QStringView endToken = u"<｜end▁of▁sentence｜>";

/// "(-5, 7.5)"; blanks anywhere.
std::optional<QPointF> pointFrom(QStringView text)
{
    text = text.trimmed();
    if (!text.startsWith(u'(') || !text.endsWith(u')'))
        return std::nullopt;
    const QList<QStringView> parts = text.sliced(1).chopped(1).split(u',');
    if (parts.size() != 2)
        return std::nullopt;
    bool isX = false;
    bool isY = false;
    const QPointF point(parts[0].trimmed().toDouble(&isX), parts[1].trimmed().toDouble(&isY));
    if (!isX || !isY || !std::isfinite(point.x()) || !std::isfinite(point.y()))
        return std::nullopt;
    return point;
}

/// "A: (-5, 0)"; without a name where @p namesAreNeeded is false.
std::optional<Geometry::Point> namedPointFrom(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const std::optional<QPointF> at = pointFrom(text.sliced(colon + 1));
    if (!at)
        return std::nullopt;
    return Geometry::Point{colon < 0 ? QString() : text.first(colon).trimmed().toString(), *at};
}

/// The end of a line: a place, or the name of a point.
std::optional<QPointF> endFrom(QStringView text, const QList<Geometry::Point> &points)
{
    if (const std::optional<QPointF> place = pointFrom(text))
        return place;
    const QString name = text.trimmed().toString();
    const auto named = std::ranges::find(points, name, &Geometry::Point::name);
    return named == points.end() ? std::nullopt : std::optional(named->at);
}

std::optional<Geometry::Line> lineFrom(QStringView text, const QList<Geometry::Point> &points)
{
    const qsizetype dashes = text.indexOf(u"--");
    if (dashes < 0)
        return std::nullopt;
    const std::optional<QPointF> from = endFrom(text.first(dashes), points);
    const std::optional<QPointF> to = endFrom(text.sliced(dashes + 2), points);
    if (!from || !to)
        return std::nullopt;
    return Geometry::Line{*from, *to, {}};
}

void readLines(const QJsonObject &object, Geometry &geometry)
{
    for (const QJsonValue &value : object.value(u"line_endpoint").toArray()) {
        const QString text = value.toString();
        if (const auto point = namedPointFrom(text); point && !point->name.isEmpty())
            geometry.points.append(*point);
    }
    const QJsonArray lines = object.value(u"line").toArray();
    const QJsonArray kinds = object.value(u"line_type").toArray();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString text = lines[i].toString();
        if (auto line = lineFrom(text, geometry.points)) {
            line->kind = kinds[i].toString();
            geometry.lines.append(*line);
        }
    }
}

void readCircles(const QJsonObject &object, Geometry &geometry)
{
    const QJsonArray middles = object.value(u"circle_center").toArray();
    const QJsonArray radii = object.value(u"radius").toArray();
    for (qsizetype i = 0; i < std::min(middles.size(), radii.size()); ++i) {
        const QString text = middles[i].toString();
        bool isNumber = radii[i].isDouble();
        const double radius = isNumber ? radii[i].toDouble() : radii[i].toString().toDouble(&isNumber);
        const auto middle = namedPointFrom(text);
        if (middle && isNumber && radius > 0 && std::isfinite(radius))
            geometry.circles.append({middle->name, middle->at, radius});
    }
}

std::optional<Geometry> geometryFrom(QStringView text)
{
    if (!text.contains(u"'Line'") && !text.contains(u"\"Line\"") && !text.contains(u"circle_center"))
        return std::nullopt;
    const qsizetype brace = text.indexOf(u'{');
    const std::optional<QJsonValue> literal = brace < 0 ? std::nullopt : readLiteral(text.sliced(brace));
    if (!literal || !literal->isObject())
        return std::nullopt;
    Geometry geometry;
    readLines(literal->toObject().value(u"Line").toObject(), geometry);
    readCircles(literal->toObject().value(u"Circle").toObject(), geometry);
    return geometry.isEmpty() ? std::nullopt : std::optional(geometry);
}

/// Cells as plain words in a grid without holes where cells span.
QList<QStringList> gridOf(const document::TablePart &table)
{
    constexpr qsizetype widest = 1000; // spans are the model's words; nothing that is no table shall take memory
    QList<QList<std::optional<QString>>> grid(table.rows.size());
    for (qsizetype y = 0; y < table.rows.size(); ++y) {
        qsizetype x = 0;
        for (const document::TableCell &cell : table.rows[y]) {
            while (x < grid[y].size() && grid[y][x])
                ++x;
            const qsizetype right = std::min(x + cell.columnSpan, widest);
            const qsizetype bottom = std::min<qsizetype>(y + cell.rowSpan, grid.size());
            for (qsizetype row = y; row < bottom; ++row) {
                grid[row].resize(std::max(grid[row].size(), right));
                for (qsizetype column = x; column < right; ++column)
                    grid[row][column] = cell.text.simplified();
            }
            x = right;
        }
    }
    QList<QStringList> rows;
    for (const auto &cells : grid) {
        QStringList row;
        for (const std::optional<QString> &cell : cells)
            row.append(cell.value_or(QString()));
        rows.append(row);
    }
    return rows;
}

std::optional<document::ChartTable> chartFrom(QStringView text)
{
    QString html = text.toString();
    if (!text.contains(u"<table", Qt::CaseInsensitive)) {
        if (!text.contains(u'|'))
            return std::nullopt;
        html = document::markdownHtml(cleanMarkdown(text)); // a table of pipes
        if (!html.contains("<table>"_L1))
            return std::nullopt;
    }
    const QList<document::TablePart> parts = document::readTables(html);
    const auto first = std::ranges::find_if(parts, &document::TablePart::isTable);
    if (first == parts.end())
        return std::nullopt;
    return document::ChartTable{document::tablesHtml(parts), gridOf(*first)};
}

/// A check of the form of one SMILES word.
class SmilesWord {
public:
    explicit SmilesWord(QStringView word)
        : m_word(word)
    {
    }

    bool isGood()
    {
        while (m_at < m_word.size()) {
            if (!step())
                return false;
        }
        return m_hasAtom && m_depth == 0 && m_openRings.isEmpty() && m_atomIsLast;
    }

private:
    bool step()
    {
        const QChar c = m_word[m_at];
        if (c == u'[')
            return bracketAtom();
        if (c == u'(' || c == u')') {
            ++m_at;
            m_depth += c == u'(' ? 1 : -1;
            return m_hasAtom && m_depth >= 0;
        }
        if (QStringView(u"-=#$:/\\.~>").contains(c)) {
            ++m_at;
            m_atomIsLast = false;
            return m_hasAtom;
        }
        if (c == u'%' || (c >= u'0' && c <= u'9'))
            return ring();
        return atom();
    }

    bool bracketAtom()
    {
        const qsizetype close = m_word.indexOf(u']', m_at);
        if (close < 0 || close == m_at + 1)
            return false;
        const QStringView inside = m_word.sliced(m_at + 1, close - m_at - 1);
        const auto isPart
            = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || QStringView(u"@+-:*").contains(c)); };
        m_at = close + 1;
        m_hasAtom = m_atomIsLast = true;
        return std::ranges::all_of(inside, isPart)
            && std::ranges::any_of(inside, [](QChar c) { return c.isLetter() || c == u'*'; });
    }

    bool ring()
    {
        qsizetype length = 1;
        if (m_word[m_at] == u'%')
            length = 3;
        if (!m_hasAtom || m_at + length > m_word.size())
            return false;
        const QString number = m_word.sliced(m_at, length).toString();
        if (length == 3 && !(number[1].isDigit() && number[2].isDigit()))
            return false;
        m_at += length;
        if (!m_openRings.removeOne(number))
            m_openRings.append(number);
        return true;
    }

    bool atom()
    {
        for (const QStringView symbol : {u"Cl", u"Br"}) {
            if (m_word.sliced(m_at).startsWith(symbol)) {
                m_at += symbol.size();
                return m_hasAtom = m_atomIsLast = true;
            }
        }
        if (!QStringView(u"BCNOPSFIbcnops*").contains(m_word[m_at]))
            return false;
        ++m_at;
        return m_hasAtom = m_atomIsLast = true;
    }

    QStringView m_word;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_hasAtom = false;
    bool m_atomIsLast = false; ///< no bond is left open
    QStringList m_openRings;
};

/// The answer without what is no part of it: tags of the grammar, the end token, a `<smiles>` around it, a code fence around it.
QString bareAnswer(QStringView answer)
{
    QString text = withoutTags(answer.toString().remove(endToken.toString())).trimmed();
    text.remove("<smiles>"_L1).remove("</smiles>"_L1);
    text = text.trimmed();
    if (text.startsWith("```"_L1) && text.endsWith("```"_L1) && text.contains(u'\n'))
        text = text.sliced(text.indexOf(u'\n') + 1).chopped(3).trimmed();
    return text;
}

QString descriptionMarkdown(const QString &text)
{
    QStringList paragraphs;
    for (const document::Block &block : parseTranscript(text, Grammar::Plain, 1)) {
        const QString hashes = block.level > 0 ? QString(block.level, u'#') + u' ' : QString();
        if (!block.markdown.isEmpty())
            paragraphs.append(hashes + block.markdown);
    }
    return paragraphs.join(u"\n\n"_s);
}

} // namespace

bool looksLikeSmiles(QStringView text)
{
    constexpr qsizetype longest = 4000; // beyond any molecule that is drawn on a page
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longest)
        return false;
    qsizetype words = 0;
    qsizetype letters = 0;
    for (const QStringView line : text.split(u'\n')) {
        const QStringView word = line.trimmed();
        if (word.isEmpty())
            continue;
        if (!SmilesWord(word).isGood())
            return false;
        ++words;
        letters += word.size();
    }
    return words > 0 && letters >= 2 * words; // a lone "I" or "C" is more likely a letter
}

document::Figure parseFigure(QStringView answer)
{
    const QString text = bareAnswer(answer);
    if (const auto geometry = geometryFrom(text))
        return *geometry;
    if (const auto chart = chartFrom(text))
        return *chart;
    if (looksLikeSmiles(text))
        return document::Smiles{text};
    return document::Description{descriptionMarkdown(text)};
}

} // namespace markdown
