// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/bench.h"

#include "engine/cli/bench_work.h"
#include "engine/kernels/processor.h"
#include "engine/runtime/device.h"
#include "engine/runtime/memory.h"
#include "engine/runtime/model_runner.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/zeros.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <limits>
#include <memory>
#include <numeric>

namespace cli {

namespace {

constexpr std::int64_t promptTokens = 281; // a page in Base with the shortest prompt, as the targets are stated
constexpr std::int64_t gemmSide = 2048;
constexpr std::int64_t bytesRead = std::int64_t{1} << 30;

struct Options {
    std::string model, type = "auto", profile = "serve", device = "cpu";
    int batch = 1, threads = 0, rounds = 3, steps = 16;
    bool json = false;
};

struct Figures {
    double gemmRate = 0; ///< float32 operations a second
    double bandwidth = 0; ///< bytes a second
    double encoderSeconds = 0, encoderFlop = 0;
    double prefillSeconds = 0, prefillFlop = 0;
    double stepSeconds = 0, bytesPerToken = 0;
};

/// The best of @p rounds: other programs only ever make it slower.
double bestSeconds(int rounds, const std::function<void()> &work)
{
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

/// Float32 matrix products, each thread a slice of the rows, as the model's own products are split.
double measureGemm(int rounds)
{
    const at::Tensor a = at::rand({gemmSide, gemmSide}), b = at::rand({gemmSide, gemmSide});
    at::Tensor c = at::empty({gemmSide, gemmSide});
    const std::int64_t slice = gemmSide / at::get_num_threads();
    const double seconds = bestSeconds(2 * rounds, [&] {
        model::forEach(at::get_num_threads(), [&](std::int64_t i) {
            at::Tensor part = c.narrow(0, i * slice, slice);
            at::mm_out(part, a.narrow(0, i * slice, slice), b);
        });
    });
    return 2.0 * static_cast<double>(gemmSide * gemmSide * (slice * at::get_num_threads())) / seconds;
}

/// Reads a gigabyte that no cache holds, all threads.
double measureBandwidth(int rounds)
{
    const at::Tensor memory = at::zeros({bytesRead / 8}, at::TensorOptions().dtype(at::kLong));
    const auto *words = reinterpret_cast<const std::uint64_t *>(memory.const_data_ptr());
    constexpr std::int64_t piece = 1 << 16; // words
    std::atomic<std::uint64_t> sink = 0;
    const double seconds = bestSeconds(2 * rounds, [&] {
        model::forEach(memory.numel() / piece, [&](std::int64_t i) {
            std::uint64_t sums[8] = {};
            for (std::int64_t word = i * piece; word < (i + 1) * piece; word += 8)
                for (int lane = 0; lane < 8; ++lane)
                    sums[lane] += words[word + lane];
            sink += std::accumulate(sums, sums + 8, std::uint64_t{0});
        });
    });
    return static_cast<double>(bytesRead) / seconds;
}

/// Ids that hardly repeat.
std::vector<std::int32_t> variedIds(std::int64_t count, std::int64_t vocabulary, std::uint32_t state)
{
    std::vector<std::int32_t> ids;
    for (std::int64_t i = 0; i < count; ++i) {
        state = state * 1664525 + 1013904223;
        ids.push_back(static_cast<std::int32_t>((state >> 8) % static_cast<std::uint32_t>(vocabulary)));
    }
    return ids;
}

/// A prompt in a place of its own.
runtime::Sequence sequenceOf(const model::Network &network, std::int64_t index, std::int64_t blocksEach)
{
    runtime::Sequence sequence;
    sequence.ids = variedIds(promptTokens, network.config().decoder.vocabulary, static_cast<std::uint32_t>(index) + 1);
    sequence.promptLength = promptTokens;
    for (std::int64_t block = 0; block < blocksEach; ++block)
        sequence.blocks.push_back(static_cast<std::int32_t>(index * blocksEach + block));
    return sequence;
}

void measureModel(const Options &options, const model::Network &network, Figures &figures)
{
    const std::int64_t blocksEach = (promptTokens + options.rounds * options.steps) / model::KvCache::blockTokens + 1;
    runtime::ModelRunner runner(network, blocksEach * options.batch);
    const at::Tensor pixels = at::rand({1, 3, 1024, 1024}) * 2 - 1;
    figures.encoderFlop = encoderFlop(network.config(), 1024);
    figures.encoderSeconds = bestSeconds(options.rounds, [&] { network.vision().forward(pixels, {}).cpu(); });

    figures.prefillFlop = prefillFlop(network.config().decoder, promptTokens);
    std::vector<runtime::Sequence> sequences;
    std::vector<runtime::BatchPart> batch;
    for (int i = 0; i < options.batch; ++i)
        sequences.push_back(sequenceOf(network, i, blocksEach));
    for (runtime::Sequence &sequence : sequences)
        batch.push_back({&sequence, 1});
    for (runtime::Sequence &sequence : sequences) {
        const runtime::BatchPart part{&sequence, promptTokens};
        const double seconds = bestSeconds(&sequence == sequences.data() ? options.rounds : 1, [&] {
            sequence.cached = 0;
            runner.run(std::span(&part, 1), {});
        });
        if (&sequence == sequences.data())
            figures.prefillSeconds = seconds;
    }
    std::uint32_t state = 99; // varied ids: a loop would stay with the same experts, in the cache
    figures.bytesPerToken = 2.0 * static_cast<double>(parametersPerToken(network.config().decoder));
    figures.stepSeconds = bestSeconds(options.rounds, [&] {
        for (int step = 0; step < options.steps; ++step) {
            for (runtime::Sequence &sequence : sequences)
                sequence.ids.push_back(variedIds(1, network.config().decoder.vocabulary, state++ * 7919).front());
            runner.run(batch, {});
        }
    }) / options.steps;
}

void print(const Options &options, const model::Numerics &numerics, const Figures &f)
{
    const double encoder = f.encoderFlop / f.encoderSeconds, prefill = f.prefillFlop / f.prefillSeconds;
    const double decode = f.bytesPerToken / f.stepSeconds;
    const auto peak = static_cast<double>(runtime::peakBytes());
    if (options.json) {
        const nlohmann::ordered_json object = {{"threads", at::get_num_threads()}, {"batch", options.batch},
            {"device", options.device}, {"dtype", numerics.isReduced() ? "bfloat16" : "float32"},
            {"instructions", kernels::instructionsName(kernels::bestInstructions())}, {"gemm_gflops", f.gemmRate / 1e9},
            {"read_gb_s", f.bandwidth / 1e9},
            {"encoder",
                {{"seconds", f.encoderSeconds}, {"tflop", f.encoderFlop / 1e12}, {"gflops", encoder / 1e9},
                    {"share", encoder / f.gemmRate}}},
            {"prefill",
                {{"tokens", promptTokens}, {"seconds", f.prefillSeconds}, {"tflop", f.prefillFlop / 1e12},
                    {"gflops", prefill / 1e9}, {"share", prefill / f.gemmRate}}},
            {"decode",
                {{"tokens_per_second", options.batch / f.stepSeconds}, {"seconds_per_step", f.stepSeconds},
                    {"gb_per_token", f.bytesPerToken / 1e9}, {"gb_s", decode / 1e9}, {"share", decode / f.bandwidth}}},
            {"peak_gb", peak / 1e9}};
        std::cout << object.dump(1) << std::endl;
        return;
    }
    std::printf("threads %d, %s on %s, %s instructions\n", at::get_num_threads(),
        numerics.isReduced() ? "bfloat16" : "float32", options.device.c_str(),
        kernels::instructionsName(kernels::bestInstructions()));
    std::printf("float32 GEMM %.0f GFLOP/s, reading %.1f GB/s\n", f.gemmRate / 1e9, f.bandwidth / 1e9);
    std::printf("encoder Base   %7.3f s  %5.2f TFLOP  %5.0f GFLOP/s  %3.0f %% of GEMM\n", f.encoderSeconds,
        f.encoderFlop / 1e12, encoder / 1e9, 100 * encoder / f.gemmRate);
    std::printf("prefill %lld   %7.3f s  %5.2f TFLOP  %5.0f GFLOP/s  %3.0f %% of GEMM\n",
        static_cast<long long>(promptTokens), f.prefillSeconds, f.prefillFlop / 1e12, prefill / 1e9,
        100 * prefill / f.gemmRate);
    std::printf("decode batch %d %6.3f s  %5.2f GB a token  %5.1f GB/s  %3.0f %% of reading, %.1f tokens/s\n",
        options.batch, f.stepSeconds, f.bytesPerToken / 1e9, decode / 1e9, 100 * decode / f.bandwidth,
        options.batch / f.stepSeconds);
    std::printf("most memory held %.2f GB\n", peak / 1e9);
}

void bench(const Options &options)
{
    runtime::setThreads(options.threads);
    runtime::warnAboutSlowLibraries();
    const bool fast = options.device != "cpu" || kernels::hasFastBfloat16();
    const std::string type = options.type != "auto" ? options.type : fast ? "bfloat16" : "float32";
    const model::Numerics numerics{model::typeNamed(type), model::profileNamed(options.profile)};
    Figures figures;
    figures.gemmRate = measureGemm(options.rounds);
    figures.bandwidth = measureBandwidth(options.rounds);
    const auto checkpoint = weights::Checkpoint::open(options.model);
    const model::Network network(checkpoint, runtime::deviceNamed(options.device), numerics);
    measureModel(options, network, figures);
    // Once more: what else runs may have come or gone; the better figure is the machine's.
    figures.gemmRate = std::max(figures.gemmRate, measureGemm(options.rounds));
    figures.bandwidth = std::max(figures.bandwidth, measureBandwidth(options.rounds));
    print(options, numerics, figures);
}

} // namespace

void addBench(CLI::App &app, int &)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command
        = app.add_subcommand("bench", "Measure encoder, prefill and decoding beside this machine's own limits");
    command->add_option("--model", options->model, "Model folder")->required();
    command->add_option("--batch", options->batch, "Sequences decoded together")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads (0: as many as there are processors)")
        ->check(CLI::Range(0, 1024));
    command->add_option("--rounds", options->rounds, "The best of so many is told")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command->add_option("--dtype", options->type, "float32, bfloat16, or auto: what is fastest here")
        ->capture_default_str();
    command->add_option("--profile", options->profile, "serve, hf or precise")->capture_default_str();
    command->add_option("--device", options->device, "cpu, cuda, or cuda:N")->capture_default_str();
    command->add_flag("--json", options->json, "One JSON object instead of text");
    command->callback([options] { bench(*options); });
}

} // namespace cli
