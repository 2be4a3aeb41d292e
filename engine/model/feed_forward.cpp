// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/feed_forward.h"

#include "engine/kernels/rows.h"

#include <ATen/ops/_softmax.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace model {

namespace {

/// The tokens of each expert, expert by expert.
struct Groups {
    std::vector<std::int64_t> tokens; ///< row of x, [tokens · perToken]
    std::vector<std::int64_t> begins; ///< [experts + 1]: expert e has tokens[begins[e]] … tokens[begins[e + 1] − 1]
    std::vector<std::int64_t> places; ///< where choice i of the routing went
};

Groups groupByExpert(const Routing &routing, std::int64_t experts)
{
    Groups groups;
    groups.begins.assign(static_cast<std::size_t>(experts) + 1, 0);
    for (const std::int64_t expert : routing.experts)
        ++groups.begins[static_cast<std::size_t>(expert) + 1];
    std::partial_sum(groups.begins.begin(), groups.begins.end(), groups.begins.begin());
    std::vector<std::int64_t> next = groups.begins;
    groups.tokens.resize(routing.experts.size());
    groups.places.resize(routing.experts.size());
    for (std::size_t i = 0; i < routing.experts.size(); ++i) {
        const std::int64_t place = next[static_cast<std::size_t>(routing.experts[i])]++;
        groups.places[i] = place;
        groups.tokens[static_cast<std::size_t>(place)] = static_cast<std::int64_t>(i) / routing.perToken;
    }
    return groups;
}

const std::uint16_t *bits(const at::Tensor &weight)
{
    return reinterpret_cast<const std::uint16_t *>(weight.const_data_ptr());
}

/// Rows [first, first + rows) of x times weight, into the same rows of y.
kernels::LinearJob job(
    const at::Tensor &x, std::int64_t first, std::int64_t rows, const at::Tensor &weight, const at::Tensor &y)
{
    return {bits(weight), x.const_data_ptr<float>() + first * x.size(1),
        y.mutable_data_ptr<float>() + first * y.size(1), rows, weight.size(0), weight.size(1)};
}

at::Tensor indexTensor(const std::vector<std::int64_t> &values)
{
    return at::tensor(values, at::TensorOptions().dtype(at::kLong));
}

/// What the golden files hold: each token's experts in ascending order, their weights beside them, and the margin.
void show(const Routing &routing, const Observer &observer)
{
    const auto k = routing.perToken;
    const auto tokens = static_cast<std::int64_t>(routing.margins.size());
    at::Tensor experts = at::empty({tokens, k}, at::TensorOptions().dtype(at::kFloat));
    at::Tensor chosenWeights = at::empty({tokens, k}, at::TensorOptions().dtype(at::kFloat));
    auto *expert = experts.mutable_data_ptr<float>();
    auto *weight = chosenWeights.mutable_data_ptr<float>();
    std::vector<std::pair<std::int64_t, float>> chosen(static_cast<std::size_t>(k));
    for (std::size_t i = 0; i < routing.experts.size(); i += chosen.size()) {
        for (std::size_t j = 0; j < chosen.size(); ++j)
            chosen[j] = {routing.experts[i + j], routing.weights[i + j]};
        std::sort(chosen.begin(), chosen.end());
        for (std::size_t j = 0; j < chosen.size(); ++j) {
            expert[i + j] = static_cast<float>(chosen[j].first);
            weight[i + j] = chosen[j].second;
        }
    }
    observer.see("experts", experts);
    observer.see("expert_weights", chosenWeights);
    observer.see("router_margin", at::tensor(routing.margins, at::TensorOptions().dtype(at::kFloat)));
}

} // namespace

GatedLayer::GatedLayer(const weights::Checkpoint &checkpoint, const weights::GatedNames &names, at::Device device)
    : gate(loadTensor(checkpoint, names.gate, device))
    , up(loadTensor(checkpoint, names.up, device))
    , down(loadTensor(checkpoint, names.down, device))
{
}

at::Tensor activate(const at::Tensor &gate, const at::Tensor &up, at::ScalarType type)
{
    if (!gate.device().is_cpu())
        return at::silu(as(gate, type)).mul_(as(up, type));
    // libtorch's own treats the values at the end of a tensor by another formula: a row's bits would depend on its neighbours.
    const at::Tensor input = as(as(gate, type), at::kFloat).contiguous();
    const at::Tensor y = at::empty_like(input);
    const std::int64_t width = input.size(-1);
    forEach(input.numel() / width, 8 * width, [&](std::int64_t row) {
        kernels::siluRow(input.const_data_ptr<float>() + row * width, width, y.mutable_data_ptr<float>() + row * width);
    });
    return as(y, type).mul_(as(up, type));
}

