// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"

#include "app/layout/aligned_tables.h"
#include "app/layout/block_types.h"
#include "app/layout/continuation.h"
#include "app/layout/drawings.h"
#include "app/layout/margins.h"
#include "app/layout/reading_order.h"
#include "app/layout/rubbish.h"
#include "app/layout/script.h"
#include "app/layout/tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace layout {

namespace {

constexpr double smallestPicture = 12; // points; smaller ones are bullets and ornaments
constexpr double pictureSeam = 2; // points: pictures this near are pieces of one
constexpr std::size_t farthestJoin = 40; // blocks of a sidebar or figure between two halves of a sentence
constexpr double besideGap = 3; // of the body size: how near a caption stands
constexpr double smallPrint = 0.93; // of the body size

/// What one column holds, top to bottom: a paragraph or an object.
struct Element {
    Paragraph paragraph;
    int object = -1;
    QString text;
    BlockType type;
    int column = 0; ///< in reading order
};

std::vector<QRectF> wholePictures(const Sheet &sheet)
{
    std::vector<QRectF> whole;
    for (QRectF picture : sheet.pictures) {
        bool isGrown = true;
        while (isGrown) {
            isGrown = false;
            for (auto it = whole.begin(); it != whole.end(); ++it) {
                if (it->adjusted(-pictureSeam, -pictureSeam, pictureSeam, pictureSeam).intersects(picture)) {
                    picture = picture.united(*it);
                    whole.erase(it);
                    isGrown = true;
                    break;
                }
            }
        }
        whole.push_back(picture);
    }
    std::erase_if(whole, [](const QRectF &p) { return p.width() < smallestPicture || p.height() < smallestPicture; });
    return whole;
}

/// Reads the words of one direction.
class SheetReader {
public:
    SheetReader(Sheet sheet, const std::vector<Drawing> &drawings, int pageNumber, QList<document::Block> &blocks)
        : m_sheet(std::move(sheet))
        , m_drawings(drawings)
        , m_evidence(hyphenEvidence(m_sheet))
        , m_pageNumber(pageNumber)
        , m_blocks(blocks)
    {
    }

    void read(bool isMain);

private:
    int addTable(Table table);
    void addColumn(const Column &column);
    void addParagraphs(std::vector<TextLine> lines);
    void joinAcrossColumns();
    [[nodiscard]] std::size_t beginningOf(std::size_t k) const;
    void join(std::size_t i, std::size_t k);
    void endTextAtFootnotes();
    void passOverFloats();
    [[nodiscard]] bool isFloat(const Element &element) const;
    void tellTypes();
    [[nodiscard]] bool isBesideObject(std::size_t i) const;
    [[nodiscard]] bool goesOnIn(const Element &first, const Element &second) const;
    void emitMargins(const std::vector<MarginPart> &parts, bool above);
    void emitElement(const Element &element);
    void emitPicture(const QRectF &place);
    document::Block &newBlock(const QString &type);
    void addLines(document::Block &block, const std::vector<TextLine> &lines);

