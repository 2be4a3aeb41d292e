// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_pages.h"

#include "app/document/document_store.h"
#include "app/library/project_file.h"

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

bool isProjectName(const base::NativePath &file)
{
    return file.extension() == ".recto";
}

std::optional<KeptPages> keptPages(const base::NativePath &file)
{
    const base::NativePath path = isProjectName(file) ? file : base::NativePath(file).replace_extension(".recto");
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
        return {};
    const base::Result<library::ProjectFile> project = library::ProjectFile::open(path);
    if (!project)
        return {};
    const base::Result<library::SavedProject> saved = project->load();
    if (!saved || (path != file && !isOf(saved->document, file)))
        return {};
    document::DocumentStore store;
    store.restore(saved->document, saved->snapshot, saved->history);
    return KeptPages{store.document(), store.pages()};
}

} // namespace cli
