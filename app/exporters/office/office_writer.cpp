// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/writers.h"

#include "app/exporters/html/block_html.h"
#include "app/exporters/language.h"
#include "app/exporters/office/column_widths.h"
#include "app/exporters/office/run_pandoc.h"
#include "app/exporters/page_furniture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace exporters {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OfficeWriter)
};

std::unexpected<base::Error> temporaryFailure(const QString &detail)
{
    const QString wished = QFile::decodeName(qgetenv("TMPDIR")); // Qt's is empty when that does not exist
    return base::failure(ErrorCode::ExportFailed,
        Words::tr("the temporary folder %1 cannot be written").arg(wished.isEmpty() ? QDir::tempPath() : wished),
        Words::tr("free some space there, or name another folder in TMPDIR"), detail);
}

/// TeX for pandoc: a script element is the one form that no letters of the page can imitate.
QString formulaScript(const QString &tex, bool display)
{
    QString safe = tex;
    safe.replace(u"</"_s, u"< /"_s);
    return u"<script type=\"math/tex%1\">%2</script>"_s.arg(display ? u"; mode=display"_s : QString(), safe);
}

bool isRightToLeft(const QString &language)
{
    return language == u"ar" || language == u"he";
}

/// pandoc loses a span that leaves the table's head: such a table gets its head as bold cells.
QString withoutBrokenHead(QString html)
{
    if (!html.contains("<th rowspan="_L1))
        return html;
    static const QRegularExpression headCell(u"<th( [^>]*)?>"_s);
    return html.replace(headCell, u"<td\\1><strong>"_s).replace(u"</th>"_s, u"</strong></td>"_s);
}

QString wrappedBlock(const document::Block &block, const QString &content)
{
    const QString html = block.html.isEmpty() ? content : withColumnWidths(withoutBrokenHead(content), block.html);
    QString style;
    if (block.type == u"table_caption")
        style = u" custom-style=\"Table Caption\""_s;
    else if (block.type.endsWith("_caption"_L1) || block.type.endsWith("_footnote"_L1))
        style = u" custom-style=\"Image Caption\""_s;
    const bool turned = isRightToLeft(languageOf(block.text, {}));
    if (style.isEmpty() && !turned)
        return html;
    return u"<div%1%2>%3</div>"_s.arg(style, turned ? u" dir=\"rtl\""_s : QString(), html);
}

/// DOCX by pandoc: pages gather as HTML and picture files in a private folder, then pandoc runs over it.
class OfficeWriter : public DocumentWriter {
public:
    explicit OfficeWriter(Output output)
        : m_output(std::move(output))
    {
    }

    base::Result<void> begin(const document::Document &) override
    {
        if (auto found = findPandoc(); !found)
            return std::unexpected(found.error());
        if (QDir::tempPath().isEmpty())
            return temporaryFailure({});
        m_folder.emplace(QDir::tempPath() + u"/recto-docx-XXXXXX"_s);
        if (!m_folder->isValid())
            return temporaryFailure(m_folder->errorString());
        m_body.setFileName(m_folder->filePath(u"document.html"_s));
        if (!m_body.open(QIODevice::WriteOnly))
            return temporaryFailure(m_body.errorString());
        const QString language = m_output.languages.isEmpty() ? QString() : languageTag(m_output.languages.first());
        return append(u"<!doctype html>\n<html%1><head><meta charset=\"utf-8\"></head><body>\n"_s.arg(
            language.isEmpty() ? QString() : u" lang=\"%1\""_s.arg(language)));
    }

    base::Result<void> addPage(const document::PageContent &content) override
    {
        ++m_pages;
        m_failure.reset();
        HtmlStyle style;
        style.formula = formulaScript;
        style.keepsFurniture = false;
        style.wrapped = wrappedBlock;
        style.imageAddress = [&](const QString &name) { return writePicture(content, name); };
        QString html;
        if (const QString note = pageNote(content.page); !note.isEmpty())
            html.append(u"<p><em>%1</em></p>\n"_s.arg(note.toHtmlEscaped()));
        html.append(pageHtml(content.page.blocks, style));
        if (m_failure)
            return std::unexpected(*m_failure);
        return append(html);
    }

    base::Result<void> finish() override
    {
        if (auto written = append(u"</body></html>\n"_s); !written)
            return written;
        m_body.close();
        if (auto made = runPandoc(m_folder->path(), m_pages, m_output.stop); !made)
            return made;
        QFile docx(m_folder->filePath(u"document.docx"_s));
        if (!docx.open(QIODevice::ReadOnly))
            return temporaryFailure(docx.errorString());
        while (!docx.atEnd()) {
            const QByteArray piece = docx.read(qint64{256} * 1024);
            if (piece.isEmpty())
                return temporaryFailure(docx.errorString());
            if (auto written = m_output.write(piece); !written)
                return written;
        }
        m_folder->remove();
        return {};
    }

private:
    base::Result<void> append(const QString &html)
    {
        const QByteArray bytes = html.toUtf8();
        if (m_body.write(bytes) != bytes.size() || !m_body.flush())
            return temporaryFailure(m_body.errorString());
        return {};
    }

    /// The file's name in the private folder: ours, never one that came from the page.
    QString writePicture(const document::PageContent &content, const QString &name)
    {
        const auto crop = std::ranges::find(content.crops, name, &document::Crop::name);
        if (crop == content.crops.end() || crop->image.isNull())
            return {};
        const EncodedImage image = encodeImage(crop->image);
        const QString own = u"picture-%1.%2"_s.arg(++m_pictures).arg(image.extension);
        QFile file(m_folder->filePath(own));
        if (!file.open(QIODevice::WriteOnly) || file.write(image.bytes) != image.bytes.size() || !file.flush()) {
            m_failure = temporaryFailure(file.errorString()).error();
            return {};
        }
        return own;
    }

    Output m_output;
    std::optional<QTemporaryDir> m_folder; ///< mode 0700, removed with this object
    QFile m_body;
    std::optional<base::Error> m_failure;
    int m_pages = 0;
    int m_pictures = 0;
};

} // namespace

std::unique_ptr<DocumentWriter> makeOfficeWriter(Output output)
{
    return std::make_unique<OfficeWriter>(std::move(output));
}

} // namespace exporters
