// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/formula.h"

#include "engine/base/exceptions.h"
#include "engine/weights/names.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>

#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <fstream>
#include <vector>

namespace weights {

namespace {

constexpr auto fileName = "model-00001-of-000001.safetensors";
constexpr std::int64_t piece = 1 << 22; // elements written at a time: 8 MB

std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

std::uint16_t toBfloat16(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<std::uint16_t>((bits + 0x7FFFu + ((bits >> 16) & 1u)) >> 16);
}

std::int64_t count(std::span<const std::int64_t> shape)
{
    std::int64_t product = 1;
    for (const std::int64_t size : shape)
        product *= size;
    return product;
}

bool contains(std::string_view name, std::string_view part)
{
    return name.find(part) != std::string_view::npos;
}

std::string headerText(const std::vector<TensorSpec> &specs)
{
    nlohmann::ordered_json header = {{"__metadata__", {{"format", "pt"}}}};
    std::int64_t offset = 0;
    for (const TensorSpec &spec : specs) {
        const std::int64_t bytes = 2 * count(spec.shape);
        header[spec.name] = {{"dtype", "BF16"}, {"shape", spec.shape}, {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

} // namespace

ValueRange valueRange(std::string_view name, std::span<const std::int64_t> shape)
{
    if ((contains(name, "norm") && name.ends_with("weight"))
        || (name.starts_with("model.sam_model.neck.") && shape.size() == 1 && name.ends_with("weight")))
        return {1.0, 0.25};
    if (name.ends_with("bias"))
        return {0.0, 0.1};
    for (const char *part : {"pos_embed", "position_embedding", "rel_pos", "class_embedding"})
        if (contains(name, part))
            return {0.0, 0.3};
    for (const char *part : {"image_newline", "view_seperator", "embed_tokens"})
        if (contains(name, part))
            return {0.0, 1.0};
    const double gain = name.ends_with("mlp.gate.weight") ? 6.0 : name == "lm_head.weight" ? 2.0 : 1.7;
    const double fanIn = static_cast<double>(count(shape.empty() ? shape : shape.subspan(1)));
    return {0.0, gain / std::sqrt(fanIn)};
}

void fabricate(std::string_view name, std::span<const std::int64_t> shape, std::uint64_t seed, std::int64_t first,
    std::span<std::uint16_t> values)
{
    const ValueRange range = valueRange(name, shape);
    std::uint64_t position
        = fnv1a(name) + seed * 0x9E3779B97F4A7C15u + static_cast<std::uint64_t>(first) * 0xD1B54A32D192ED03u;
    for (std::uint16_t &value : values) {
        std::uint64_t z = position;
        position += 0xD1B54A32D192ED03u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        z ^= z >> 31;
        const double u = static_cast<double>(static_cast<std::int64_t>(z >> 40)) / 8388608.0 - 1.0;
        value = toBfloat16(static_cast<float>(range.offset + range.scale * u));
    }
}

at::Tensor fabricateTensor(std::string_view name, std::span<const std::int64_t> shape, std::uint64_t seed)
{
    at::Tensor tensor = at::empty(at::IntArrayRef(shape.data(), shape.size()), at::TensorOptions(at::kBFloat16));
    auto *data = static_cast<std::uint16_t *>(tensor.data_ptr());
    at::parallel_for(0, tensor.numel(), 1 << 18, [&](std::int64_t begin, std::int64_t end) {
        fabricate(name, shape, seed, begin, {data + begin, static_cast<std::size_t>(end - begin)});
    });
    return tensor;
}

Checkpoint fabricateCheckpoint(const ModelConfig &config, std::uint64_t seed)
{
    std::map<std::string, at::Tensor, std::less<>> tensors;
    for (const TensorSpec &spec : expectedTensors(config))
        tensors.emplace(spec.name, fabricateTensor(spec.name, spec.shape, seed));
    return Checkpoint::fromTensors(config, std::move(tensors));
}

void fabricateFiles(const ModelConfig &config, std::uint64_t seed, const std::filesystem::path &folder)
{
    const std::vector<TensorSpec> specs = expectedTensors(config);
    const std::string header = headerText(specs);
    const std::uint64_t length = header.size();
    std::ofstream file(folder / fileName, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char *>(&length), 8);
    file.write(header.data(), static_cast<std::streamsize>(header.size()));
    nlohmann::ordered_json weightMap = nlohmann::ordered_json::object();
    std::int64_t bytes = 0;
    std::vector<std::uint16_t> values;
    for (const TensorSpec &spec : specs) {
        const std::int64_t elements = count(spec.shape);
        for (std::int64_t first = 0; first < elements && file; first += piece) {
            values.resize(static_cast<std::size_t>(std::min(piece, elements - first)));
            at::parallel_for(
                0, static_cast<std::int64_t>(values.size()), 1 << 18, [&](std::int64_t begin, std::int64_t end) {
                    fabricate(spec.name, spec.shape, seed, first + begin,
                        {values.data() + begin, static_cast<std::size_t>(end - begin)});
                });
            file.write(reinterpret_cast<const char *>(values.data()), static_cast<std::streamsize>(values.size() * 2));
        }
        weightMap[spec.name] = fileName;
        bytes += 2 * elements;
    }
    file.close();
    std::ofstream index(folder / "model.safetensors.index.json", std::ios::trunc);
    index << nlohmann::ordered_json{{"metadata", {{"total_size", bytes}}}, {"weight_map", weightMap}}.dump(2) << '\n';
    index.close();
    if (!file || !index)
        throw base::Exception((folder / fileName).string() + ": could not be written; is the disk full?");
}

} // namespace weights
