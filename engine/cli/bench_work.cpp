// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/bench_work.h"

namespace cli {

namespace {

double square(std::int64_t value)
{
    return static_cast<double>(value) * static_cast<double>(value);
}

/// Decoder weights that each token passes, without the head.
std::int64_t layerParameters(const weights::DecoderConfig &config)
{
    const std::int64_t d = config.hiddenSize;
    const std::int64_t attention = 2 * d * d + 2 * d * config.keyValueHeads * config.headSize();
    std::int64_t sum = 0;
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::int64_t width = config.hasExperts(layer)
            ? (config.expertsPerToken + config.sharedExperts) * config.expertWidth
            : config.denseWidth;
        sum += attention + 3 * d * width + (config.hasExperts(layer) ? d * config.routedExperts : 0) + 2 * d;
    }
    return sum;
}

} // namespace

double encoderFlop(const weights::ModelConfig &config, std::int64_t side)
{
    const weights::SamConfig &sam = config.sam;
    const weights::ClipConfig &clip = config.clip;
    const std::int64_t grid = side / sam.patchSize;
    const std::int64_t windows = (grid + sam.window - 1) / sam.window * ((grid + sam.window - 1) / sam.window);
    const double tokens = square(grid), inWindow = square(sam.window);
    const auto w = static_cast<double>(sam.width), neck = static_cast<double>(sam.neckChannels);
    double flop = 2 * tokens * w * 3 * square(sam.patchSize);
    for (std::int64_t block = 0; block < sam.layers; ++block) {
        const bool global = sam.isGlobal(block);
        const double attended = global ? tokens : static_cast<double>(windows) * inWindow; // padding takes part
        const double keys = global ? tokens : inWindow;
        flop += 2 * attended * 4 * w * w + 4 * attended * keys * w + 4 * tokens * w * static_cast<double>(sam.mlpWidth);
    }
    flop += 2 * tokens * neck * (w + 9 * neck);
    double channels = neck, places = tokens;
    for (const std::int64_t next : sam.downsampleChannels) {
        places /= 4;
        flop += 2 * places * 9 * channels * static_cast<double>(next);
        channels = static_cast<double>(next);
    }
    const double seen = places + 1, c = static_cast<double>(clip.width);
    flop += static_cast<double>(clip.layers)
        * (2 * seen * (4 * c * c + 2 * c * static_cast<double>(clip.mlpWidth)) + 4 * seen * seen * c);
    return flop + 2 * places * static_cast<double>(config.projectorInput * config.decoder.hiddenSize);
}

double prefillFlop(const weights::DecoderConfig &config, std::int64_t tokens)
{
    return 2.0 * static_cast<double>(tokens) * static_cast<double>(layerParameters(config));
}

std::int64_t parametersPerToken(const weights::DecoderConfig &config)
{
    return layerParameters(config) + config.hiddenSize + config.hiddenSize * config.vocabulary;
}

} // namespace cli
