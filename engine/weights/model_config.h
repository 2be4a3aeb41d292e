// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace weights {

/// SAM ViT with its neck and the two strided convolutions behind it.
struct SamConfig {
    std::int64_t width = 768;
    std::int64_t layers = 12;
    std::int64_t heads = 12;
    std::int64_t patchSize = 16;
    std::int64_t imageSize = 1024; ///< vision_config.image_size: the position table has imageSize / patchSize rows
    std::int64_t window = 14;
    std::int64_t mlpWidth = 3072; ///< 4 * width, whatever mlp_ratio says
    std::int64_t neckChannels = 256;
    std::vector<std::int64_t> globalAttention = {2, 5, 8, 11}; ///< blocks without windows
    std::vector<std::int64_t> downsampleChannels = {512, 1024};

    bool isGlobal(std::int64_t block) const;
    std::int64_t headSize() const { return width / heads; }
    std::int64_t grid() const { return imageSize / patchSize; } ///< 64
};

struct ClipConfig {
    std::int64_t width = 1024;
    std::int64_t layers = 24;
    std::int64_t heads = 16;
    std::int64_t patchSize = 14;
    std::int64_t imageSize = 224;
    std::int64_t mlpWidth = 4096; ///< 4 * width

    std::int64_t headSize() const { return width / heads; }
    std::int64_t grid() const { return imageSize / patchSize; } ///< 16
};

struct DecoderConfig {
    std::int64_t hiddenSize = 1280;
    std::int64_t layers = 12;
    std::int64_t heads = 10;
    std::int64_t keyValueHeads = 10;
    std::int64_t denseWidth = 6848; ///< intermediate_size, layers before firstExpertLayer
    std::int64_t expertWidth = 896; ///< moe_intermediate_size
    std::int64_t firstExpertLayer = 1; ///< first_k_dense_replace
    std::int64_t routedExperts = 64; ///< 0: all layers are dense
    std::int64_t sharedExperts = 2; ///< one fused block of sharedExperts * expertWidth; 0: none
    std::int64_t expertsPerToken = 6;
    std::int64_t vocabulary = 129280;
    std::int64_t maxPositions = 8192;
    std::int64_t beginId = 0;
    std::int64_t endId = 1;
    double ropeTheta = 10000.0;
    double rmsNormEpsilon = 1e-6;
    double routedScale = 1.0;
    bool normaliseTopWeights = false; ///< of more than one expert
    bool tiedEmbeddings = false; ///< the head is the embedding table; the checkpoint has no lm_head

    std::int64_t headSize() const { return hiddenSize / heads; }
    bool hasExperts(std::int64_t layer) const { return routedExperts > 0 && layer >= firstExpertLayer; }
};

/// Every size of the network. The defaults are the published model (specification 1.2 to 1.4, 5.1).
struct ModelConfig {
    SamConfig sam;
    ClipConfig clip;
    std::int64_t projectorInput = 2048; ///< clip.width + sam's last channels
    DecoderConfig decoder;

    /// The published sizes.
    static ModelConfig official() { return {}; }

    /// Reads DIR/config.json. Language fields: language_config first, then the top level.
    /// @throws base::BadModel naming the file and the first field that is missing, of a wrong type, absurd, or of a
    /// kind this network is not (another architecture, MLA, other router).
    static ModelConfig load(const std::filesystem::path &folder);

    /// The same from the text; @p where names the source in messages.
    static ModelConfig parse(std::string_view json, std::string_view where);
};

/// The published config.json's text (the fields that matter, in the published order).
std::string officialConfigText();

} // namespace weights
