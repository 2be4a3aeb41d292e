// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QFile>
#include <QString>
#include <QStringList>

#include <cmath>
#include <iostream>

/// Blocks as a person reviews them: a head line, then what was made of the block, indented.
inline QString notation(const QList<document::Block> &blocks)
{
    using namespace Qt::StringLiterals;
    QString all;
    const auto part = [&all](const QString &name, const QString &content) {
        if (content.isEmpty())
            return;
        all += u"  "_s + name + u":\n"_s;
        for (const QString &line : content.split(u'\n'))
            all += line.isEmpty() ? u"\n"_s : u"    "_s + line + u'\n';
    };
    for (const document::Block &block : blocks) {
        QStringList boxes;
        for (const base::NormalizedRect &box : block.boxes) {
            QStringList numbers;
            for (const double v : {box.x0, box.y0, box.x1, box.y1})
                numbers.append(QString::number(std::lround(v * 999)));
            boxes.append(numbers.join(u' '));
        }
        all += block.id + u' ' + block.type;
        if (block.level > 0)
            all += u" level %1"_s.arg(block.level);
        all += u" ["_s + boxes.join(u" | "_s) + u"]\n"_s;
        if (!block.image.isEmpty())
            part(u"image"_s, block.image);
        part(u"markdown"_s, block.markdown);
        if (block.text != block.markdown)
            part(u"text"_s, block.text);
        part(u"html"_s, block.html);
    }
    return all;
}

inline QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

namespace document {
/// gtest shows blocks by what they hold.
inline void PrintTo(const Block &block, std::ostream *out)
{
    *out << notation({block}).toStdString();
}
} // namespace document

QT_BEGIN_NAMESPACE
/// And strings by their letters.
inline void PrintTo(const QString &text, std::ostream *out)
{
    *out << '"' << text.toStdString() << '"';
}
QT_END_NAMESPACE
