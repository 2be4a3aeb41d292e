// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/model_config.h"

#include "engine/base/exceptions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

namespace weights {

namespace {

using nlohmann::json;

// No size of a network that fits a computer is larger; keeps every product of two or three sizes inside 64 bits.
constexpr std::int64_t largestSize = 1'000'000;
// Of layers and of experts: the table of tensor names grows with their product.
constexpr std::int64_t largestCount = 1000;

/// Looks fields up in one or two JSON objects and complains in the file's own words.
class Fields {
public:
    Fields(std::string where, std::vector<const json *> objects)
        : m_where(std::move(where))
        , m_objects(std::move(objects))
    {
    }

    /// null counts as absent: the published file writes null for what is off.
    const json *find(const char *name) const
    {
        for (const json *object : m_objects) {
            const auto found = object->find(name);
            if (found != object->end() && !found->is_null())
                return &*found;
        }
        return nullptr;
    }

    [[noreturn]] void complain(const std::string &what) const { throw base::BadModel(m_where + ": " + what); }

    std::int64_t size(const char *name, std::optional<std::int64_t> fallback, std::int64_t smallest = 1) const
    {
        const json *field = find(name);
        if (!field && fallback)
            return *fallback;
        if (!field)
            complain(std::string("the field ") + name + " is missing");
        return checkedSize(name, *field, smallest);
    }

    std::vector<std::int64_t> sizes(
        const char *name, const std::vector<std::int64_t> &fallback, std::int64_t smallest) const
    {
        const json *field = find(name);
        if (!field)
            return fallback;
        if (!field->is_array() || field->size() > 1000)
            complain(std::string(name) + " is not a list of numbers");
        std::vector<std::int64_t> values;
        for (const json &value : *field)
            values.push_back(checkedSize(name, value, smallest));
        return values;
    }

    double number(const char *name, double fallback) const
    {
        const json *field = find(name);
        if (!field)
            return fallback;
        if (!field->is_number())
            complain(std::string(name) + " is not a number");
        const double value = field->get<double>();
        if (!(value > 0.0 && value < 1e12))
            complain(std::string(name) + " is " + field->dump() + "; a positive number is needed");
        return value;
    }

    bool flag(const char *name, bool fallback) const
    {
        const json *field = find(name);
        if (!field)
            return fallback;
        if (!field->is_boolean())
            complain(std::string(name) + " is neither true nor false");
        return field->get<bool>();
    }

    void requireText(const char *name, const char *wanted) const
    {
        const json *field = find(name);
        if (field && (!field->is_string() || field->get_ref<const std::string &>() != wanted))
            complain(std::string(name) + " is " + field->dump(-1, ' ', true, json::error_handler_t::replace)
                + "; this engine computes only \"" + wanted + "\"");
    }

private:
    std::int64_t checkedSize(const char *name, const json &value, std::int64_t smallest) const
    {
        if (!value.is_number_integer())
            complain(std::string(name) + " is not a whole number");
        const auto size
            = value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(largestSize)
            ? largestSize + 1
            : value.get<std::int64_t>();
        const bool counts = std::string_view(name).find("layers") != std::string_view::npos
            || std::string_view(name).find("experts") != std::string_view::npos;
        const auto largest = counts ? largestCount : largestSize;
        if (size < smallest || size > largest)
            complain(std::string(name) + " is " + value.dump() + "; it must lie between " + std::to_string(smallest)
                + " and " + std::to_string(largest));
        return size;
    }

