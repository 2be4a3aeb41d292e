// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <QByteArrayView>

namespace base {

/// A file that appears whole or not at all: bytes go to a hidden file beside the target, which takes the target's name on
/// @c commit. Destroyed uncommitted, it leaves nothing. Any bytes but NUL may stand in the name. One thread.
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
    void discard();

    NativePath m_target;
    NativePath m_temporary;
    IfExists m_ifExists = IfExists::Refuse;
    int m_descriptor = -1;
};

} // namespace base
