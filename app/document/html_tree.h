// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <gumbo.h>

#include <span>

namespace document {

/// A parsed HTML fragment; nesting is bounded by what @c allowedTags lets through.
class HtmlTree {
public:
    explicit HtmlTree(QByteArray allowed);
    ~HtmlTree();
    HtmlTree(const HtmlTree &) = delete;
    HtmlTree &operator=(const HtmlTree &) = delete;
    /// The element whose children are the fragment.
    [[nodiscard]] const GumboNode *root() const { return m_output->root; }

private:
    QByteArray m_bytes; ///< gumbo points into it
    GumboOutput *m_output;
};

[[nodiscard]] bool isElement(const GumboNode *node, GumboTag tag);
[[nodiscard]] bool isText(const GumboNode *node);
/// Lower-case name; empty for what HTML does not know.
[[nodiscard]] QString elementName(const GumboNode *node);
[[nodiscard]] std::span<const GumboNode *const> childrenOf(const GumboNode *node); ///< none of what is no element
[[nodiscard]] int spanOf(const GumboNode *cell, const char *attribute); ///< 1..1000

/// Appends @p node and what is in it as HTML of allowed elements and attributes alone.
void appendSafe(const GumboNode *node, QString &html);
/// Appends the words of @p node; a line break where <br> or a block ends.
void appendWords(const GumboNode *node, QString &words);

} // namespace document
