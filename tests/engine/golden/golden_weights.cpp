// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/golden/golden.h"

#include "engine/cli/sha256.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/formula.h"
#include "engine/weights/names.h"

#include <cstring>

namespace golden {

namespace {

using nlohmann::json;

void checkRow(const json &row, Tally &tally)
{
    const auto name = row.at("name").get<std::string>();
    const auto shape = row.at("shape").get<std::vector<std::int64_t>>();
    const weights::ValueRange range = weights::valueRange(name, shape);
    tally.count(
        "weights: offset and scale", row.at("offset_scale") == json::array({range.offset, range.scale}), row.dump());
    std::vector<std::uint16_t> values(row.at("bytes_hashed").get<std::size_t>() / 2);
    weights::fabricate(name, shape, row.at("seed"), 0, values);
    const auto bytes = std::span(reinterpret_cast<const std::uint8_t *>(values.data()), values.size() * 2);
    tally.count("weights: bytes by formula", row.at("sha256").get<std::string>() == cli::sha256(bytes), row.dump());
}

} // namespace

void checkFormula(const std::filesystem::path &folder, Tally &tally)
{
    const json rows = readJson(folder / "full" / "weights-check.json");
    for (const json &row : rows)
        checkRow(row, tally);
}

void checkSmallWeights(const std::filesystem::path &folder, Tally &tally)
{
    const auto stored = weights::Checkpoint::open(folder / "small");
    for (const std::string &name : stored.names()) {
        const at::Tensor wanted = stored.tensor(name);
        const at::Tensor made = weights::fabricateTensor(name, {wanted.sizes().data(), wanted.sizes().size()}, 1);
        tally.count("weights: small/ by formula",
            std::memcmp(wanted.const_data_ptr(), made.const_data_ptr(), wanted.nbytes()) == 0, name);
    }
}

} // namespace golden
