// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/check_case.h"

#include "engine/base/exceptions.h"
#include "engine/runtime/model_runner.h"
#include "engine/runtime/ngram.h"
#include "engine/runtime/prompt.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/norm.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cli {

namespace {

constexpr double decisiveGap = 2e-3; // nearer logits may swap by another order of summation

/// A runner with room for one sequence of @p tokens ids, and that sequence.
struct OneSequence {
    runtime::ModelRunner runner;
    runtime::Sequence sequence;

    OneSequence(const model::Network &network, const GoldenCase &golden, std::int64_t more)
        : runner(network, (static_cast<std::int64_t>(golden.promptIds.size()) + more) / model::KvCache::blockTokens + 2)
    {
        sequence.ids = golden.promptIds;
        sequence.promptLength = sequence.length();
        // Blocks in falling order: a fault in the block table cannot hide behind 0, 1, 2.
        sequence.blocks.resize(static_cast<std::size_t>(runner.cacheBlocks()));
        std::iota(sequence.blocks.rbegin(), sequence.blocks.rend(), 0);
    }

    at::Tensor forward(std::int64_t tokens, const model::Observer &observer = {})
    {
        const runtime::BatchPart part{&sequence, tokens};
        return runner.forward(std::span(&part, 1), observer);
    }
};

/// Where the placeholders begin: the first run of @p count equal ids.
std::int64_t firstPlaceholder(const std::vector<std::int32_t> &ids, std::int64_t count)
{
    for (std::size_t begin = 0; begin < ids.size();) {
        std::size_t end = begin;
        while (end < ids.size() && ids[end] == ids[begin])
            ++end;
        if (static_cast<std::int64_t>(end - begin) == count)
            return static_cast<std::int64_t>(begin);
        begin = end;
    }
    return -1;
}

/// Highest and second highest allowed logit.
struct Choice {
    std::int64_t best = 0;
    double gap = 0;
};

Choice choose(const at::Tensor &logits, const std::vector<std::int32_t> &banned)
{
    const at::Tensor row = logits.reshape({-1}).clone();
    auto *value = row.mutable_data_ptr<float>();
    for (const std::int32_t id : banned)
        value[id] = -std::numeric_limits<float>::infinity();
    const float *end = value + row.numel();
    const float *best = std::max_element(static_cast<const float *>(value), end);
    float second = -std::numeric_limits<float>::infinity();
    for (const float *v = value; v != end; ++v)
        if (v != best)
            second = std::max(second, *v);
    return {best - value, static_cast<double>(*best) - static_cast<double>(second)};
}

/// Relative L2 of the reference's highest logits, at the same ids.
double topLogitsError(const GoldenCase::Step &golden, const at::Tensor &logits)
{
    const at::Tensor row = logits.reshape({-1});
    double difference = 0, norm = 0;
    for (std::size_t i = 0; i < golden.topIds.size(); ++i) {
        const double ours = row[golden.topIds[i]].item<double>();
        difference += (ours - golden.topLogits[i]) * (ours - golden.topLogits[i]);
        norm += golden.topLogits[i] * golden.topLogits[i];
    }
    return std::sqrt(difference) / std::max(std::sqrt(norm), 1e-30);
}

/// Makes the prompt's ids anew and holds them against the case's.
void comparePrompt(const GoldenCase &golden, const tokenizer::Tokenizer *tokenizer, const runtime::Picture *picture,
    std::int32_t beginId, CaseResult &result)
{
    if (!tokenizer) {
        result.promptRemark = "the model folder has no tokenizer.json";
        return;
    }
    const std::int64_t placeholders = picture ? picture->layout.placeholders : 0;
    const runtime::PromptIds made = runtime::promptIds(*tokenizer, golden.prompt, placeholders, beginId);
    const auto [ours, theirs]
        = std::mismatch(made.ids.begin(), made.ids.end(), golden.promptIds.begin(), golden.promptIds.end());
    const bool equal = ours == made.ids.end() && theirs == golden.promptIds.end();
    if (!equal && golden.promptIdsAreGiven) {
        result.promptRemark = "the tokenizer is not the one of this case, which gives its ids as numbers";
        return;
    }
    result.promptEqual = equal;
    const auto shown = [](auto at, auto end) { return at == end ? std::string("nothing") : std::to_string(*at); };
    if (!equal)
        result.promptRemark = "id " + std::to_string(ours - made.ids.begin()) + " of the prompt is "
            + shown(ours, made.ids.end()) + ", the case has " + shown(theirs, golden.promptIds.end());
}

void compareGreedy(
    OneSequence &one, const model::Network &network, const GoldenCase &golden, at::Tensor normed, CaseResult &result)
{
    result.smallestGap = golden.greedy.empty() ? 0 : std::numeric_limits<double>::infinity();
    for (const std::int32_t expected : golden.greedy) {
        const at::Tensor logits = network.decoder().logits(normed.narrow(0, normed.size(0) - 1, 1)).cpu();
        if (const auto step = static_cast<std::size_t>(result.tokensCompared); step < golden.steps.size())
            result.worstStepLogits = std::max(result.worstStepLogits, topLogitsError(golden.steps[step], logits));
        const auto banned = golden.ngramSize > 0 ? runtime::bannedAnywhere(one.sequence.ids, golden.ngramSize)
                                                 : std::vector<std::int32_t>();
        const Choice choice = choose(logits, banned);
        result.smallestGap = std::min(result.smallestGap, choice.gap);
        if (choice.best != expected) {
            result.firstDifferentToken = result.tokensCompared;
            return;
        }
        ++result.tokensCompared;
        one.sequence.ids.push_back(expected);
        normed = one.forward(1);
    }
}

/// The case is another model's. @param what  the ids are, for the complaint.
template <class Ids>
void requireKnown(const Ids &ids, std::int64_t vocabulary, const char *what)
{
    for (const auto id : ids)
        if (id < 0 || id >= vocabulary)
            throw base::BadRequest("the case is not this model's: " + std::string(what) + " hold id "
                + std::to_string(id) + ", the vocabulary has " + std::to_string(vocabulary));
}

/// @param more  ids after the prompt.
void requireFit(const GoldenCase &golden, std::size_t more, const weights::DecoderConfig &decoder)
{
    if (golden.promptIds.empty())
        throw base::BadRequest("the case has no prompt ids");
    if (const std::size_t length = golden.promptIds.size() + more;
        length > static_cast<std::size_t>(decoder.maxPositions))
        throw base::BadRequest("the case has " + std::to_string(length) + " ids, the model's context "
            + std::to_string(decoder.maxPositions));
    const std::int64_t vocabulary = decoder.vocabulary;
    requireKnown(golden.promptIds, vocabulary, "the prompt's ids");
    requireKnown(golden.greedy, vocabulary, "the greedy ids");
    for (const GoldenCase::Step &step : golden.steps)
        requireKnown(step.topIds, vocabulary, "the steps");
}

void requireFit(const ForcedCase &forced, std::int64_t vocabulary)
{
    requireKnown(forced.forced, vocabulary, "the forced ids");
    for (const ForcedCase::Prediction &prediction : forced.predictions) {
        requireKnown(prediction.topIds, vocabulary, "the predictions");
        if (prediction.topIds.empty() || prediction.topIds.size() != prediction.topLogits.size())
            throw base::BadRequest("a prediction of the case has no ids, or not as many logits");
    }
}

std::string misfit(const GoldenCase &golden, const runtime::Picture &picture)
{
    return "the picture is cut to " + std::to_string(picture.layout.grid.columns) + "×"
        + std::to_string(picture.layout.grid.rows) + " tiles and " + std::to_string(picture.layout.placeholders)
        + " placeholders, the case has " + std::to_string(golden.columns) + "×" + std::to_string(golden.rows);
}

} // namespace

