// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/project_file.h"

namespace library {

/// Told by content (any SQLite file, so that a foreign one is named as such), or by the name STEM.recto, which is all that is left of a
/// damaged project.
[[nodiscard]] bool isProject(const base::NativePath &path);

/// What a project holds at this moment, from a private copy: neither locked nor written, in a folder that may not be written, and also while
/// a window of another process has it open (what was typed until now is there).
///
/// Not for the process that has it open itself: closing a file lets go of all its locks on it.
/// @return errors of ProjectFile::open; FileUnreadable also when it is being written faster than it can be copied; ExportFailed where no
///         copy can be made.
[[nodiscard]] base::Result<SavedProject> readProject(const base::NativePath &path);

} // namespace library
