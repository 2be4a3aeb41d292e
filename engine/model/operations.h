// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernels/linear.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/names.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

#include <functional>
#include <span>
#include <vector>

namespace model {

/// Weight and optional bias of a linear layer, a convolution or a norm, on the model's device.
///
/// bfloat16 as published, or float32 where the file holds another type. On the CPU the memory is the mapped file's.
struct Affine {
    at::Tensor weight;
    at::Tensor bias; ///< undefined where there is none
};

/// Takes @p names out of @p checkpoint. @throws base::BadModel when one is missing.
Affine loadAffine(const weights::Checkpoint &checkpoint, const weights::Affine &names, at::Device device);

/// One tensor, as in Affine.
at::Tensor loadTensor(const weights::Checkpoint &checkpoint, const std::string &name, at::Device device);

/// x · wᵀ + bias in x's type, sums in float32. @param x [.., inputs] → [.., outputs].
at::Tensor linear(const at::Tensor &x, const Affine &layer);

/// Several products that share one parallel pass. CPU, x in float32. @return as linear, one for each weight, no bias.
std::vector<at::Tensor> linears(const at::Tensor &x, std::span<const at::Tensor> weights);

/// Runs jobs on all threads, split by outputs. The pointers must live through the call.
void runJobs(std::span<const kernels::LinearJob> jobs);

/// Convolution with square stride and padding, as linear: in x's type, sums in float32. @param x [B, C, H, W].
at::Tensor convolve(const at::Tensor &x, const Affine &layer, std::int64_t stride, std::int64_t padding);

/// LayerNorm over the last axis with float32 sums. @param resultType the type it returns.
at::Tensor layerNorm(const at::Tensor &x, const Affine &norm, double epsilon, at::ScalarType resultType);

/// @p weight in @p type, widened for the moment of one layer where needed.
at::Tensor as(const at::Tensor &weight, at::ScalarType type);

/// Splits [0, count) among the threads, one index at a time to whoever is free; serial inside another parallel call, and where
/// waking a thread would take longer than the work.
/// @param costEach  multiplications (roughly) of one index.
void forEach(std::int64_t count, std::int64_t costEach, const std::function<void(std::int64_t)> &work);

} // namespace model