CaseResult runCase(const model::Network &network, const GoldenCase &golden, const tokenizer::Tokenizer *tokenizer,
    const runtime::Picture *picture, bool tokensMustMatch)
{
    requireFit(golden, golden.greedy.size(), network.config().decoder);
    CaseResult result;
    result.name = golden.name;
    result.picture = golden.picture;
    result.gridEqual
        = !picture || (picture->layout.grid.columns == golden.columns && picture->layout.grid.rows == golden.rows);
    const std::int64_t first = picture ? firstPlaceholder(golden.promptIds, picture->layout.placeholders) : 0;
    if (!result.gridEqual || first < 0) {
        result.fault = misfit(golden, *picture);
        return result;
    }
    const auto beginId = static_cast<std::int32_t>(network.config().decoder.beginId);
    comparePrompt(golden, tokenizer, picture, beginId, result);
    const model::Numerics numerics = network.numerics();
    StageCheck check(golden, network.config().decoder.layers, numerics.isReduced());
    model::Observer observer;
    observer.stage = [&check](const std::string &name, const at::Tensor &value) { check.see(name, value); };
    OneSequence one(network, golden, static_cast<std::int64_t>(golden.greedy.size()));
    one.sequence.firstPlaceholder = first;
    if (picture)
        one.sequence.vision = one.runner.encode(*picture, observer);
    const at::Tensor normed = one.forward(one.sequence.length(), observer);
    const std::int64_t shown = std::min<std::int64_t>(8, normed.size(0));
    check.see("logits.last8", network.decoder().logits(normed.narrow(0, normed.size(0) - shown, shown)));
    compareGreedy(one, network, golden, normed, result);

    result.stages = check.results();
    for (const std::string &name : check.missing())
        result.stages.push_back({name, INFINITY, 0, false, "never computed"});
    result.droppedTokens = check.droppedTokens();
    for (const StageResult &stage : result.stages)
        if (!stage.within && result.firstOutOfTolerance.empty())
            result.firstOutOfTolerance = stage.name;
    const double logitsTolerance = toleranceFor("logits", network.config().decoder.layers, numerics.isReduced());
    const bool tokensAgree = result.firstDifferentToken < 0 && result.worstStepLogits <= logitsTolerance;
    result.passed
        = result.firstOutOfTolerance.empty() && result.promptEqual.value_or(true) && (!tokensMustMatch || tokensAgree);
    return result;
}

