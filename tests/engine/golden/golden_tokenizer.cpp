// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/golden/golden.h"

#include "engine/tokenizer/stream_decoder.h"
#include "engine/tokenizer/tokenizer.h"

#include <vector>

namespace golden {

namespace {

using nlohmann::json;
using tokenizer::SpecialTokens;

/// What a stream shows after some ids is what the library decodes, less the half character at its end.
bool streamsLikeThePrefixes(const tokenizer::Tokenizer &subject, const json &stream)
{
    tokenizer::StreamDecoder decoder(subject, SpecialTokens::Keep);
    std::string shown, last;
    for (std::size_t i = 0; i < stream.at("ids").size(); ++i) {
        shown += decoder.push(stream.at("ids").at(i));
        last = stream.at("prefixes").at(i).get<std::string>();
        const bool heldBack = shown + "\xEF\xBF\xBD" == last;
        if (shown != last && !heldBack)
            return false;
    }
    return shown + decoder.finish() == last;
}

} // namespace

void checkTokenizer(const std::filesystem::path &folder, const std::filesystem::path &model, Tally &tally)
{
    const tokenizer::Tokenizer subject = tokenizer::Tokenizer::load(model);
    const std::string name = folder.filename().string() + ": ";
    const json strings = readJson(folder / "strings.json");
    for (const json &row : strings.at("cases")) {
        const auto text = row.at("text").get<std::string>();
        const auto ids = row.at("ids").get<std::vector<std::int32_t>>();
        tally.count(name + "encode", subject.encode(text) == ids, row.dump());
        tally.count(name + "decode, specials kept", subject.decode(ids, SpecialTokens::Keep) == row.value("kept", text),
            row.dump());
        tally.count(name + "decode, specials skipped",
            subject.decode(ids, SpecialTokens::Skip) == row.value("skipped", text), row.dump());
    }
    const json streams = readJson(folder / "streams.json");
    for (const json &row : streams.at("cases"))
        tally.count(name + "streamed decode", streamsLikeThePrefixes(subject, row), row.dump());
}

} // namespace golden
