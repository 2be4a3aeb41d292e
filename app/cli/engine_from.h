// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <memory>

namespace cli {

/// What a command reads with.
struct EngineAndPassword {
    std::unique_ptr<pipeline::Engine> engine; ///< our own, or the server that was named
    QString password; ///< for encrypted files; empty for none
};

/// Makes the engine that the arguments name; reads the files with key and password. Nothing is started yet.
/// @param fault  which of those files an error is about; unchanged where it is about none.
/// @return errors as of base::OpenFile::open and ocr::engineAddressFrom.
[[nodiscard]] base::Result<EngineAndPassword> engineFrom(const ConvertArguments &arguments, base::NativePath &fault);

} // namespace cli
