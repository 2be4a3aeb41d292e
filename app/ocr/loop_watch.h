// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/counting_watch.h"
#include "app/ocr/token_estimate.h"

#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace ocr {

/// A text that repeats itself at its end.
struct TextLoop {
    qsizetype start = 0; ///< where the first round begins, in UTF-16 units
    qsizetype period = 0; ///< of one round
    qsizetype rounds = 0; ///< whole ones

    /// The text up to here is to be kept: all before the loop, and its first round.
    [[nodiscard]] qsizetype kept() const { return start + period; }
};

/// Watches an answer for loops as it arrives, for servers that do not (model specification 7.4): three rounds at the end are to be marked,
/// since equal table rows do that honestly; eight rounds and 256 tokens are a loop that will not end.
///
/// It sees letters, not tokens: tokens are estimated, rather too few than too many, so that no honest table is cut. A character costs about
/// a microsecond.
class LoopWatch {
public:
    static constexpr qsizetype longestText = 512
        << 10; ///< letters; beyond any model's context, a limit of bytes ends the answer
    static constexpr qsizetype longestPeriod = 2048; ///< letters; about 256 tokens of a table's cells

    /// Takes the next piece. @return whether the text has just been found to loop; it stays so.
    bool take(QStringView delta);

    /// The shortest round of which the text ends in eight or more, 256 estimated tokens or more in all; or counting that does not end.
    [[nodiscard]] std::optional<TextLoop> loop() const;
    /// The shortest round of which the text ends in three or more, of three estimated tokens or more in all.
    [[nodiscard]] std::optional<TextLoop> suspected() const;
    /// Where to cut a text of which the server says that it loops: it counts tokens better.
    [[nodiscard]] std::optional<TextLoop> likeliest() const;

private:
    void push(QChar c);
    void countToken(QChar c);
    [[nodiscard]] std::optional<TextLoop> shortest(qsizetype leastRounds, qint32 leastTokens) const;

    QString m_text;
    std::array<qint32, longestPeriod + 1>
        m_equal{}; ///< by period: how long the end of the text equals itself so much earlier
    std::vector<qint32> m_tokens{0}; ///< by length of the text: estimated tokens
    TokenEstimate m_estimate;
    qsizetype m_tagStart = -1; ///< of a `<` whose `>` may follow
    CountingWatch m_numbers;
    bool m_loops = false;
};

} // namespace ocr
