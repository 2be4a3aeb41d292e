// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/counting_watch.h"

#include <algorithm>
#include <utility>

namespace ocr {

namespace {

constexpr int mostDigits = 15;

} // namespace

void CountingWatch::push(QChar c)
{
    if (c >= u'0' && c <= u'9') {
        if (m_current.digits == 0)
            m_current.start = m_length;
        if (m_current.digits < mostDigits)
            m_current.value = m_current.value * 10 + (c.unicode() - u'0');
        ++m_current.digits;
        if (m_hasPoint || m_current.decimals > 0)
            ++m_current.decimals;
        m_hasPoint = false;
    } else if (c == u'.' && m_current.digits > 0 && m_current.decimals == 0 && !m_hasPoint) {
        m_hasPoint = true;
    } else {
        if (m_current.digits > 0)
            endNumber();
        m_current.before.append(c);
    }
    ++m_length;
}

void CountingWatch::endNumber()
{
    m_numbers.push_back(std::exchange(m_current, {}));
    if (std::exchange(m_hasPoint, false))
        m_current.before = QStringLiteral(".");
    for (qsizetype period = 1; period <= longestRound; ++period)
        lengthen(period);
}

void CountingWatch::lengthen(qsizetype period)
{
    Run &run = m_runs[static_cast<size_t>(period)];
    const auto last = static_cast<qsizetype>(m_numbers.size()) - 1;
    if (last < 2 * period)
        return;
    const Number &now = m_numbers[static_cast<size_t>(last)];
    const Number &before = m_numbers[static_cast<size_t>(last - period)];
    const Number &first = m_numbers[static_cast<size_t>(last - 2 * period)];
    const bool goesOn = now.value - before.value == before.value - first.value && now.decimals == before.decimals
        && now.before == before.before && now.digits <= mostDigits;
    run.length = goesOn ? run.length + 1 : 0;
    if (goesOn && now.value != before.value)
        run.lastGrown = last;
}

std::optional<Counting> CountingWatch::counting() const
{
    const auto count = static_cast<qsizetype>(m_numbers.size());
    for (qsizetype period = 1; period <= longestRound; ++period) {
        const Run &run = m_runs[static_cast<size_t>(period)];
        const qsizetype rounds = run.length / period + 2;
        if (rounds < leastRounds || count - run.lastGrown > period)
            continue;
        const qsizetype first = count - run.length - 2 * period;
        const qsizetype start = m_numbers[static_cast<size_t>(first)].start;
        return Counting{start, m_numbers[static_cast<size_t>(first + period)].start - start, rounds};
    }
    return std::nullopt;
}

} // namespace ocr
