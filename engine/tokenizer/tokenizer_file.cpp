// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/tokenizer_file.h"

#include "engine/base/exceptions.h"
#include "engine/tokenizer/split_words.h"

#include <nlohmann/json.hpp>

namespace tokenizer {

namespace {

using nlohmann::json;

/// Reads one part after the other; every complaint names the file.
class Reader {
public:
    Reader(const json &root, std::string where)
        : m_root(root)
        , m_where(std::move(where))
    {
    }

    TokenizerFile read() const
    {
        if (!m_root.is_object())
            complain("this is not a JSON object");
        checkNormalizer();
        checkPreTokenizer();
        if (text(part(m_root, "decoder"), "type") != "ByteLevel")
            complain("the decoder is not ByteLevel");
        TokenizerFile file;
        readModel(part(m_root, "model"), file);
        readAddedTokens(part(m_root, "added_tokens"), file);
        return file;
    }

private:
    [[noreturn]] void complain(const std::string &what) const { throw base::BadModel(m_where + ": " + what); }

    static const json &part(const json &parent, const char *name)
    {
        static const json absent;
        const auto found = parent.is_object() ? parent.find(name) : parent.end();
        return parent.is_object() && found != parent.end() ? *found : absent;
    }

    static std::string text(const json &parent, const char *name)
    {
        const json &field = part(parent, name);
        return field.is_string() ? field.get<std::string>() : std::string();
    }

    static bool flag(const json &parent, const char *name, bool fallback)
    {
        const json &field = part(parent, name);
        return field.is_boolean() ? field.get<bool>() : fallback;
    }

    void checkNormalizer() const
    {
        const json &normalizer = part(m_root, "normalizer");
        const bool empty = text(normalizer, "type") == "Sequence" && part(normalizer, "normalizers").empty();
        if (!normalizer.is_null() && !empty)
            complain("a normalizer is set; only the published one, which does nothing, is known");
    }

    /// A pattern as it is compared: control characters in their escaped form.
    static std::string escaped(const std::string &pattern)
    {
        std::string result;
        for (const char c : pattern)
            result += c == '\r' ? "\\r" : c == '\n' ? "\\n" : std::string(1, c);
        return result;
    }

    void checkPreTokenizer() const
    {
        const json &steps = part(part(m_root, "pre_tokenizer"), "pretokenizers");
        if (!steps.is_array() || steps.size() != 4)
            complain("the pre-tokenizer is not the published sequence of three splits and a byte level");
        const std::string_view patterns[] = {numberPattern, eastAsianPattern, wordPattern};
        for (std::size_t i = 0; i < 3; ++i) {
            const std::string pattern = escaped(text(part(steps[i], "pattern"), "Regex"));
            if (text(steps[i], "type") != "Split" || pattern != patterns[i])
                complain("the pattern of split " + std::to_string(i + 1) + " is not known: \"" + pattern.substr(0, 200)
                    + "\"");
            if (text(steps[i], "behavior") != "Isolated" || flag(steps[i], "invert", false))
                complain("split " + std::to_string(i + 1) + " is not \"Isolated\"");
        }
        if (text(steps[3], "type") != "ByteLevel" || flag(steps[3], "add_prefix_space", true)
            || flag(steps[3], "use_regex", true))
            complain("the last step is not ByteLevel without prefix space and regex");
    }

    std::int32_t id(const json &value, const std::string &token) const
    {
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() >= static_cast<std::uint64_t>(idLimit))
            complain("the id of the token \"" + token.substr(0, 100) + "\" is not a number below "
                + std::to_string(idLimit));
        return value.get<std::int32_t>();
    }

    void readModel(const json &model, TokenizerFile &file) const
    {
        if (text(model, "type") != "BPE")
            complain("the model is not BPE");
        for (const char *name : {"dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix"}) {
            const json &field = part(model, name);
            if (!field.is_null() && field != json("") && field != json(0.0))
                complain(std::string("the model sets ") + name + ", which this tokenizer does not do");
        }
        if (flag(model, "byte_fallback", false))
            complain("the model sets byte_fallback, which this tokenizer does not do");
        file.ignoreMerges = flag(model, "ignore_merges", false);
        const json &vocabulary = part(model, "vocab");
        if (!vocabulary.is_object() || vocabulary.empty())
            complain("the vocabulary is missing");
        for (const auto &[token, value] : vocabulary.items())
            file.vocabulary.emplace_back(token, id(value, token));
        const json &merges = part(model, "merges");
        if (!merges.is_array())
            complain("the merges are missing");
        for (const json &merge : merges)
            file.merges.push_back(readMerge(merge));
    }

    /// "left right" or ["left", "right"].
    std::pair<std::string, std::string> readMerge(const json &merge) const
    {
        if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string())
            return {merge[0].get<std::string>(), merge[1].get<std::string>()};
        const std::string both = merge.is_string() ? merge.get<std::string>() : std::string();
        const auto space = both.find(' ');
        if (space == std::string::npos || both.find(' ', space + 1) != std::string::npos)
            complain("a merge is not a pair of tokens");
        return {both.substr(0, space), both.substr(space + 1)};
    }

    void readAddedTokens(const json &tokens, TokenizerFile &file) const
    {
        if (!tokens.is_null() && !tokens.is_array())
            complain("added_tokens is not a list");
        for (const json &entry : tokens) {
            TokenizerFile::AddedToken token;
            token.text = text(entry, "content");
            token.id = id(part(entry, "id"), token.text);
            token.special = flag(entry, "special", false);
            token.normalized = flag(entry, "normalized", !token.special);
            for (const char *name : {"lstrip", "rstrip", "single_word"})
                if (flag(entry, name, false))
                    complain("the added token \"" + token.text.substr(0, 100) + "\" sets " + name
                        + ", which this tokenizer does not do");
            if (token.text.empty())
                complain("an added token has no text");
            file.addedTokens.push_back(std::move(token));
        }
    }

    const json &m_root;
    std::string m_where;
};

} // namespace

TokenizerFile readTokenizerFile(std::string_view text, std::string_view where)
{
    const json root = json::parse(text, nullptr, false);
    if (root.is_discarded())
        throw base::BadModel(std::string(where) + ": this is not valid JSON");
    return Reader(root, std::string(where)).read();
}

} // namespace tokenizer
