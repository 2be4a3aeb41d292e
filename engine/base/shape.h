// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/exceptions.h"

#include <cstdint>
#include <initializer_list>
#include <string>

namespace base {

/// "[2, 3, 640, 640]": how shapes are written in messages. Takes anything that iterates over integers.
template <class Sizes>
std::string shapeText(const Sizes &sizes)
{
    std::string text = "[";
    for (const auto size : sizes)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

/// In checkShape's @p expected: any size will do here.
inline constexpr std::int64_t anySize = -1;

/// Compares @p sizes (of a tensor: tensor.sizes()) with @p expected.
/// @throws ShapeError "pixels: expected [-1, 3, 640, 640], got [1, 640, 640, 3]".
template <class Sizes>
void checkShape(const char *name, const Sizes &sizes, std::initializer_list<std::int64_t> expected)
{
    bool fits = sizes.size() == expected.size();
    auto wanted = expected.begin();
    for (auto size = sizes.begin(); fits && size != sizes.end(); ++size, ++wanted)
        fits = *wanted == anySize || *wanted == *size;
    if (!fits)
        throw ShapeError(std::string(name) + ": expected " + shapeText(expected) + ", got " + shapeText(sizes));
}

} // namespace base
