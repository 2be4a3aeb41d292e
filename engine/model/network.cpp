// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/network.h"

namespace model {

Network::Network(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics)
    : m_config(checkpoint.config())
    , m_numerics(numerics)
    , m_device(device)
    , m_vision(checkpoint, device, numerics)
    , m_decoder(checkpoint, device, numerics)
{
}

} // namespace model
