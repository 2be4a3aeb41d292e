// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "app/document/safe_html.h"

#include <QByteArray>

#include <functional>

namespace exporters {

/// How blocks become HTML: what formulas turn into, where a picture is found, and which words a writer wraps around.
struct HtmlStyle {
    document::FormulaHtml formula;
    std::function<QString(const QString &imageName)> imageAddress; ///< for src; empty: the picture is not there
    std::function<QString(const document::Block &, const QString &html)>
        wrapped; ///< the block with the writer's own attributes
    bool keepsFurniture = true;
};

/// The blocks of a page as HTML of allowed elements; a picture and the caption that follows it become one figure.
[[nodiscard]] QString pageHtml(const QList<document::Block> &blocks, const HtmlStyle &style);

/// A heading's or caption's Markdown as HTML within a line.
[[nodiscard]] QString inlineHtml(const QString &markdown, const document::FormulaHtml &formula);

/// A figure as a file for embedding: PNG, or JPEG where that is far smaller (photographs).
struct EncodedImage {
    QByteArray bytes;
    QString type; ///< image/png or image/jpeg
    QString extension; ///< png or jpg
};
[[nodiscard]] EncodedImage encodeImage(const QImage &image);

} // namespace exporters
