// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/check.h"

#include "engine/base/complaint.h"
#include "engine/base/exceptions.h"
#include "engine/cli/check_case.h"
#include "engine/cli/picture_file.h"
#include "engine/cli/self_check.h"
#include "engine/runtime/device.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>

namespace cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Options {
    std::string model, cases, pictures;
    std::string type = "float32", profile = "serve", device = "cpu";
    bool json = false, self = false;
};

/// The case's picture, cut; none when it is text alone.
std::optional<runtime::Picture> pictureOf(const Options &options, const GoldenCase &golden)
{
    if (golden.picture.empty())
        return std::nullopt;
    image::Mode mode = image::modeNamed(golden.mode);
    mode.maxTiles = static_cast<int>(golden.maxTiles);
    return runtime::preparePicture(readPicture(fs::path(options.pictures) / golden.picture, std::nullopt), mode);
}

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json describePrompt(const CaseResult &result)
{
    Json object = {{"equal", result.promptEqual ? Json(*result.promptEqual) : Json(nullptr)}};
    if (!result.promptRemark.empty())
        object["remark"] = result.promptRemark;
    return object;
}

Json describe(const CaseResult &result)
{
    Json stages = Json::array();
    for (const StageResult &stage : result.stages) {
        stages.push_back({{"name", stage.name}, {"relative_l2", number(stage.relativeL2)},
            {"tolerance", stage.tolerance}, {"within", stage.within}});
        if (!stage.remark.empty())
            stages.back()["remark"] = stage.remark;
    }
    Json object = {{"case", result.name}, {"kind", "stages"}, {"image", result.picture},
        {"grid_equal", result.gridEqual}, {"prompt_ids", describePrompt(result)}, {"stages", stages},
        {"first_out_of_tolerance",
            result.firstOutOfTolerance.empty() ? Json(nullptr) : Json(result.firstOutOfTolerance)},
        {"tokens_left_out", result.droppedTokens},
        {"tokens",
            {{"equal", result.firstDifferentToken < 0 && result.fault.empty()}, {"compared", result.tokensCompared},
                {"first_different", result.firstDifferentToken < 0 ? Json(nullptr) : Json(result.firstDifferentToken)},
                {"smallest_gap", number(result.smallestGap)}, {"relative_l2", number(result.worstStepLogits)}}},
        {"passed", result.passed}};
    if (!result.fault.empty())
        object["fault"] = result.fault;
    return object;
}

Json describe(const ForcedResult &result)
{
    Json object = {{"case", result.name}, {"kind", "forced"}, {"way", result.way}, {"predictions", result.predictions},
        {"different_best", result.differentBest},
        {"first_different_best", result.firstDifferentBest < 0 ? Json(nullptr) : Json(result.firstDifferentBest)},
        {"relative_l2", number(result.wholeLogits)}, {"worst_top_logits", number(result.worstTopLogits)},
        {"worst_norm", number(result.worstNorm)}, {"tolerance", result.tolerance}, {"passed", result.passed}};
    if (!result.fault.empty())
        object["fault"] = result.fault;
    return object;
}

Json describe(const SelfResult &result)
{
    return {{"case", result.name}, {"kind", "self"}, {"rows", result.rows}, {"relative_l2", number(result.relativeL2)},
        {"tolerance", result.tolerance}, {"different_best", result.differentBest}, {"passed", result.passed}};
}

void print(const SelfResult &result)
{
    std::printf("%s\n  %lld rows, worst relative L2 %.2e of %.1e, %lld with another best id\n  %s\n",
        result.name.c_str(), static_cast<long long>(result.rows), result.relativeL2, result.tolerance,
        static_cast<long long>(result.differentBest), result.passed ? "passed" : "FAILED");
    std::fflush(stdout);
}

void print(const CaseResult &result)
{
    std::printf("%s (%s)\n", result.name.c_str(), result.picture.c_str());
    if (!result.fault.empty())
        std::printf("  %s\n", result.fault.c_str());
    else
        std::printf("  prompt ids: %s%s\n",
            !result.promptEqual       ? "not compared; "
                : *result.promptEqual ? "equal"
                                      : "NOT equal; ",
            result.promptRemark.c_str());
    for (const StageResult &stage : result.stages)
        std::printf("  %-34s relative L2 %.2e of %.1e%s%s%s\n", stage.name.c_str(), stage.relativeL2, stage.tolerance,
            stage.within ? "" : "  OUT", stage.remark.empty() ? "" : "  ", stage.remark.c_str());
    if (!result.firstOutOfTolerance.empty())
        std::printf("  first stage out of tolerance: %s\n", result.firstOutOfTolerance.c_str());
    if (result.droppedTokens)
        std::printf("  tokens left out behind undecided routers: %lld\n", static_cast<long long>(result.droppedTokens));
    if (result.firstDifferentToken >= 0)
        std::printf("  tokens: not equal, the first different one is number %lld\n",
            static_cast<long long>(result.firstDifferentToken));
    else if (result.fault.empty())
        std::printf("  tokens: all %lld equal, smallest gap %.4f, their logits' relative L2 %.2e\n",
            static_cast<long long>(result.tokensCompared), result.smallestGap, result.worstStepLogits);
    std::printf("  %s\n", result.passed ? "passed" : "FAILED");
    std::fflush(stdout);
}

