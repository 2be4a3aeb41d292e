// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/numerics.h"

#include <ATen/core/Tensor.h>

namespace model {

/// Rotary positions, rotate-half over the whole head (specification 5.2).
class Rotary {
public:
    /// Tables for positions 0 … positions − 1. In bfloat16 the profile `hf` rounds the frequencies first.
    Rotary(std::int64_t headSize, std::int64_t positions, double theta, at::Device device, Numerics numerics);

    /// @param x          [tokens, heads, headSize]. @param positions [tokens], int64, on the device.
    /// @return           x turned by each token's position, in x's type.
    at::Tensor turn(const at::Tensor &x, const at::Tensor &positions) const;

    const at::Tensor &cosines() const { return m_cosines; } ///< [positions, headSize], the type of the products
    const at::Tensor &sines() const { return m_sines; }

private:
    at::Tensor m_cosines, m_sines;
};

} // namespace model
