// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/decoder.h"

#include "small_network.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>

#include <gtest/gtest.h>

#include <numeric>

namespace {

using model::KvCache;

const model::Decoder &decoder(model::Numerics numerics = {})
{
    return smallNetwork(numerics).decoder();
}

/// One sequence in a cache of its own, its blocks in falling order.
struct Sequence {
    KvCache cache;
    std::vector<std::int32_t> blocks;
    std::int64_t done = 0;

    explicit Sequence(std::int64_t tokens, at::ScalarType type = at::kFloat)
        : cache(smallCheckpoint().config().decoder, tokens / KvCache::blockTokens + 1, at::kCPU, type)
        , blocks(static_cast<std::size_t>(cache.blocks()))
    {
        std::iota(blocks.rbegin(), blocks.rend(), 0);
    }

    at::Tensor forward(const model::Decoder &network, std::span<const std::int32_t> ids)
    {
        const model::SequencePart part{blocks, done, static_cast<std::int64_t>(ids.size())};
        const at::Tensor normed = network.forward(network.embed(ids), std::span(&part, 1), cache, {});
        done += part.tokens;
        return normed;
    }
};

at::Tensor inChunks(const model::Decoder &network, const std::vector<std::int32_t> &ids, std::size_t chunk,
    at::ScalarType type = at::kFloat)
{
    Sequence sequence(static_cast<std::int64_t>(ids.size()), type);
    std::vector<at::Tensor> rows;
    for (std::size_t first = 0; first < ids.size(); first += chunk)
        rows.push_back(sequence.forward(network, std::span(ids).subspan(first, std::min(chunk, ids.size() - first))));
    return at::cat(rows);
}

void compareBatchWithSingles(model::Numerics numerics)
{
    const weights::DecoderConfig &config = smallCheckpoint().config().decoder;
    const std::vector<std::int32_t> ids = variedIds(300);
    const std::vector<std::int64_t> lengths{70, 129, 5};
    // Alone.
    std::vector<at::Tensor> alone;
    for (const std::int64_t length : lengths) {
        Sequence sequence(200, numerics.type);
        sequence.forward(decoder(numerics), std::span(ids).first(static_cast<std::size_t>(length)));
        alone.push_back(sequence.forward(decoder(numerics), std::span(ids).subspan(200, 1)));
    }
    // Together, their blocks interleaved in one cache.
    KvCache cache(config, 12, at::kCPU, numerics.type);
    std::vector<std::vector<std::int32_t>> blocks{{9, 1, 4}, {0, 7, 2}, {5, 3}};
    std::vector<model::SequencePart> steps;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        const auto prompt = std::span(ids).first(static_cast<std::size_t>(lengths[i]));
        const model::SequencePart part{blocks[i], 0, lengths[i]};
        decoder(numerics).forward(decoder(numerics).embed(prompt), std::span(&part, 1), cache, {});
        steps.push_back({blocks[i], lengths[i], 1});
    }
    const std::vector<std::int32_t> next(3, ids[200]);
    const at::Tensor together = decoder(numerics).forward(decoder(numerics).embed(next), steps, cache, {});
    for (std::int64_t i = 0; i < 3; ++i)
        EXPECT_TRUE(together.narrow(0, i, 1).equal(alone[static_cast<std::size_t>(i)])) << i;
}

} // namespace

TEST(Decoder, singleStepsAndChunksGiveWhatOnePassGivesAcrossTheCachesBlocks)
{
    const std::vector<std::int32_t> ids = variedIds(650); // eleven blocks
    const at::Tensor whole = inChunks(decoder(), ids, ids.size());
    for (const std::size_t chunk : {1, 63, 64, 100}) {
        const at::Tensor pieces = inChunks(decoder(), ids, chunk);
        for (std::int64_t row = 0; row < whole.size(0); ++row)
            ASSERT_LT(relativeError(pieces.select(0, row), whole.select(0, row)), 2e-5)
                << "chunk " << chunk << ", row " << row;
    }
}

TEST(Decoder, aLaterIdDoesNotChangeAnEarlierRow)
{
    std::vector<std::int32_t> ids = variedIds(90);
    const at::Tensor before = inChunks(decoder(), ids, ids.size());
    ids.back() = ids.back() + 1;
    const at::Tensor after = inChunks(decoder(), ids, ids.size());
    EXPECT_LT(relativeError(after.narrow(0, 0, 89), before.narrow(0, 0, 89)), 1e-6);
    EXPECT_GT(relativeError(after.narrow(0, 89, 1), before.narrow(0, 89, 1)), 1e-2);
}

TEST(Decoder, anEarlierIdChangesEveryLaterRow)
{
    std::vector<std::int32_t> ids = variedIds(200);
    const at::Tensor before = inChunks(decoder(), ids, ids.size());
    ids[3] += 1;
    const at::Tensor after = inChunks(decoder(), ids, ids.size());
    for (std::int64_t row = 3; row < 200; ++row)
        ASSERT_GT(relativeError(after.select(0, row), before.select(0, row)), 1e-6) << row;
}

TEST(Decoder, swappingTwoIdsIsNoticed)
{
    std::vector<std::int32_t> ids = variedIds(100);
    const at::Tensor before = inChunks(decoder(), ids, ids.size());
    std::swap(ids[10], ids[70]);
    const at::Tensor after = inChunks(decoder(), ids, ids.size());
    EXPECT_GT(relativeError(after.select(0, 99), before.select(0, 99)), 1e-4);
}

TEST(Decoder, stepsOfSeveralSequencesTogetherHaveTheBitsOfEachAlone)
{
    compareBatchWithSingles({});
}

TEST(Decoder, inBfloat16TheyDoToo)
{
    compareBatchWithSingles({at::kBFloat16, model::Profile::Serve});
}

TEST(Decoder, bfloat16StaysNearFloat32AndItsStepsNearItsPass)
{
    const std::vector<std::int32_t> ids = variedIds(150);
    const at::Tensor exact = inChunks(decoder(), ids, ids.size());
    for (const auto profile : {model::Profile::Serve, model::Profile::Hf, model::Profile::Precise}) {
        const model::Numerics numerics{at::kBFloat16, profile};
        const at::Tensor whole = inChunks(decoder(numerics), ids, ids.size(), at::kBFloat16);
        const at::Tensor steps = inChunks(decoder(numerics), ids, 1, at::kBFloat16);
        // Eight bits a rounding; where a router is undecided a third of a token's update may go another way.
        EXPECT_LT(relativeError(whole, exact), 0.1);
        EXPECT_LT(relativeError(steps, whole), 0.1);
        EXPECT_GT(relativeError(whole, exact), 1e-4);
    }
}

TEST(Decoder, anIdOutsideTheVocabularyIsRefused)
{
    const std::vector<std::int32_t> ids{1536};
    EXPECT_THROW(decoder().embed(ids), base::ShapeError);
}