    Sheet m_sheet;
    const std::vector<Drawing> &m_drawings;
    HyphenEvidence m_evidence;
    int m_pageNumber;
    QList<document::Block> &m_blocks;
    std::map<int, Table> m_tables; ///< by their place among the objects
    std::vector<QRectF> m_objects; ///< pictures and tables
    std::vector<Element> m_elements;
    int m_columns = 0;
};

document::Block &SheetReader::newBlock(const QString &type)
{
    document::Block block;
    block.id = QStringLiteral("p%1-b%2").arg(m_pageNumber).arg(m_blocks.size() + 1);
    block.type = type;
    m_blocks.append(block);
    return m_blocks.back();
}

void SheetReader::addLines(document::Block &block, const std::vector<TextLine> &lines)
{
    for (const TextLine &line : lines) {
        block.lines.append({lineText(m_sheet, line), m_sheet.onPage(line.box)});
        for (const int index : line.tokens) {
            const Token &token = m_sheet.tokens[std::size_t(index)];
            block.words.append({token.text, m_sheet.onPage(token.box), -1});
        }
    }
}

void SheetReader::addParagraphs(std::vector<TextLine> lines)
{
    for (Paragraph &paragraph : gatherParagraphs(m_sheet, std::move(lines)))
        m_elements.push_back({std::move(paragraph), -1, {}, {}, m_columns});
}

int SheetReader::addTable(Table table)
{
    if (m_sheet.isRightToLeft)
        mirror(table);
    const int place = int(m_objects.size());
    m_objects.push_back(table.box);
    m_tables.emplace(place, std::move(table));
    return place;
}

void SheetReader::addColumn(const Column &column)
{
    const std::size_t first = m_elements.size();
    std::vector<int> objects = column.objects;
    std::sort(objects.begin(), objects.end(),
        [&](int a, int b) { return m_objects[std::size_t(a)].top() < m_objects[std::size_t(b)].top(); });
    const std::vector<TextLine> all = gatherLines(m_sheet, column.tokens);
    const std::vector<AlignedTable> tables = findAlignedTables(m_sheet, all);
    std::vector<TextLine> lines;
    std::size_t next = 0;
    std::size_t nextTable = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const TextLine &line = all[i];
        while (next < objects.size() && m_objects[std::size_t(objects[next])].center().y() < line.box.center().y()) {
            addParagraphs(std::exchange(lines, {}));
            m_elements.push_back({{}, objects[next++], {}, {}, m_columns});
        }
        if (nextTable < tables.size() && tables[nextTable].firstLine == i) {
            addParagraphs(std::exchange(lines, {}));
            m_elements.push_back({{}, addTable(tables[nextTable].table), {}, {}, m_columns});
            i += tables[nextTable++].lineCount - 1;
            continue;
        }
        lines.push_back(line);
    }
    addParagraphs(std::move(lines));
    for (; next < objects.size(); ++next)
        m_elements.push_back({{}, objects[next], {}, {}, m_columns});
    for (std::size_t i = first; i < m_elements.size(); ++i) {
        m_elements[i].paragraph.startsColumn = i == first;
        m_elements[i].paragraph.endsColumn = i + 1 == m_elements.size();
    }
    ++m_columns;
}

bool SheetReader::isBesideObject(std::size_t i) const
{
    const QRectF box = m_elements[i].paragraph.box();
    const double gap = besideGap * m_sheet.bodySize;
    return std::any_of(m_objects.begin(), m_objects.end(), [&](const QRectF &object) {
        const bool sharesWidth = std::min(box.right(), object.right()) > std::max(box.left(), object.left());
        return sharesWidth
            && std::min(std::abs(box.top() - object.bottom()), std::abs(object.top() - box.bottom())) < gap;
    });
}

void SheetReader::tellTypes()
{
    for (std::size_t i = 0; i < m_elements.size(); ++i) {
        Element &element = m_elements[i];
        if (element.object >= 0)
            continue;
        element.text = joinLines(m_sheet, element.paragraph.lines, m_evidence).text;
        element.type = typeOf(m_sheet, element.paragraph, element.text, isBesideObject(i));
    }
}

bool SheetReader::goesOnIn(const Element &first, const Element &second) const
{
    return first.object < 0 && second.object < 0 && first.type.type == u"text" && second.type.type == u"text"
        && isContinuation(m_sheet, {first.paragraph, first.text}, {second.paragraph, second.text});
}

void SheetReader::join(std::size_t i, std::size_t k)
{
    Paragraph &paragraph = m_elements[i].paragraph;
    Paragraph &later = m_elements[k].paragraph;
    for (const std::size_t at : later.hardBreaks)
        paragraph.hardBreaks.push_back(at + paragraph.lines.size());
    paragraph.lines.insert(paragraph.lines.end(), later.lines.begin(), later.lines.end());
    paragraph.boxes.insert(paragraph.boxes.end(), later.boxes.begin(), later.boxes.end());
    paragraph.endsColumn = later.endsColumn;
    paragraph.columnWidth = later.columnWidth;
    paragraph.roomAtEnd = later.roomAtEnd;
    m_elements[i].column = m_elements[k].column;
    m_elements[i].text = joinLines(m_sheet, paragraph.lines, m_evidence).text;
    m_elements.erase(m_elements.begin() + std::ptrdiff_t(k));
}

/// The nearest unfinished end of a column before this first running text of a column; @p k itself for none.
std::size_t SheetReader::beginningOf(std::size_t k) const
{
    const Element &later = m_elements[k];
    if (later.object >= 0 || !later.paragraph.startsColumn)
        return k;
    for (std::size_t i = k; i-- > 0 && i + farthestJoin >= k;) {
        const Element &earlier = m_elements[i];
        if (earlier.paragraph.endsColumn && earlier.column != later.column && goesOnIn(earlier, later))
            return i;
    }
    return k;
}

