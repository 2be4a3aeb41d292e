// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/mode.h"

#include "engine/base/exceptions.h"

#include <charconv>
#include <optional>
#include <vector>

namespace image {

namespace {

struct NamedMode {
    std::string_view name;
    Mode mode;
};

constexpr NamedMode namedModes[] = {
    {"tiny", {512, 512, false, 6}},
    {"small", {640, 640, false, 6}},
    {"base", {1024, 1024, false, 6}},
    {"large", {1280, 1280, false, 6}},
    {"gundam", {1024, 640, true, 6}},
    {"gundam-m", {1280, 1024, true, 6}},
};

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return {};
    return value;
}

std::optional<bool> cropWord(std::string_view word)
{
    if (word == "crop" || word == "true" || word == "1")
        return true;
    if (word == "nocrop" || word == "no-crop" || word == "false" || word == "0")
        return false;
    return {};
}

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find_first_of("/,:");
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<Mode> freeMode(std::string_view name)
{
    const auto parts = split(name);
    if (parts.size() < 2 || parts.size() > 3)
        return {};
    const auto baseSize = number(parts[0]);
    const auto imageSize = number(parts[1]);
    const auto crop = parts.size() == 3 ? cropWord(parts[2]) : std::optional(false);
    if (!baseSize || !imageSize || !crop)
        return {};
    return Mode{*baseSize, *imageSize, *crop, 6};
}

void checkSide(const char *name, int side)
{
    if (side < 64 || side > 4096)
        throw base::BadRequest(std::string(name) + " is " + std::to_string(side) + "; 64 to 4096 are possible");
}

} // namespace

Mode modeNamed(std::string_view name)
{
    for (const NamedMode &known : namedModes)
        if (known.name == name)
            return known.mode;
    const auto mode = freeMode(name);
    if (!mode)
        throw base::BadRequest("there is no mode \"" + std::string(name.substr(0, 60))
            + "\"; use tiny, small, base, large, gundam, gundam-m, or BASE/IMAGE/crop or BASE/IMAGE/nocrop in pixels");
    checkMode(*mode);
    return *mode;
}

void checkMode(const Mode &mode)
{
    checkSide("base_size", mode.baseSize);
    checkSide("image_size", mode.imageSize);
    if (mode.maxTiles < 2 || mode.maxTiles > 64)
        throw base::BadRequest("max_tiles is " + std::to_string(mode.maxTiles) + "; 2 to 64 are possible");
}

} // namespace image
