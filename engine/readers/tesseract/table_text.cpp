// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/table_text.h"

#include <algorithm>

namespace readers {

namespace {

struct Span {
    int begin = 0;
    int end = 0;
};

std::string escaped(const std::string &text)
{
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

/// Words of all lines thrown on the x axis; what touches (closer than a blank) grows together into columns.
std::vector<Span> columnsOf(const std::vector<TesseractLine> &lines)
{
    std::vector<Span> spans;
    std::vector<float> heights;
    for (const TesseractLine &line : lines) {
        heights.push_back(line.shape.height);
        for (const TesseractWord &word : line.words)
            spans.push_back({word.box.left, word.box.right});
    }
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.begin < b.begin; });
    const int blank = static_cast<int>(0.6F * median(heights));
    std::vector<Span> columns;
    for (const Span &span : spans) {
        if (columns.empty() || span.begin > columns.back().end + blank)
            columns.push_back(span);
        else
            columns.back().end = std::max(columns.back().end, span.end);
    }
    return columns;
}

/// Lines of one height on the page are one row, however Tesseract ordered them.
std::vector<std::vector<const TesseractLine *>> rowsOf(const std::vector<TesseractLine> &lines)
{
    std::vector<const TesseractLine *> sorted;
    for (const TesseractLine &line : lines)
        sorted.push_back(&line);
    std::stable_sort(sorted.begin(), sorted.end(), [](const TesseractLine *a, const TesseractLine *b) {
        return a->shape.box.top + a->shape.box.bottom < b->shape.box.top + b->shape.box.bottom;
    });
    std::vector<std::vector<const TesseractLine *>> rows;
    for (const TesseractLine *line : sorted) {
        const int middle = (line->shape.box.top + line->shape.box.bottom) / 2;
        if (rows.empty() || middle > rows.back().front()->shape.box.bottom)
            rows.emplace_back();
        rows.back().push_back(line);
    }
    return rows;
}

} // namespace

std::string tableHtml(const std::vector<TesseractLine> &lines)
{
    const std::vector<Span> columns = columnsOf(lines);
    const auto rows = rowsOf(lines);
    if (columns.size() < 2 || rows.size() < 2)
        return {};
    std::string html = "<table>";
    for (const auto &row : rows) {
        std::vector<std::string> cells(columns.size());
        for (const TesseractLine *line : row)
            for (const TesseractWord &word : line->words) {
                const int middle = (word.box.left + word.box.right) / 2;
                std::size_t column = 0;
                while (column + 1 < columns.size() && middle > columns[column].end)
                    ++column;
                cells[column] += (cells[column].empty() ? "" : " ") + word.text;
            }
        html += "<tr>";
        for (const std::string &cell : cells)
            html += "<td>" + escaped(cell) + "</td>";
        html += "</tr>";
    }
    return html + "</table>";
}

} // namespace readers
