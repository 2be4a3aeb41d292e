// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/formulas.h"

#include <md4c.h>

namespace document {

/// Hears what md4c finds in Markdown of GitHub's flavour, formulas aside. Raw HTML blocks and indented code are off.
class MarkdownListener {
public:
    virtual ~MarkdownListener() = default;
    virtual void enterBlock(MD_BLOCKTYPE type, void *detail) = 0;
    virtual void leaveBlock(MD_BLOCKTYPE type, void *detail) = 0;
    virtual void enterSpan(MD_SPANTYPE type, void *detail) = 0;
    virtual void leaveSpan(MD_SPANTYPE type, void *detail) = 0;
    virtual void text(MD_TEXTTYPE type, QStringView text) = 0;
};

/// Runs md4c over @p markdown (a @c FormulasAside text). False when it gave up, which it does only for want of memory.
bool readMarkdown(const QString &markdown, MarkdownListener &listener);

/// A named or numbered character reference ("&amp;") as its characters; itself when nobody knows it.
[[nodiscard]] QString decodedEntity(QStringView entity);
/// @p text with all its character references decoded.
[[nodiscard]] QString decodedEntities(QStringView text);

/// True for http, https and mailto addresses: the only ones a link may have.
[[nodiscard]] bool isSafeLink(QStringView address);

} // namespace document
