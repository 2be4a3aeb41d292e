// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/stage_check.h"

#include "engine/base/shape.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace cli {

namespace {

constexpr double undecidedMargin = 1e-4; // router probabilities nearer than this may fall either way
constexpr double earlyTolerance = 1e-4; // vision and first decoder layers
constexpr double lateTolerance = 1e-3; // last decoder layer and logits

// bfloat16 keeps 8 bits: one rounding is off by up to 2^-9, about 1.1e-3 in the mean of squares. A residual stream adds some two
// roundings a block, and made-up weights do not damp them; √(2 · 36 blocks) · 1.1e-3 is 1e-2 before any gain, and the
// decoder's experts switch on near-ties, which replaces a sixth of a token's update at once.
constexpr double reducedVisionTolerance = 2e-2;
constexpr double reducedDecoderTolerance = 1.5e-1;
// The margin is the difference of two probabilities next to each other: at the official shapes a thirtieth of the chosen ones, so what those
// are off by (5e-2 at most) weighs the more in it. 0.28 was seen; a wrong router shows as 1.
constexpr double reducedMarginTolerance = 5e-1;

bool endsWith(const std::string &text, const std::string &end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// N of "decoder.layerN…", or −1.
std::int64_t layerOf(const std::string &stage)
{
    const std::string start = "decoder.layer";
    return stage.rfind(start, 0) == 0 ? std::atoll(stage.c_str() + start.size()) : -1;
}

/// The stored places of @p value: flattened, every stride-th.
at::Tensor strided(const at::Tensor &value, std::int64_t stride)
{
    const at::Tensor flat = value.to(at::kCPU, at::kFloat).reshape({-1});
    return flat.slice(0, 0, flat.numel(), stride).contiguous();
}

} // namespace

double toleranceFor(const std::string &stage, std::int64_t decoderLayers, bool reduced)
{
    const bool isDecoder = layerOf(stage) >= 0 || stage == "decoder.norm" || stage.rfind("logits", 0) == 0;
    if (reduced && endsWith(stage, ".router_margin"))
        return reducedMarginTolerance;
    if (reduced)
        return isDecoder ? reducedDecoderTolerance : reducedVisionTolerance;
    if (!isDecoder)
        return earlyTolerance;
    const std::int64_t layer = layerOf(stage) >= 0 ? layerOf(stage) : decoderLayers - 1;
    const double depth = decoderLayers > 1 ? static_cast<double>(layer) / static_cast<double>(decoderLayers - 1) : 1.0;
    return earlyTolerance + (lateTolerance - earlyTolerance) * depth;
}

StageCheck::StageCheck(const GoldenCase &golden, std::int64_t decoderLayers, bool reduced)
    : m_golden(golden)
    , m_decoderLayers(decoderLayers)
    , m_reduced(reduced)
    , m_dropped(golden.promptIds.size(), false)
{
}

StageResult StageCheck::compareExperts(const GoldenStage &stage, const at::Tensor &ours, const at::Tensor &golden)
{
    StageResult result{stage.name, 0, toleranceFor(stage.name, m_decoderLayers, m_reduced), true, {}};
    const std::string layer = stage.name.substr(0, stage.name.rfind('.'));
    const at::Tensor margins = m_golden.values->tensor(layer + ".router_margin").to(at::kFloat);
    const float *our = ours.const_data_ptr<float>(), *their = golden.const_data_ptr<float>();
    std::int64_t wrong = 0, compared = 0;
    std::vector<bool> leaving = m_dropped;
    for (std::int64_t i = 0; i < ours.numel(); ++i) {
        const auto token = static_cast<std::size_t>(i * stage.stride / stage.shape.back());
        if (m_dropped[token])
            continue;
        ++compared;
        if (std::lround(our[i]) == std::lround(their[i]))
            continue;
        leaving[token] = true;
        wrong += static_cast<double>(margins.const_data_ptr<float>()[token]) > undecidedMargin;
    }
    m_dropped = std::move(leaving);
    result.relativeL2 = compared ? static_cast<double>(wrong) / static_cast<double>(compared) : 0;
    result.within = wrong == 0 || m_reduced;
    if (wrong)
        result.remark
            = std::to_string(wrong) + " of " + std::to_string(compared) + " chosen experts differ beyond the margin";
    return result;
}

StageResult StageCheck::compareValues(const GoldenStage &stage, const at::Tensor &ours, const at::Tensor &golden) const
{
    StageResult result{stage.name, 0, toleranceFor(stage.name, m_decoderLayers, m_reduced), false, {}};
    const bool byToken = layerOf(stage.name) >= 0 || stage.name == "decoder.norm";
    std::int64_t perToken = 1; // values of one token
    if (byToken)
        for (const std::int64_t size : stage.shape)
            perToken *= size;
    perToken = byToken ? perToken / static_cast<std::int64_t>(m_dropped.size()) : 1;
    const std::int64_t rows = stage.shape.front(); // logits.last8: the last rows of the prompt
    const std::int64_t perRow = stage.shape.size() > 1 ? stage.shape.back() : 1;
    const bool isLogits = stage.name.rfind("logits", 0) == 0;
    double difference = 0, norm = 0;
    const float *our = ours.const_data_ptr<float>(), *their = golden.const_data_ptr<float>();
    for (std::int64_t i = 0; i < ours.numel(); ++i) {
        const std::int64_t place = i * stage.stride;
        std::size_t token = m_dropped.size();
        if (byToken)
            token = static_cast<std::size_t>(place / perToken);
        else if (isLogits)
            token = m_dropped.size() - static_cast<std::size_t>(rows - place / perRow);
        if (token < m_dropped.size() && m_dropped[token])
            continue;
        const double a = static_cast<double>(our[i]), b = static_cast<double>(their[i]);
        difference += (a - b) * (a - b);
        norm += b * b;
    }
    result.relativeL2 = std::sqrt(difference) / std::max(std::sqrt(norm), 1e-30);
    result.within = result.relativeL2 <= result.tolerance; // false for NaN too
    return result;
}

void StageCheck::see(const std::string &name, const at::Tensor &value)
{
    const auto stage = std::find_if(
        m_golden.stages.begin(), m_golden.stages.end(), [&](const GoldenStage &s) { return s.name == name; });
    if (stage == m_golden.stages.end())
        return;
    const at::Tensor ours = strided(value, stage->stride);
    const at::Tensor golden = m_golden.values->tensor(name).to(at::kFloat).reshape({-1});
    std::int64_t whole = 1;
    for (const std::int64_t size : stage->shape)
        whole *= size;
    const bool experts = endsWith(name, ".experts");
    const bool isShaped = !experts || (stage->shape.size() == 2 && stage->shape.back() == value.size(-1));
    if (value.numel() != whole || ours.numel() != golden.numel() || !isShaped) {
        m_results.push_back({name, INFINITY, toleranceFor(name, m_decoderLayers, m_reduced), false,
            "expected " + base::shapeText(stage->shape) + ", got " + base::shapeText(value.sizes())});
        return;
    }
    m_results.push_back(experts ? compareExperts(*stage, ours, golden) : compareValues(*stage, ours, golden));
}

std::vector<std::string> StageCheck::missing() const
{
    std::vector<std::string> names;
    for (const GoldenStage &stage : m_golden.stages)
        if (std::none_of(
                m_results.begin(), m_results.end(), [&](const StageResult &r) { return r.name == stage.name; }))
            names.push_back(stage.name);
    return names;
}

std::int64_t StageCheck::droppedTokens() const
{
    return std::count(m_dropped.begin(), m_dropped.end(), true);
}

} // namespace cli
