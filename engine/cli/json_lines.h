// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <istream>
#include <ostream>

namespace cli {

/// Reads one JSON value a line from @p in and writes what @p answer makes of it, one a line, as each comes.
/// Empty lines are passed over.
/// @throws base::BadRequest with the line's number when it is not JSON, or with what @p answer complained about.
void answerLines(
    std::istream &in, std::ostream &out, const std::function<nlohmann::json(const nlohmann::json &)> &answer);

} // namespace cli
