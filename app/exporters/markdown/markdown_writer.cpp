// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/writers.h"

#include "app/document/block_markdown.h"
#include "app/exporters/page_furniture.h"

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

/// What a reader does not see; two hyphens would end or break a comment.
QString comment(QString words)
{
    words = words.simplified();
    while (words.contains("--"_L1))
        words.replace(u"--"_s, u"- -"_s);
    return u"<!-- %1 -->\n\n"_s.arg(words.replace(u'>', u"&gt;"_s));
}

/// What a picture shows; formulas as GitHub and pandoc read them.
QString figureSource(const document::Figure &figure)
{
    document::Block content;
    content.type = u"text"_s;
    content.markdown = document::figureMarkdown(figure);
    if (const auto *chart = std::get_if<document::ChartTable>(&figure)) {
        content.type = u"table"_s;
        content.html = chart->html;
    }
    return document::blockMarkdown(content, document::MathDelimiters::Dollars);
}

class MarkdownWriter : public DocumentWriter {
public:
    explicit MarkdownWriter(Output output)
        : m_output(std::move(output))
    {
    }

    base::Result<void> begin(const document::Document &document) override
    {
        m_marksPages = document.pages.size() > 1;
        return {};
    }

    base::Result<void> addPage(const document::PageContent &content) override
    {
        QString markdown;
        if (m_marksPages)
            markdown.append(comment(u"page %1"_s.arg(content.page.number)));
        if (const QString note = pageNote(content.page); !note.isEmpty())
            markdown.append(comment(note));
        for (const document::Block &block : content.page.blocks) {
            if (isFurniture(block) && !block.text.isEmpty()) {
                markdown.append(comment(block.type + u": "_s + block.text));
                continue;
            }
            const QString source
                = document::blockMarkdown(block, document::MathDelimiters::Dollars, m_output.imagesFolder);
            if (!source.isEmpty())
                markdown.append(source).append("\n\n"_L1);
            if (showsFigure(block))
                markdown.append(figureSource(*block.figure)).append("\n\n"_L1);
        }
        while (markdown.endsWith("\n\n"_L1))
            markdown.chop(1);
        if (!m_isFirst && !markdown.isEmpty())
            markdown.prepend(u'\n');
        m_isFirst = m_isFirst && markdown.isEmpty();
        return m_output.write(markdown.toUtf8());
    }

    base::Result<void> finish() override { return {}; }

private:
    Output m_output;
    bool m_marksPages = false;
    bool m_isFirst = true;
};

} // namespace

std::unique_ptr<DocumentWriter> makeMarkdownWriter(Output output)
{
    return std::make_unique<MarkdownWriter>(std::move(output));
}

} // namespace exporters
