// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/fabricate.h"

#include "engine/base/exceptions.h"
#include "engine/weights/formula.h"
#include "engine/weights/model_config.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string config;
    std::uint64_t seed = 1;
    std::string folder;
    std::string tokenizer;
};

std::string configText(const std::string &config)
{
    if (config == "official")
        return weights::officialConfigText();
    std::ifstream file(config, std::ios::binary);
    std::ostringstream text;
    if (!fs::is_regular_file(config) || !file || !(text << file.rdbuf()))
        throw base::BadRequest(config + ": cannot be read");
    return text.str();
}

void writeWhole(const fs::path &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file)
        throw base::BadRequest(path.string() + ": could not be written");
}

void fabricate(const Options &options)
{
    const std::string text = configText(options.config);
    const auto config = weights::ModelConfig::parse(text, options.config);
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error)
        throw base::BadRequest(options.folder + ": cannot be made (" + error.message() + ")");
    if (!options.tokenizer.empty()) {
        const fs::path target = fs::path(options.folder) / "tokenizer.json";
        if (!fs::equivalent(options.tokenizer, target, error))
            writeWhole(target, configText(options.tokenizer));
    }
    writeWhole(fs::path(options.folder) / "config.json", text);
    weights::fabricateFiles(config, options.seed, options.folder);
}

} // namespace

void addFabricate(CLI::App &app, int &)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command
        = app.add_subcommand("fabricate", "Make a model folder with weights by formula (for tests, reads nothing)");
    command->add_option("--config", options->config, "A config.json, or the word official")->required();
    command->add_option("--seed", options->seed, "Seed of the formula")->capture_default_str();
    command->add_option("-o,--output", options->folder, "The folder to make")->required();
    command->add_option("--tokenizer", options->tokenizer, "A tokenizer.json to put beside the weights");
    command->callback([options] { fabricate(*options); });
}

} // namespace cli
