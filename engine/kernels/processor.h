// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kernels {

/// The vector instructions a kernel may use, weakest first.
enum class Instructions { Plain, Avx2, Avx512 };

/// The best set that this processor and its operating system offer; read once, any thread.
///
/// RECTO_INSTRUCTIONS=plain|avx2 in the environment holds it lower, to try on one machine what another would run.
Instructions bestInstructions();

/// True when products of bfloat16 are faster than of float here (AVX-512 BF16 or AMX); without it they are several
/// times slower, so weights are widened to float instead.
bool hasFastBfloat16();

/// "avx512", "avx2" or "plain", for messages.
const char *instructionsName(Instructions set);

} // namespace kernels
