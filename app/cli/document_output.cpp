// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/document_output.h"

#include "app/cli/console.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DocumentOutput)
};

base::Result<void> writeToStandardOutput(QByteArrayView bytes)
{
    if (writeAll(STDOUT_FILENO, bytes))
        return {};
    return base::failure(base::ErrorCode::ExportFailed,
        Words::tr("standard output could not be written (%1)").arg(QString::fromLocal8Bit(std::strerror(errno))),
        Words::tr("write into a file with -o DIR"));
}

} // namespace

struct DocumentOutput::File {
    exporters::Format format;
    base::NativePath path; ///< empty: standard output
    std::optional<base::AtomicFile> file;
    std::unique_ptr<exporters::DocumentWriter> writer;
};

DocumentOutput::DocumentOutput(OutputName name, OutputSettings settings)
    : m_name(std::move(name))
    , m_settings(std::move(settings))
    , m_images(m_name.imagesFolder(), m_settings.ifExists)
{
    for (const exporters::Format format : m_settings.formats) {
        auto file = std::make_unique<File>();
        file->format = format;
        if (!m_settings.toStandardOutput)
            file->path = m_name.file(exporters::extensionOf(format).toStdString());
        m_files.push_back(std::move(file));
    }
}

DocumentOutput::~DocumentOutput() = default;

bool DocumentOutput::embedsPictures(exporters::Format format)
{
    return format == exporters::Format::Html || format == exporters::Format::Docx;
}

template <class Step>
std::vector<base::Error> DocumentOutput::forEachFile(const Step &step)
{
    std::vector<base::Error> errors;
    std::erase_if(m_files, [&](const std::unique_ptr<File> &file) {
        base::Result<void> taken = step(*file);
        if (!taken)
            errors.push_back(std::move(taken.error()));
        return !taken;
    });
    return errors;
}

base::Result<void> DocumentOutput::open(File &file, const document::Document &document)
{
    exporters::Output output;
    output.languages = m_settings.languages;
    output.stop = m_settings.stop;
    output.imagesFolder = base::decodeNative(m_name.imagesName());
    if (m_settings.toStandardOutput) {
        output.write = writeToStandardOutput;
    } else {
        base::Result<base::AtomicFile> created = base::AtomicFile::create(file.path, m_settings.ifExists);
        if (!created)
            return std::unexpected(created.error());
        file.file = *std::move(created);
        output.write = [&file](QByteArrayView bytes) { return file.file->write(bytes); };
    }
    file.writer = exporters::makeWriter(file.format, std::move(output));
    return file.writer->begin(document);
}

std::vector<base::Error> DocumentOutput::begin(const document::Document &document)
{
    std::error_code error;
    if (!m_settings.toStandardOutput && !m_name.folder.empty())
        std::filesystem::create_directories(m_name.folder, error);
    if (error) {
        m_files.clear();
        return {{base::ErrorCode::ExportFailed,
            Words::tr("the folder %1 cannot be made (%2)")
                .arg(base::displayName(m_name.folder), QString::fromLocal8Bit(std::strerror(error.value()))),
            Words::tr("choose another folder with -o"), {}}};
    }
    return forEachFile([&](File &file) { return open(file, document); });
}

std::vector<base::Error> DocumentOutput::addPage(const document::PageContent &content)
{
    std::vector<base::Error> errors = forEachFile([&](File &file) { return file.writer->addPage(content); });
    if (m_settings.toStandardOutput || m_files.empty())
        return errors;
    for (const document::Crop &crop : content.crops) {
        base::Result<void> added = m_images.add(crop);
        if (!added) {
            errors.push_back(std::move(added.error()));
            m_files.clear(); // a document without its pictures is not whole
            break;
        }
    }
    return errors;
}

DocumentOutput::Finished DocumentOutput::finish()
{
    Finished finished;
    finished.errors = forEachFile([](File &file) { return file.writer->finish(); });
    if (m_files.empty())
        return finished;
    if (base::Result<void> committed = m_images.commit(); !committed) {
        finished.errors.push_back(std::move(committed.error()));
        m_files.clear();
        return finished;
    }
    const std::vector<base::Error> errors = forEachFile([&](File &file) -> base::Result<void> {
        if (!file.file)
            return {};
        base::Result<void> committed = file.file->commit();
        if (committed)
            finished.written.push_back(file.path);
        return committed;
    });
    finished.errors.insert(finished.errors.end(), errors.begin(), errors.end());
    m_files.clear();
    return finished;
}

} // namespace cli
