// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/html/block_html.h"

#include "app/exporters/page_furniture.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;
using document::Block;

namespace exporters {

namespace {

constexpr qsizetype largePng = 300'000; // bytes: beyond this a photograph is better off as JPEG

bool isCaptionOfPicture(const Block &block)
{
    return block.type == u"image_caption" || block.type == u"figure_caption" || block.type == u"figure_title";
}

QString contentHtml(const Block &block, const HtmlStyle &style)
{
    if (!block.html.isEmpty())
        return document::safeHtml(block.html, style.formula);
    if (block.level > 0) {
        const int level = std::clamp(block.level, 1, 6);
        return u"<h%1>%2</h%1>"_s.arg(level).arg(inlineHtml(block.markdown, style.formula));
    }
    return document::markdownHtml(block.markdown, style.formula);
}

QString figureHtml(const Block &picture, const Block *caption, const HtmlStyle &style)
{
    const QString address = style.imageAddress(picture.image);
    QString words = picture.text;
    if (words.isEmpty() && caption)
        words = caption->text;
    QString html = u"<figure>"_s; // without a picture (on standard output) what it shows still has its place
    if (!address.isEmpty())
        html.append(u"<img src=\"%1\" alt=\"%2\">"_s.arg(address, words.simplified().toHtmlEscaped()));
    if (caption)
        html.append(u"<figcaption>%1</figcaption>"_s.arg(inlineHtml(caption->markdown, style.formula)));
    html.append("</figure>"_L1);
    if (!picture.markdown.isEmpty())
        html.append(document::markdownHtml(picture.markdown, style.formula));
    if (showsFigure(picture))
        html.append(document::figureHtml(*picture.figure, style.formula));
    return html;
}

} // namespace

QString inlineHtml(const QString &markdown, const document::FormulaHtml &formula)
{
    QString line = markdown;
    line.replace(u'\n', u' ');
    // As a heading of one line nothing in it can become a list or a quotation; the marks after it keep a closing `#` a letter.
    QString html = document::markdownHtml(u"# "_s + line.trimmed(), formula).trimmed();
    if (html.startsWith("<h1>"_L1) && html.endsWith("</h1>"_L1))
        html = html.sliced(4, html.size() - 9);
    return html;
}

QString pageHtml(const QList<Block> &blocks, const HtmlStyle &style)
{
    QString html;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        if (isBlank(block) || (isFurniture(block) && !style.keepsFurniture))
            continue;
        if (block.image.isEmpty() && !showsFigure(block)) {
            html.append(style.wrapped(block, contentHtml(block, style))).append(u'\n');
            continue;
        }
        const Block *next = i + 1 < blocks.size() && isCaptionOfPicture(blocks[i + 1]) ? &blocks[i + 1] : nullptr;
        html.append(style.wrapped(block, figureHtml(block, next, style))).append(u'\n');
        i += next ? 1 : 0;
    }
    return html;
}

EncodedImage encodeImage(const QImage &image)
{
    const auto encode = [&](const char *format, int quality) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format, quality);
        return bytes;
    };
    EncodedImage png{encode("png", -1), u"image/png"_s, u"png"_s};
    if (png.bytes.size() <= largePng || image.hasAlphaChannel())
        return png;
    EncodedImage jpeg{encode("jpeg", 88), u"image/jpeg"_s, u"jpg"_s};
    return !jpeg.bytes.isEmpty() && jpeg.bytes.size() * 2 < png.bytes.size() ? jpeg : png;
}

} // namespace exporters
