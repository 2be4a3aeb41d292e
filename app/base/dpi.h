// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

/// Dots per inch. A PDF point is 1/72 inch.
struct Dpi {
    double value;

    constexpr bool operator==(const Dpi &) const = default;
};

} // namespace base
