// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/preprocess.h"

#include "engine/base/exceptions.h"
#include "engine/cli/picture_file.h"
#include "engine/cli/sha256.h"
#include "engine/image/cut_tiles.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct Options {
    std::string mode = "gundam";
    int maxTiles = 0; ///< 0: the mode's own
    std::string raw;
    std::vector<std::string> files;
};

nlohmann::ordered_json describe(const base::Rgb8Image &view)
{
    return {{"width", view.width}, {"height", view.height}, {"sha256", sha256(view.pixels)}};
}

nlohmann::ordered_json describe(const std::string &file, const image::CutPicture &cut)
{
    nlohmann::ordered_json object = {{"file", file}, {"grid", {cut.layout.grid.columns, cut.layout.grid.rows}},
        {"placeholders", cut.layout.placeholders}, {"valid_tokens", cut.layout.validTokens},
        {"views", nlohmann::ordered_json::array({describe(cut.overview)})}};
    for (const base::Rgb8Image &tile : cut.tiles)
        object["views"].push_back(describe(tile));
    return object;
}

int preprocess(const Options &options)
{
    image::Mode mode = image::modeNamed(options.mode);
    if (options.maxTiles != 0)
        mode.maxTiles = options.maxTiles;
    image::checkMode(mode);
    std::optional<std::pair<int, int>> rawSize;
    if (!options.raw.empty())
        rawSize = parseSize(options.raw);
    int exitCode = 0;
    for (const std::string &file : options.files) {
        // One bad file does not keep the others from being read.
        nlohmann::ordered_json line;
        try {
            line = describe(file, image::cutTiles(readPicture(file, rawSize), mode));
        } catch (const base::BadPicture &fault) {
            line = {{"file", file}, {"error", fault.what()}};
            exitCode = 1;
        }
        std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
    }
    return exitCode;
}

} // namespace

void addPreprocess(CLI::App &app, int &exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command
        = app.add_subcommand("preprocess", "Show how pictures are cut: grid, token counts, hash of every view");
    command
        ->add_option("--mode", options->mode, "tiny, small, base, large, gundam, gundam-m, or BASE/IMAGE/crop|nocrop")
        ->capture_default_str();
    command->add_option("--max-tiles", options->maxTiles, "Most tiles, 2 to 64 (6 unless told)");
    command->add_option("--raw", options->raw, "The files are RGB bytes of this size, WIDTHxHEIGHT");
    command->add_option("files", options->files, "Pictures")->required();
    command->callback([options, &exitCode] { exitCode = preprocess(*options); });
}

} // namespace cli
