// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/decoder.h"
#include "engine/model/vision_encoder.h"

namespace model {

/// DeepSeek-OCR whole: what a checkpoint becomes on a device. Move-only in spirit: one per process.
class Network {
public:
    /// @throws base::BadModel when the checkpoint lacks something.
    Network(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics);

    const VisionEncoder &vision() const { return m_vision; }
    const Decoder &decoder() const { return m_decoder; }
    const Numerics &numerics() const { return m_numerics; }
    const at::Device &device() const { return m_device; }
    const weights::ModelConfig &config() const { return m_config; }

private:
    weights::ModelConfig m_config;
    Numerics m_numerics;
    at::Device m_device;
    VisionEncoder m_vision;
    Decoder m_decoder;
};

} // namespace model
