// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/bench.h"

#include "engine/base/exceptions.h"
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
#include <ctime>
#include <functional>
#include <iostream>
#include <limits>
#include <memory>
#include <numeric>

namespace cli {

namespace {

constexpr std::int64_t promptTokens = 281; // a page in Base with the shortest prompt, as the targets are stated
constexpr std::int64_t gemmSide = 2048;
constexpr std::int64_t gigabyte = std::int64_t{1} << 30;

struct Options {
    std::string model, type = "auto", profile = "serve", device = "cpu";
    int batch = 1, threads = 0, rounds = 3, steps = 16;
    bool json = false;
};

/// How long something took.
struct Span {
    double wall = std::numeric_limits<double>::infinity(); ///< seconds
    double processor = std::numeric_limits<
        double>::infinity(); ///< seconds of processor time a thread: the wall time of a quiet machine
};

struct Figures {
    double gemmFlop = 0, bytesRead = 0;
    Span gemm, reading;
    Span encoder, prefill, step;
    double encoderFlop = 0, prefillFlop = 0, bytesPerToken = 0;
};

/// Processor seconds of all threads so far.
double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The best of @p rounds: other programs only ever make it slower.
Span bestOf(int rounds, const std::function<void()> &work, Span best = {})
{
    for (int round = 0; round < rounds; ++round) {
        const double processor = processorSeconds();
        const auto begin = std::chrono::steady_clock::now();
        work();
        best.wall
            = std::min(best.wall, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        best.processor = std::min(best.processor, (processorSeconds() - processor) / at::get_num_threads());
    }
    return best;
}

/// Float32 matrix products, each thread a slice of the rows, as the model's own products are split.
void measureGemm(int rounds, Figures &figures)
{
    const at::Tensor a = at::rand({gemmSide, gemmSide}), b = at::rand({gemmSide, gemmSide});
    at::Tensor c = at::empty({gemmSide, gemmSide});
    const std::int64_t slice = gemmSide / at::get_num_threads();
    figures.gemmFlop = 2.0 * static_cast<double>(gemmSide * gemmSide * slice * at::get_num_threads());
    figures.gemm = bestOf(
        2 * rounds,
        [&] {
            model::forEach(at::get_num_threads(), gemmSide * gemmSide, [&](std::int64_t i) {
                at::Tensor part = c.narrow(0, i * slice, slice);
                at::mm_out(part, a.narrow(0, i * slice, slice), b);
            });
        },
        figures.gemm);
}

/// Reads a gigabyte that no cache holds, all threads.
void measureReading(int rounds, Figures &figures)
{
    const at::Tensor memory = at::zeros({gigabyte / 8}, at::TensorOptions().dtype(at::kLong));
    const auto *words = reinterpret_cast<const std::uint64_t *>(memory.const_data_ptr());
    constexpr std::int64_t piece = 1 << 16; // words
    std::atomic<std::uint64_t> sink = 0;
    figures.bytesRead = static_cast<double>(gigabyte);
    figures.reading = bestOf(
        2 * rounds,
        [&] {
            model::forEach(memory.numel() / piece, piece, [&](std::int64_t i) {
                std::uint64_t sums[8] = {};
                for (std::int64_t word = i * piece; word < (i + 1) * piece; word += 8)
                    for (int lane = 0; lane < 8; ++lane)
                        sums[lane] += words[word + lane];
                sink += std::accumulate(sums, sums + 8, std::uint64_t{0});
            });
        },
        figures.reading);
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
    const std::int64_t tokens = promptTokens + std::int64_t{options.rounds} * options.steps;
    if (const std::int64_t positions = network.config().decoder.maxPositions; tokens > positions)
        throw base::BadRequest("the bench needs a context of " + std::to_string(tokens) + " ids, this model's has "
            + std::to_string(positions));
    const std::int64_t blocksEach = tokens / model::KvCache::blockTokens + 1;
    runtime::ModelRunner runner(network, blocksEach * options.batch);
    const at::Tensor pixels = at::rand({1, 3, 1024, 1024}) * 2 - 1;
    figures.encoderFlop = encoderFlop(network.config(), 1024);
    figures.encoder = bestOf(options.rounds, [&] { network.vision().forward(pixels, {}).cpu(); });

    figures.prefillFlop = prefillFlop(network.config().decoder, promptTokens);
    std::vector<runtime::Sequence> sequences;
    sequences.reserve(static_cast<std::size_t>(options.batch));
    for (int i = 0; i < options.batch; ++i)
        sequences.push_back(sequenceOf(network, i, blocksEach));
    std::vector<runtime::BatchPart> batch;
    for (runtime::Sequence &sequence : sequences) {
        batch.push_back({&sequence, 1});
        const runtime::BatchPart part{&sequence, promptTokens};
        figures.prefill = bestOf(
            batch.size() == 1 ? options.rounds : 1,
            [&] {
                sequence.cached = 0;
                runner.run(std::span(&part, 1), {});
            },
            figures.prefill);
    }
    std::uint32_t state = 99; // varied ids: a loop would stay with the same experts, in the cache
    figures.bytesPerToken = 2.0 * static_cast<double>(parametersPerToken(network.config().decoder));
    figures.step = bestOf(options.rounds * options.steps, [&] {
        for (runtime::Sequence &sequence : sequences)
            sequence.ids.push_back(variedIds(1, network.config().decoder.vocabulary, state++ * 7919).front());
        runner.run(batch, {});
    });
}

/// One part beside the machine's own rate: work a second, and the share of it by the clock and by processor time.
nlohmann::ordered_json describe(const Span &part, double work, const Span &machine, double machineWork)
{
    return {{"seconds", part.wall}, {"rate", work / part.wall / 1e9},
        {"share", work / part.wall / (machineWork / machine.wall)}, {"processor_seconds", part.processor},
        {"processor_share", work / part.processor / (machineWork / machine.processor)}};
}

nlohmann::ordered_json describe(const Options &options, const model::Numerics &numerics, const Figures &f)
{
    nlohmann::ordered_json object = {{"threads", at::get_num_threads()}, {"batch", options.batch},
        {"device", options.device}, {"dtype", numerics.isReduced() ? "bfloat16" : "float32"},
        {"instructions", kernels::instructionsName(kernels::bestInstructions())},
        {"gemm_gflops", f.gemmFlop / f.gemm.wall / 1e9}, {"read_gb_s", f.bytesRead / f.reading.wall / 1e9}};
    object["encoder"] = describe(f.encoder, f.encoderFlop, f.gemm, f.gemmFlop);
    object["encoder"]["tflop"] = f.encoderFlop / 1e12;
    object["prefill"] = describe(f.prefill, f.prefillFlop, f.gemm, f.gemmFlop);
    object["prefill"]["tflop"] = f.prefillFlop / 1e12;
    object["prefill"]["tokens"] = promptTokens;
    object["decode"] = describe(f.step, f.bytesPerToken, f.reading, f.bytesRead);
    object["decode"]["gb_per_token"] = f.bytesPerToken / 1e9;
    object["decode"]["tokens_per_second"] = options.batch / f.step.wall;
    object["peak_gb"] = static_cast<double>(runtime::peakBytes()) / 1e9;
    return object;
}

void print(const nlohmann::ordered_json &object)
{
    const auto number = [&](const char *part, const char *name) { return object.at(part).at(name).get<double>(); };
    std::printf("threads %d, %s on %s, %s instructions\n", object.at("threads").get<int>(),
        object.at("dtype").get<std::string>().c_str(), object.at("device").get<std::string>().c_str(),
        object.at("instructions").get<std::string>().c_str());
    std::printf("this machine: float32 GEMM %.0f GFLOP/s, reading %.1f GB/s\n", object.at("gemm_gflops").get<double>(),
        object.at("read_gb_s").get<double>());
    for (const char *part : {"encoder", "prefill", "decode"})
        std::printf("%-8s %7.3f s  %6.1f %s  share %3.0f %%  (%.3f s of processor time a thread, share %3.0f %%)\n",
            part, number(part, "seconds"), number(part, "rate"), std::string(part) == "decode" ? "GB/s   " : "GFLOP/s",
            100 * number(part, "share"), number(part, "processor_seconds"), 100 * number(part, "processor_share"));
    std::printf("%.1f tokens/s at batch %d; most memory held %.2f GB\n", number("decode", "tokens_per_second"),
        object.at("batch").get<int>(), object.at("peak_gb").get<double>());
}

void bench(const Options &options)
{
    const c10::Device device = runtime::deviceNamed(options.device);
    runtime::setThreads(options.threads);
    runtime::warnAboutSlowLibraries();
    const bool fast = options.device != "cpu" || kernels::hasFastBfloat16();
    const std::string type = options.type != "auto" ? options.type : fast ? "bfloat16" : "float32";
    const model::Numerics numerics{model::typeNamed(type), model::profileNamed(options.profile)};
    Figures figures;
    measureGemm(options.rounds, figures);
    measureReading(options.rounds, figures);
    const auto checkpoint = weights::Checkpoint::open(options.model);
    const model::Network network(checkpoint, device, numerics);
    measureModel(options, network, figures);
    // Once more: what else runs may have come or gone; the better figure is the machine's.
    measureGemm(options.rounds, figures);
    measureReading(options.rounds, figures);
    const nlohmann::ordered_json object = describe(options, numerics, figures);
    if (options.json)
        std::cout << object.dump(1) << std::endl;
    else
        print(object);
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
