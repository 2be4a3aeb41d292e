// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/self_check.h"

#include "engine/base/exceptions.h"
#include "engine/cli/stage_check.h"
#include "engine/runtime/model_runner.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/norm.h>

#include <algorithm>
#include <numeric>

namespace cli {

namespace {

constexpr std::int64_t promptLength = 39; // not a border of anything
constexpr std::int64_t length = 640;
constexpr std::int64_t steppedWithNeighbour = 70; // crosses a border of the cache's blocks
constexpr double decisiveGap = 2e-3;

std::vector<std::int32_t> variedIds(std::int64_t count, std::int64_t vocabulary)
{
    std::uint32_t state = 20'26;
    std::vector<std::int32_t> ids;
    for (std::int64_t i = 0; i < count; ++i) {
        state = state * 1664525 + 1013904223;
        ids.push_back(static_cast<std::int32_t>((state >> 8) % static_cast<std::uint32_t>(vocabulary)));
    }
    return ids;
}

std::int64_t blocksFor(std::int64_t tokens)
{
    return (tokens + model::KvCache::blockTokens - 1) / model::KvCache::blockTokens;
}

/// A sequence over the first @p count of @p ids, with every second block beginning at @p firstBlock, in falling order.
runtime::Sequence sequenceOf(const std::vector<std::int32_t> &ids, std::int64_t count, std::int32_t firstBlock)
{
    runtime::Sequence sequence;
    sequence.ids.assign(ids.begin(), ids.begin() + count);
    sequence.promptLength = count;
    for (std::int64_t block = blocksFor(length) - 1; block >= 0; --block)
        sequence.blocks.push_back(static_cast<std::int32_t>(2 * block) + firstBlock);
    return sequence;
}

/// Logits after each of the ids from promptLength − 1 on: the prompt in one pass, then @p chunk ids at a time.
at::Tensor logitsOf(const model::Network &network, const std::vector<std::int32_t> &ids, std::int64_t chunk)
{
    runtime::ModelRunner runner(network, 2 * blocksFor(length));
    runtime::Sequence sequence = sequenceOf(ids, promptLength, 0);
    std::vector<at::Tensor> rows;
    for (std::int64_t done = 0; done < length;) {
        const std::int64_t next = done == 0 ? promptLength : std::min(chunk, length - done);
        sequence.ids.assign(ids.begin(), ids.begin() + done + next);
        const runtime::BatchPart part{&sequence, next};
        const at::Tensor normed = runner.forward(std::span(&part, 1), {});
        rows.push_back(done == 0 ? normed.narrow(0, next - 1, 1) : normed);
        done += next;
    }
    return network.decoder().logits(at::cat(rows)).cpu();
}

at::Tensor logitsOfOnePass(const model::Network &network, const std::vector<std::int32_t> &ids)
{
    runtime::ModelRunner runner(network, 2 * blocksFor(length));
    runtime::Sequence sequence = sequenceOf(ids, length, 1);
    const runtime::BatchPart part{&sequence, length};
    const at::Tensor normed = runner.forward(std::span(&part, 1), {});
    return network.decoder().logits(normed.narrow(0, promptLength - 1, length - promptLength + 1)).cpu();
}

/// Single steps with @p neighbours sequences of other ids in each pass; the first one's logits.
at::Tensor logitsBeside(const model::Network &network, const std::vector<std::int32_t> &ids, std::int32_t neighbours)
{
    runtime::ModelRunner runner(network, (std::int64_t{1} + neighbours) * 2 * blocksFor(length));
    std::vector<runtime::Sequence> sequences;
    std::vector<std::vector<std::int32_t>> all{ids};
    for (std::int32_t i = 0; i <= neighbours; ++i) {
        if (i > 0) {
            all.push_back(ids);
            std::rotate(all.back().begin(), all.back().begin() + std::ptrdiff_t{17} * i, all.back().end());
        }
        const std::int32_t firstBlock = i * 2 * static_cast<std::int32_t>(blocksFor(length));
        sequences.push_back(sequenceOf(all.back(), promptLength + std::int64_t{5} * i, firstBlock));
        const runtime::BatchPart part{&sequences.back(), sequences.back().promptLength};
        runner.forward(std::span(&part, 1), {});
    }
    std::vector<at::Tensor> rows;
    for (std::int64_t step = 0; step < steppedWithNeighbour; ++step) {
        std::vector<runtime::BatchPart> batch;
        for (std::size_t i = 0; i < sequences.size(); ++i) {
            sequences[i].ids.push_back(all[i][sequences[i].ids.size()]);
            batch.push_back({&sequences[i], 1});
        }
        rows.push_back(runner.run(batch, {}).narrow(0, 0, 1));
    }
    return at::cat(rows);
}

/// Rows of the picture's features and what they are in the middle of: a made-up picture cut as Gundam cuts.
at::Tensor pictureRows(const model::Network &network)
{
    base::Rgb8Image picture(700, 460);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < 3 * picture.width; ++x)
            picture.row(y)[x] = static_cast<std::uint8_t>((x * 7 + y * 3 + x * y / 50) % 256);
    const image::Mode mode{512, 320, true, 2};
    return runtime::ModelRunner(network, 1).encode(runtime::preparePicture(picture, mode), {}).cpu().to(at::kFloat);
}

/// What is compared, and how strictly.
struct Rule {
    double tolerance = 0;
    bool together = false; ///< all rows at once instead of the worst one
};

double relative(const at::Tensor &ours, const at::Tensor &theirs)
{
    return at::norm(ours - theirs).item<double>() / std::max(at::norm(theirs).item<double>(), 1e-30);
}

SelfResult compare(const std::string &name, const at::Tensor &ours, const at::Tensor &theirs, Rule rule)
{
    SelfResult result{name, rule.together ? relative(ours, theirs) : 0, rule.tolerance, ours.size(0), 0, false};
    for (std::int64_t row = 0; row < ours.size(0); ++row) {
        const at::Tensor a = ours.select(0, row), b = theirs.select(0, row);
        if (const double error = relative(a, b); !rule.together && !(error <= result.relativeL2))
            result.relativeL2 = error; // a NaN too
        if (a.argmax().item<std::int64_t>() == b.argmax().item<std::int64_t>())
            continue;
        const at::Tensor top = std::get<0>(b.topk(2));
        result.differentBest += top[0].item<double>() - top[1].item<double>() > decisiveGap;
    }
    result.passed = result.relativeL2 <= rule.tolerance && (rule.together || result.differentBest == 0);
    return result;
}

} // namespace

