// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/ink_watch.h"

#include <algorithm>
#include <utility>

namespace pipeline {

InkWatch::InkWatch(std::shared_ptr<const InkMap> ink)
    : m_ink(std::move(ink))
    , m_expected(expectedTokens(m_ink->strokes()))
    , m_most(mostTokens(m_ink->strokes()))
{
}

void InkWatch::take(QStringView delta, markdown::TranscriptParser &parser)
{
    if (m_end)
        return;
    m_boxesEnded = false;
    for (const QChar c : delta) {
        if (m_end)
            break;
        push(c);
    }
    if (m_boxesEnded) // blocks are asked for where there is news alone: each time costs the last one anew
        lookAtBoxes(parser);
    if (m_end) { // no torn tag
        const QStringView kept = QStringView(parser.transcript()).first(*m_end);
        const qsizetype tag = kept.lastIndexOf(u"<|ref|>");
        if (tag >= 0 && !kept.sliced(tag).contains(u"<|/det|>"))
            m_end = tag;
    }
}

void InkWatch::push(QChar c)
{
    ++m_length;
    if (c == u'<') {
        m_tag.clear();
        m_tokensBeforeTag = m_tokens;
    }
    if (c == u'<' || !m_tag.isEmpty())
        m_tag.append(c);
    if (m_estimate.begins(c))
        ++m_tokens;
    if (c == u'>' && !m_tag.isEmpty())
        endTag();
    else if (m_tag.size() > longestTag)
        m_tag.clear(); // a less-than sign
    if (m_tokens <= m_expected)
        m_supported = m_length;
    else if (m_tokens > m_most)
        m_end = m_supported;
}

/// A tag is nobody's ink, nor are the numbers of a det.
void InkWatch::endTag()
{
    m_tokens = m_tokensBeforeTag;
    m_estimate.restart();
    if (m_tag == u"<|det|>") {
        m_tokensBeforeBoxes = m_tokens;
    } else if (m_tag == u"<|/det|>") {
        m_tokens = std::exchange(m_tokensBeforeBoxes, std::nullopt).value_or(m_tokens);
        m_boxesEnded = true;
    } else if (m_tag == u"<|ref|>") {
        m_refs.push_back(m_length - m_tag.size());
    }
    m_tag.clear();
}

void InkWatch::lookAtBoxes(markdown::TranscriptParser &parser)
{
    const QList<document::Block> &blocks = parser.blocks();
    const auto hasInk = [&](const base::NormalizedRect &box) { return m_ink->hasInk(box); };
    for (; m_looked < blocks.size(); ++m_looked) {
        const QList<base::NormalizedRect> &boxes = blocks[m_looked].boxes;
        if (boxes.isEmpty())
            continue;
        m_emptyBlocks = std::ranges::any_of(boxes, hasInk) ? 0 : m_emptyBlocks + 1;
        if (m_emptyBlocks < leastBlocks)
            continue;
        const qsizetype after = blocks.size() - 1 - m_looked; // in a piece of several blocks
        const auto count = static_cast<qsizetype>(m_refs.size());
        const qsizetype first = std::clamp<qsizetype>(count - after - leastBlocks, 0, count - 1);
        m_end = m_refs[static_cast<size_t>(first)];
        return;
    }
}

} // namespace pipeline
