// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace cli {

/// How far a run has come: pages done, rate, time left. Time comes in from outside.
class Progress {
public:
    using Time = std::chrono::steady_clock::time_point;
    explicit Progress(Time begin)
        : m_begin(begin)
    {
    }

    /// @param pages  of a source that was opened.
    void addPages(qsizetype pages) { m_wanted += pages; }
    void pageDone() { ++m_done; }
    /// Sources whose number of pages is not known yet; without any there is an end in sight.
    void setUnopened(size_t sources) { m_unopened = sources; }

    /// "report.pdf: page 4, 3 of 20 done, 12 pages/min, 1 min 25 s left".
    /// @param page  the one that is waited for; 0: none.
    [[nodiscard]] QString text(const QString &file, int page, Time now) const;

private:
    Time m_begin;
    qsizetype m_wanted = 0;
    qsizetype m_done = 0;
    size_t m_unopened = 0;
};

} // namespace cli
