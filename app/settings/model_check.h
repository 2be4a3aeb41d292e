// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

namespace settings {

/// A model folder that is whole, and whether this computer has room for it.
struct ModelCheck {
    enum class Fit {
        Good, ///< it fits beside what runs now
        Tight, ///< only when other programs give memory back: slower
        No, ///< more than this computer has
    };
    QString architecture; ///< as its config.json says
    qint64 weightBytes = 0; ///< of all shards
    qint64 neededBytes
        = 0; ///< memory, estimated: the weights (float16 as float32, which the engine makes of it), a fifth for activations, half a gigabyte for libraries
    qint64 freeBytes = 0; ///< memory that programs could have now
    qint64 totalBytes = 0; ///< of this computer
    Fit fit = Fit::No;
};

/// Looks at names, sizes and headers of the files, not at the weights: takes milliseconds. Any thread.
/// @return FileUnreadable when there is no model (a folder in it that has one is proposed), FileDamaged naming each file that is missing,
///         cut off or damaged (two in @c what, all in @c detail), FormatUnknown for another model than DeepSeek-OCR.
[[nodiscard]] base::Result<ModelCheck> checkModel(const base::NativePath &folder);

/// The verdict alone. @param free, total  memory in bytes.
[[nodiscard]] ModelCheck::Fit fitOf(qint64 needed, qint64 free, qint64 total);

} // namespace settings
