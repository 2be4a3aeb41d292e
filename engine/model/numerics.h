// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/ScalarType.h>

#include <string_view>

namespace model {

/// Which of the official code paths is followed where bfloat16 rounds (specification 0.3). In float32 all three agree.
enum class Profile {
    Serve, ///< plain bfloat16 modules, as the authors' serving code
    Hf, ///< the Hugging Face remote code under autocast: float32 norms, bfloat16 rotary frequencies
    Precise ///< float32 for norms, router, rotary products, CLIP's residual stream and the logits
};

/// serve, hf, precise. @throws base::BadRequest with the list.
Profile profileNamed(std::string_view name);

/// How the network calculates.
struct Numerics {
    c10::ScalarType type = c10::ScalarType::Float; ///< of activations: Float or BFloat16. Weights stay as stored.
    Profile profile = Profile::Serve;

    bool isReduced() const { return type != c10::ScalarType::Float; }
    bool is(Profile asked) const { return isReduced() && profile == asked; }
};

/// float32, bfloat16. @throws base::BadRequest with the list.
c10::ScalarType typeNamed(std::string_view name);

} // namespace model
