// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/json_field.h"

#include "engine/readers/request_error.h"

#include <cmath>

namespace server {

namespace {

using nlohmann::json;
using readers::RequestError;

std::string pathOf(const std::string &parent, const char *name)
{
    return parent.empty() ? name : parent + "." + name;
}

[[noreturn]] void wrongType(const std::string &path, const char *wanted)
{
    throw RequestError(400, "invalid_type", path, path + " must be " + wanted + ".");
}

/// 3 and 3.0 are whole numbers, 3.5 and 1e30 are none.
std::optional<std::int64_t> wholeNumber(const json &value)
{
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
        return std::nullopt;
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (!value.is_number_float())
        return std::nullopt;
    const double number = value.get<double>();
    if (number != std::floor(number) || std::fabs(number) > 9e15)
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

template <class Number>
[[noreturn]] void outOfRange(const std::string &path, Number least, Number most)
{
    throw RequestError(400, "invalid_value", path,
        path + " must be between " + json(least).dump() + " and " + json(most).dump() + ".");
}

} // namespace

const json *fieldOf(const json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const json *optionalObject(const json &object, const char *name, const std::string &parent)
{
    const json *value = fieldOf(object, name);
    if (value && !value->is_object())
        wrongType(pathOf(parent, name), "an object");
    return value;
}

std::optional<bool> optionalBool(const json &object, const char *name, const std::string &parent)
{
    const json *value = fieldOf(object, name);
    if (!value)
        return std::nullopt;
    if (!value->is_boolean())
        wrongType(pathOf(parent, name), "true or false");
    return value->get<bool>();
}

std::optional<int> optionalInteger(const json &object, const char *name, const std::string &parent, int least, int most)
{
    const json *value = fieldOf(object, name);
    if (!value)
        return std::nullopt;
    if (!value->is_number())
        wrongType(pathOf(parent, name), "a whole number");
    const std::optional<std::int64_t> number = wholeNumber(*value);
    if (!number && value->is_number_float() && std::fabs(value->get<double>()) < 1e9)
        wrongType(pathOf(parent, name), "a whole number");
    if (!number || *number < least || *number > most)
        outOfRange(pathOf(parent, name), least, most);
    return static_cast<int>(*number);
}

std::optional<std::int64_t> optionalLong(const json &object, const char *name, const std::string &parent)
{
    const json *value = fieldOf(object, name);
    if (!value)
        return std::nullopt;
    const std::optional<std::int64_t> number = wholeNumber(*value);
    if (!number)
        wrongType(pathOf(parent, name), "a whole number");
    return number;
}

std::optional<double> optionalNumber(
    const json &object, const char *name, const std::string &parent, double least, double most)
{
    const json *value = fieldOf(object, name);
    if (!value)
        return std::nullopt;
    if (!value->is_number())
        wrongType(pathOf(parent, name), "a number");
    const double number = value->get<double>();
    if (!(number >= least && number <= most))
        outOfRange(pathOf(parent, name), least, most);
    return number;
}

std::optional<std::string> optionalString(const json &object, const char *name, const std::string &parent)
{
    const json *value = fieldOf(object, name);
    if (!value)
        return std::nullopt;
    if (!value->is_string())
        wrongType(pathOf(parent, name), "a string");
    return value->get<std::string>();
}

std::string requiredString(const json &object, const char *name, const std::string &parent)
{
    std::optional<std::string> value = optionalString(object, name, parent);
    if (!value)
        throw RequestError(400, "missing_field", pathOf(parent, name), pathOf(parent, name) + " is missing.");
    return std::move(*value);
}

std::vector<std::string> stringsOf(const json &list, const std::string &path)
{
    if (!list.is_array())
        wrongType(path, "a list of strings");
    std::vector<std::string> strings;
    for (const json &value : list) {
        if (!value.is_string())
            wrongType(path, "a list of strings");
        strings.push_back(value.get<std::string>());
    }
    return strings;
}

std::vector<int> integersOf(const json &list, const std::string &path)
{
    if (!list.is_array())
        wrongType(path, "a list of whole numbers");
    std::vector<int> numbers;
    for (const json &value : list) {
        const std::optional<std::int64_t> number = wholeNumber(value);
        if (!number || *number < INT32_MIN || *number > INT32_MAX)
            wrongType(path, "a list of whole numbers");
        numbers.push_back(static_cast<int>(*number));
    }
    return numbers;
}

} // namespace server
