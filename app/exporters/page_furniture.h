// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace exporters {

/// Running heads, footers and page numbers: part of the sheet, not of the text. Plain text and JSON hold them, Markdown keeps them in
/// comments, HTML shows them small, DOCX leaves them out (Word has its own).
[[nodiscard]] bool isFurniture(const document::Block &block);

/// Whether what its picture shows is to be written below it: it was read, and is not the block's own content.
[[nodiscard]] bool showsFigure(const document::Block &block);

/// Nothing that a reader would see: an empty region, a picture without its file.
[[nodiscard]] bool isBlank(const document::Block &block);

/// Why a page has nothing or not everything, for people; empty for a page that is all right.
[[nodiscard]] QString pageNote(const document::Page &page);

} // namespace exporters
