// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/numerics.h"
#include "engine/model/observer.h"
#include "engine/model/operations.h"
#include "engine/weights/model_config.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace model {

/// SwiGLU: down( silu(gate x) ⊙ up x ).
struct GatedLayer {
    at::Tensor gate, up; ///< [width, hidden]
    at::Tensor down; ///< [hidden, width]

    GatedLayer() = default;
    GatedLayer(const weights::Checkpoint &checkpoint, const weights::GatedNames &names, at::Device device);

    /// @param x [tokens, hidden] → [tokens, hidden], x's type, rounded to it after each step.
    at::Tensor forward(const at::Tensor &x) const;
};

/// silu(gate) ⊙ up, each step rounded to @p type.
at::Tensor activate(const at::Tensor &gate, const at::Tensor &up, at::ScalarType type);

/// Which experts each token takes, and with what weight.
struct Routing {
    std::int64_t perToken = 0;
    std::vector<std::int64_t> experts; ///< [tokens · perToken], most probable first; equals: lower index first
    std::vector<float> weights; ///< beside experts: probabilities among all experts, not renormalised
    std::vector<float> margins; ///< [tokens]: the last chosen probability minus the first not chosen
};

/// Softmax over all experts, then the @p perToken largest (specification 5.3).
/// @param probabilities  [tokens, experts], float32, CPU.
Routing chooseExperts(const at::Tensor &probabilities, std::int64_t perToken);

/// A layer of routed experts beside one that every token passes.
class ExpertLayer {
public:
    ExpertLayer(const weights::Checkpoint &checkpoint, std::int64_t layer, at::Device device, Numerics numerics);

    /// @param x [tokens, hidden] → [tokens, hidden], the numerics' type. Stages: experts, expert_weights, router_margin.
    at::Tensor forward(const at::Tensor &x, const Observer &observer) const;

private:
    at::Tensor probabilities(const at::Tensor &x) const;
    at::Tensor forwardGrouped(const at::Tensor &x, const Routing &routing) const;
    at::Tensor forwardOneByOne(const at::Tensor &x, const Routing &routing) const;

    weights::DecoderConfig m_config;
    Numerics m_numerics;
    at::Tensor m_router; ///< [experts, hidden]
    std::vector<GatedLayer> m_experts;
    GatedLayer m_shared; ///< undefined tensors where the config has none
    bool m_grouped = false; ///< all experts are bfloat16 on the CPU: one parallel pass for all
};

} // namespace model
