// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/drawings.h"

#include "app/layout/block_types.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace layout {

namespace {

constexpr qsizetype proseWords = 7; // so many words in a row are running text
constexpr int mostProse = 2; // lines of small running text in a drawing: titles and notes
constexpr double smallPrint = 0.95; // of the body size: larger running text is the page's own
constexpr double mostInk = 0.4; // of the drawing's area that its words may cover
constexpr double headingSize = 1.6; // of the body size
constexpr qsizetype longestLabel = 4; // words of a label beside the drawing
constexpr double labelSize = 1.02; // of the body size
constexpr double labelGap = 1.2; // of the label's size
constexpr double proseGap = 0.9; // of the size: nearer to running text it is a part of it
constexpr double smallest = 40; // points a side
constexpr double touch = 4; // points
constexpr double axisReach = 40; // points that a line may reach beyond what it touches
constexpr double neighbourGap = 108; // points between parts of one diagram
constexpr double wordGap = 1.0; // of the size, between words of one label

/// Words that follow each other on one line. In points of the page as seen.
struct Run {
    QList<qsizetype> words;
    QRectF box;
    double size = 0;
    int rotation = 0;
    bool isTaken = false;
};

/// Along its line and across it.
std::pair<double, double> distance(const Run &run, const QRectF &next)
{
    const double right = std::max(run.box.left(), next.left()) - std::min(run.box.right(), next.right());
    const double down = std::max(run.box.top(), next.top()) - std::min(run.box.bottom(), next.bottom());
    return run.rotation % 180 == 0 ? std::pair(right, down) : std::pair(down, right);
}

std::vector<Run> runsOf(const document::TextLayer &layer)
{
    std::vector<Run> runs;
    for (qsizetype i = 0; i < layer.words.size(); ++i) {
        const document::TextLayerWord &word = layer.words[i];
        const QRectF box = word.box.on(layer.size);
        const double size = word.font.size > 0 ? word.font.size : std::min(box.width(), box.height());
        bool goesOn = !runs.empty() && runs.back().rotation == word.rotation;
        if (goesOn) {
            const auto [along, across] = distance(runs.back(), box);
            goesOn = along < wordGap * size && across < -0.3 * size;
        }
        if (!goesOn)
            runs.push_back({{}, box, size, word.rotation});
        runs.back().words.append(i);
        runs.back().box = runs.back().box.united(box);
    }
    return runs;
}

double bodySizeOf(const document::TextLayer &layer)
{
    std::map<int, qsizetype> characters; // by half points
    for (const document::TextLayerWord &word : layer.words)
        characters[static_cast<int>(std::lround(word.font.size * 2))] += word.text.size();
    const auto most = std::ranges::max_element(characters, {}, [](const auto &entry) { return entry.second; });
    return most == characters.end() ? 10 : std::max(1.0, most->first / 2.0);
}

bool overlaps(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) > std::max(a.left(), b.left())
        && std::min(a.bottom(), b.bottom()) > std::max(a.top(), b.top());
}

/// Finds out for one drawing after the other what belongs to it.
class Finder {
public:
    Finder(const document::TextLayer &layer, const QList<base::NormalizedRect> &tables)
        : m_layer(layer)
        , m_runs(runsOf(layer))
        , m_bodySize(bodySizeOf(layer))
    {
        for (const base::NormalizedRect &table : tables)
            m_tables.push_back(table.on(layer.size));
    }

    std::vector<Drawing> find()
    {
        std::vector<QRectF> boxes;
        for (const base::NormalizedRect &drawing : m_layer.drawings)
            boxes.push_back(withLines(drawing.on(m_layer.size)));
        std::vector<QRectF> drawn;
        for (const QRectF &whole : merged(std::move(boxes))) {
            const QRectF box = withoutCaptions(whole);
            if (isDrawing(box))
                drawn.push_back(box);
        }
        joinNeighbours(drawn);
        std::vector<Drawing> found;
        for (const QRectF &box : drawn)
            found.push_back(withLabels(box));
        return found;
    }

private:
    /// Axes, grid lines and frames belong to what is drawn along them.
    [[nodiscard]] QRectF withLines(QRectF box) const
    {
        for (qsizetype before = -1, count = 0; before != count;) {
            before = std::exchange(count, 0);
            const QRectF near = box.adjusted(-touch, -touch, touch, touch);
            const QRectF farthest = box.adjusted(-axisReach, -axisReach, axisReach, axisReach);
            for (const document::Rule &rule : m_layer.rules) {
                const QRectF line = rule.box.on(m_layer.size).adjusted(0, 0, 0.01, 0.01);
                if (!overlaps(line, near) || !farthest.contains(line))
                    continue;
                box = box.united(line);
                ++count;
            }
        }
        return box;
    }