at::Tensor GatedLayer::forward(const at::Tensor &x) const
{
    if (!x.device().is_cpu())
        return linear(activate(linear(x, {gate, {}}), linear(x, {up, {}}), x.scalar_type()), {down, {}});
    const std::array both{gate, up};
    const std::vector<at::Tensor> inner = linears(x, both);
    return linears(activate(inner[0], inner[1], x.scalar_type()), std::span(&down, 1)).front();
}

Routing chooseExperts(const at::Tensor &probabilities, std::int64_t perToken)
{
    Routing routing;
    routing.perToken = perToken;
    const auto experts = static_cast<std::size_t>(probabilities.size(1));
    std::vector<std::int64_t> order(experts);
    const auto compared = std::min(experts, static_cast<std::size_t>(perToken) + 1);
    for (std::int64_t token = 0; token < probabilities.size(0); ++token) {
        const float *p = probabilities.const_data_ptr<float>() + token * probabilities.size(1);
        std::iota(order.begin(), order.end(), 0);
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(compared), order.end(),
            [p](std::int64_t a, std::int64_t b) { return p[a] > p[b] || (p[a] == p[b] && a < b); });
        for (std::size_t i = 0; i < static_cast<std::size_t>(perToken); ++i) {
            routing.experts.push_back(order[i]);
            routing.weights.push_back(p[order[i]]);
        }
        const float last = routing.weights.back();
        routing.margins.push_back(compared > static_cast<std::size_t>(perToken) ? last - p[order[compared - 1]] : last);
    }
    return routing;
}

ExpertLayer::ExpertLayer(
    const weights::Checkpoint &checkpoint, std::int64_t layer, at::Device device, Numerics numerics)
    : m_config(checkpoint.config().decoder)
    , m_numerics(numerics)
    , m_router(loadTensor(checkpoint, weights::routerName(layer), device))
{
    for (std::int64_t expert = 0; expert < m_config.routedExperts; ++expert)
        m_experts.emplace_back(checkpoint, weights::expertNames(layer, expert), device);
    if (m_config.sharedExperts > 0)
        m_shared = GatedLayer(checkpoint, weights::sharedExpertNames(layer), device);
    const auto isReduced = [](const GatedLayer &gated) {
        return gated.gate.scalar_type() == at::kBFloat16 && gated.up.scalar_type() == at::kBFloat16
            && gated.down.scalar_type() == at::kBFloat16;
    };
    m_grouped = device.is_cpu() && std::all_of(m_experts.begin(), m_experts.end(), isReduced)
        && (!m_shared.gate.defined() || isReduced(m_shared));
}

at::Tensor ExpertLayer::probabilities(const at::Tensor &x) const
{
    // Our own product on the CPU: a library's may sum a single row in another order, and a batch would route otherwise.
    const bool rounded = m_numerics.isReduced() && m_numerics.profile != Profile::Precise;
    const at::Tensor input = rounded ? x : as(x, at::kFloat);
    const at::Tensor logits = x.device().is_cpu() ? linears(input, std::span(&m_router, 1)).front()
                                                  : linear(input, {m_router, {}}); // [tokens, experts]
    return at::_softmax(as(logits, at::kFloat), -1, false);
}

