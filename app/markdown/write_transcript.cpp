// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/write_transcript.h"

#include "app/document/block_markdown.h"
#include "app/markdown/grounding.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace markdown {

QString writeTranscript(const QList<document::Block> &blocks)
{
    QString transcript;
    for (const document::Block &block : blocks) {
        QStringList boxes;
        for (const base::NormalizedRect &box : block.boxes)
            boxes.append(boxNotation(box));
        transcript.append(u"<|ref|>%1<|/ref|>"_s.arg(block.type));
        if (!boxes.isEmpty())
            transcript.append(u"<|det|>[%1]<|/det|>"_s.arg(boxes.join(u", "_s)));
        transcript.append(u'\n');
        QString source = block.html.isEmpty() ? document::blockMarkdown(block) : block.html;
        if (block.type.endsWith("_caption"_L1) && !source.isEmpty() && block.type != u"table_caption")
            source = u"<center>%1</center>"_s.arg(source);
        if (!source.isEmpty())
            transcript.append(source).append("\n\n"_L1);
    }
    return transcript;
}

MarkdownSource writeMarkdown(const QList<document::Block> &blocks)
{
    MarkdownSource source;
    qsizetype line = 0;
    for (const document::Block &block : blocks) {
        source.firstLines.append(line);
        const QString markdown = document::blockMarkdown(block);
        if (markdown.isEmpty())
            continue;
        source.text.append(markdown).append("\n\n"_L1);
        line += markdown.count(u'\n') + 2;
    }
    return source;
}

} // namespace markdown
