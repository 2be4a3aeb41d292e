// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/Device.h>

#include <string>

namespace runtime {

/// "cpu", "cuda", "cuda:1", or "auto": the first GPU where there is one, else the processor.
/// A GPU is told to calculate float32 as float32 (no TF32), the same way in every run.
/// @throws base::BadRequest when the name is none of these, or this build or machine has no such device.
c10::Device deviceNamed(const std::string &name);

/// Settles how libtorch shares the processor: @p threads for everything (0: as many as there are), BLAS inside each of
/// them single, since our own loops already split the work. Once, before the first tensor.
void setThreads(int threads);

/// Makes OpenMP's threads sleep while they wait, instead of spinning; by starting the program anew, since OpenMP reads
/// the setting before main. Returns where it is set already, or when that fails. Before anything else happens.
///
/// Two threads that spin on a processor another program wants are slower than one (a 2-core machine under load: encoder
/// 13.8 s spinning, 7.2 s sleeping; prompt 4.4 s, 2.1 s). They spin for a moment first: a thread that sleeps at once wakes too
/// late for the next product (decoding on a quiet machine: 29.9 tokens/s at once, 31.9 after a moment).
/// @param arguments  main's.
void makeThreadsPatient(char **arguments);

/// Warns once, aloud, about a BLAS that is known to be many times too slow, or an environment that holds it back.
void warnAboutSlowLibraries();

} // namespace runtime