void SheetReader::joinAcrossColumns()
{
    for (std::size_t k = 1; k < m_elements.size();) {
        const std::size_t i = beginningOf(k);
        if (i < k)
            join(i, k);
        else
            ++k;
    }
}

/// What stands at a column's head or foot without being part of its running text: pictures, tables, captions, listings, small print.
bool SheetReader::isFloat(const Element &element) const
{
    return element.object >= 0 || element.paragraph.isMonospace || element.type.type.endsWith(u"_caption")
        || (element.type.type == u"text" && element.paragraph.size <= smallPrint * m_sheet.bodySize);
}

void SheetReader::passOverFloats()
{
    for (std::size_t i = 0; i + 1 < m_elements.size(); ++i) {
        const Element &next = m_elements[i + 1];
        if (m_elements[i].paragraph.startsColumn && isFloat(m_elements[i]) && next.column == m_elements[i].column)
            m_elements[i + 1].paragraph.startsColumn = true;
    }
    for (std::size_t i = m_elements.size(); i-- > 1;) {
        const Element &last = m_elements[i - 1];
        if (m_elements[i].paragraph.endsColumn && isFloat(m_elements[i]) && last.column == m_elements[i].column)
            m_elements[i - 1].paragraph.endsColumn = true;
    }
}

/// The text of a column ends where its notes begin: a sentence goes on from there in the next column.
void SheetReader::endTextAtFootnotes()
{
    std::vector<bool> isNote(m_elements.size(), false);
    for (std::size_t i = m_elements.size(); i-- > 0;) {
        const Element &element = m_elements[i];
        if (element.object >= 0 || !isFootnote(m_sheet, element.paragraph, element.text))
            continue;
        // Small print between a note's first line and the column's end belongs to the note.
        std::size_t end = i + 1;
        const auto isColumnsEnd = [&](std::size_t k) { return m_elements[k].paragraph.endsColumn; };
        while (!isColumnsEnd(end - 1) && end < m_elements.size() && m_elements[end].object < 0
            && (isNote[end] || m_elements[end].paragraph.size <= 1.03 * element.paragraph.size))
            ++end;
        if (!isColumnsEnd(end - 1))
            continue;
        std::fill(isNote.begin() + std::ptrdiff_t(i), isNote.begin() + std::ptrdiff_t(end), true);
    }
    for (std::size_t i = 0; i + 1 < m_elements.size(); ++i) {
        if (isNote[i + 1] && !isNote[i])
            m_elements[i].paragraph.endsColumn = true;
    }
}

void SheetReader::emitMargins(const std::vector<MarginPart> &parts, bool above)
{
    for (const MarginPart &part : parts) {
        if (part.isAbove != above)
            continue;
        const std::vector<TextLine> lines = gatherLines(m_sheet, part.tokens);
        document::Block &block = newBlock(part.type);
        const InlineText content = joinLines(m_sheet, lines, m_evidence);
        block.markdown = content.markdown;
        block.text = content.text;
        addLines(block, lines);
        QRectF box;
        for (const TextLine &line : lines)
            box = box.united(line.box);
        block.boxes = {m_sheet.onPage(box)};
    }
}

void SheetReader::emitElement(const Element &element)
{
    if (element.object < 0) {
        document::Block &block = newBlock(element.type.type);
        const InlineText content = contentOf(m_sheet, element.paragraph, m_evidence);
        block.level = element.type.level;
        block.markdown = content.markdown;
        block.text = content.text;
        for (const QRectF &box : element.paragraph.boxes)
            block.boxes.append(m_sheet.onPage(box));
        addLines(block, element.paragraph.lines);
        return;
    }
    const QRectF &place = m_objects[std::size_t(element.object)];
    const auto found = m_tables.find(element.object);
    if (found == m_tables.end()) {
        emitPicture(place);
        return;
    }
    document::Block &block = newBlock(QStringLiteral("table"));
    const Table &table = found->second;
    block.html = tableHtml(m_sheet, table, m_evidence);
    block.text = tableText(m_sheet, table, m_evidence);
    block.boxes = {m_sheet.onPage(place)};
    for (const TableCell &cell : table.cells)
        addLines(block, gatherLines(m_sheet, cell.tokens));
}

/// Charts are often set in fonts whose codes mean nothing: signs instead of letters.
bool saysSomething(const QList<document::Word> &words)
{
    qsizetype rubbish = 0;
    qsizetype signs = 0;
    qsizetype characters = 0;
    for (const document::Word &word : words) {
        rubbish += isRubbish(word.text) ? 1 : 0;
        signs += std::ranges::count_if(word.text, [](QChar c) { return !c.isLetterOrNumber(); });
        characters += word.text.size();
    }
    return double(rubbish) <= mostRubbishInPrint * double(words.size()) && double(signs) <= 0.4 * double(characters);
}

