// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QStringView>

namespace document {

/// How Markdown writes formulas: \( … \) and \[ … \] as in Block::markdown, or $ … $ and $$ … $$ as GitHub and pandoc read them.
enum class MathDelimiters { Tex, Dollars };

/// A block as Markdown source: hashes before headings, tables as pipes (as HTML where cells span or hold several lines), line
/// breaks as such, `![text](imagesFolder/name)` for pictures. The editor and the Markdown writer both use it. No line end at the end.
[[nodiscard]] QString blockMarkdown(
    const Block &block, MathDelimiters delimiters = MathDelimiters::Tex, const QString &imagesFolder = {});

/// Letters as printed → inline Markdown that shows just these letters (GitHub's flavour and formulas included).
[[nodiscard]] QString escapedMarkdown(QStringView plain);

/// Markdown of a Block → its words without markup; formulas stay as \( … \), table cells are parted by tabs.
[[nodiscard]] QString plainText(QStringView markdown);

} // namespace document