void print(const ForcedResult &result)
{
    std::printf("%s in %s\n", result.name.c_str(), result.way.c_str());
    if (!result.fault.empty())
        std::printf("  %s\n", result.fault.c_str());
    std::printf(
        "  %lld predictions, %lld with another best id; relative L2 of whole logits %.2e, of the best five %.2e, "
        "norm off by %.2e, of %.1e\n  %s\n",
        static_cast<long long>(result.predictions), static_cast<long long>(result.differentBest), result.wholeLogits,
        result.worstTopLogits, result.worstNorm, result.tolerance, result.passed ? "passed" : "FAILED");
    std::fflush(stdout);
}

/// A case that cannot run is a failed case; the others still run.
CaseResult runGuarded(const model::Network &network, const Options &options, const GoldenCase &golden,
    const tokenizer::Tokenizer *tokenizer)
{
    try {
        const auto picture = pictureOf(options, golden);
        return runCase(network, golden, tokenizer, picture ? &*picture : nullptr, !network.numerics().isReduced());
    } catch (const std::exception &fault) {
        CaseResult result;
        result.name = golden.name;
        result.picture = golden.picture;
        result.fault = base::complaintOf(fault);
        return result;
    }
}

std::vector<ForcedResult> runGuarded(
    const model::Network &network, const Options &options, const ForcedCase &forced, const GoldenFolder &folder)
{
    const auto golden = std::find_if(
        folder.cases.begin(), folder.cases.end(), [&](const GoldenCase &c) { return c.name == forced.caseName; });
    ForcedResult result;
    result.name = forced.name;
    result.way = "steps";
    if (golden == folder.cases.end()) {
        result.fault = "its case \"" + forced.caseName + "\" is not in the folder";
        return {result};
    }
    try {
        const auto picture = pictureOf(options, *golden);
        return runForced(network, forced, *golden, picture ? &*picture : nullptr);
    } catch (const std::exception &fault) {
        result.fault = base::complaintOf(fault);
        return {result};
    }
}

int check(const Options &options)
{
    runtime::setThreads(0);
    runtime::warnAboutSlowLibraries();
    const c10::Device device = runtime::deviceNamed(options.device);
    const model::Numerics numerics{model::typeNamed(options.type), model::profileNamed(options.profile)};
    const GoldenFolder folder = options.cases.empty() ? GoldenFolder() : readGoldenFolder(options.cases);
    const auto checkpoint = weights::Checkpoint::open(options.model);
    std::optional<tokenizer::Tokenizer> tokenizer;
    if (fs::exists(fs::path(options.model) / "tokenizer.json"))
        tokenizer = tokenizer::Tokenizer::load(options.model);
    const model::Network network(checkpoint, device, numerics);
    bool passed = true;
    Json cases = Json::array();
    const auto note = [&](const auto &result) {
        passed = passed && result.passed;
        if (options.json)
            cases.push_back(describe(result));
        else
            print(result);
    };
    if (options.self)
        for (const SelfResult &result : checkItself(network, model::Network(checkpoint, at::kCPU, {})))
            note(result);
    for (const GoldenCase &golden : folder.cases)
        note(runGuarded(network, options, golden, tokenizer ? &*tokenizer : nullptr));
    for (const ForcedCase &forced : folder.forced)
        for (const ForcedResult &result : runGuarded(network, options, forced, folder))
            note(result);
    if (options.json) {
        const Json whole = {{"model", options.model}, {"dtype", options.type}, {"profile", options.profile},
            {"device", options.device}, {"cases", cases}, {"passed", passed}};
        std::cout << whole.dump(1, ' ', false, Json::error_handler_t::replace) << std::endl;
    } else {
        std::printf("%s\n", passed ? "all passed" : "NOT all passed");
    }
    return passed ? 0 : 1;
}

} // namespace

void addCheck(CLI::App &app, int &exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("check", "Hold a model's stages, ids and logits against recorded ones");
    command->add_option("--model", options->model, "Model folder")->required();
    CLI::Option *cases = command->add_option("--cases", options->cases, "Folder of case files");
    command->add_option("--images", options->pictures, "Folder the cases' pictures are in");
    command->add_flag("--self", options->self, "Also hold the model against itself: steps, batches, other numbers");
    command->add_option("--dtype", options->type, "float32 or bfloat16")->capture_default_str();
    command->add_option("--profile", options->profile, "serve, hf or precise")->capture_default_str();
    command->add_option("--device", options->device, "cpu, cuda, or cuda:N")->capture_default_str();
    command->add_flag("--json", options->json, "One JSON object instead of text");
    command->callback([options, cases, &exitCode] {
        if (!options->self && options->cases.empty())
            throw CLI::RequiredError(cases->get_name() + " or --self");
        exitCode = check(*options);
    });
}

} // namespace cli
