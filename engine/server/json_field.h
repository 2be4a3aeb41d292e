// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// Typed access to the fields of a request. A missing field and null are the same: not given. @p parent is the path of
/// @p object ("vllm_xargs"; "" at the top), for messages. All throw readers::RequestError 400 with the field's path.

/// nullptr when not given.
const nlohmann::json *fieldOf(const nlohmann::json &object, const char *name);
const nlohmann::json *optionalObject(const nlohmann::json &object, const char *name, const std::string &parent);
std::optional<bool> optionalBool(const nlohmann::json &object, const char *name, const std::string &parent);
/// Whole numbers written as 3.0 are taken. @throws invalid_value outside least .. most.
std::optional<int> optionalInteger(
    const nlohmann::json &object, const char *name, const std::string &parent, int least, int most);
std::optional<std::int64_t> optionalLong(const nlohmann::json &object, const char *name, const std::string &parent);
std::optional<double> optionalNumber(
    const nlohmann::json &object, const char *name, const std::string &parent, double least, double most);
std::optional<std::string> optionalString(const nlohmann::json &object, const char *name, const std::string &parent);
std::string requiredString(const nlohmann::json &object, const char *name, const std::string &parent);
std::vector<std::string> stringsOf(const nlohmann::json &list, const std::string &path);
std::vector<int> integersOf(const nlohmann::json &list, const std::string &path);

} // namespace server
