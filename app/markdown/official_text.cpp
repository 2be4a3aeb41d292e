// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/official_text.h"

#include "app/markdown/literal.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace markdown {

namespace {

const QString endToken = u"<｜end▁of▁sentence｜>"_s;
constexpr QStringView refOpen = u"<|ref|>";
constexpr QStringView middleOfTag = u"<|/ref|><|det|>";
constexpr QStringView detClose = u"<|/det|>";

/// One match of the official pattern: the first ends that fit, whatever stands between.
struct Tag {
    qsizetype start = 0;
    qsizetype end = 0;
    QStringView label;
    QStringView boxes;
    bool isImage = false;
};

std::optional<Tag> nextTag(QStringView text, qsizetype from)
{
    Tag tag;
    tag.start = text.indexOf(refOpen, from);
    if (tag.start < 0)
        return std::nullopt;
    const qsizetype label = tag.start + refOpen.size();
    const qsizetype middle = text.indexOf(middleOfTag, label);
    const qsizetype close = middle < 0 ? -1 : text.indexOf(detClose, middle + middleOfTag.size());
    if (close < 0)
        return std::nullopt;
    tag.end = close + detClose.size();
    tag.label = text.sliced(label, middle - label);
    tag.boxes = text.sliced(middle + middleOfTag.size(), close - middle - middleOfTag.size());
    tag.isImage = text.sliced(tag.start, tag.end - tag.start).contains(u"<|ref|>image<|/ref|>");
    // A torn tag before it may have been swallowed: the last one opened counts.
    if (const qsizetype inner = tag.label.lastIndexOf(refOpen); inner >= 0)
        tag.label = tag.label.sliced(inner + refOpen.size());
    return tag;
}

/// The boxes up to the first that is none: there the official scripts stop, too.
QList<QRect> boxesIn(QStringView literal, const QSize &picture)
{
    QList<QRect> boxes;
    const std::optional<QJsonValue> list = readWholeLiteral(literal);
    if (!list)
        return boxes;
    for (const QJsonValue &item : list->toArray()) {
        const QJsonArray numbers = item.toArray();
        if (numbers.size() != 4 || !std::ranges::all_of(numbers, [](const QJsonValue &v) { return v.isDouble(); }))
            break;
        boxes.append(officialPixels(
            numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(), numbers[3].toDouble(), picture));
    }
    return boxes;
}

/// What Python's strip() takes away.
QString stripped(const QString &text)
{
    const auto isBlank = [](QChar c) { return c.isSpace() || (c >= QChar(0x1C) && c <= QChar(0x1F)); };
    const auto begin = std::ranges::find_if_not(text, isBlank);
    const auto end = std::find_if_not(text.rbegin(), text.rend(), isBlank).base();
    return begin < end ? text.sliced(begin - text.begin(), end - begin) : QString();
}

/// At most one blank line in a row.
QString withoutBlankRuns(const QString &text)
{
    QString result;
    int lineEnds = 0;
    for (const QChar c : text) {
        lineEnds = c == u'\n' ? lineEnds + 1 : 0;
        if (lineEnds <= 2)
            result += c;
    }
    return result;
}

QString withoutEnd(QStringView transcript, bool isDocument)
{
    QString text = transcript.toString();
    if (isDocument)
        text.remove(endToken);
    else if (text.endsWith(endToken))
        text.chop(endToken.size());
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n'); // the scripts' files are read back so
    return isDocument ? text : stripped(text);
}

} // namespace

QRect officialPixels(double x1, double y1, double x2, double y2, const QSize &picture)
{
    // Clamped before it becomes an int, which no number out of its range survives.
    const auto pixel
        = [](double value, int size) { return static_cast<int>(std::clamp(value / 999 * size, 0.0, double(size))); };
    const auto [left, right] = std::minmax({pixel(x1, picture.width()), pixel(x2, picture.width())});
    const auto [top, bottom] = std::minmax({pixel(y1, picture.height()), pixel(y2, picture.height())});
    return {left, top, right - left, bottom - top};
}

OfficialText officialText(QStringView transcript, const QSize &picture, int page)
{
    const bool isDocument = page >= 0;
    const QString text = withoutEnd(transcript, isDocument);
    const QString prefix = isDocument ? QString::number(page) + u'_' : QString();
    OfficialText result;
    qsizetype at = 0;
    int number = 0;
    while (const std::optional<Tag> tag = nextTag(text, at)) {
        result.text.append(QStringView(text).sliced(at, tag->start - at));
        at = tag->end;
        for (const QRect &box : boxesIn(tag->boxes, picture)) {
            result.boxes.append({tag->isImage ? u"image"_s : tag->label.toString(), box});
            if (!tag->isImage)
                continue;
            // A box without area has its number, but no file and no link.
            const QString file = prefix + QString::number(number++) + u".jpg"_s;
            if (box.isEmpty())
                continue;
            result.crops.append({box, file});
            result.text.append(u"![](images/%1)\n"_s.arg(file));
        }
    }
    result.text.append(QStringView(text).sliced(at));
    result.text.replace("\\coloneqq"_L1, ":="_L1).replace("\\eqqcolon"_L1, "=:"_L1);
    if (isDocument && at > 0)
        result.text = withoutBlankRuns(result.text);
    return result;
}

} // namespace markdown
