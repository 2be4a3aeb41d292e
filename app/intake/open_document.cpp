// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/open_document.h"

#include "app/intake/file_type.h"
#include "app/intake/pdf_pages.h"
#include "app/intake/picture_header.h"

#include <QCoreApplication>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenDocument)
};

base::Result<Opened> readPages(const base::OpenFile &file, const Password &password)
{
    if (file.size() == 0)
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the file is empty"), Words::tr("get it again"));
    const FileType type = fileType(file.read(0, typeBytes));
    if (type == FileType::Unknown)
        return base::failure(base::ErrorCode::FormatUnknown,
            Words::tr("its content is neither a PDF nor a picture that Recto reads"),
            Words::tr("give a PDF, PNG, JPEG, TIFF, BMP, GIF, WebP, JPEG 2000 or HEIC file"));
    if (type == FileType::Pdf)
        return readPdfPages(file, password);
    Opened opened;
    opened.document.source.kind = document::SourceKind::Picture;
    opened.document.source.format = formatName(type);
    base::Result<QList<document::PageGeometry>> pages = readPictureHeader(type, file);
    if (!pages)
        return std::unexpected(pages.error());
    opened.document.pages = *pages;
    return opened;
}

} // namespace

base::Result<Opened> openDocument(const base::NativePath &path, const Password &password)
{
    const base::Result<base::OpenFile> file = base::OpenFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    base::Result<Opened> opened = readPages(*file, password);
    if (opened) {
        opened->document.source.path = path;
        opened->document.source.name = base::displayName(path.filename());
    }
    return opened;
}

} // namespace intake
