// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_pages.h"

#include "app/document/document_store.h"
#include "app/library/read_project.h"

namespace cli {

namespace {

/// A project that was made of another file of that name, or of this one before it changed, says nothing about it.
bool isOf(const document::Document &document, const base::NativePath &file)
{
    std::error_code error;
    const bool isSame = std::filesystem::equivalent(document.source.path, file, error);
    return !error && isSame;
}

} // namespace

bool isRead(const document::Page &page)
{
    return page.status == document::PageStatus::Ok || page.status == document::PageStatus::Partial;
}

base::Result<KeptPages> pagesOfProject(const base::NativePath &project)
{
    const base::Result<library::SavedProject> saved = library::readProject(project);
    if (!saved)
        return std::unexpected(saved.error());
    document::DocumentStore store;
    store.restore(saved->document, saved->snapshot, saved->history);
    return KeptPages{store.document(), store.pages()};
}

std::optional<KeptPages> keptPages(const base::NativePath &file)
{
    const base::NativePath path = library::isProject(file) ? file : base::NativePath(file).replace_extension(".recto");
    if (!library::isProject(path))
        return {};
    base::Result<KeptPages> kept = pagesOfProject(path);
    if (!kept || (path != file && !isOf(kept->document, file)))
        return {};
    return std::move(*kept);
}

} // namespace cli
