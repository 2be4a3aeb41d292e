// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/operations.h"

#include "engine/kernels/processor.h"

#include <ATen/Parallel.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/native_layer_norm.h>

#include <atomic>

namespace model {

namespace {

constexpr std::int64_t worthSharing = 1 << 17; // some 10 µs of one thread
constexpr std::int64_t outputsPerTask
    = 64; // 64 rows of 1280 bfloat16 are 160 KB: long enough to stream, short enough to share

bool isDenseBfloat16(const at::Tensor &weight)
{
    return weight.scalar_type() == at::kBFloat16 && weight.is_contiguous() && weight.device().is_cpu();
}

kernels::LinearJob jobFor(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &y)
{
    kernels::LinearJob job;
    job.weights = reinterpret_cast<const std::uint16_t *>(weight.const_data_ptr());
    job.x = x.const_data_ptr<float>();
    job.y = y.mutable_data_ptr<float>();
    job.inputs = weight.size(1);
    job.outputs = weight.size(0);
    job.rows = x.numel() / job.inputs;
    return job;
}

/// Products in bfloat16 are only worth it where the processor has them.
bool multipliesInBfloat16(const at::Tensor &x)
{
    return x.scalar_type() == at::kBFloat16 && (!x.device().is_cpu() || kernels::hasFastBfloat16());
}

/// In bfloat16 where that holds every value (published weights that were only stored wider: half the memory, and our own
/// products), else in float.
at::Tensor narrowed(const at::Tensor &tensor)
{
    if (tensor.scalar_type() == at::kBFloat16)
        return tensor;
    const at::Tensor narrow = tensor.to(at::kBFloat16);
    return at::equal(narrow.to(tensor.scalar_type()), tensor) ? narrow : tensor.to(at::kFloat);
}

at::Tensor linearByLibrary(const at::Tensor &x, const Affine &layer)
{
    const at::ScalarType type = multipliesInBfloat16(x) || !x.device().is_cpu() ? x.scalar_type() : at::kFloat;
    const at::Tensor bias = layer.bias.defined() ? as(layer.bias, type) : at::Tensor();
    return at::linear(as(x, type), as(layer.weight, type), bias).to(x.scalar_type());
}

} // namespace

at::Tensor as(const at::Tensor &weight, at::ScalarType type)
{
    return weight.scalar_type() == type ? weight : weight.to(type);
}

at::Tensor loadTensor(const weights::Checkpoint &checkpoint, const std::string &name, at::Device device)
{
    return narrowed(checkpoint.tensor(name)).to(device).contiguous();
}

Affine loadAffine(const weights::Checkpoint &checkpoint, const weights::Affine &names, at::Device device)
{
    Affine layer;
    layer.weight = loadTensor(checkpoint, names.weight, device);
    if (!names.bias.empty())
        layer.bias = loadTensor(checkpoint, names.bias, device);
    return layer;
}

void forEach(std::int64_t count, std::int64_t costEach, const std::function<void(std::int64_t)> &work)
{
    if (count <= 1 || count * costEach < worthSharing || at::in_parallel_region() || at::get_num_threads() == 1) {
        for (std::int64_t i = 0; i < count; ++i)
            work(i);
        return;
    }
    std::atomic<std::int64_t> next = 0;
    at::parallel_for(0, at::get_num_threads(), 1, [&](std::int64_t, std::int64_t) {
        for (std::int64_t i = next++; i < count; i = next++)
            work(i);
    });
}

void runJobs(std::span<const kernels::LinearJob> jobs)
{
    struct Task {
        const kernels::LinearJob *job;
        std::int64_t first, last;
    };
    std::vector<Task> tasks;
    std::int64_t cost = 0;
    for (const kernels::LinearJob &job : jobs)
        for (std::int64_t first = 0; job.rows > 0 && first < job.outputs; first += outputsPerTask)
            tasks.push_back({&job, first, std::min(first + outputsPerTask, job.outputs)});
    for (const kernels::LinearJob &job : jobs)
        cost += job.rows * job.outputs * job.inputs;
    const auto count = static_cast<std::int64_t>(tasks.size());
    forEach(count, count ? cost / count : 0, [&](std::int64_t i) {
        const Task &task = tasks[static_cast<std::size_t>(i)];
        kernels::runLinear(*task.job, task.first, task.last);
    });
}

std::vector<at::Tensor> linears(const at::Tensor &x, std::span<const at::Tensor> weights)
{
    const at::Tensor input = as(x, at::kFloat).contiguous();
    std::vector<at::Tensor> results;
    std::vector<kernels::LinearJob> jobs;
    for (const at::Tensor &weight : weights) {
        std::vector<std::int64_t> shape = x.sizes().vec();
        shape.back() = weight.size(0);
        results.push_back(at::empty(shape, input.options()));
        if (isDenseBfloat16(weight))
            jobs.push_back(jobFor(input, weight, results.back()));
        else
            results.back() = at::linear(input, as(weight, at::kFloat));
    }
    runJobs(jobs);
    for (at::Tensor &result : results)
        result = as(result, x.scalar_type());
    return results;
}

at::Tensor linear(const at::Tensor &x, const Affine &layer)
{
    if (!x.device().is_cpu() || !isDenseBfloat16(layer.weight) || multipliesInBfloat16(x))
        return linearByLibrary(x, layer);
    at::Tensor y = linears(as(x, at::kFloat), std::span(&layer.weight, 1)).front();
    if (layer.bias.defined())
        y.add_(as(layer.bias, at::kFloat));
    return as(y, x.scalar_type());
}

at::Tensor convolve(const at::Tensor &x, const Affine &layer, std::int64_t stride, std::int64_t padding)
{
    const at::ScalarType type = multipliesInBfloat16(x) || !x.device().is_cpu() ? x.scalar_type() : at::kFloat;
    const at::Tensor bias = layer.bias.defined() ? as(layer.bias, type) : at::Tensor();
    return at::conv2d(as(x, type), as(layer.weight, type), bias, {stride, stride}, {padding, padding})
        .to(x.scalar_type());
}

at::Tensor layerNorm(const at::Tensor &x, const Affine &norm, double epsilon, at::ScalarType resultType)
{
    const bool wide = resultType == at::kFloat || x.scalar_type() == at::kFloat;
    const at::ScalarType type = wide ? at::kFloat : x.scalar_type();
    const std::int64_t width = x.size(-1);
    const auto result
        = at::native_layer_norm(as(x, type).contiguous(), {width}, as(norm.weight, type), as(norm.bias, type), epsilon);
    return as(std::get<0>(result), resultType);
}

} // namespace model
