// SPDX-License-Identifier: GPL-3.0-or-later
// bench_engine_exact [MODEL_FOLDER [TEXT_FILE]]: preprocessing of a scan, and the tokenizer's rate where a vocabulary is given.
#include "engine/image/cut_tiles.h"
#include "engine/image/resize.h"
#include "engine/image/to_tensor.h"
#include "engine/tokenizer/tokenizer.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <optional>

namespace {

/// An A4 page at 300 dpi, not flat.
base::Rgb8Image scan()
{
    base::Rgb8Image picture(2480, 3508);
    std::uint32_t state = 1;
    for (std::uint8_t &level : picture.pixels)
        level = static_cast<std::uint8_t>((state = state * 1664525u + 1013904223u) >> 24);
    return picture;
}

void gundamOfSixTiles(benchmark::State &state)
{
    const base::Rgb8Image picture = scan();
    const image::Mode mode = image::modeNamed("gundam");
    for (auto _ : state)
        benchmark::DoNotOptimize(image::cutTiles(picture, mode));
}
BENCHMARK(gundamOfSixTiles)->Unit(benchmark::kMillisecond);

void resizeOfTheMosaic(benchmark::State &state)
{
    const base::Rgb8Image picture = scan();
    const auto code = state.range(0) == 0 ? image::ResizeCode::Plain : image::ResizeCode::Best;
    for (auto _ : state)
        benchmark::DoNotOptimize(image::resize(picture, 1280, 1920, code));
}
BENCHMARK(resizeOfTheMosaic)->Arg(0)->Arg(1)->ArgName("simd")->Unit(benchmark::kMillisecond);

void tensorOfSixTiles(benchmark::State &state)
{
    const auto cut = image::cutTiles(scan(), image::modeNamed("gundam"));
    for (auto _ : state)
        benchmark::DoNotOptimize(image::toTensor(cut.tiles, at::kBFloat16));
}
BENCHMARK(tensorOfSixTiles)->Unit(benchmark::kMillisecond);

std::string repeated(const std::string &text, std::size_t bytes)
{
    std::string result;
    while (result.size() < bytes)
        result += text;
    return result;
}

void encode(benchmark::State &state, const tokenizer::Tokenizer &subject, const std::string &text)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(subject.encode(text));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

} // namespace

int main(int argumentCount, char **arguments)
{
    benchmark::Initialize(&argumentCount, arguments);
    std::optional<tokenizer::Tokenizer> subject;
    if (argumentCount > 1)
        subject = tokenizer::Tokenizer::load(arguments[1]);
    const auto add = [&](const char *name, std::string text) {
        benchmark::RegisterBenchmark(name, [&, text](benchmark::State &state) { encode(state, *subject, text); });
    };
    if (argumentCount > 2) {
        std::ifstream file(arguments[2], std::ios::binary);
        add("encode/file", std::string{std::istreambuf_iterator<char>(file), {}});
    }
    if (subject) {
        add("encode/one letter, 1 MB", std::string(1'000'000, 'a'));
        add("encode/spaces, 1 MB", std::string(1'000'000, ' '));
        add("encode/less-than signs, 1 MB", std::string(1'000'000, '<'));
        add("encode/Chinese",
            repeated(
                "君不见黄河之水天上来奔流到海不复回君不见高堂明镜悲白发朝如青丝暮成雪人生得意须尽欢。", 2'000'000));
        add("encode/table", repeated("<tr><td>12.4</td><td>Leith</td><td></td></tr>\n", 2'000'000));
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
