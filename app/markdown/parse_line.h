// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QStringView>

namespace markdown {

/// How refs are to be taken: as labels of blocks, or as the text itself ("OCR this image.", "Locate"). Plain expects no tags.
enum class Grammar { Labels, TextInRefs, Plain };

/// What the transcript's words are: Markdown, as the network writes it, or letters as printed, as Tesseract and text layers give
/// them (a star is a star; it is escaped on its way into Block::markdown).
enum class Content { Markdown, PlainText };

/// The grammar that the answer to @p prompt uses. A prompt without `<|grounding|>` and without a ref gives Plain.
[[nodiscard]] Grammar grammarFor(QStringView prompt);

/// Where the parse stands between two lines. A value: kept per line, so an edit re-parses from its line until it agrees again.
struct ParseState {
    /// What an open construct waits for; a blank line does not end it.
    enum class Inside : quint8 { Nothing, Paragraph, Table, PipeTable, Formula, Fence };

    Grammar grammar = Grammar::Labels;
    Inside inside = Inside::Nothing;
    bool hasRegion = false; ///< a ref was met: lines belong to its block until the next ref
    bool regionIsTable = false;
    bool tableWaits = false; ///< a table's ref came without its HTML, which may follow its caption
    bool intoTable = false; ///< lines go to that table, not to the caption that stands between
    char16_t fence = 0; ///< '`' or '~' inside fenced code
    qsizetype fenceLength = 0;

    bool operator==(const ParseState &) const = default;
};

/// One step in the making of blocks.
struct BlockEvent {
    enum class Kind {
        Begin, ///< a new block with @c region
        Text, ///< a line of the current block
        TextToTable, ///< a line of the table that waited for its HTML; it is not the current block
    };
    Kind kind = Kind::Text;
    document::Region region; ///< Begin only; no boxes where none was given or none could be read
    QString text; ///< the line without its end

    bool operator==(const BlockEvent &) const = default;
};

/// What one line of a transcript says.
struct ParsedLine {
    QList<document::Region> regions; ///< those that begin on this line, for overlays
    QList<BlockEvent> events;
    ParseState next;
};

/// Reads one line (without its line end) of the grounded grammar, or of Markdown. Pure, never fails, linear in the line's length;
/// what cannot be read as a tag stays as text. Boxes come out sorted and clamped to the page.
[[nodiscard]] ParsedLine parseLine(QStringView line, const ParseState &state);

} // namespace markdown
