// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/transcript_parser.h"
#include "app/ocr/token_estimate.h"
#include "app/pipeline/ink_map.h"

#include <memory>
#include <optional>
#include <vector>

namespace pipeline {

/// Watches a text for leaving its page (interactions I5): when it is far longer than the page's ink can hold, or names one place after the other
/// where there is none. For tasks that read all text and nothing but text.
///
/// Careful, since no honest page may be cut. Tokens are estimated rather too few, tags and boxes are not counted, and strokes give rather too many:
/// in 76 readings and text layers of pages at 72 to 300 dpi a token had 7 strokes at least, 17 and more at the usual 144 dpi.
class InkWatch {
public:
    explicit InkWatch(std::shared_ptr<const InkMap> ink);

    /// Takes the next piece. @param parser  that has taken it too.
    void take(QStringView delta, markdown::TranscriptParser &parser);
    /// Where the text that is on the page ends, in UTF-16 units, once it has left it.
    [[nodiscard]] std::optional<qsizetype> end() const { return m_end; }

    /// Tokens that a page with so many strokes may have.
    [[nodiscard]] static qint64 expectedTokens(qint64 strokes) { return strokes / 6; }
    /// And how many prove that the text is not the page's.
    [[nodiscard]] static qint64 mostTokens(qint64 strokes) { return 512 + 3 * expectedTokens(strokes); }

private:
    void push(QChar c);
    void endTag();
    void lookAtBoxes(markdown::TranscriptParser &parser);

    static constexpr qsizetype longestTag = 60; ///< letters; `<td rowspan="2" colspan="3">`
    static constexpr int leastBlocks = 16; ///< in a row and all without ink: some 300 tokens

    std::shared_ptr<const InkMap> m_ink;
    qint64 m_expected;
    qint64 m_most;
    ocr::TokenEstimate m_estimate;
    qsizetype m_length = 0;
    qint64 m_tokens = 0;
    QString m_tag; ///< from its `<` on; empty outside
    qint64 m_tokensBeforeTag = 0;
    std::optional<qint64> m_tokensBeforeBoxes; ///< within a det
    qsizetype m_supported = 0; ///< length of the text that the ink can hold
    bool m_boxesEnded = false; ///< in the piece at hand
    std::vector<qsizetype> m_refs; ///< where they begin
    qsizetype m_looked = 0; ///< blocks
    int m_emptyBlocks = 0; ///< in a row whose boxes have no ink
    std::optional<qsizetype> m_end;
};

} // namespace pipeline
