// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/transcript_parser.h"

#include "app/markdown/fill_block.h"

#include <algorithm>

namespace markdown {

namespace {

/// Events become raw blocks; notes which changed.
class BlockBuilder {
public:
    QList<RawBlock> blocks;
    qsizetype firstDirty = 0; ///< of those not filled since they changed

    void apply(const ParsedLine &parsed)
    {
        for (const BlockEvent &event : parsed.events) {
            if (event.kind == BlockEvent::Kind::Begin) {
                if (event.region.label == u"table")
                    m_table = blocks.size();
                touch(blocks.size());
                blocks.append({event.region, {}});
            } else if (!blocks.isEmpty()) {
                const bool toTable = event.kind == BlockEvent::Kind::TextToTable && m_table >= 0;
                const qsizetype target = toTable ? m_table : blocks.size() - 1;
                touch(target);
                blocks[target].source.append(event.text).append(u'\n');
            }
        }
    }

    [[nodiscard]] qsizetype table() const { return m_table; }
    void setTable(qsizetype index) { m_table = index; }

private:
    void touch(qsizetype index) { firstDirty = std::min(firstDirty, index); }

    qsizetype m_table = -1; ///< the last table, for HTML that comes after its caption
};

/// How much of an unfinished line stands, whatever comes: a tag that is not whole is held back.
qsizetype settledLength(QStringView tail)
{
    const qsizetype ref = tail.lastIndexOf(u"<|ref|>");
    if (ref >= 0 && !tail.sliced(ref).contains(u"<|/det|>"))
        return ref;
    const qsizetype bracket = tail.lastIndexOf(u'<');
    const bool mayBeTag
        = bracket >= 0 && tail.size() - bracket < 8 && (tail.size() == bracket + 1 || tail[bracket + 1] == u'|');
    return mayBeTag && !tail.sliced(bracket).contains(u'>') ? bracket : tail.size();
}

} // namespace

class TranscriptParser::Private {
public:
    Private(Grammar grammar, int page, Content kind)
        : pageNumber(page)
        , content(kind)
    {
        state.grammar = grammar;
    }

    QString transcript;
    qsizetype lineStart = 0; ///< of the unfinished line
    bool isFinished = false;
    bool hasChanged = false;
    ParseState state;
    BlockBuilder builder;
    QList<document::Block> filled;
    qsizetype changed = 0;
    int pageNumber;
    Content content;

    void readLine(QStringView line)
    {
        const ParsedLine parsed = parseLine(line, state);
        state = parsed.next;
        builder.apply(parsed);
    }

    void fillFrom(qsizetype first)
    {
        filled.resize(first);
        for (qsizetype i = first; i < builder.blocks.size(); ++i)
            filled.append(fillBlock(builder.blocks[i], content, pageNumber, i));
        changed = std::min(changed, first);
    }

    /// Fills with the unfinished line as if it ended here, then forgets it again.
    void fillWithTail(QStringView tail)
    {
        const ParseState before = state;
        const qsizetype count = builder.blocks.size();
        const qsizetype table = builder.table();
        const qsizetype lastLength = count > 0 ? builder.blocks.last().source.size() : 0;
        const qsizetype tableLength = table >= 0 ? builder.blocks[table].source.size() : 0;
        readLine(tail);
        const qsizetype dirty = builder.firstDirty;
        fillFrom(dirty);
        builder.blocks.resize(count);
        if (count > 0)
            builder.blocks.last().source.truncate(lastLength);
        if (table >= 0)
            builder.blocks[table].source.truncate(tableLength);
        builder.setTable(table);
        state = before;
        builder.firstDirty = dirty; // still to be filled with what the line becomes
    }
};

TranscriptParser::TranscriptParser(Grammar grammar, int pageNumber, Content content)
    : d(std::make_unique<Private>(grammar, pageNumber, content))
{
}

TranscriptParser::~TranscriptParser() = default;
TranscriptParser::TranscriptParser(TranscriptParser &&) noexcept = default;
TranscriptParser &TranscriptParser::operator=(TranscriptParser &&) noexcept = default;

void TranscriptParser::append(QStringView delta)
{
    if (delta.isEmpty() || d->isFinished)
        return;
    qsizetype searchFrom = d->transcript.size();
    d->transcript.append(delta);
    d->hasChanged = true;
    for (qsizetype end; (end = d->transcript.indexOf(u'\n', searchFrom)) >= 0; searchFrom = end + 1) {
        d->readLine(QStringView(d->transcript).sliced(d->lineStart, end - d->lineStart));
        d->lineStart = end + 1;
    }
}

void TranscriptParser::finish()
{
    if (d->isFinished)
        return;
    d->isFinished = true;
    d->hasChanged = true;
    const QStringView tail = QStringView(d->transcript).sliced(d->lineStart);
    if (!tail.isEmpty())
        d->readLine(tail);
    d->lineStart = d->transcript.size();
}

const QList<document::Block> &TranscriptParser::blocks()
{
    d->changed = d->filled.size();
    if (!d->hasChanged)
        return d->filled;
    d->hasChanged = false;
    QStringView tail = QStringView(d->transcript).sliced(d->lineStart);
    if (!d->isFinished)
        tail = tail.first(settledLength(tail));
    if (!tail.isEmpty()) {
        d->fillWithTail(tail);
    } else {
        d->fillFrom(d->builder.firstDirty);
        d->builder.firstDirty = d->builder.blocks.size();
    }
    return d->filled;
}

qsizetype TranscriptParser::firstChanged() const
{
    return d->changed;
}

const QString &TranscriptParser::transcript() const
{
    return d->transcript;
}

QList<document::Block> parseTranscript(QStringView text, Grammar grammar, int pageNumber, Content content)
{
    TranscriptParser parser(grammar, pageNumber, content);
    parser.append(text);
    parser.finish();
    return parser.blocks();
}

} // namespace markdown
