// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/tokenize.h"

#include "engine/base/exceptions.h"
#include "engine/cli/json_lines.h"
#include "engine/tokenizer/tokenizer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <vector>

namespace cli {

namespace {

using nlohmann::json;

struct Options {
    std::string model;
    bool decode = false;
    bool skipSpecial = false;
};

/// Ids past what a vocabulary can hold are ids without a token.
std::vector<std::int32_t> idsIn(const json &line)
{
    const auto isWhole = [](const json &id) { return id.is_number_integer(); };
    if (!line.is_array() || !std::all_of(line.begin(), line.end(), isWhole))
        throw base::BadRequest("a JSON array of whole numbers is needed");
    std::vector<std::int32_t> ids;
    for (const json &id : line) {
        const bool isHuge = id.is_number_unsigned() ? id.get<std::uint64_t>() > INT32_MAX : id.get<std::int64_t>() < 0;
        ids.push_back(isHuge ? -1 : id.get<std::int32_t>());
    }
    return ids;
}

void tokenize(const Options &options)
{
    const auto subject = tokenizer::Tokenizer::load(options.model);
    const auto special = options.skipSpecial ? tokenizer::SpecialTokens::Skip : tokenizer::SpecialTokens::Keep;
    answerLines(std::cin, std::cout, [&](const json &line) -> json {
        if (options.decode)
            return subject.decode(idsIn(line), special);
        if (!line.is_string())
            throw base::BadRequest("a JSON string is needed");
        return subject.encode(line.get_ref<const std::string &>());
    });
}

} // namespace

void addTokenize(CLI::App &app, int &)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("tokenize", "Turn JSON strings, one a line, into ids; or ids into strings");
    command->add_option("--model", options->model, "A folder with tokenizer.json; weights are not needed")->required();
    command->add_flag("--decode", options->decode, "The lines are arrays of ids; print their text");
    command->add_flag("--skip-special", options->skipSpecial, "Leave special tokens out of the text");
    command->callback([options] { tokenize(*options); });
}

} // namespace cli