    std::string m_where;
    std::vector<const json *> m_objects;
};

const json emptyObject = json::object();

const json &objectIn(const json &parent, const char *name, std::string_view where)
{
    const auto found = parent.find(name);
    if (found == parent.end() || found->is_null())
        return emptyObject;
    if (!found->is_object())
        throw base::BadModel(std::string(where) + ": " + name + " is not an object");
    return *found;
}

bool isText(const json &value, std::string_view text)
{
    return value.is_string() && value.get_ref<const std::string &>() == text;
}

/// By the architecture's name; where there is none, by the model's type and the two encoders that only this one has.
void requireKnownArchitecture(const json &root, std::string_view where)
{
    const auto found = root.find("architectures");
    const auto type = root.find("model_type");
    const json::json_pointer clip("/vision_config/width/clip-l-14-224");
    const bool known = found == root.end() || found->is_null()
        ? type != root.end() && isText(*type, "deepseek_vl_v2") && root.contains(clip)
        : found->is_array() && std::any_of(found->begin(), found->end(), [](const json &name) {
              return isText(name, "DeepseekOCRForCausalLM");
          });
    if (!known)
        throw base::BadModel(std::string(where) + ": this is not DeepSeek-OCR (architectures is "
            + (found == root.end() ? std::string("missing")
                                   : found->dump(-1, ' ', true, json::error_handler_t::replace))
            + ", \"DeepseekOCRForCausalLM\" is needed)");
}

SamConfig readSam(const Fields &fields, const Fields &vision)
{
    SamConfig sam;
    sam.imageSize = vision.size("image_size", sam.imageSize, 64);
    if (sam.imageSize % sam.patchSize != 0)
        vision.complain("image_size is not a multiple of " + std::to_string(sam.patchSize));
    sam.width = fields.size("width", sam.width);
    sam.layers = fields.size("layers", sam.layers);
    sam.heads = fields.size("heads", sam.heads);
    sam.globalAttention = fields.sizes("global_attn_indexes", sam.globalAttention, 0);
    sam.downsampleChannels = fields.sizes("downsample_channels", sam.downsampleChannels, 1);
    sam.mlpWidth = 4 * sam.width;
    if (sam.width % sam.heads != 0)
        fields.complain("width is not a multiple of heads");
    if (sam.downsampleChannels.size() != 2)
        fields.complain("downsample_channels must have two entries");
    for (const auto block : sam.globalAttention)
        if (block >= sam.layers)
            fields.complain(
                "global_attn_indexes names block " + std::to_string(block) + " of " + std::to_string(sam.layers));
    return sam;
}

ClipConfig readClip(const Fields &fields)
{
    ClipConfig clip;
    clip.width = fields.size("width", clip.width);
    clip.layers = fields.size("layers", clip.layers);
    clip.heads = fields.size("heads", clip.heads);
    clip.patchSize = fields.size("patch_size", clip.patchSize);
    clip.imageSize = fields.size("image_size", clip.imageSize);
    clip.mlpWidth = 4 * clip.width;
    if (clip.width % clip.heads != 0)
        fields.complain("width is not a multiple of heads");
    if (clip.imageSize % clip.patchSize != 0)
        fields.complain("image_size is not a multiple of patch_size");
    return clip;
}

void requireKnownDecoder(const Fields &fields)
{
    fields.requireText("hidden_act", "silu");
    fields.requireText("scoring_func", "softmax");
    if (const json *method = fields.find("topk_method"); !method || !isText(*method, "gready")) // a default's spelling
        fields.requireText("topk_method", "greedy");
    if (fields.flag("use_mla", true) && fields.find("use_mla"))
        fields.complain("use_mla is true; this engine computes plain attention only");
    if (fields.find("rope_scaling"))
        fields.complain("rope_scaling is set; this engine computes plain rotary positions only");
    if (fields.flag("attention_bias", false))
        fields.complain("attention_bias is true; this engine computes attention without it only");
    if (fields.size("moe_layer_freq", 1) != 1)
        fields.complain("moe_layer_freq is not 1");
}

DecoderConfig readDecoder(const Fields &fields)
{
    requireKnownDecoder(fields);
    DecoderConfig decoder;
    decoder.hiddenSize = fields.size("hidden_size", {});
    decoder.layers = fields.size("num_hidden_layers", {});
    decoder.heads = fields.size("num_attention_heads", {});
    decoder.keyValueHeads = fields.size("num_key_value_heads", decoder.heads);
    decoder.denseWidth = fields.size("intermediate_size", {});
    decoder.firstExpertLayer = fields.size("first_k_dense_replace", 0, 0); // the configuration class's default
    decoder.routedExperts = fields.size("n_routed_experts", 0, 0);
    if (decoder.routedExperts > 0) {
        decoder.expertWidth = fields.size("moe_intermediate_size", {});
        decoder.sharedExperts = fields.size("n_shared_experts", 0, 0);
        decoder.expertsPerToken = fields.size("num_experts_per_tok", {});
    }
    decoder.vocabulary = fields.size("vocab_size", {});
    decoder.maxPositions = fields.size("max_position_embeddings", decoder.maxPositions);
    decoder.beginId = fields.size("bos_token_id", decoder.beginId, 0);
    decoder.endId = fields.size("eos_token_id", decoder.endId, 0);
    decoder.ropeTheta = fields.number("rope_theta", decoder.ropeTheta);
    decoder.rmsNormEpsilon = fields.number("rms_norm_eps", decoder.rmsNormEpsilon);
    decoder.routedScale = fields.number("routed_scaling_factor", decoder.routedScale);
    decoder.normaliseTopWeights = fields.flag("norm_topk_prob", decoder.normaliseTopWeights);
    decoder.tiedEmbeddings = fields.flag("tie_word_embeddings", decoder.tiedEmbeddings);
    if (decoder.hiddenSize % decoder.heads != 0)
        fields.complain("hidden_size is not a multiple of num_attention_heads");
    if (decoder.headSize() % 2 != 0)
        fields.complain("the size of an attention head is odd; rotary positions need an even one");
    if (decoder.heads % decoder.keyValueHeads != 0)
        fields.complain("num_attention_heads is not a multiple of num_key_value_heads");
    if (decoder.routedExperts > 0 && decoder.expertsPerToken > decoder.routedExperts)
        fields.complain("num_experts_per_tok is larger than n_routed_experts");
    if (decoder.beginId >= decoder.vocabulary || decoder.endId >= decoder.vocabulary)
        fields.complain("bos_token_id or eos_token_id lies outside the vocabulary");
    return decoder;
}

} // namespace

bool SamConfig::isGlobal(std::int64_t block) const
{
    return std::find(globalAttention.begin(), globalAttention.end(), block) != globalAttention.end();
}

ModelConfig ModelConfig::parse(std::string_view text, std::string_view where)
{
    const json root = json::parse(text, nullptr, false);
    if (!root.is_object())
        throw base::BadModel(std::string(where) + ": this is not a JSON object");
    requireKnownArchitecture(root, where);
    const std::string place(where);
    const json &vision = objectIn(root, "vision_config", where);
    const json &width = objectIn(vision, "width", where);
    const json &projector = objectIn(root, "projector_config", where);

    ModelConfig config;
    config.sam = readSam(Fields(place + ": vision_config.width.sam_vit_b", {&objectIn(width, "sam_vit_b", where)}),
        Fields(place + ": vision_config", {&vision}));
    config.clip
        = readClip(Fields(place + ": vision_config.width.clip-l-14-224", {&objectIn(width, "clip-l-14-224", where)}));
    config.decoder = readDecoder(Fields(place, {&objectIn(root, "language_config", where), &root}));
    const Fields projectorFields(place + ": projector_config", {&projector});
    projectorFields.requireText("projector_type", "linear");
    config.projectorInput = projectorFields.size("input_dim", config.clip.width + config.sam.downsampleChannels.back());
    if (config.projectorInput != config.clip.width + config.sam.downsampleChannels.back())
        projectorFields.complain("input_dim is not the sum of CLIP's width and SAM's last channels");
    if (config.sam.downsampleChannels.back() != config.clip.width)
        projectorFields.complain("SAM's last channels do not fit CLIP's width");
    if (projectorFields.size("n_embed", config.decoder.hiddenSize) != config.decoder.hiddenSize)
        projectorFields.complain("n_embed is not hidden_size");
    return config;
}

ModelConfig ModelConfig::load(const std::filesystem::path &folder)
{
    const auto path = folder / "config.json";
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!std::filesystem::is_regular_file(path) || !file || !(text << file.rdbuf()))
        throw base::BadModel(path.string() + ": cannot be read");
    return parse(text.str(), path.string());
}

} // namespace weights
