// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/model_config.h"

#include <cstdint>

namespace cli {

/// Floating-point operations (a multiply and an add are two) of the encoder on one view of side @p side, all its matrix
/// products and convolutions: 1.14e12 for the published sizes at 1024.
double encoderFlop(const weights::ModelConfig &config, std::int64_t side);

/// Of the decoder over @p tokens prompt tokens, the weights' products alone: 0.23e12 for 281 tokens of the published sizes.
double prefillFlop(const weights::DecoderConfig &config, std::int64_t tokens);

/// Weights that one generated token reads, lm_head included; × 2 bytes: 1.148 GB for the published sizes.
std::int64_t parametersPerToken(const weights::DecoderConfig &config);

} // namespace cli
