// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/loop_watch.h"

#include <algorithm>

namespace ocr {

bool LoopWatch::take(QStringView delta)
{
    for (const QChar c : delta) {
        if (m_loops || m_text.size() >= longestText) // the rest is not worth its time
            break;
        push(c);
        if (m_text.size() % 16 == 0) // a look costs as much as some letters
            m_loops = loop().has_value();
    }
    return m_loops;
}

void LoopWatch::push(QChar c)
{
    m_text.append(c);
    const qsizetype length = m_text.size();
    const qsizetype most = std::min(longestPeriod, length - 1);
    const QChar *now = m_text.constData() + length - 1;
    for (qsizetype period = 1; period <= most; ++period) {
        qint32 &equal = m_equal[static_cast<size_t>(period)];
        equal = now[-period] == c ? equal + 1 : 0;
    }
    countToken(c);
    m_numbers.push(c);
}

void LoopWatch::countToken(QChar c)
{
    qint32 tokens = m_tokens.back();
    if (m_estimate.begins(c))
        ++tokens;
    constexpr qsizetype longestTag = 9; // <|/ref|>, </td>: one token each
    if (c == u'<') {
        m_tagStart = m_text.size() - 1;
    } else if (c == u'>' && m_tagStart >= 0) {
        if (m_text.size() - m_tagStart <= longestTag)
            tokens = m_tokens[static_cast<size_t>(m_tagStart)] + 1;
        m_tagStart = -1;
        m_estimate.restart();
    }
    m_tokens.push_back(tokens);
}

std::optional<TextLoop> LoopWatch::shortest(qsizetype leastRounds, qint32 leastTokens) const
{
    const qsizetype length = m_text.size();
    for (qsizetype period = 1; period <= std::min(longestPeriod, length - 1); ++period) {
        const qint32 equal = m_equal[static_cast<size_t>(period)];
        const qsizetype covered = equal + period;
        if (equal < period || covered / period < leastRounds)
            continue;
        const qint32 tokens = m_tokens.back() - m_tokens[static_cast<size_t>(length - covered)];
        if (tokens >= leastTokens)
            return TextLoop{length - covered, period, covered / period};
    }
    return std::nullopt;
}

std::optional<TextLoop> LoopWatch::loop() const
{
    if (const auto equal = shortest(8, 256))
        return equal;
    const std::optional<Counting> counting = m_numbers.counting();
    return counting ? std::optional(TextLoop{counting->start, counting->period, counting->rounds}) : std::nullopt;
}

std::optional<TextLoop> LoopWatch::suspected() const
{
    return shortest(3, 3);
}

std::optional<TextLoop> LoopWatch::likeliest() const
{
    if (const auto certain = loop())
        return certain;
    for (const qint32 tokens : {128, 16}) {
        if (const auto found = shortest(8, tokens))
            return found;
    }
    return suspected();
}

} // namespace ocr
