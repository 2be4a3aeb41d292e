// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/postprocess.h"

#include "engine/cli/literal.h"
#include "engine/cli/picture_file.h"
#include "engine/cli/transcript.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <iterator>
#include <memory>

namespace cli {

namespace {

struct Options {
    std::string size;
    std::string format = "hf";
    int page = 0;
};

void postprocess(const Options &options)
{
    const auto [width, height] = parseSize(options.size);
    const auto format = options.format == "pdf" ? TranscriptFormat::Pdf : TranscriptFormat::Hf;
    const std::string transcript{std::istreambuf_iterator<char>(std::cin), {}};
    const CleanTranscript clean = cleanTranscript(transcript, width, height, format, options.page);
    nlohmann::ordered_json answer = {{"text", clean.text}, {"crops", nlohmann::ordered_json::array()},
        {"boxes", nlohmann::ordered_json::array()}, {"ended", clean.ended}};
    for (const Crop &crop : clean.crops)
        answer["crops"].push_back({{"box", crop.box}, {"file", crop.file}});
    for (const LabelledBox &box : clean.boxes)
        answer["boxes"].push_back({{"label", box.label}, {"box", box.box}});
    // A geometric figure comes as a literal; the word alone may stand in any text.
    if (clean.text.find("line_type") != std::string::npos)
        if (const auto geometry = parseLiteral(clean.text); geometry && geometry->is_object())
            answer["geometry"] = *geometry;
    std::cout << answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
}

} // namespace

void addPostprocess(CLI::App &app, int &)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command
        = app.add_subcommand("postprocess", "Turn a transcript on standard input into clean text, crops and boxes");
    command->add_option("--size", options->size, "The picture's size in pixels, WIDTHxHEIGHT")->required();
    command->add_option("--format", options->format, "hf: one picture; pdf: a page of a document")
        ->check(CLI::IsMember({"hf", "pdf"}))
        ->capture_default_str();
    command->add_option("--page", options->page, "Number of the page in names of crops, from 0 (pdf)")
        ->check(CLI::NonNegativeNumber);
    command->callback([options] { postprocess(*options); });
}

} // namespace cli
