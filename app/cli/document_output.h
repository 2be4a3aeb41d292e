// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/images_folder.h"
#include "app/cli/output_names.h"
#include "app/exporters/document_writer.h"

#include <memory>
#include <vector>

namespace cli {

/// How files are written.
struct OutputSettings {
    QList<exporters::Format> formats;
    base::AtomicFile::IfExists ifExists = base::AtomicFile::IfExists::Refuse;
    bool toStandardOutput = false; ///< one format, no pictures beside it
    QStringList languages; ///< for lang attributes
    std::stop_token stop; ///< gives up pandoc
};

/// The files of one source, written page by page. A file that fails is given up alone; each appears whole or not at all.
///
/// begin, addPage…, finish; destroyed before finish, nothing is left. One thread.
class DocumentOutput {
public:
    DocumentOutput(OutputName name, OutputSettings settings);
    ~DocumentOutput();

    /// @return what failed; the other files go on.
    [[nodiscard]] std::vector<base::Error> begin(const document::Document &document);
    [[nodiscard]] std::vector<base::Error> addPage(const document::PageContent &content);
    /// Files that are there now, and what failed.
    struct Finished {
        std::vector<base::NativePath> written;
        std::vector<base::Error> errors;
    };
    [[nodiscard]] Finished finish();

    /// Whether any file is still being written.
    [[nodiscard]] bool isAlive() const { return !m_files.empty(); }
    [[nodiscard]] static bool embedsPictures(exporters::Format format);

private:
    struct File;
    /// Takes a step with every file and gives up those that fail.
    template <class Step>
    std::vector<base::Error> forEachFile(const Step &step);
    [[nodiscard]] base::Result<void> open(File &file, const document::Document &document);

    const OutputName m_name;
    const OutputSettings m_settings;
    ImagesFolder m_images;
    std::vector<std::unique_ptr<File>> m_files;
};

} // namespace cli