/// A picture says what its labels say, a line for each.
void SheetReader::emitPicture(const QRectF &place)
{
    document::Block &block = newBlock(QStringLiteral("image"));
    block.boxes = {m_sheet.onPage(place)};
    QStringList texts;
    for (const Drawing &drawing : m_drawings) {
        if (!place.contains(m_sheet.ofPage(drawing.box).center()))
            continue;
        for (const QList<qsizetype> &label : drawing.labels) {
            document::Line line;
            QStringList words;
            for (const qsizetype index : label) {
                const document::TextLayerWord &word = m_sheet.layer->words[index];
                words.append(logicalOrder(word.text));
                block.words.append({words.last(), word.box, -1});
                line.box = words.size() == 1 ? word.box : line.box.united(word.box);
            }
            line.text = words.join(u' ');
            texts.append(line.text);
            block.lines.append(line);
        }
    }
    if (saysSomething(block.words))
        block.text = texts.join(u'\n');
}

void SheetReader::read(bool isMain)
{
    std::vector<int> tokens(m_sheet.tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i)
        tokens[i] = int(i);
    std::vector<MarginPart> margins;
    if (isMain) {
        margins = takeMargins(m_sheet, tokens);
        for (Table &table : takeRuledTables(m_sheet, tokens))
            addTable(std::move(table));
        for (const QRectF &picture : wholePictures(m_sheet))
            m_objects.push_back(picture);
    }
    const std::vector<QRectF> placed = m_objects; // columns add tables to them
    for (const Column &column : readingOrder(m_sheet, tokens, placed))
        addColumn(column);
    tellTypes();
    endTextAtFootnotes();
    passOverFloats();
    joinAcrossColumns();
    emitMargins(margins, true);
    for (const Element &element : m_elements)
        emitElement(element);
    emitMargins(margins, false);
}

/// Where the page has tables with rules, whose boxes look like drawings.
QList<base::NormalizedRect> ruledTables(const document::TextLayer &layer, int rotation)
{
    const Sheet sheet = makeSheet(layer, rotation);
    std::vector<int> tokens(sheet.tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i)
        tokens[i] = int(i);
    QList<base::NormalizedRect> boxes;
    for (const Table &table : takeRuledTables(sheet, tokens))
        boxes.append(sheet.onPage(table.box));
    return boxes;
}

/// The sheet without the words that stand in drawings.
Sheet withoutLabels(Sheet sheet, const std::vector<Drawing> &drawings)
{
    if (drawings.empty())
        return sheet;
    std::vector<bool> isLabel(std::size_t(sheet.layer->words.size()), false);
    for (const Drawing &drawing : drawings) {
        for (const QList<qsizetype> &label : drawing.labels) {
            for (const qsizetype word : label)
                isLabel[std::size_t(word)] = true;
        }
    }
    std::erase_if(sheet.tokens, [&](const Token &token) { return isLabel[std::size_t(token.word)]; });
    return sheet;
}

} // namespace

QList<document::Block> readTextLayer(const document::TextLayer &layer, int pageNumber)
{
    std::array<qsizetype, 4> characters{};
    for (const document::TextLayerWord &word : layer.words)
        characters[std::size_t(((word.rotation / 90) % 4 + 4) % 4)] += word.text.size();
    std::array<int, 4> turns{0, 1, 2, 3};
    std::stable_sort(turns.begin(), turns.end(),
        [&](int a, int b) { return characters[std::size_t(a)] > characters[std::size_t(b)]; });
    std::vector<Drawing> drawings;
    if (!layer.drawings.isEmpty())
        drawings = findDrawings(layer, ruledTables(layer, 90 * turns[0]));
    QList<document::Block> blocks;
    for (const int turn : turns) {
        const bool isMain = turn == turns[0];
        if (!isMain && characters[std::size_t(turn)] == 0)
            continue;
        Sheet sheet = withoutLabels(makeSheet(layer, 90 * turn), drawings);
        for (const Drawing &drawing : drawings)
            sheet.pictures.push_back(sheet.ofPage(drawing.box));
        SheetReader(std::move(sheet), drawings, pageNumber, blocks).read(isMain);
    }
    return blocks;
}

} // namespace layout
