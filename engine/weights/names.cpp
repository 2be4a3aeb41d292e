// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows how the published checkpoint spells its tensors ("layrnorm" and "seperator" are published so).
#include "engine/weights/names.h"

namespace weights {

namespace {

const std::string sam = "model.sam_model.";
const std::string clip = "model.vision_model.";

Affine withBias(const std::string &module)
{
    return {module + ".weight", module + ".bias"};
}
Affine withoutBias(const std::string &module)
{
    return {module + ".weight", {}};
}

GatedNames gated(const std::string &module)
{
    return {module + ".gate_proj.weight", module + ".up_proj.weight", module + ".down_proj.weight"};
}

std::string decoderLayer(std::int64_t layer)
{
    return "model.layers." + std::to_string(layer) + ".";
}

/// Collects the table.
class Table {
public:
    void add(const std::string &name, std::vector<std::int64_t> shape) { m_specs.push_back({name, std::move(shape)}); }

    /// Weight of the given shape; the bias, where there is one, is as long as the first dimension.
    void add(const Affine &names, std::vector<std::int64_t> shape)
    {
        const std::int64_t outputs = shape.front();
        add(names.weight, std::move(shape));
        if (!names.bias.empty())
            add(names.bias, {outputs});
    }

    void add(const GatedNames &names, std::int64_t inner, std::int64_t outer)
    {
        add(names.gate, {inner, outer});
        add(names.up, {inner, outer});
        add(names.down, {outer, inner});
    }

