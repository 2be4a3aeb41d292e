// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tokenizer {

/// What a tokenizer.json says, checked.
struct TokenizerFile {
    struct AddedToken {
        std::int32_t id = 0;
        std::string text;
        bool special = false;
        bool normalized = false;
    };
    std::vector<std::pair<std::string, std::int32_t>> vocabulary; ///< letters of the byte alphabet → id
    std::vector<std::pair<std::string, std::string>> merges; ///< by rank
    std::vector<AddedToken> addedTokens;
    bool ignoreMerges = false;
};

/// Ids from here on are refused: no vocabulary is that large, and tables are as long as the largest id.
inline constexpr std::int64_t idLimit = 4'000'000;

/// @param where  names the text in messages.
/// @throws base::BadModel naming what is wrong, or what this tokenizer does not do (another model, pattern or step).
TokenizerFile readTokenizerFile(std::string_view json, std::string_view where);

} // namespace tokenizer
