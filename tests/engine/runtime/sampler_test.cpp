// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/sampler.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

using runtime::NgramRule;
using runtime::Sampler;
using runtime::Sampling;

namespace {

using Ids = std::vector<std::int32_t>;

std::int32_t nextId(
    Sampler &sampler, std::vector<float> logits, const Ids &sequence = {}, std::int64_t promptLength = 0)
{
    return sampler.next(logits, sequence, promptLength).id;
}

} // namespace

TEST(Sampler, atTemperatureZeroTheHighestWinsAndTheLowestIdAmongEquals)
{
    Sampler sampler({}, 0);
    EXPECT_EQ(nextId(sampler, {0.5F, 2.0F, 1.0F}), 1);
    EXPECT_EQ(nextId(sampler, {0.5F, 2.0F, 2.0F}), 1);
}

TEST(Sampler, idsWithoutATokenAreNeverChosen)
{
    Sampler sampler({}, 2);
    EXPECT_EQ(nextId(sampler, {0.5F, 1.0F, 9.0F}), 1);
}

TEST(Sampler, theWindowedRuleSeesTheOutputAlone)
{
    Sampling sampling;
    sampling.ngramRule = NgramRule::Windowed;
    sampling.ngramSize = 3;
    sampling.ngramWindow = 6;
    Sampler sampler(sampling, 0);
    const std::vector<float> logits{0, 0, 0, 0, 0, 0, 1, 2}; // 7 before 6
    EXPECT_EQ(nextId(sampler, logits, {5, 6, 7, 5, 6}, 0), 6); // 5 6 was followed by 7
    EXPECT_EQ(nextId(sampler, logits, {5, 6, 7, 5, 6}, 3), 7); // but here that was the prompt
    sampling.ngramWhitelist = {7};
    Sampler lenient(sampling, 0);
    EXPECT_EQ(nextId(lenient, logits, {5, 6, 7, 5, 6}, 0), 7);
}

TEST(Sampler, theStandardRuleSeesThePromptToo)
{
    Sampling sampling;
    sampling.ngramRule = NgramRule::Standard;
    sampling.ngramSize = 3;
    Sampler sampler(sampling, 0);
    EXPECT_EQ(nextId(sampler, {0, 0, 0, 0, 0, 0, 1, 2}, {5, 6, 7, 5, 6}, 3), 6);
}

TEST(Sampler, frequenciesFollowTheSoftmaxAtItsTemperature)
{
    Sampling sampling;
    sampling.temperature = 2.0;
    sampling.seed = 11;
    Sampler sampler(sampling, 0);
    const std::vector<float> logits{0.0F, 2.0F * std::log(3.0F), -INFINITY}; // at temperature 2: 1 to 3
    std::map<std::int32_t, int> counts;
    for (int i = 0; i < 4000; ++i)
        ++counts[nextId(sampler, logits)];
    EXPECT_NEAR(counts[1], 3000, 110); // four standard deviations of 27
    EXPECT_EQ(counts[2], 0);
}

TEST(Sampler, topPKeepsTheSmallestSetThatReachesIt)
{
    Sampling sampling;
    sampling.temperature = 1.0;
    sampling.topP = 0.6;
    Sampler sampler(sampling, 0);
    const std::vector<float> logits{std::log(0.2F), std::log(0.5F), std::log(0.3F)}; // 0.5 < 0.6 ≤ 0.5 + 0.3
    std::map<std::int32_t, int> counts;
    for (int i = 0; i < 500; ++i)
        ++counts[nextId(sampler, logits)];
    EXPECT_EQ(counts[0], 0);
    EXPECT_GT(counts[2], 100);
}

TEST(Sampler, theSameSeedDrawsTheSameIdsAndAnotherOneOthers)
{
    Sampling sampling;
    sampling.temperature = 1.0;
    const std::vector<float> logits(50, 0.0F);
    const auto draw = [&](std::uint64_t seed) {
        sampling.seed = seed;
        Sampler sampler(sampling, 0);
        Ids ids;
        for (int i = 0; i < 20; ++i)
            ids.push_back(nextId(sampler, logits));
        return ids;
    };
    EXPECT_EQ(draw(7), draw(7));
    EXPECT_NE(draw(7), draw(8));
}

TEST(Sampler, logProbabilitiesAreTheModelsOwnWhateverIsBarred)
{
    Sampling sampling;
    sampling.logprobs = true;
    sampling.topLogprobs = 2;
    Sampler sampler(sampling, 2); // id 2 may not be chosen
    std::vector<float> logits{std::log(0.2F), std::log(0.3F), std::log(0.5F)};
    const runtime::Choice choice = sampler.next(logits, {}, 0);
    EXPECT_EQ(choice.id, 1);
    EXPECT_NEAR(choice.logprob, std::log(0.3F), 1e-6F);
    ASSERT_EQ(choice.top.size(), 2U);
    EXPECT_EQ(choice.top[0].first, 2);
    EXPECT_NEAR(choice.top[0].second, std::log(0.5F), 1e-6F);
}