    std::vector<TensorSpec> take() { return std::move(m_specs); }

private:
    std::vector<TensorSpec> m_specs;
};

/// What SAM's blocks and CLIP's layers have in common.
template <class Names>
void addTransformerBlock(Table &table, const Names &names, std::int64_t width, std::int64_t mlpWidth)
{
    table.add(names.norm1, {width});
    table.add(names.qkv, {3 * width, width});
    table.add(names.attentionOut, {width, width});
    table.add(names.norm2, {width});
    table.add(names.mlpIn, {mlpWidth, width});
    table.add(names.mlpOut, {width, mlpWidth});
}

void addSam(Table &table, const SamConfig &config)
{
    const SamNames names = samNames();
    table.add(names.positions, {1, config.grid(), config.grid(), config.width});
    table.add(names.patches, {config.width, 3, config.patchSize, config.patchSize});
    for (std::int64_t block = 0; block < config.layers; ++block) {
        const SamBlockNames blockNames = samBlockNames(block);
        addTransformerBlock(table, blockNames, config.width, config.mlpWidth);
        const std::int64_t offsets = 2 * (config.isGlobal(block) ? config.grid() : config.window) - 1;
        table.add(blockNames.relativeHeight, {offsets, config.headSize()});
        table.add(blockNames.relativeWidth, {offsets, config.headSize()});
    }
    table.add(names.neckConvolution1, {config.neckChannels, config.width, 1, 1});
    table.add(names.neckNorm1, {config.neckChannels});
    table.add(names.neckConvolution2, {config.neckChannels, config.neckChannels, 3, 3});
    table.add(names.neckNorm2, {config.neckChannels});
    table.add(names.compress1, {config.downsampleChannels[0], config.neckChannels, 3, 3});
    table.add(names.compress2, {config.downsampleChannels[1], config.downsampleChannels[0], 3, 3});
}

void addClip(Table &table, const ClipConfig &config)
{
    const ClipNames names = clipNames();
    table.add(names.classEmbedding, {config.width});
    table.add(names.unusedPatches, {config.width, 3, config.patchSize, config.patchSize});
    table.add(names.positions, {1 + config.grid() * config.grid(), config.width});
    table.add(names.preNorm, {config.width});
    for (std::int64_t layer = 0; layer < config.layers; ++layer)
        addTransformerBlock(table, clipLayerNames(layer), config.width, config.mlpWidth);
}

void addDecoderLayer(Table &table, const DecoderConfig &config, std::int64_t layer)
{
    const DecoderLayerNames names = decoderLayerNames(layer);
    const std::int64_t keyValueWidth = config.keyValueHeads * config.headSize();
    table.add(names.inputNorm, {config.hiddenSize});
    table.add(names.q, {config.hiddenSize, config.hiddenSize});
    table.add(names.k, {keyValueWidth, config.hiddenSize});
    table.add(names.v, {keyValueWidth, config.hiddenSize});
    table.add(names.o, {config.hiddenSize, config.hiddenSize});
    table.add(names.postNorm, {config.hiddenSize});
    if (!config.hasExperts(layer)) {
        table.add(denseNames(layer), config.denseWidth, config.hiddenSize);
        return;
    }
    table.add(routerName(layer), {config.routedExperts, config.hiddenSize});
    for (std::int64_t expert = 0; expert < config.routedExperts; ++expert)
        table.add(expertNames(layer, expert), config.expertWidth, config.hiddenSize);
    if (config.sharedExperts > 0)
        table.add(sharedExpertNames(layer), config.sharedExperts * config.expertWidth, config.hiddenSize);
}

} // namespace

SamNames samNames()
{
    return {sam + "pos_embed", withBias(sam + "patch_embed.proj"), withoutBias(sam + "neck.0"),
        withBias(sam + "neck.1"), withoutBias(sam + "neck.2"), withBias(sam + "neck.3"), withoutBias(sam + "net_2"),
        withoutBias(sam + "net_3")};
}

SamBlockNames samBlockNames(std::int64_t block)
{
    const std::string module = sam + "blocks." + std::to_string(block) + ".";
    return {withBias(module + "norm1"), withBias(module + "attn.qkv"), withBias(module + "attn.proj"),
        withBias(module + "norm2"), withBias(module + "mlp.lin1"), withBias(module + "mlp.lin2"),
        module + "attn.rel_pos_h", module + "attn.rel_pos_w"};
}

ClipNames clipNames()
{
    return {clip + "embeddings.class_embedding", clip + "embeddings.patch_embedding.weight",
        clip + "embeddings.position_embedding.weight", withBias(clip + "pre_layrnorm")};
}

ClipLayerNames clipLayerNames(std::int64_t layer)
{
    const std::string module = clip + "transformer.layers." + std::to_string(layer) + ".";
    return {withBias(module + "layer_norm1"), withBias(module + "self_attn.qkv_proj"),
        withBias(module + "self_attn.out_proj"), withBias(module + "layer_norm2"), withBias(module + "mlp.fc1"),
        withBias(module + "mlp.fc2")};
}

GlueNames glueNames()
{
    return {withBias("model.projector.layers"), "model.image_newline", "model.view_seperator",
        "model.embed_tokens.weight", "model.norm.weight", "lm_head.weight"};
}

DecoderLayerNames decoderLayerNames(std::int64_t layer)
{
    const std::string module = decoderLayer(layer);
    const std::string attention = module + "self_attn.";
    return {module + "input_layernorm.weight", attention + "q_proj.weight", attention + "k_proj.weight",
        attention + "v_proj.weight", attention + "o_proj.weight", module + "post_attention_layernorm.weight"};
}

GatedNames denseNames(std::int64_t layer)
{
    return gated(decoderLayer(layer) + "mlp");
}

std::string routerName(std::int64_t layer)
{
    return decoderLayer(layer) + "mlp.gate.weight";
}

GatedNames expertNames(std::int64_t layer, std::int64_t expert)
{
    return gated(decoderLayer(layer) + "mlp.experts." + std::to_string(expert));
}

GatedNames sharedExpertNames(std::int64_t layer)
{
    return gated(decoderLayer(layer) + "mlp.shared_experts");
}

std::vector<TensorSpec> expectedTensors(const ModelConfig &config)
{
    Table table;
    addSam(table, config.sam);
    addClip(table, config.clip);
    const GlueNames glue = glueNames();
    table.add(glue.projector, {config.decoder.hiddenSize, config.projectorInput});
    table.add(glue.newline, {config.decoder.hiddenSize});
    table.add(glue.separator, {config.decoder.hiddenSize});
    table.add(glue.embedding, {config.decoder.vocabulary, config.decoder.hiddenSize});
    for (std::int64_t layer = 0; layer < config.decoder.layers; ++layer)
        addDecoderLayer(table, config.decoder, layer);
    table.add(glue.finalNorm, {config.decoder.hiddenSize});
    if (!config.decoder.tiedEmbeddings)
        table.add(glue.head, {config.decoder.vocabulary, config.decoder.hiddenSize});
    return table.take();
}

} // namespace weights
