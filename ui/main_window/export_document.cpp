// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/export_document.h"

#include "app/base/atomic_file.h"
#include "app/exporters/document_writer.h"

#include <QBuffer>
#include <QCoreApplication>

namespace main_window {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExportDocument)
};

base::Result<void> writeFigure(const base::NativePath &folder, const QString &name, const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    auto file = base::AtomicFile::create(folder / name.toStdString(), base::AtomicFile::IfExists::Replace);
    if (!file)
        return std::unexpected(file.error());
    if (auto written = file->write(png); !written)
        return written;
    return file->commit();
}

document::PageContent withFigures(const document::Page &page, const QHash<QString, QImage> &figures)
{
    document::PageContent content;
    content.page = page;
    for (const document::Block &block : page.blocks) {
        if (const QImage image = figures.value(block.image); !image.isNull())
            content.crops.append({block.image, image});
    }
    return content;
}

} // namespace

base::Result<void> writeDocument(const document::Document &document, const QList<document::Page> &pages,
    const QHash<QString, QImage> &figures, const base::NativePath &target)
{
    const std::string extension = target.extension().native();
    const auto format
        = exporters::formatNamed(QString::fromStdString(extension.empty() ? extension : extension.substr(1)));
    if (!format)
        return base::failure(base::ErrorCode::ExportFailed,
            Words::tr("the format of %1 is not known").arg(base::displayName(target)),
            Words::tr("let the name end in .md, .txt, .html, .json or .docx"));
    auto file = base::AtomicFile::create(target, base::AtomicFile::IfExists::Replace);
    if (!file)
        return std::unexpected(file.error());
    const base::NativePath folder = target.parent_path() / (target.stem().native() + "_images");
    exporters::Output output;
    output.write = [&file](QByteArrayView bytes) { return file->write(bytes); };
    output.imagesFolder = QString::fromStdString(folder.filename().native());
    const auto writer = exporters::makeWriter(*format, output);
    if (auto begun = writer->begin(document); !begun)
        return begun;
    for (const document::Page &page : pages) {
        const document::PageContent content = withFigures(page, figures);
        if (auto added = writer->addPage(content); !added)
            return added;
        if (*format != exporters::Format::Markdown)
            continue;
        for (const document::Crop &crop : content.crops) {
            std::error_code ignored; // writing the figure says what is wrong
            std::filesystem::create_directories(folder, ignored);
            if (auto written = writeFigure(folder, crop.name, crop.image); !written)
                return written;
        }
    }
    if (auto finished = writer->finish(); !finished)
        return finished;
    return file->commit();
}

} // namespace main_window
