// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/Device.h>

#include <cstdint>
#include <string>

namespace runtime {

/// Bytes a new model could take on @p device: of memory that is free or can be given back, held to the control group's limit
/// (CPU); 0 when it cannot be told.
std::uint64_t availableBytes(c10::Device device);

/// Most bytes of memory this process ever held (VmHWM); 0 when it cannot be told.
std::uint64_t peakBytes();

/// "6.7 GB".
std::string gigabytes(std::uint64_t bytes);

} // namespace runtime
