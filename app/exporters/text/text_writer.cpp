// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/page_furniture.h"
#include "app/exporters/writers.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

/// Every block's text, running heads and page numbers included, parted by empty lines; a form feed ends each page, as pdftotext has it.
class TextWriter : public DocumentWriter {
public:
    explicit TextWriter(Output output)
        : m_output(std::move(output))
    {
    }

    base::Result<void> begin(const document::Document &) override { return {}; }

    base::Result<void> addPage(const document::PageContent &content) override
    {
        QStringList texts;
        for (const document::Block &block : content.page.blocks) {
            if (!block.text.isEmpty())
                texts.append(block.text);
            if (showsFigure(block))
                texts.append(document::figureText(*block.figure));
        }
        QString page = texts.join(u"\n\n"_s);
        if (!page.isEmpty())
            page.append(u'\n');
        return m_output.write(page.append(u'\f').toUtf8());
    }

    base::Result<void> finish() override { return {}; }

private:
    Output m_output;
};

} // namespace

std::unique_ptr<DocumentWriter> makeTextWriter(Output output)
{
    return std::make_unique<TextWriter>(std::move(output));
}

} // namespace exporters
