// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/checkpoint.h"

#include "engine/base/exceptions.h"
#include "engine/base/shape.h"
#include "engine/weights/names.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <optional>
#include <set>
#include <sstream>

namespace weights {

namespace {

namespace fs = std::filesystem;

constexpr auto indexName = "model.safetensors.index.json";

/// model.safetensors.index.json: which file holds which tensor.
struct ShardIndex {
    std::map<std::string, std::string> fileOf;
    std::optional<std::uint64_t> totalBytes;
};

ShardIndex readIndex(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf()))
        throw base::BadModel(path.string() + ": cannot be read");
    const auto complain = [&](const std::string &what) { throw base::BadModel(path.string() + ": " + what); };
    std::set<std::string> seen;
    std::string again;
    const auto root = nlohmann::json::parse(
        text.str(),
        [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json &key) {
            if (event == nlohmann::json::parse_event_t::key && depth == 2
                && !seen.insert(key.get<std::string>()).second)
                again = key.get<std::string>();
            return true;
        },
        false);
    if (!root.is_object() || !root.contains("weight_map") || !root["weight_map"].is_object())
        complain("this is not an index (a JSON object with weight_map is needed)");
    if (!again.empty())
        complain(again + " is named twice");
    ShardIndex index;
    for (const auto &[name, shard] : root["weight_map"].items()) {
        if (!shard.is_string() || shard.get<std::string>().find('/') != std::string::npos
            || shard.get<std::string>().empty())
            complain("the file of " + name + " is not a plain file name");
        index.fileOf[name] = shard.get<std::string>();
    }
    const auto metadata = root.find("metadata");
    if (metadata != root.end() && metadata->is_object() && metadata->contains("total_size")) {
        const auto &total = (*metadata)["total_size"];
        if (!total.is_number() || total.get<double>() < 0.0)
            complain("total_size is not a number of bytes");
        index.totalBytes = total.get<std::uint64_t>();
    }
    return index;
}

/// Without an index: model.safetensors, or the files that are named as shards are.
std::vector<fs::path> filesWithoutIndex(const fs::path &folder)
{
    std::set<fs::path> files;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name == "model.safetensors" || (name.starts_with("model-") && name.ends_with(".safetensors")))
            files.insert(entry.path());
    }
    if (files.empty())
        throw base::BadModel(folder.string() + ": there is no model-*.safetensors in this folder");
    return {files.begin(), files.end()};
}

bool isBufferOfOldVersions(std::string_view name)
{
    return name.ends_with(".position_ids");
}

/// A tied head may be stored once more; the embedding table is what counts.
bool isSecondCopy(std::string_view name, const ModelConfig &config)
{
    return config.decoder.tiedEmbeddings && name == glueNames().head;
}

} // namespace

Checkpoint::Checkpoint(ModelConfig config)
    : m_config(std::move(config))
{
}

void Checkpoint::mapFolder(const fs::path &folder)
{
    const fs::path indexPath = folder / indexName;
    std::optional<ShardIndex> index;
    std::vector<fs::path> files;
    if (fs::exists(indexPath)) {
        index = readIndex(indexPath);
        std::set<std::string> shards;
        for (const auto &[name, shard] : index->fileOf)
            shards.insert(shard);
        for (const auto &shard : shards) {
            if (!fs::exists(folder / shard))
                throw base::BadModel((folder / shard).string() + ": is named in " + indexName + " but is not there");
            files.push_back(folder / shard);
        }
    } else {
        files = filesWithoutIndex(folder);
    }
    for (const fs::path &path : files) {
        const SafetensorsFile file(path);
        for (const auto &[name, entry] : file.header().entries) {
            const auto indexed = index ? index->fileOf.find(name) : std::map<std::string, std::string>::iterator{};
            if (index && (indexed == index->fileOf.end() || indexed->second != path.filename().string()))
                throw base::BadModel(path.string() + ": holds " + name + ", which " + indexName + " does not say");
            if (!m_tensors.emplace(name, file.tensor(name)).second)
                throw base::BadModel(path.string() + ": holds " + name + ", which another file holds too");
        }
    }
    if (!index)
        return;
    std::uint64_t bytes = 0;
    for (const auto &[name, shard] : index->fileOf)
        if (!m_tensors.contains(name))
            throw base::BadModel((folder / shard).string() + ": lacks " + name + ", which " + indexName + " promises");
    for (const auto &[name, tensor] : m_tensors)
        bytes += tensor.nbytes();
    if (index->totalBytes && *index->totalBytes != bytes)
        throw base::BadModel(indexPath.string() + ": total_size is " + std::to_string(*index->totalBytes)
            + ", but the tensors have " + std::to_string(bytes) + " bytes");
}

void Checkpoint::check(std::string_view where)
{
    const auto complain = [&](const std::string &what) { throw base::BadModel(std::string(where) + ": " + what); };
    std::set<std::string, std::less<>> wanted;
    for (const TensorSpec &spec : expectedTensors(m_config)) {
        const auto found = m_tensors.find(spec.name);
        if (found == m_tensors.end())
            complain("the tensor " + spec.name + " is missing");
        const at::Tensor &tensor = found->second;
        if (tensor.sizes() != at::IntArrayRef(spec.shape))
            complain(spec.name + " has the shape " + base::shapeText(tensor.sizes()) + ", but config.json needs "
                + base::shapeText(spec.shape));
        const auto type = tensor.scalar_type();
        if (type != at::kBFloat16 && type != at::kHalf && type != at::kFloat)
            complain(spec.name + " is of type " + c10::toString(type) + "; bfloat16, float16 or float32 is needed");
        m_bytes += tensor.nbytes();
        m_bytesInUse += tensor.nbytes() * (type == at::kHalf ? 2 : 1);
        wanted.insert(spec.name);
    }
    for (const auto &[name, tensor] : m_tensors)
        if (!wanted.contains(name) && !isBufferOfOldVersions(name) && !isSecondCopy(name, m_config))
            complain("the tensor " + name + " does not belong to this model (" + std::to_string(m_tensors.size())
                + " tensors are there, " + std::to_string(wanted.size()) + " are needed)");
}

Checkpoint Checkpoint::open(const fs::path &folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        throw base::BadModel(folder.string() + ": is not a folder");
    Checkpoint checkpoint(ModelConfig::load(folder));
    checkpoint.mapFolder(folder);
    checkpoint.check(folder.string());
    return checkpoint;
}

Checkpoint Checkpoint::fromTensors(const ModelConfig &config, std::map<std::string, at::Tensor, std::less<>> tensors)
{
    Checkpoint checkpoint(config);
    checkpoint.m_tensors = std::move(tensors);
    checkpoint.check("weights in memory");
    return checkpoint;
}

at::Tensor Checkpoint::tensor(std::string_view name) const
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end())
        throw base::BadModel("the tensor " + std::string(name) + " is missing");
    return found->second;
}

std::vector<std::string> Checkpoint::names() const
{
    std::vector<std::string> all;
    all.reserve(m_tensors.size());
    for (const auto &[name, tensor] : m_tensors)
        all.push_back(name);
    return all;
}

} // namespace weights
