// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/model_runner.h"

#include "engine/base/shape.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>

#include <algorithm>

namespace runtime {

ModelRunner::ModelRunner(const model::Network &network, std::int64_t cacheBlocks)
    : m_network(network)
    , m_cache(network.config().decoder, cacheBlocks, network.device(), network.numerics().type)
{
}

at::Tensor ModelRunner::encode(const Picture &picture, const model::Observer &observer) const
{
    const model::VisionEncoder &vision = m_network.vision();
    at::Tensor tiles;
    if (picture.tiles.defined())
        tiles = vision.forward(picture.tiles, observer.under("tiles."));
    const at::Tensor overview = vision.forward(picture.overview, observer.under("view."));
    const at::Tensor rows = vision.assemble(tiles, {picture.layout.grid.columns, picture.layout.grid.rows}, overview);
    base::checkShape("vision rows", rows.sizes(), {picture.layout.placeholders, base::anySize});
    return rows;
}

at::Tensor ModelRunner::inputRows(const BatchPart &part) const
{
    const Sequence &sequence = *part.sequence;
    const std::int64_t begin = sequence.cached, end = begin + part.tokens;
    at::Tensor rows = m_network.decoder().embed(
        std::span(sequence.ids).subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(part.tokens)));
    if (!sequence.vision.defined())
        return rows;
    const std::int64_t first = std::max(begin, sequence.firstPlaceholder);
    const std::int64_t last = std::min(end, sequence.firstPlaceholder + sequence.vision.size(0));
    if (first < last)
        rows.narrow(0, first - begin, last - first)
            .copy_(sequence.vision.narrow(0, first - sequence.firstPlaceholder, last - first));
    return rows;
}

at::Tensor ModelRunner::forward(std::span<const BatchPart> batch, const model::Observer &observer)
{
    std::vector<at::Tensor> rows;
    std::vector<model::SequencePart> parts;
    for (const BatchPart &part : batch) {
        rows.push_back(inputRows(part));
        parts.push_back({part.sequence->blocks, part.sequence->cached, part.tokens});
    }
    const at::Tensor input = rows.size() == 1 ? rows.front() : at::cat(rows); // [tokens, hidden]
    const model::Observer inner = observer.under("decoder.");
    inner.see("input", input);
    const at::Tensor normed = m_network.decoder().forward(input, parts, m_cache, inner);
    for (const BatchPart &part : batch)
        part.sequence->cached += part.tokens;
    return normed;
}

at::Tensor ModelRunner::run(std::span<const BatchPart> batch, const model::Observer &observer)
{
    const at::Tensor normed = forward(batch, observer);
    std::vector<std::int64_t> last;
    std::int64_t rows = 0;
    for (const BatchPart &part : batch)
        last.push_back((rows += part.tokens) - 1);
    const at::Tensor index = at::tensor(last, at::TensorOptions().dtype(at::kLong)).to(normed.device());
    return m_network.decoder().logits(normed.index_select(0, index)).cpu();
}

} // namespace runtime
