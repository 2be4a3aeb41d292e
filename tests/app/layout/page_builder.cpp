// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_builder.h"

namespace layout_test {

PageBuilder::PageBuilder()
{
    layer.size = QSizeF(600, 800);
}

PageBuilder &PageBuilder::line(double x, double y, const QString &text, double size, bool bold)
{
    const QStringList words = text.split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        const double width = 0.5 * size * double(words[i].size());
        document::TextLayerWord word;
        word.text = words[i];
        word.box = base::NormalizedRect::of(QRectF(x, y, width, size), layer.size);
        word.font = {m_family, size, bold, false, m_monospace};
        word.spaceAfter = i + 1 < words.size();
        if (!word.text.isEmpty())
            layer.words.append(word);
        layer.paintedCharacters += word.text.size();
        x += width + 0.5 * size;
    }
    return *this;
}

double PageBuilder::paragraph(double x, double y, const QStringList &lines, double size, bool bold)
{
    for (const QString &text : lines) {
        line(x, y, text, size, bold);
        y += 1.2 * size;
    }
    return y;
}

PageBuilder &PageBuilder::rule(double x0, double y0, double x1, double y1)
{
    layer.rules.append({base::NormalizedRect::of(QRectF(QPointF(x0, y0), QPointF(x1, y1)), layer.size)});
    return *this;
}

PageBuilder &PageBuilder::picture(double x0, double y0, double x1, double y1)
{
    layer.pictures.append(base::NormalizedRect::of(QRectF(QPointF(x0, y0), QPointF(x1, y1)), layer.size));
    return *this;
}

PageBuilder &PageBuilder::drawing(double x0, double y0, double x1, double y1)
{
    layer.drawings.append(base::NormalizedRect::of(QRectF(QPointF(x0, y0), QPointF(x1, y1)), layer.size));
    return *this;
}

PageBuilder &PageBuilder::font(const QString &family, bool monospace)
{
    m_family = family;
    m_monospace = monospace;
    return *this;
}

QStringList outline(const QList<document::Block> &blocks)
{
    QStringList lines;
    for (const document::Block &block : blocks)
        lines.append(block.type + (block.level > 0 ? QString::number(block.level) : QString()) + QStringLiteral(": ")
            + block.text);
    return lines;
}

QStringList textsOf(const QList<document::Block> &blocks)
{
    QStringList texts;
    for (const document::Block &block : blocks)
        texts.append(block.text);
    return texts;
}

} // namespace layout_test
