// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rotary.h"

#include "engine/model/operations.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/outer.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/reciprocal.h>

namespace model {

Rotary::Rotary(std::int64_t headSize, std::int64_t positions, double theta, at::Device device, Numerics numerics)
{
    const auto options = at::TensorOptions().dtype(at::kFloat);
    const at::Tensor exponents = at::arange(0, headSize, 2, options) / static_cast<double>(headSize);
    at::Tensor frequencies = at::reciprocal(at::pow(theta, exponents)); // [headSize / 2]
    if (numerics.is(Profile::Hf))
        frequencies = frequencies.to(at::kBFloat16).to(at::kFloat);
    const at::Tensor half = at::outer(at::arange(positions, options), frequencies);
    const at::Tensor angles = at::cat({half, half}, 1); // [positions, headSize]
    const at::ScalarType type = numerics.profile == Profile::Precise ? at::kFloat : numerics.type;
    m_cosines = angles.cos().to(device, type);
    m_sines = angles.sin().to(device, type);
}

at::Tensor Rotary::turn(const at::Tensor &x, const at::Tensor &positions) const
{
    const at::Tensor wide = as(x, m_cosines.scalar_type());
    const at::Tensor cosines = m_cosines.index_select(0, positions).unsqueeze(1); // [tokens, 1, headSize]
    const at::Tensor sines = m_sines.index_select(0, positions).unsqueeze(1);
    const std::int64_t half = x.size(-1) / 2;
    const at::Tensor turned = at::cat({wide.narrow(-1, half, half).neg(), wide.narrow(-1, 0, half)}, -1);
    return as(wide * cosines + turned * sines, x.scalar_type());
}

} // namespace model
