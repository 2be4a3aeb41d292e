// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/document/document.h"
#include "app/document/page.h"

#include <optional>

namespace cli {

/// Pages that were read earlier and kept in a project, as a person has them now.
struct KeptPages {
    document::Document document;
    QList<document::Page> pages; ///< of the whole document; unread ones have status Unread
};

/// What a project holds, also while a window has it open.
/// @return errors of library::readProject.
[[nodiscard]] base::Result<KeptPages> pagesOfProject(const base::NativePath &project);

/// What the project of @p file holds: @p file itself where it is a project, else STEM.recto beside it when that is of this very file.
/// Nothing without a project, or with one that cannot be read.
[[nodiscard]] std::optional<KeptPages> keptPages(const base::NativePath &file);

/// Whether @p page was read, if only in part.
[[nodiscard]] bool isRead(const document::Page &page);

} // namespace cli
