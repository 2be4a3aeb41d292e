// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/picture.h"
#include "engine/runtime/prompt.h"
#include "engine/runtime/request.h"

#include <optional>

namespace runtime {

/// What Engine::prepare made of a request. Immutable once made.
class PreparedRequest {
public:
    PromptIds prompt;
    std::optional<Picture> picture;
    Sampling sampling; ///< maxTokens is what the context leaves
};

} // namespace runtime
