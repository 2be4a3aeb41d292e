// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/golden_case.h"

#include "engine/base/exceptions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t longestPrompt = 1'000'000; // ids; a case file that says more is broken

std::vector<std::int32_t> unfold(const Json &runs)
{
    std::vector<std::int32_t> ids;
    for (const Json &run : runs) {
        const auto count = run.at(1).get<std::size_t>();
        if (count > longestPrompt - ids.size())
            throw base::BadRequest("prompt_ids_run_length is longer than any prompt");
        ids.insert(ids.end(), count, run.at(0).get<std::int32_t>());
    }
    return ids;
}

std::shared_ptr<const weights::SafetensorsFile> valuesBeside(fs::path path)
{
    return std::make_shared<const weights::SafetensorsFile>(path.replace_extension(".safetensors"));
}

GoldenCase readCase(const fs::path &path, const Json &object)
{
    GoldenCase golden;
    golden.name = path.stem().string();
    if (object.contains("image") && !object.at("image").is_null())
        golden.picture = object.at("image").get<std::string>();
    golden.mode = object.value("mode", std::string("gundam"));
    golden.prompt = object.value("prompt", std::string());
    golden.promptIds = unfold(object.at("prompt_ids_run_length"));
    golden.promptIdsAreGiven = object.contains("prompt_ids_after_image");
    if (object.contains("grid_cols_rows")) {
        golden.columns = object.at("grid_cols_rows").at(0).get<std::int64_t>();
        golden.rows = object.at("grid_cols_rows").at(1).get<std::int64_t>();
    }
    golden.maxTiles = object.value("max_tiles", golden.maxTiles);
    golden.ngramSize = object.value("no_repeat_ngram_size", std::int64_t{20});
    for (const auto &[name, stage] : object.at("stages").items())
        golden.stages.push_back(
            {name, stage.at("shape").get<std::vector<std::int64_t>>(), stage.value("stride", std::int64_t{1})});
    golden.greedy = object.value("greedy", std::vector<std::int32_t>());
    for (const Json &step : object.value("steps", Json::array()))
        golden.steps.push_back(
            {step.at("top_ids").get<std::vector<std::int64_t>>(), step.at("top_logits").get<std::vector<double>>()});
    golden.values = valuesBeside(path);
    return golden;
}

ForcedCase readForced(const fs::path &path, const Json &object)
{
    ForcedCase forced;
    forced.name = path.stem().string();
    forced.caseName = object.at("case").get<std::string>();
    forced.forced = object.at("forced").get<std::vector<std::int32_t>>();
    for (const Json &prediction : object.at("predictions"))
        forced.predictions.push_back({prediction.at("top_ids").get<std::vector<std::int64_t>>(),
            prediction.at("top_logits").get<std::vector<double>>(), prediction.value("norm", 0.0)});
    forced.wholeLogitsAt = object.value("whole_logits_at", std::vector<std::int64_t>());
    const auto values = valuesBeside(path);
    if (!values->header().entries.empty())
        forced.wholeLogits = values->tensor(values->header().entries.begin()->first);
    return forced;
}

} // namespace

GoldenFolder readGoldenFolder(const fs::path &folder)
{
    if (!fs::is_directory(folder))
        throw base::BadRequest(folder.string() + ": is not a folder");
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    GoldenFolder golden;
    for (const fs::path &file : files) {
        try {
            std::ifstream stream(file, std::ios::binary);
            const Json object = Json::parse(stream);
            if (object.is_object() && object.contains("stages"))
                golden.cases.push_back(readCase(file, object));
            else if (object.is_object() && object.contains("forced"))
                golden.forced.push_back(readForced(file, object));
        } catch (const std::exception &fault) {
            throw base::BadRequest(file.string() + ": not a case file that can be read (" + fault.what() + ")");
        }
    }
    if (golden.cases.empty() && golden.forced.empty())
        throw base::BadRequest(folder.string() + ": holds no case file (a JSON file with `stages` or `forced`)");
    return golden;
}

} // namespace cli
