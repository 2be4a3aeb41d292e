// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/tokenizer.h"

#include "engine/base/exceptions.h"
#include "engine/tokenizer/byte_alphabet.h"
#include "engine/tokenizer/split_words.h"
#include "engine/tokenizer/tokenizer_file.h"
#include "engine/tokenizer/unicode.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <sstream>

namespace tokenizer {

/// Encodes the pieces of one text; a piece seen before is copied from the ids already written.
class Tokenizer::PieceEncoder {
public:
    PieceEncoder(const Tokenizer &tokenizer, std::size_t textBytes, std::vector<std::int32_t> &ids)
        : m_tokenizer(tokenizer)
        , m_ids(ids)
        , m_seen(std::clamp(std::bit_ceil(textBytes / 8 + 1), std::size_t{16}, std::size_t{1} << 16))
    {
        ids.reserve(textBytes / 4 + 4);
    }

    /// A stretch without added tokens.
    void encode(std::string_view text)
    {
        WordSplitter splitter(text);
        for (std::string_view piece = splitter.next(); !piece.empty(); piece = splitter.next())
            encodePiece(piece);
    }

private:
    // Longer pieces are rare and rarely come again.
    static constexpr std::size_t longestRemembered = 64;

    struct Seen {
        std::string_view piece; ///< into the text
        std::size_t first = 0; ///< of m_ids
        std::size_t count = 0;
    };

    void encodePiece(std::string_view piece)
    {
        if (piece.size() == 1 && m_tokenizer.m_byteIds[static_cast<unsigned char>(piece[0])] >= 0) {
            m_ids.push_back(m_tokenizer.m_byteIds[static_cast<unsigned char>(piece[0])]);
            return;
        }
        if (piece.size() > longestRemembered) {
            merge(piece);
            return;
        }
        // A direct-mapped table: a piece pushes out the other of its slot.
        Seen &seen = m_seen[std::hash<std::string_view>()(piece) & (m_seen.size() - 1)];
        if (seen.piece == piece) {
            for (std::size_t i = seen.first; i < seen.first + seen.count; ++i)
                m_ids.push_back(m_ids[i]);
            return;
        }
        const std::size_t first = m_ids.size();
        merge(piece);
        seen = {piece, first, m_ids.size() - first};
    }

    void merge(std::string_view piece)
    {
        if (!m_tokenizer.m_wholePieces.empty()) {
            if (const auto whole = m_tokenizer.m_wholePieces.find(piece); whole != m_tokenizer.m_wholePieces.end()) {
                m_ids.push_back(whole->second);
                return;
            }
        }
        m_symbols.clear();
        for (const char byte : piece)
            if (const std::int32_t id = m_tokenizer.m_byteIds[static_cast<unsigned char>(byte)]; id >= 0)
                m_symbols.push_back(id); // a byte that the vocabulary lacks is left out, as the published library does
        m_tokenizer.m_merges.apply(m_symbols);
        m_ids.insert(m_ids.end(), m_symbols.begin(), m_symbols.end());
    }

    const Tokenizer &m_tokenizer;
    std::vector<std::int32_t> &m_ids;
    std::vector<Seen> m_seen;
    std::vector<std::int32_t> m_symbols;
};

namespace {

/// Hands the stretches between added tokens to @p between, and the tokens' ids to @p token.
template <class Between, class Token>
void splitOn(const AddedTokens &tokens, std::string_view text, Between between, Token token)
{
    std::size_t position = 0;
    while (const auto match = tokens.find(text, position)) {
        if (match->begin > position)
            between(text.substr(position, match->begin - position));
        token(match->id);
        position = match->end;
    }
    if (position < text.size())
        between(text.substr(position));
}

} // namespace

Tokenizer::Tokenizer(std::size_t merges)
    : m_merges(merges)
{
}

Tokenizer Tokenizer::load(const std::filesystem::path &folder)
{
    const auto path = folder / "tokenizer.json";
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!std::filesystem::is_regular_file(path) || !file || !(text << file.rdbuf()))
        throw base::BadModel(path.string() + ": cannot be read");
    return parse(text.str(), path.string());
}

Tokenizer Tokenizer::parse(std::string_view json, std::string_view where)
{
    const TokenizerFile file = readTokenizerFile(json, where);
    const auto complain = [&](const std::string &what) { throw base::BadModel(std::string(where) + ": " + what); };
    Tokenizer tokenizer(file.merges.size());
    const auto place = [&](std::int32_t id, std::string_view letters, bool special) {
        const auto index = static_cast<std::size_t>(id);
        if (tokenizer.m_bytes.size() <= index) {
            tokenizer.m_bytes.resize(index + 1);
            tokenizer.m_special.resize(index + 1);
        }
        tokenizer.m_bytes[index] = bytesOf(letters).value_or(std::string(letters));
        tokenizer.m_special[index] = special;
    };
    for (const auto &[letters, id] : file.vocabulary) {
        place(id, letters, false);
        tokenizer.m_ids.emplace(letters, id);
    }
    for (unsigned byte = 0; byte < 256; ++byte)
        tokenizer.m_byteIds[byte] = tokenizer.idOf(letterOf(static_cast<std::uint8_t>(byte))).value_or(-1);
    std::uint32_t rank = 0;
    for (const auto &[left, right] : file.merges) {
        const auto leftId = tokenizer.idOf(left), rightId = tokenizer.idOf(right),
                   merged = tokenizer.idOf(left + right);
        if (!leftId || !rightId || !merged)
            complain("the merge \"" + std::string(left).append(" ").append(right)
                + "\" uses or makes a token that the vocabulary lacks");
        tokenizer.m_merges.add(*leftId, *rightId, *merged, rank++);
    }
    for (const auto &token : file.addedTokens) {
        place(token.id, token.text, token.special);
        tokenizer.m_ids[token.text] = token.id;
        (token.normalized ? tokenizer.m_normalizedTokens : tokenizer.m_rawTokens).add(token.text, token.id);
    }
    if (file.ignoreMerges)
        for (const auto &[letters, id] : file.vocabulary)
            tokenizer.m_wholePieces.emplace(tokenizer.m_bytes[static_cast<std::size_t>(id)], id);
    return tokenizer;
}

std::vector<std::int32_t> Tokenizer::encode(std::string_view text) const
{
    std::vector<std::int32_t> ids;
    PieceEncoder pieces(*this, text.size(), ids);
    const auto push = [&](std::int32_t id) { ids.push_back(id); };
    splitOn(
        m_rawTokens, text,
        [&](std::string_view raw) {
            splitOn(m_normalizedTokens, raw, [&](std::string_view rest) { pieces.encode(rest); }, push);
        },
        push);
    return ids;
}

std::string Tokenizer::decode(std::span<const std::int32_t> ids, SpecialTokens special) const
{
    std::string bytesOfAll;
    for (const std::int32_t id : ids)
        if (special == SpecialTokens::Keep || !isSpecial(id))
            bytesOfAll += bytes(id);
    std::string text;
    if (appendUtf8(text, bytesOfAll) > 0)
        text += "\xEF\xBF\xBD";
    return text;
}

std::string_view Tokenizer::bytes(std::int32_t id) const
{
    return id >= 0 && id < size() ? std::string_view(m_bytes[static_cast<std::size_t>(id)]) : std::string_view();
}

std::optional<std::int32_t> Tokenizer::idOf(std::string_view token) const
{
    const auto found = m_ids.find(std::string(token));
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

bool Tokenizer::isSpecial(std::int32_t id) const
{
    return id >= 0 && id < size() && m_special[static_cast<std::size_t>(id)];
}

} // namespace tokenizer
