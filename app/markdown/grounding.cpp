// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/grounding.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace markdown {

namespace {

constexpr double highest = 999; // the model speaks of a page of 0..999 on either side
constexpr QStringView refOpen = u"<|ref|>";
constexpr QStringView refClose = u"<|/ref|>";
constexpr QStringView detOpen = u"<|det|>";
constexpr QStringView detClose = u"<|/det|>";

/// Reads a number such as 12, -3 or 500.5 at @p at and moves past it.
std::optional<double> readNumber(QStringView text, qsizetype &at)
{
    qsizetype i = at;
    const bool isNegative = i < text.size() && text[i] == u'-';
    if (isNegative)
        ++i;
    double value = 0;
    double unit = 1;
    bool hasDigit = false;
    bool isFraction = false;
    for (; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'.' && !isFraction) {
            isFraction = true;
        } else if (c >= u'0' && c <= u'9') {
            hasDigit = true;
            if (isFraction)
                value += (c - u'0') * (unit /= 10);
            else
                value = std::min(value * 10 + (c - u'0'), 1e9); // a runaway row of digits is just far outside
        } else {
            break;
        }
    }
    if (!hasDigit)
        return std::nullopt;
    at = i;
    return isNegative ? -value : value;
}

void skipBlanks(QStringView text, qsizetype &at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
}

base::NormalizedRect boxOf(const std::array<double, 4> &v)
{
    return base::NormalizedRect::of(v[0] / highest, v[1] / highest, v[2] / highest, v[3] / highest);
}

/// Four numbers and a closing bracket at @p at, which is behind the opening one.
std::optional<base::NormalizedRect> readBox(QStringView text, qsizetype &at)
{
    std::array<double, 4> values{};
    for (size_t i = 0; i < values.size(); ++i) {
        skipBlanks(text, at);
        const std::optional<double> number = readNumber(text, at);
        if (!number)
            return std::nullopt;
        values[i] = *number;
        skipBlanks(text, at);
        if (at >= text.size() || text[at] != (i < 3 ? u',' : u']'))
            return std::nullopt;
        ++at;
    }
    return boxOf(values);
}

/// Whether a det without its opening tag stands here: `[150, 533, 789, 620]]`, then perhaps `<|/det|>`.
bool looksLikeBoxes(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && (text[at] == u'[' || text[at].isSpace()))
        ++at;
    return text.startsWith(u'[') && readBox(text, at).has_value();
}

bool startsWithDet(QStringView line, qsizetype at)
{
    skipBlanks(line, at);
    return line.sliced(at).startsWith(detOpen);
}

/// The det that follows a closed ref: sets boxes, end and isWhole.
void readDet(QStringView line, GroundingTag &tag)
{
    qsizetype at = tag.end;
    skipBlanks(line, at);
    const QStringView rest = line.sliced(at);
    if (rest.startsWith(detClose)) { // <|/ref|><|/det|>
        tag.end = at + detClose.size();
        tag.isWhole = true;
        return;
    }
    const bool hasOpening = rest.startsWith(detOpen);
    if (!hasOpening && !looksLikeBoxes(rest))
        return; // text in place of a det
    const qsizetype start = at + (hasOpening ? detOpen.size() : 0);
    const qsizetype nextRef = line.indexOf(refOpen, start);
    const qsizetype limit
        = nextRef < 0 ? line.size() : nextRef; // no search goes further, or many refs would cost the square
    const qsizetype close = line.first(limit).indexOf(detClose, start);
    const bool isClosed = close >= 0;
    const qsizetype end = isClosed ? close : limit;
    const QStringView inside = line.sliced(start, end - start);
    tag.boxes = readBoxes(inside);
    tag.end = isClosed ? close + detClose.size() : end;
    tag.isWhole = isClosed;
}

} // namespace

QList<base::NormalizedRect> readBoxes(QStringView inside)
{
    QList<base::NormalizedRect> boxes;
    for (qsizetype at = 0; at < inside.size();) {
        if (inside[at] != u'[') {
            ++at;
            continue;
        }
        qsizetype end = ++at;
        if (const auto box = readBox(inside, end)) {
            boxes.append(*box);
            at = end;
        }
    }
    return boxes;
}

std::optional<GroundingTag> nextTag(QStringView line, qsizetype from)
{
    GroundingTag tag;
    tag.start = line.indexOf(refOpen, from);
    if (tag.start < 0)
        return std::nullopt;
    const qsizetype labelStart = tag.start + refOpen.size();
    const qsizetype reopened = line.indexOf(refOpen, labelStart);
    const qsizetype close = line.first(reopened < 0 ? line.size() : reopened).indexOf(refClose, labelStart);
    if (close < 0) {
        // <|ref|>text<|ref|>: a second opening tag in place of the closing one, or a ref torn by the line end
        const qsizetype end = reopened >= 0 ? reopened : line.size();
        const QStringView label = line.sliced(labelStart, end - labelStart);
        const qsizetype tornTag = label.lastIndexOf(u"<|");
        const bool endsInTag = tornTag >= 0 && refClose.startsWith(label.sliced(tornTag));
        tag.label = (endsInTag ? label.first(tornTag) : label).trimmed().toString();
        tag.end = end;
        tag.isTorn = true;
        tag.isReopened = reopened >= 0;
        if (reopened >= 0 && startsWithDet(line, reopened + refOpen.size())) {
            tag.isTorn = tag.isReopened = false;
            tag.end = reopened + refOpen.size();
            readDet(line, tag);
        }
        return tag;
    }
    tag.label = line.sliced(labelStart, close - labelStart).trimmed().toString();
    tag.end = close + refClose.size();
    readDet(line, tag);
    return tag;
}

QString withoutTags(QStringView text)
{
    QString words = u""_s;
    bool detsClose = true; // false once no more do: the search is not made twice
    while (true) {
        const qsizetype at = text.indexOf(u"<|");
        if (at < 0)
            break;
        words.append(text.first(at));
        const QStringView rest = text.sliced(at);
        qsizetype length = 0;
        for (const QStringView tag : {refOpen, refClose, detOpen, detClose}) {
            if (rest.startsWith(tag)
                || (rest.size() < tag.size() && tag.startsWith(rest))) // whole, or torn at the line end
                length = std::min(tag.size(), rest.size());
        }
        if (rest.startsWith(detOpen)) { // a det that belongs to no ref goes with its numbers
            const qsizetype close = detsClose ? rest.indexOf(detClose) : -1;
            detsClose = close >= 0;
            length = close < 0 ? detOpen.size() : close + detClose.size();
        }
        if (length == 0) {
            length = 2;
            words.append(rest.first(length));
        }
        text = rest.sliced(length);
    }
    return words.append(text);
}

QString boxNotation(const base::NormalizedRect &box)
{
    const auto number = [](double share) { return QString::number(std::lround(share * highest)); };
    return u"[%1, %2, %3, %4]"_s.arg(number(box.x0), number(box.y0), number(box.x1), number(box.y1));
}

} // namespace markdown