    static std::vector<QRectF> merged(std::vector<QRectF> boxes)
    {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t k = i + 1; k < boxes.size();) {
                if (!overlaps(boxes[i], boxes[k])) {
                    ++k;
                    continue;
                }
                boxes[i] = boxes[i].united(boxes[k]);
                boxes.erase(boxes.begin() + std::ptrdiff_t(k));
                k = i + 1;
            }
        }
        return boxes;
    }

    /// Boxes of a diagram that straight lines join are no drawing in themselves: what stands on both sides of them is one.
    void joinNeighbours(std::vector<QRectF> &drawn) const
    {
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            for (std::size_t k = i + 1; k < drawn.size();) {
                const QRectF both = drawn[i].united(drawn[k]);
                if (!areNeighbours(drawn[i], drawn[k]) || holdsCaption(both) || !isDrawing(both)) {
                    ++k;
                    continue;
                }
                drawn[i] = both;
                drawn.erase(drawn.begin() + std::ptrdiff_t(k));
                k = i + 1;
            }
        }
    }

    /// Abreast of each other for half of the lower one's height, no more than an inch and a half apart, with words between them: the
    /// figures of two columns have none.
    [[nodiscard]] bool areNeighbours(const QRectF &a, const QRectF &b) const
    {
        const QRectF between(QPointF(std::min(a.right(), b.right()), std::max(a.top(), b.top())),
            QPointF(std::max(a.left(), b.left()), std::min(a.bottom(), b.bottom())));
        return between.height() > 0.5 * std::min(a.height(), b.height()) && between.width() < neighbourGap
            && std::ranges::any_of(m_runs, [&](const Run &run) { return between.contains(run.box.center()); });
    }

    [[nodiscard]] bool holdsCaption(const QRectF &box) const
    {
        return std::ranges::any_of(
            m_runs, [&](const Run &run) { return box.contains(run.box.center()) && isNamed(run); });
    }

    /// A frame may hold the caption too, at its foot or head.
    [[nodiscard]] QRectF withoutCaptions(QRectF box) const
    {
        for (const Run &run : m_runs) {
            if (!box.contains(run.box.center()) || run.rotation != 0 || !isNamed(run))
                continue;
            if (run.box.center().y() > box.top() + 0.7 * box.height())
                box.setBottom(run.box.top());
            else if (run.box.center().y() < box.top() + 0.3 * box.height())
                box.setTop(run.box.bottom());
        }
        return box;
    }

    [[nodiscard]] bool isDrawing(const QRectF &box) const
    {
        if (std::min(box.width(), box.height()) < smallest
            || std::ranges::any_of(m_tables, [&](const QRectF &table) { return overlaps(table, box); }))
            return false;
        int prose = 0;
        double ink = 0;
        for (const Run &run : m_runs) {
            if (!box.contains(run.box.center()))
                continue;
            if (run.size >= headingSize * m_bodySize)
                return false;
            if (run.words.size() >= proseWords && (run.size > smallPrint * m_bodySize || ++prose > mostProse))
                return false;
            const QRectF inside = run.box.intersected(box);
            ink += inside.width() * inside.height();
        }
        return ink <= mostInk * box.width() * box.height();
    }

    void take(Run &run, Drawing &drawing, QRectF &box)
    {
        run.isTaken = true;
        drawing.labels.append(run.words);
        box = box.united(run.box);
    }

    Drawing withLabels(const QRectF &drawn)
    {
        Drawing drawing;
        QRectF box = drawn;
        for (Run &run : m_runs) {
            if (!run.isTaken && drawn.contains(run.box.center()))
                take(run, drawing, box);
        }
        constexpr int rounds = 2; // numbers along an axis, then its name
        for (int round = 0; round < rounds; ++round) {
            const QRectF edge = box;
            for (Run &run : m_runs) {
                if (!run.isTaken && isLabelBeside(run, edge))
                    take(run, drawing, box);
            }
        }
        std::ranges::sort(drawing.labels, {}, [](const QList<qsizetype> &label) { return label.front(); });
        drawing.box = base::NormalizedRect::of(box, m_layer.size);
        return drawing;
    }

    [[nodiscard]] bool isLabelBeside(const Run &run, const QRectF &edge) const
    {
        if (run.words.size() > longestLabel || run.size > labelSize * m_bodySize)
            return false;
        const double reach = labelGap * run.size;
        const bool isBeside = run.box.center().x() > edge.left() && run.box.center().x() < edge.right();
        const bool isAbreast = run.box.center().y() > edge.top() && run.box.center().y() < edge.bottom();
        if ((!isBeside && !isAbreast) || !overlaps(run.box, edge.adjusted(-reach, -reach, reach, reach)))
            return false;
        if (isNamed(run))
            return false;
        const double gap = proseGap * run.size;
        return std::ranges::none_of(m_runs, [&](const Run &other) {
            return !other.isTaken && &other != &run && other.words.size() > longestLabel
                && overlaps(other.box, run.box.adjusted(-gap, -gap, gap, gap));
        });
    }

    /// "Figure 3": a caption, which is text.
    [[nodiscard]] bool isNamed(const Run &run) const
    {
        QStringList words;
        for (const qsizetype word : run.words)
            words.append(m_layer.words[word].text);
        bool ofTable = false;
        return isCaption(words.join(u' '), true, ofTable);
    }

    const document::TextLayer &m_layer;
    std::vector<Run> m_runs;
    std::vector<QRectF> m_tables;
    double m_bodySize;
};

} // namespace

std::vector<Drawing> findDrawings(const document::TextLayer &layer, const QList<base::NormalizedRect> &tables)
{
    return layer.drawings.isEmpty() ? std::vector<Drawing>() : Finder(layer, tables).find();
}

} // namespace layout
