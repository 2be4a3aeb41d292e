// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace ocr {

/// Where a text counts without end.
struct Counting {
    qsizetype start = 0; ///< of the first number of the first round, in UTF-16 units
    qsizetype period = 0; ///< of the first round
    qsizetype rounds = 0;
};

/// Watches a text for counting that does not end: "100 200 300 …", "Col1|Col2|…", "1 1 1 351 1 1 1 352 …". From round to round every number
/// grows by the same, and the words between are the same. Pages count honestly too (rows, lines, questions of a form), so it takes 256 rounds.
class CountingWatch {
public:
    static constexpr qsizetype longestRound = 32; ///< numbers
    static constexpr qsizetype leastRounds
        = 256; ///< more than the lines of a page, or the questions of an answer sheet

    /// Takes the next letter.
    void push(QChar c);
    /// The shortest round of which the text's numbers end in 256 or more.
    [[nodiscard]] std::optional<Counting> counting() const;

private:
    struct Number {
        qint64 value = 0; ///< without its point
        int decimals = 0;
        int digits = 0; ///< so many that value overflows: never part of counting
        qsizetype start = 0;
        QString before; ///< what stands between it and the number before
    };
    /// The numbers at the end that go on as those a round before them.
    struct Run {
        qsizetype length = 0;
        qsizetype lastGrown = -1; ///< index of the last that differs from the one a round before
    };

    void endNumber();
    void lengthen(qsizetype period);

    std::vector<Number> m_numbers; ///< whole ones
    std::array<Run, longestRound + 1> m_runs; ///< by numbers in a round
    Number m_current; ///< without digits: none has begun
    bool m_hasPoint = false; ///< after digits, no digit after it yet
    qsizetype m_length = 0;
};

} // namespace ocr
