// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace document {

/// A start or end tag as it stands in loose HTML.
struct HtmlTag {
    QString name; ///< lower case
    bool isEnd = false;
    QStringView attributes; ///< between the name and `>`
    qsizetype length = 0; ///< in characters, `<` and `>` included; 0: no tag stands here
};

/// The tag that begins at the start of @p text, if one does and is closed. Attributes may be quoted; linear in the tag.
[[nodiscard]] HtmlTag readTag(QStringView text);

/// The whole number after `name=` in @p attributes, quoted well, badly or not at all; @p otherwise when there is none.
[[nodiscard]] int numberAttribute(QStringView attributes, QStringView name, int otherwise);

/// Elements that may stand in a block's text, marks inside a line only: b, i, sub, sup, br, … (never with attributes).
[[nodiscard]] bool isInlineMark(QStringView name);
/// Elements that safeHtml keeps besides: p, lists, tables, headings, a, code, …
[[nodiscard]] bool isAllowedElement(QStringView name);

/// Loose HTML without anything but allowed tags and allowed attributes, as UTF-8 for the HTML parser: other tags, comments and the
/// insides of script and style are gone, marks end at the block they began in, nesting is bounded. Keeps the parser linear.
[[nodiscard]] QByteArray allowedTags(QStringView html);

} // namespace document
