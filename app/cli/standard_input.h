// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <stop_token>

namespace cli {

/// The bytes of standard input as a file without a name, which page workers open through /proc. Nothing is left behind, however the
/// process ends. Moves only; any thread.
class StandardInput {
public:
    /// Reads to the end. FileUnreadable when reading fails, FileDamaged when there is no byte, ExportFailed when TMPDIR is full.
    [[nodiscard]] static base::Result<StandardInput> read(std::stop_token stop);

    StandardInput(StandardInput &&other) noexcept;
    StandardInput &operator=(StandardInput &&other) noexcept;
    ~StandardInput();

    [[nodiscard]] base::NativePath path() const; ///< good while this object lives

private:
    StandardInput() = default;
    int m_descriptor = -1;
};

} // namespace cli