at::Tensor ExpertLayer::forwardGrouped(const at::Tensor &x, const Routing &routing) const
{
    const at::ScalarType type = m_numerics.type;
    const Groups groups = groupByExpert(routing, m_config.routedExperts);
    const auto choices = static_cast<std::int64_t>(routing.experts.size());
    const at::Tensor wide = as(x, at::kFloat).contiguous();
    const at::Tensor gathered = wide.index_select(0, indexTensor(groups.tokens)); // [choices, hidden]
    const at::Tensor gate = at::empty({choices, m_config.expertWidth}, gathered.options());
    const at::Tensor up = at::empty_like(gate);
    const at::Tensor down = at::empty({choices, x.size(1)}, gathered.options());
    const auto rowsOf = [&](std::size_t e) { return groups.begins[e + 1] - groups.begins[e]; };

    // The shared experts go along: one wait for other threads less, twice.
    const bool shared = m_shared.gate.defined();
    const std::int64_t tokens = x.size(0), sharedWidth = shared ? m_shared.gate.size(0) : 0;
    const at::Tensor sharedGate = at::empty({tokens, sharedWidth}, gathered.options());
    const at::Tensor sharedUp = at::empty_like(sharedGate);
    const at::Tensor sharedDown = at::empty_like(wide);

    std::vector<kernels::LinearJob> jobs;
    if (shared)
        jobs = {job(wide, 0, tokens, m_shared.gate, sharedGate), job(wide, 0, tokens, m_shared.up, sharedUp)};
    for (std::size_t e = 0; e < m_experts.size(); ++e) {
        jobs.push_back(job(gathered, groups.begins[e], rowsOf(e), m_experts[e].gate, gate));
        jobs.push_back(job(gathered, groups.begins[e], rowsOf(e), m_experts[e].up, up));
    }
    runJobs(jobs);
    const at::Tensor inner = as(activate(gate, up, type), at::kFloat);
    const at::Tensor sharedInner = shared ? as(activate(sharedGate, sharedUp, type), at::kFloat) : at::Tensor();
    jobs.clear();
    if (shared)
        jobs.push_back(job(sharedInner, 0, tokens, m_shared.down, sharedDown));
    for (std::size_t e = 0; e < m_experts.size(); ++e)
        jobs.push_back(job(inner, groups.begins[e], rowsOf(e), m_experts[e].down, down));
    runJobs(jobs);

    // Back into each token's order of choice, weighted and summed in float32, rounded once.
    const at::Tensor outputs = as(as(down, type), at::kFloat).index_select(0, indexTensor(groups.places));
    const at::Tensor sum = at::empty_like(wide);
    const std::int64_t k = routing.perToken, width = x.size(1);
    forEach(x.size(0), k * width, [&](std::int64_t token) {
        kernels::addWeightedRows(outputs.const_data_ptr<float>() + token * k * width,
            routing.weights.data() + token * k, k, width, sum.mutable_data_ptr<float>() + token * width);
    });
    return shared ? as(sum, type) + as(sharedDown, type) : as(sum, type);
}

at::Tensor ExpertLayer::forwardOneByOne(const at::Tensor &x, const Routing &routing) const
{
    const Groups groups = groupByExpert(routing, m_config.routedExperts);
    std::vector<float> sorted(routing.weights.size());
    for (std::size_t i = 0; i < sorted.size(); ++i)
        sorted[static_cast<std::size_t>(groups.places[i])] = routing.weights[i];
    const at::Tensor tokens = indexTensor(groups.tokens).to(x.device());
    const at::Tensor chosenWeights
        = at::tensor(sorted, at::TensorOptions().dtype(at::kFloat)).to(x.device()).unsqueeze(1);
    at::Tensor sum = at::zeros(x.sizes(), x.options().dtype(at::kFloat));
    for (std::size_t e = 0; e < m_experts.size(); ++e) {
        const std::int64_t first = groups.begins[e], rows = groups.begins[e + 1] - first;
        if (rows == 0)
            continue;
        const at::Tensor index = tokens.narrow(0, first, rows);
        const at::Tensor output = as(m_experts[e].forward(x.index_select(0, index)), at::kFloat);
        sum.index_add_(0, index, output * chosenWeights.narrow(0, first, rows));
    }
    const at::Tensor routed = as(sum, m_numerics.type);
    return m_shared.gate.defined() ? routed + m_shared.forward(x) : routed;
}

at::Tensor ExpertLayer::forward(const at::Tensor &x, const Observer &observer) const
{
    Routing routing = chooseExperts(probabilities(x).cpu().contiguous(), m_config.expertsPerToken);
    if (observer.stage)
        show(routing, observer);
    if (m_config.normaliseTopWeights && routing.perToken > 1) { // one expert keeps its probability, as published
        const auto k = static_cast<std::size_t>(routing.perToken);
        for (std::size_t i = 0; i < routing.weights.size(); i += k) {
            const float total = std::accumulate(routing.weights.begin() + static_cast<std::ptrdiff_t>(i),
                routing.weights.begin() + static_cast<std::ptrdiff_t>(i + k), 1e-20F);
            for (std::size_t j = 0; j < k; ++j)
                routing.weights[i + j] /= total;
        }
    }
    for (float &weight : routing.weights)
        weight *= static_cast<float>(m_config.routedScale);
    return m_grouped ? forwardGrouped(x, routing) : forwardOneByOne(x, routing);
}

} // namespace model
