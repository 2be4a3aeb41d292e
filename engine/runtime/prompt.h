// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/tokenizer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace runtime {

/// A prompt's ids, and where its picture goes.
struct PromptIds {
    std::vector<std::int32_t> ids; ///< begin token, text, placeholders
    std::int64_t firstPlaceholder = 0; ///< index of the first; meaningless without a picture
};

/// Stripped, split at `<image>`, one begin token, nothing after it (specification 6.3).
///
/// @param placeholders  of the picture, 0: none. With a picture and no `<image>`, "<image>\n" goes first.
/// @throws base::BadRequest for a second `<image>`, one without a picture, or a tokenizer without that token.
PromptIds promptIds(
    const tokenizer::Tokenizer &tokenizer, const std::string &prompt, std::int64_t placeholders, std::int32_t beginId);

} // namespace runtime
