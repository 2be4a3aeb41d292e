// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/paged_attention.h"

#include "engine/kernels/bfloat16.h"
#include "engine/kernels/reference/paged_attention.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace {

template <class Element>
Element made(float value)
{
    if constexpr (std::is_same_v<Element, float>)
        return value;
    else
        return kernels::narrow(value);
}

template <class Element>
struct Scene {
    std::int64_t tokens, heads, keyValueHeads, width, blockTokens = 8;
    std::vector<std::int32_t> table;
    std::vector<Element> keys, values;
    std::vector<float> query, output, scores;

    Scene(std::int64_t tokenCount, std::int64_t headCount, std::int64_t keyValueHeadCount, std::int64_t headWidth)
        : tokens(tokenCount)
        , heads(headCount)
        , keyValueHeads(keyValueHeadCount)
        , width(headWidth)
        , output(static_cast<std::size_t>(heads * width))
        , scores(static_cast<std::size_t>(tokens))
    {
        const auto blocks = static_cast<std::int32_t>((tokens + blockTokens - 1) / blockTokens);
        for (std::int32_t block = 0; block < blocks; ++block)
            table.push_back((block * 7 + 3) % blocks == block ? block : blocks - 1 - block); // not in order
        std::mt19937 random(5);
        std::normal_distribution<float> numbers;
        const auto pool = static_cast<std::size_t>(blocks * keyValueHeads * blockTokens * width);
        for (std::size_t i = 0; i < pool; ++i) {
            keys.push_back(made<Element>(numbers(random)));
            values.push_back(made<Element>(numbers(random)));
        }
        for (std::int64_t i = 0; i < heads * width; ++i)
            query.push_back(numbers(random));
    }

    kernels::PagedAttentionJob<Element> job()
    {
        kernels::PagedAttentionJob<Element> job;
        job.query = query.data();
        job.keys = keys.data();
        job.values = values.data();
        job.blockTable = table.data();
        job.output = output.data();
        job.scores = scores.data();
        job.tokens = tokens;
        job.heads = heads;
        job.keyValueHeads = keyValueHeads;
        job.width = width;
        job.blockTokens = blockTokens;
        job.scale = 1.0F / std::sqrt(static_cast<float>(width));
        return job;
    }
};

template <class Element>
void compare(std::int64_t tokens, std::int64_t heads, std::int64_t keyValueHeads, std::int64_t width)
{
    Scene<Element> ours(tokens, heads, keyValueHeads, width), theirs(tokens, heads, keyValueHeads, width);
    for (std::int64_t head = 0; head < heads; ++head) {
        kernels::runPagedAttention(ours.job(), head);
        kernels::reference::runPagedAttention(theirs.job(), head);
    }
    for (std::size_t i = 0; i < ours.output.size(); ++i)
        ASSERT_NEAR(ours.output[i], theirs.output[i], 2e-5F) << tokens << " tokens, at " << i;
}

} // namespace

TEST(PagedAttention, agreesWithThePlainTwinAcrossBlockBordersAndOddWidths)
{
    for (const std::int64_t tokens : {1, 7, 8, 9, 16, 100, 641}) {
        compare<float>(tokens, 3, 3, 32);
        compare<float>(tokens, 2, 2, 19);
        compare<std::uint16_t>(tokens, 2, 2, 128);
    }
}

TEST(PagedAttention, severalQueryHeadsMayShareOneKeyHead)
{
    compare<float>(37, 6, 2, 32);
}

TEST(PagedAttention, aVeryLargeScoreDoesNotOverflow)
{
    Scene<float> scene(20, 1, 1, 16);
    for (float &q : scene.query)
        q *= 1000.0F;
    kernels::runPagedAttention(scene.job(), 0);
    for (const float value : scene.output)
        EXPECT_TRUE(std::isfinite(value));
}
