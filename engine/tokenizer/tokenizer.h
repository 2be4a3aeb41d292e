// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/added_tokens.h"
#include "engine/tokenizer/pair_merges.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tokenizer {

/// Whether decoding shows tokens that carry the special flag. Tables and grounding tags do: keep them for a transcript.
enum class SpecialTokens { Keep, Skip };

/// A byte-level BPE as tokenizer.json describes it. Immutable: any thread may use it.
class Tokenizer {
public:
    Tokenizer(Tokenizer &&) = default;
    Tokenizer &operator=(Tokenizer &&) = default;

    /// Reads DIR/tokenizer.json. @throws base::BadModel naming the file and what is wrong.
    static Tokenizer load(const std::filesystem::path &folder);

    /// The same from the text; @p where names it in messages.
    static Tokenizer parse(std::string_view json, std::string_view where);

    /// Ids of @p text; added tokens are recognised anywhere. No begin or end token is added.
    /// Bytes that are no UTF-8 are encoded as they are.
    std::vector<std::int32_t> encode(std::string_view text) const;

    /// Text of @p ids; ids without a token give nothing; invalid UTF-8 becomes U+FFFD, one per maximal invalid part.
    std::string decode(std::span<const std::int32_t> ids, SpecialTokens special) const;

    /// A token's bytes (they may be part of a character); empty when there is none of that id.
    std::string_view bytes(std::int32_t id) const;

    /// Id of an added token ("<image>") or a vocabulary entry in the byte alphabet ("Ġthe").
    std::optional<std::int32_t> idOf(std::string_view token) const;

    bool isSpecial(std::int32_t id) const;

    /// One more than the largest id that has a token.
    std::int32_t size() const { return static_cast<std::int32_t>(m_bytes.size()); }

private:
    class PieceEncoder;
    explicit Tokenizer(std::size_t merges);

    std::vector<std::string> m_bytes; ///< by id
    std::vector<bool> m_special; ///< by id
    std::unordered_map<std::string, std::int32_t> m_ids;
    std::int32_t m_byteIds[256]; ///< id of each single byte, -1: none
    PairMerges m_merges;
    AddedTokens m_rawTokens; ///< found first, in the raw text
    AddedTokens m_normalizedTokens; ///< found in what is left; there is no normalizer, so the text is the same
    std::unordered_map<std::string_view, std::int32_t> m_wholePieces; ///< only with ignore_merges; views into m_bytes
};

} // namespace tokenizer
