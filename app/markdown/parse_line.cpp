// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/parse_line.h"

#include "app/markdown/grounding.h"
#include "app/markdown/labels.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace markdown {

namespace {

constexpr std::array<QStringView, 22> knownLabels{u"title", u"sub_title", u"text", u"image", u"image_caption",
    u"image_footnote", u"table", u"table_caption", u"table_footnote", u"equation", u"header", u"footer", u"page_number",
    u"formula", u"figure", u"figure_caption", u"figure_title", u"chart", u"list", u"aside_text", u"reference", u"code"};

} // namespace

bool isKnownLabel(QStringView label)
{
    return std::ranges::find(knownLabels, label) != knownLabels.end();
}

bool beginsKnownLabel(QStringView start)
{
    return std::ranges::any_of(knownLabels, [&](QStringView label) { return label.startsWith(start); });
}

bool looksLikeLabel(QStringView label)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    return !label.isEmpty() && label.size() <= 40 && isLetter(label[0]) && std::ranges::all_of(label, [&](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
    });
}

bool isHeadingLabel(QStringView label)
{
    return label == u"title" || label == u"sub_title";
}

bool belongsToTable(QStringView label)
{
    return label == u"table_caption" || label == u"table_footnote";
}

Grammar grammarFor(QStringView prompt)
{
    const auto asksForLines = [&](QStringView words) { return prompt.contains(words, Qt::CaseInsensitive); };
    if (prompt.contains(u"<|grounding|>") && (asksForLines(u"OCR this image") || asksForLines(u"OCR the image")))
        return Grammar::TextInRefs;
    if (prompt.contains(u"<|ref|>") || prompt.contains(u"bounding boxes"))
        return Grammar::TextInRefs;
    return prompt.contains(u"<|grounding|>") ? Grammar::Labels : Grammar::Plain;
}

namespace {

using Inside = ParseState::Inside;
using Kind = BlockEvent::Kind;

/// One line on its way to events.
class LineReader {
public:
    explicit LineReader(const ParseState &state) { m_parsed.next = state; }

    ParsedLine read(QStringView line)
    {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (m_parsed.next.grammar == Grammar::Plain) {
            readPlain(line);
            return m_parsed;
        }
        qsizetype from = 0;
        while (const auto tag = nextTag(line, from)) {
            readRest(line.sliced(from, tag->start - from));
            readTag(*tag);
            from = tag->end;
        }
        if (from == 0)
            readContent(line);
        else
            readRest(line.sliced(from));
        return m_parsed;
    }

private:
    ParseState &state() { return m_parsed.next; }

    void begin(const QString &label, const QList<base::NormalizedRect> &boxes = {})
    {
        const document::Region region{label, boxes};
        if (!boxes.isEmpty())
            m_parsed.regions.append(region);
        m_parsed.events.append({Kind::Begin, region, {}});
    }

    void text(QStringView line) { m_parsed.events.append({Kind::Text, {}, line.toString()}); }

    void readTag(const GroundingTag &tag)
    {
        const bool isLabel = state().grammar == Grammar::Labels ? looksLikeLabel(tag.label) : isKnownLabel(tag.label);
        const bool isLost = !isKnownLabel(tag.label) || tag.isReopened;
        if (tag.isTorn && isLost && state().grammar == Grammar::Labels) {
            if (!beginsKnownLabel(tag.label)) // ordinary text behind a stray tag
                readRest(tag.label);
            return;
        }
        const QString label = isLabel ? tag.label : u"text"_s;
        state().hasRegion = true;
        state().inside = Inside::Nothing;
        state().intoTable = false;
        state().regionIsTable = label == u"table";
        state().tableWaits = state().regionIsTable || (state().tableWaits && belongsToTable(label));
        begin(label, tag.boxes);
        if (!isLabel && !tag.label.isEmpty())
            text(tag.label);
    }

    /// What stands beside a tag on its line.
    void readRest(QStringView rest)
    {
        if (!rest.trimmed().isEmpty())
            readContent(rest);
    }