std::vector<SelfResult> checkItself(const model::Network &network, const model::Network &plain)
{
    if (const std::int64_t positions = network.config().decoder.maxPositions; positions < length)
        throw base::BadRequest("--self needs a context of " + std::to_string(length) + " ids, this model's has "
            + std::to_string(positions));
    const auto &config = network.config().decoder;
    const bool reduced = network.numerics().isReduced();
    const bool exact = !reduced && network.device().is_cpu();
    const Rule logits{toleranceFor("logits", config.layers, reduced), reduced};
    const Rule features{toleranceFor("view.projector", config.layers, reduced), reduced};
    const std::vector<std::int32_t> ids = variedIds(length, config.vocabulary);
    const at::Tensor whole = logitsOfOnePass(network, ids);
    std::vector<SelfResult> results;
    results.push_back(compare("single steps against one pass", logitsOf(network, ids, 1), whole, logits));
    results.push_back(compare("chunks of 100 against one pass", logitsOf(network, ids, 100), whole, logits));
    results.push_back(compare("steps beside three neighbours against steps alone", logitsBeside(network, ids, 3),
        logitsBeside(network, ids, 0), exact ? Rule{} : logits));
    results.push_back(compare("one pass against float32 on the processor", whole, logitsOfOnePass(plain, ids), logits));
    results.push_back(compare(
        "a picture's rows against float32 on the processor", pictureRows(network), pictureRows(plain), features));
    return results;
}

} // namespace cli
