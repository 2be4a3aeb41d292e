// SPDX-License-Identifier: GPL-3.0-or-later
// One thread's rate of each kernel at the published model's sizes. The whole model: recto-engine bench.
#include "engine/kernels/linear.h"
#include "engine/kernels/paged_attention.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace {

/// Arguments: rows, outputs, inputs, instruction set.
void linear(benchmark::State &state)
{
    const std::int64_t rows = state.range(0), outputs = state.range(1), inputs = state.range(2);
    const auto set = static_cast<kernels::Instructions>(state.range(3));
    if (set > kernels::bestInstructions()) {
        state.SkipWithError("this processor has no such instructions");
        return;
    }
    const std::vector<std::uint16_t> weights(static_cast<std::size_t>(outputs * inputs), 0x3f80);
    const std::vector<float> x(static_cast<std::size_t>(rows * inputs), 1.0F);
    std::vector<float> y(static_cast<std::size_t>(rows * outputs));
    for (auto _ : state) {
        kernels::runLinear({weights.data(), x.data(), y.data(), rows, outputs, inputs}, 0, outputs, set);
        benchmark::DoNotOptimize(y.data());
    }
    state.SetLabel(kernels::instructionsName(set));
    state.SetBytesProcessed(state.iterations() * outputs * inputs * 2);
    state.counters["FLOP"] = benchmark::Counter(
        static_cast<double>(2 * rows * outputs * inputs), benchmark::Counter::kIsIterationInvariantRate);
}

void attention(benchmark::State &state)
{
    const std::int64_t tokens = state.range(0), heads = 10, width = 128, blockTokens = 64;
    const std::int64_t blocks = (tokens + blockTokens - 1) / blockTokens;
    std::vector<std::int32_t> table(static_cast<std::size_t>(blocks));
    std::iota(table.rbegin(), table.rend(), 0);
    const std::vector<std::uint16_t> pool(static_cast<std::size_t>(blocks * heads * blockTokens * width), 0x3c00);
    const std::vector<float> query(static_cast<std::size_t>(heads * width), 0.1F);
    std::vector<float> output(query.size()), scores(static_cast<std::size_t>(tokens));
    kernels::PagedAttentionJob<std::uint16_t> job;
    job.query = query.data();
    job.keys = job.values = pool.data();
    job.blockTable = table.data();
    job.output = output.data();
    job.scores = scores.data();
    job.tokens = tokens;
    job.heads = job.keyValueHeads = heads;
    job.width = width;
    job.blockTokens = blockTokens;
    job.scale = 1.0F / std::sqrt(static_cast<float>(width));
    for (auto _ : state) {
        for (std::int64_t head = 0; head < heads; ++head)
            kernels::runPagedAttention(job, head);
        benchmark::DoNotOptimize(output.data());
    }
    state.SetBytesProcessed(state.iterations() * 2 * tokens * heads * width * 2);
}

} // namespace

BENCHMARK(linear)
    ->ArgNames({"rows", "outputs", "inputs", "set"})
    ->ArgsProduct({{1, 26, 281}, {896}, {1280}, {0, 1, 2}})
    ->Args({1024, 3072, 768, 2})
    ->Args({281, 1280, 6848, 2});
BENCHMARK(attention)->ArgName("tokens")->Arg(281)->Arg(1024)->Arg(8000);
