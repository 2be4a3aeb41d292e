// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/atomic_file.h"
#include "app/document/page.h"

namespace cli {

/// The folder STEM_images, or another of pictures (PNG, JPEG where the name ends so): pictures are collected in a hidden folder beside it, which becomes (part of) it on @c commit.
/// Destroyed uncommitted, it leaves nothing. One thread.
class ImagesFolder {
public:
    ImagesFolder(base::NativePath target, base::AtomicFile::IfExists ifExists);
    ~ImagesFolder();
    ImagesFolder(const ImagesFolder &) = delete;
    ImagesFolder &operator=(const ImagesFolder &) = delete;

    /// ExportFailed when the disk is full, the folder cannot be written, or a picture of that name is there and may not be replaced.
    [[nodiscard]] base::Result<void> add(const document::Crop &crop);
    /// Without pictures nothing is made. ExportFailed.
    [[nodiscard]] base::Result<void> commit();

private:
    base::Result<void> keep(const document::Crop &crop);
    void discard();

    const base::NativePath m_target;
    const base::AtomicFile::IfExists m_ifExists;
    base::NativePath m_temporary; ///< empty before the first picture
};

} // namespace cli
