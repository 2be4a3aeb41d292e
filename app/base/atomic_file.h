// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <QByteArrayView>

namespace base {

/// A file that appears whole or not at all: bytes go to a file without a name in the target's folder, which takes the target's name on
/// @c commit. Destroyed uncommitted, or its program killed, it leaves nothing (but a hidden file `.recto-XXXXXX` of a killed program where
/// the file system knows no files without a name). Any bytes but NUL may stand in the name. One thread.
class AtomicFile {
public:
    enum class IfExists { Refuse, Replace };

    /// ExportFailed when the target exists and may not be replaced, is a folder, or its folder cannot be written.
    static Result<AtomicFile> create(const NativePath &target, IfExists ifExists);

    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&other) noexcept;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    /// ExportFailed naming the target when the disk is full or the write fails.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Flushes to disk and gives the file its name; a target that appeared meanwhile is refused or replaced as asked.
    [[nodiscard]] Result<void> commit();
    [[nodiscard]] const NativePath &target() const { return m_target; }

private:
    AtomicFile() = default;
    bool nameUnnamed();
    bool renameTemporary();
    void discard();

    NativePath m_target;
    NativePath m_temporary; ///< empty: the file has no name yet
    IfExists m_ifExists = IfExists::Refuse;
    int m_descriptor = -1;
};

} // namespace base
