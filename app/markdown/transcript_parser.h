// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/parse_line.h"

#include <memory>

namespace markdown {

/// A transcript as it arrives: give it pieces cut anywhere, ask for the blocks so far.
///
/// After @c finish the blocks equal those of @c parseTranscript over the whole text, wherever it was cut. Before, a tag that is
/// not whole yet is held back, so no box and no label flickers. One thread; appending costs the piece, asking costs the blocks
/// that grew.
class TranscriptParser {
public:
    /// @param pageNumber  from 1, for block ids "p1-b1".
    explicit TranscriptParser(Grammar grammar, int pageNumber, Content content = Content::Markdown);
    ~TranscriptParser();
    TranscriptParser(TranscriptParser &&) noexcept;
    TranscriptParser &operator=(TranscriptParser &&) noexcept;

    void append(QStringView delta);
    /// The text has ended (or was cut off): what was held back is read as it stands.
    void finish();

    /// All blocks so far, the unfinished line included. Names of pictures are left to the pipeline.
    [[nodiscard]] const QList<document::Block> &blocks();
    /// Index of the first block that the last call of @c blocks changed or added; the number of blocks when nothing did.
    [[nodiscard]] qsizetype firstChanged() const;
    /// All text that was appended.
    [[nodiscard]] const QString &transcript() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The blocks of a whole transcript, in its order. Pure; any thread; linear time.
[[nodiscard]] QList<document::Block> parseTranscript(
    QStringView text, Grammar grammar, int pageNumber, Content content = Content::Markdown);

} // namespace markdown