namespace {

/// Compares the logits after each prefix with what the reference predicts.
void comparePredictions(const ForcedCase &forced, const at::Tensor &logits, ForcedResult &result)
{
    for (std::size_t p = 0; p < forced.predictions.size(); ++p, ++result.predictions) {
        const ForcedCase::Prediction &golden = forced.predictions[p];
        const at::Tensor row = logits.select(0, static_cast<std::int64_t>(p)).contiguous();
        const float *value = row.const_data_ptr<float>();
        const auto best = std::max_element(value, value + row.numel()) - value;
        const bool decided = golden.topLogits.size() < 2 || golden.topLogits[0] - golden.topLogits[1] > decisiveGap;
        if (decided && best != golden.topIds[0]) {
            result.firstDifferentBest = result.differentBest++ ? result.firstDifferentBest : result.predictions;
        }
        double norm = 0, difference = 0, size = 0;
        for (std::int64_t i = 0; i < row.numel(); ++i)
            norm += static_cast<double>(value[i]) * static_cast<double>(value[i]);
        for (std::size_t i = 0; i < golden.topIds.size(); ++i) {
            const double ours = static_cast<double>(value[golden.topIds[i]]);
            difference += (ours - golden.topLogits[i]) * (ours - golden.topLogits[i]);
            size += golden.topLogits[i] * golden.topLogits[i];
        }
        if (golden.norm > 0)
            result.worstNorm = std::max(result.worstNorm, std::abs(std::sqrt(norm) / golden.norm - 1));
        result.worstTopLogits = std::max(result.worstTopLogits, std::sqrt(difference / size));
    }
    for (std::size_t i = 0; i < forced.wholeLogitsAt.size(); ++i) {
        const at::Tensor golden = forced.wholeLogits.select(0, static_cast<std::int64_t>(i)).to(at::kFloat);
        const at::Tensor ours = logits.select(0, forced.wholeLogitsAt[i]);
        result.wholeLogits
            = std::max(result.wholeLogits, (ours - golden).norm().item<double>() / golden.norm().item<double>());
    }
}

} // namespace

std::vector<ForcedResult> runForced(
    const model::Network &network, const ForcedCase &forced, const GoldenCase &golden, const runtime::Picture *picture)
{
    requireFit(golden, forced.forced.size(), network.config().decoder);
    requireFit(forced, network.config().decoder.vocabulary);
    const bool reduced = network.numerics().isReduced();
    const auto count = static_cast<std::int64_t>(forced.forced.size());
    std::vector<ForcedResult> results;
    at::Tensor vision;
    for (const std::int64_t chunk : {std::int64_t{1}, std::int64_t{100}}) {
        ForcedResult result;
        result.name = forced.name;
        result.way = chunk == 1 ? "steps" : "chunks";
        result.tolerance = toleranceFor("logits", network.config().decoder.layers, reduced);
        OneSequence one(network, golden, count);
        one.sequence.firstPlaceholder = picture ? firstPlaceholder(golden.promptIds, picture->layout.placeholders) : 0;
        if (one.sequence.firstPlaceholder < 0) {
            result.fault = "the picture's placeholders do not fit the case's prompt";
            results.push_back(result);
            continue;
        }
        if (picture && !vision.defined())
            vision = one.runner.encode(*picture, {});
        one.sequence.vision = vision;
        std::vector<at::Tensor> rows{one.forward(one.sequence.length()).narrow(0, one.sequence.length() - 1, 1)};
        for (std::int64_t done = 0; done < count;) {
            const std::int64_t next = std::min(chunk, count - done);
            one.sequence.ids.insert(
                one.sequence.ids.end(), forced.forced.begin() + done, forced.forced.begin() + done + next);
            rows.push_back(one.forward(next));
            done += next;
        }
        comparePredictions(forced, network.decoder().logits(at::cat(rows)).cpu(), result);
        const bool near = result.wholeLogits <= result.tolerance && result.worstTopLogits <= result.tolerance
            && result.worstNorm <= result.tolerance;
        result.passed = near && (reduced || result.differentBest == 0);
        results.push_back(result);
    }
    return results;
}

} // namespace cli
