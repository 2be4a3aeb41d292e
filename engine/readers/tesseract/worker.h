// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace readers {

/// The descriptor on which a worker finds the socket to its engine.
inline constexpr int workerSocket = 3;
/// How a worker ends that took more memory than it may.
inline constexpr int workerOutOfMemory = 77;
/// Bytes one worker may hold: some 20 times what the largest picture that is read takes.
inline constexpr std::size_t mostWorkerMemory = std::size_t{4} << 30;

/// `recto-tesseract FOLDER`: reads the pages it is sent, one at a time, until its engine is gone. Never returns.
/// @param dataFolder  of the language data.
[[noreturn]] void runTesseractWorker(const std::string &dataFolder);

} // namespace readers
