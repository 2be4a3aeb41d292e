// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/numerics.h"

#include "engine/base/exceptions.h"

#include <string>

namespace model {

Profile profileNamed(std::string_view name)
{
    if (name == "serve")
        return Profile::Serve;
    if (name == "hf")
        return Profile::Hf;
    if (name == "precise")
        return Profile::Precise;
    throw base::BadRequest("profile \"" + std::string(name) + "\" is not known; there are serve, hf and precise");
}

c10::ScalarType typeNamed(std::string_view name)
{
    if (name == "float32")
        return c10::ScalarType::Float;
    if (name == "bfloat16")
        return c10::ScalarType::BFloat16;
    throw base::BadRequest("dtype \"" + std::string(name) + "\" is not known; there are float32 and bfloat16");
}

} // namespace model
