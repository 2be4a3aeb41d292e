// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/safetensors.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace cli {

/// Every stride-th value of a stage, as the reference computed it.
struct GoldenStage {
    std::string name;
    std::vector<std::int64_t> shape; ///< of the whole stage
    std::int64_t stride = 1;
};

/// A picture and a prompt, and what the reference computed stage by stage and id by id.
struct GoldenCase {
    std::string name;
    std::string picture; ///< under the pictures' folder; empty: text alone
    std::string mode;
    std::string prompt;
    std::vector<std::int32_t> promptIds;
    bool promptIdsAreGiven = false; ///< the case names its text's ids as numbers: the model's tokenizer may be another
    std::int64_t columns = 1, rows = 1;
    std::int64_t maxTiles = 9; ///< the reference is the Hugging Face side
    std::int64_t ngramSize = 0; ///< of the standard rule, 0: none
    std::vector<GoldenStage> stages;
    std::vector<std::int32_t> greedy;
    struct Step {
        std::vector<std::int64_t> topIds;
        std::vector<double> topLogits;
    };
    std::vector<Step> steps; ///< before each greedy id, the highest logits without any rule; may be empty
    std::shared_ptr<const weights::SafetensorsFile> values; ///< a stage's stored values by its name
};

/// What the reference predicts after each prefix of given ids.
struct ForcedCase {
    std::string name;
    std::string caseName; ///< whose picture and prompt go first
    std::vector<std::int32_t> forced;
    struct Prediction {
        std::vector<std::int64_t> topIds;
        std::vector<double> topLogits;
        double norm = 0;
    };
    std::vector<Prediction> predictions; ///< [forced + 1]
    std::vector<std::int64_t> wholeLogitsAt; ///< places in predictions
    at::Tensor wholeLogits; ///< [wholeLogitsAt, vocabulary], float32
};

/// All case files of a folder, by name.
struct GoldenFolder {
    std::vector<GoldenCase> cases;
    std::vector<ForcedCase> forced;
};

/// Reads every JSON file with a `stages` or a `forced` key; others are passed over.
/// @throws base::BadRequest naming the file when one is broken or there is none.
GoldenFolder readGoldenFolder(const std::filesystem::path &folder);

} // namespace cli