    void readContent(QStringView line)
    {
        QString cleaned;
        if (line.contains(u"<|")) {
            cleaned = withoutTags(line);
            line = cleaned;
        }
        if (!state().hasRegion) {
            readPlain(line);
            return;
        }
        if (state().tableWaits && line.trimmed().startsWith(u"<table", Qt::CaseInsensitive)) {
            state().intoTable = !state().regionIsTable;
            state().tableWaits = false;
        }
        m_parsed.events.append({state().intoTable ? Kind::TextToTable : Kind::Text, {}, line.toString()});
    }

    /// Markdown without tags: blocks are told apart by their form.
    void readPlain(QStringView line)
    {
        const QStringView words = line.trimmed();
        if (state().inside == Inside::Fence)
            readInFence(line, words);
        else if (state().inside == Inside::Table)
            readInTable(words);
        else if (words.isEmpty())
            state().inside = Inside::Nothing;
        else if (state().inside == Inside::Formula)
            readInFormula(words);
        else if (state().inside == Inside::PipeTable && words.startsWith(u'|'))
            text(words);
        else
            readStart(line, words);
    }

    void readInFence(QStringView line, QStringView words)
    {
        text(line);
        const QChar fence(state().fence);
        const bool closes
            = words.size() >= state().fenceLength && std::ranges::all_of(words, [&](QChar c) { return c == fence; });
        if (!closes)
            return;
        state().inside = Inside::Nothing;
        state().fence = 0;
        state().fenceLength = 0;
    }

    void readInTable(QStringView words)
    {
        text(words);
        if (words.contains(u"</table", Qt::CaseInsensitive))
            state().inside = Inside::Nothing;
    }

    void readInFormula(QStringView words)
    {
        text(words);
        if (words.contains(u"\\]"))
            state().inside = Inside::Nothing;
    }

    void readStart(QStringView line, QStringView words)
    {
        const qsizetype hashes = headingLevel(words);
        if (hashes > 0)
            return startBlock(hashes == 1 ? u"title"_s : u"sub_title"_s, words, Inside::Nothing);
        if (words.startsWith(u"<table", Qt::CaseInsensitive)) {
            const bool closes = words.contains(u"</table", Qt::CaseInsensitive);
            return startBlock(u"table"_s, words, closes ? Inside::Nothing : Inside::Table);
        }
        if (words.startsWith(u'|') && words.indexOf(u'|', 1) > 0)
            return startBlock(u"table"_s, words, Inside::PipeTable);
        if (words.startsWith(u"```") || words.startsWith(u"~~~")) {
            state().fence = words[0].unicode();
            state().fenceLength = words.size() - words.sliced(3).size();
            while (state().fenceLength < words.size() && words[state().fenceLength].unicode() == state().fence)
                ++state().fenceLength;
            return startBlock(u"text"_s, line, Inside::Fence);
        }
        if (words.startsWith(u"\\[") && (words.endsWith(u"\\]") || !words.contains(u"\\]")))
            return startBlock(u"equation"_s, words, words.endsWith(u"\\]") ? Inside::Nothing : Inside::Formula);
        if (words.startsWith(u"![") && words.endsWith(u')') && words.contains(u"]("))
            return startBlock(u"image"_s, words, Inside::Nothing);
        if (state().inside == Inside::Paragraph)
            return text(line);
        startBlock(u"text"_s, line, Inside::Paragraph);
    }

    void startBlock(const QString &label, QStringView line, Inside inside)
    {
        state().inside = inside;
        begin(label);
        text(line);
    }

    static qsizetype headingLevel(QStringView words)
    {
        qsizetype hashes = 0;
        while (hashes < words.size() && words[hashes] == u'#')
            ++hashes;
        return hashes <= 6 && hashes < words.size() && words[hashes].isSpace() ? hashes : 0;
    }

    ParsedLine m_parsed;
};

} // namespace

ParsedLine parseLine(QStringView line, const ParseState &state)
{
    return LineReader(state).read(line);
}

} // namespace markdown
