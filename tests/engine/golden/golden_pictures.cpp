// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/golden/golden.h"

#include "engine/base/exceptions.h"
#include "engine/cli/picture_file.h"
#include "engine/cli/sha256.h"
#include "engine/image/cut_tiles.h"
#include "engine/image/fit.h"
#include "engine/image/resize.h"
#include "engine/image/to_tensor.h"
#include "engine/image/turn.h"

#include <bit>
#include <cstdio>

namespace golden {

namespace {

using nlohmann::json;

std::uint8_t level(const std::string &formula, std::uint32_t x, std::uint32_t y, std::uint32_t c)
{
    if (formula == "wave")
        return static_cast<std::uint8_t>(7 * x + 13 * y + 29 * c + x * y / 32 + 96 * (((x / 8) ^ (y / 16)) & 1));
    if (formula == "noise") {
        std::uint32_t h = x * 73856093u ^ y * 19349663u ^ c * 83492791u;
        h = (h ^ (h >> 13)) * 1274126177u;
        return static_cast<std::uint8_t>(h >> 16);
    }
    if (formula == "bars")
        return ((x + 2 * c) / 3 + y / 5) % 2 == 0 ? 255 : 0;
    return static_cast<std::uint8_t>(c == 0 ? 40 : c == 1 ? 130 : 250);
}

json described(const base::Rgb8Image &view)
{
    return json::array({view.width, view.height, cli::sha256(view.pixels)});
}

void compareView(
    const json &wanted, const base::Rgb8Image &view, const std::string &what, const std::string &heading, Tally &tally)
{
    const json got = described(view);
    const bool equal = wanted.at(0) == got.at(0) && wanted.at(1) == got.at(1) && wanted.at(2) == got.at(2);
    tally.count(heading, equal, what);
}

image::Mode goldenMode(const std::string &name)
{
    image::Mode mode = image::modeNamed(name.substr(0, name.find_last_not_of("-0123456789") + 1));
    if (name == "gundam-9")
        mode.maxTiles = 9;
    return mode;
}

void compareModes(const json &entry, const base::Rgb8Image &picture, const std::string &name,
    const std::string &heading, Tally &tally)
{
    for (const auto &[modeName, wanted] : entry.at("modes").items()) {
        const std::string what = name + " " + modeName;
        if (wanted.contains("official")) {
            // The official code fails here; one pixel is kept instead.
            tally.count(heading + ": official raises, ours keeps a pixel",
                !image::cutTiles(picture, goldenMode(modeName)).overview.isEmpty(), what);
            continue;
        }
        const image::CutPicture cut = image::cutTiles(picture, goldenMode(modeName));
        const bool counts = wanted.at("grid") == json::array({cut.layout.grid.columns, cut.layout.grid.rows})
            && wanted.at("placeholders") == cut.layout.placeholders
            && (!wanted.contains("valid") || wanted.at("valid") == cut.layout.validTokens)
            && wanted.at("tiles").size() == cut.tiles.size();
        tally.count("preprocess: grids and counts", counts, what);
        compareView(entry.at("views").at(wanted.at("view").get<std::size_t>()), cut.overview, what + " overview",
            heading, tally);
        for (std::size_t i = 0; i < cut.tiles.size() && i < wanted.at("tiles").size(); ++i)
            compareView(entry.at("views").at(wanted.at("tiles").at(i).get<std::size_t>()), cut.tiles[i],
                what + " tile " + std::to_string(i), heading, tally);
    }
}

void checkPictures(const std::filesystem::path &golden, const std::filesystem::path &samples, Tally &tally)
{
    const json pictures = readJson(golden / "preprocess" / "pictures.json");
    for (const json &entry : pictures.at("pictures")) {
        const json &source = entry.at("picture");
        const bool byFormula = source.is_object();
        if (!byFormula && samples.empty())
            continue;
        const std::string name = byFormula ? source.dump() : source.get<std::string>();
        base::Rgb8Image picture;
        try {
            picture = byFormula ? formulaPicture(source.at("formula"), source.at("width"), source.at("height"))
                                : cli::readPicture(samples / name, {});
        } catch (const base::BadPicture &fault) {
            tally.count("preprocess: files that both refuse", entry.contains("official"), name + ": " + fault.what());
            continue;
        }
        if (entry.contains("official")) {
            std::printf("  note: the official code refuses %s (%s), ours reads it\n", name.c_str(),
                entry.value("error", "").c_str());
            continue;
        }
        const json got = described(picture);
        const bool sameRgb = entry.at("rgb") == got;
        if (!byFormula)
            tally.count("preprocess: decoded RGB of files (decoders may differ by a level)", sameRgb, name);
        if (byFormula || sameRgb)
            compareModes(entry, picture, name,
                byFormula ? "preprocess: views of formula pictures" : "preprocess: views of files", tally);
    }
}

void checkTables(const std::filesystem::path &golden, Tally &tally)
{
    const json tables = readJson(golden / "preprocess" / "tables.json");
    for (const json &row : tables.at("resize")) {
        const auto picture = formulaPicture(row.at("formula"), row.at("from").at(0), row.at("from").at(1));
        for (const auto code : {image::ResizeCode::Plain, image::ResizeCode::Best}) {
            const auto resized = image::resize(picture, row.at("to").at(0), row.at("to").at(1), code);
            tally.count(
                "tables: resize", row.at("sha256").get<std::string>() == cli::sha256(resized.pixels), row.dump());
        }
    }
    for (const json &row : tables.at("pad")) {
        const image::Fit fit = image::fitInto(row.at(0), row.at(1), row.at(2));
        if (row.size() < 7) {
            tally.count(
                "tables: pad, official raises, ours keeps a pixel", fit.width >= 1 && fit.height >= 1, row.dump());
            continue;
        }
        tally.count("tables: pad", fit == image::Fit{row.at(3), row.at(4), row.at(5), row.at(6)}, row.dump());
    }
    constexpr std::pair<int, int> kinds[] = {{640, 6}, {640, 9}, {1024, 9}};
    for (const json &row : tables.at("grid"))
        for (std::size_t i = 0; i < 3; ++i) {
            const image::Grid grid = image::chooseGrid(row.at(0), row.at(1), kinds[i].first, kinds[i].second);
            tally.count("tables: grid", row.at(2 + i) == json::array({grid.columns, grid.rows}), row.dump());
        }
}

void checkExif(const std::filesystem::path &golden, Tally &tally)
{
    const json tables = readJson(golden / "preprocess" / "tables.json");
    for (const json &row : tables.at("exif")) {
        const int orientation = row.at("orientation").is_null() ? 1 : row.at("orientation").get<int>();
        const auto turned = image::turnUpright(formulaPicture("wave", 3, 2), orientation);
        std::string hexadecimal;
        for (const std::uint8_t byte : turned.pixels) {
            char text[3];
            std::snprintf(text, sizeof text, "%02x", byte);
            hexadecimal += text;
        }
        tally.count("tables: EXIF orientation",
            row.at("size") == json::array({turned.width, turned.height})
                && row.at("rgb").get<std::string>() == hexadecimal,
            row.dump());
    }
}

void checkNormalise(const std::filesystem::path &golden, Tally &tally)
{
    const json wanted = readJson(golden / "preprocess" / "tables.json").at("normalise");
    base::Rgb8Image ramp(256, 1);
    for (std::size_t i = 0; i < ramp.pixels.size(); ++i)
        ramp.pixels[i] = static_cast<std::uint8_t>(i / 3);
    const at::Tensor single = image::toTensor(ramp, at::kFloat);
    const at::Tensor half = image::toTensor(ramp, at::kBFloat16);
    for (std::size_t i = 0; i < 256; ++i) {
        char text[16];
        std::snprintf(text, sizeof text, "%08x", std::bit_cast<std::uint32_t>(single.const_data_ptr<float>()[i]));
        tally.count("tables: normalise float32", wanted.at("float32").at(i).get<std::string>() == text, text);
        std::snprintf(text, sizeof text, "%04x", half.const_data_ptr<at::BFloat16>()[i].x);
        tally.count("tables: normalise bfloat16", wanted.at("bfloat16").at(i).get<std::string>() == text, text);
    }
}

} // namespace

base::Rgb8Image formulaPicture(const std::string &formula, int width, int height)
{
    base::Rgb8Image picture(width, height);
    auto *target = picture.pixels.data();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (std::uint32_t c = 0; c < 3; ++c)
                *target++ = level(formula, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), c);
    return picture;
}

void checkPreprocess(const std::filesystem::path &golden, const std::filesystem::path &samples, Tally &tally)
{
    checkTables(golden, tally);
    checkNormalise(golden, tally);
    checkExif(golden, tally);
    checkPictures(golden, samples, tally);
}

} // namespace golden
