// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/images_folder.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace cli {

namespace {

namespace fs = std::filesystem;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ImagesFolder)
};

std::unexpected<base::Error> failed(const base::NativePath &target, int error)
{
    return base::failure(base::ErrorCode::ExportFailed,
        Words::tr("the pictures in %1 could not be written (%2)")
            .arg(base::displayName(target), QString::fromLocal8Bit(std::strerror(error))),
        Words::tr("choose another folder with -o"));
}

/// PNG with cheap compression (figures are cut from scans, where more gains little and costs a multiple of the time), or JPEG where the name
/// says so.
QByteArray encoded(const document::Crop &crop)
{
    const bool isJpeg = crop.name.endsWith(QLatin1StringView(".jpg"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, isJpeg ? "jpeg" : "png");
    writer.setQuality(isJpeg ? 95 : 70);
    writer.write(crop.image);
    return bytes;
}

} // namespace

ImagesFolder::ImagesFolder(base::NativePath target, base::AtomicFile::IfExists ifExists)
    : m_target(std::move(target))
    , m_ifExists(ifExists)
{
}

ImagesFolder::~ImagesFolder()
{
    discard();
}

base::Result<void> ImagesFolder::add(const document::Crop &crop)
{
    base::Result<void> kept = keep(crop);
    if (!kept) // the person knows the folder that was asked for, not the hidden one
        kept.error().what.replace(base::displayName(m_temporary), base::displayName(m_target));
    return kept;
}

base::Result<void> ImagesFolder::keep(const document::Crop &crop)
{
    const std::string name = crop.name.toStdString();
    struct stat info{};
    if (m_ifExists == base::AtomicFile::IfExists::Refuse && lstat((m_target / name).c_str(), &info) == 0) {
        return base::failure(base::ErrorCode::ExportFailed,
            Words::tr("%1 exists already").arg(base::displayName(m_target / name)),
            Words::tr("choose another folder with -o, or replace it with --force"));
    }
    if (m_temporary.empty()) {
        std::string pattern = (m_target.parent_path() / ".recto-XXXXXX").native();
        if (!mkdtemp(pattern.data()))
            return failed(m_target, errno);
        m_temporary = pattern;
    }
    base::Result<base::AtomicFile> file
        = base::AtomicFile::create(m_temporary / name, base::AtomicFile::IfExists::Replace);
    if (!file)
        return std::unexpected(file.error());
    if (const base::Result<void> written = file->write(encoded(crop)); !written)
        return written;
    return file->commit();
}

base::Result<void> ImagesFolder::commit()
{
    if (m_temporary.empty())
        return {};
    std::error_code error;
    fs::create_directory(m_target, error);
    if (error)
        return failed(m_target, error.value());
    const bool replaces = m_ifExists == base::AtomicFile::IfExists::Replace;
    for (const fs::directory_entry &entry : fs::directory_iterator(m_temporary, error)) {
        const fs::path target = m_target / entry.path().filename();
        if (renameat2(AT_FDCWD, entry.path().c_str(), AT_FDCWD, target.c_str(), replaces ? 0 : RENAME_NOREPLACE) != 0
            && (errno != EINVAL || rename(entry.path().c_str(), target.c_str()) != 0))
            return failed(m_target, errno);
    }
    discard();
    return {};
}

void ImagesFolder::discard()
{
    std::error_code ignored;
    if (!m_temporary.empty())
        fs::remove_all(std::exchange(m_temporary, {}), ignored);
}

} // namespace cli
