// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/project_pictures.h"

#include "app/intake/open_document.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

namespace {

constexpr base::Dpi cropResolution{200}; // as pipeline::digitizePage cuts them

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProjectPictures)
};

bool isThere(const base::NativePath &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

base::NativePath placeOf(const base::NativePath &project, const document::Document &document)
{
    const base::NativePath beside = project.parent_path() / document.source.path.filename();
    return !isThere(document.source.path) && isThere(beside) ? beside : document.source.path;
}

} // namespace

ProjectPictures::ProjectPictures(const base::NativePath &project, const document::Document &document, QString password)
    : m_path(placeOf(project, document))
    , m_sha256(document.source.sha256)
    , m_password(std::move(password))
{
}

bool ProjectPictures::areNamedBy(const document::Page &page)
{
    return std::ranges::any_of(page.blocks, [](const document::Block &block) { return !block.image.isEmpty(); });
}

base::Result<void> ProjectPictures::open(std::stop_token stop)
{
    if (m_source)
        return {};
    if (!isThere(m_path))
        return base::failure(base::ErrorCode::FileUnreadable,
            Words::tr("its pictures are left out: %1 is not there any more").arg(base::displayName(m_path)),
            Words::tr("put the document beside its project"));
    const base::Result<QByteArray> sha256 = m_sha256.isEmpty() ? m_sha256 : intake::hashFile(m_path, stop);
    if (!sha256)
        return std::unexpected(sha256.error());
    if (*sha256 != m_sha256)
        return base::failure(base::ErrorCode::FileUnreadable,
            Words::tr("its pictures are left out: %1 has changed since it was read").arg(base::displayName(m_path)),
            Words::tr("open the project in the window and read it again, or bring the older file back"));
    base::Result<std::unique_ptr<pipeline::PageSource>> opened
        = pipeline::PageSource::open(m_path, m_password, pipeline::WorkerSettings::fromEnvironment(), stop);
    if (!opened)
        return std::unexpected(opened.error());
    m_source = std::move(*opened);
    return {};
}

base::Result<QList<document::Crop>> ProjectPictures::cut(const document::Page &page, std::stop_token stop)
{
    QList<document::Crop> crops;
    const base::Result<QImage> picture = m_source->renderPage(page.number - 1, cropResolution, stop);
    if (!picture)
        return std::unexpected(picture.error());
    for (const document::Block &block : page.blocks) {
        const QRect place = block.box().on(picture->size()).toAlignedRect().intersected(picture->rect());
        if (!block.image.isEmpty() && !place.isEmpty())
            crops.append({block.image, picture->copy(place)});
    }
    return crops;
}

} // namespace cli
