// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/linear.h"

#include "engine/kernels/bfloat16.h"
#include "engine/kernels/reference/linear.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace {

using kernels::Instructions;

/// A product with made-up numbers; the seed fixes them.
struct Product {
    std::int64_t rows, outputs, inputs;
    std::vector<std::uint16_t> weights;
    std::vector<float> x, y;

    Product(std::int64_t rowCount, std::int64_t outputCount, std::int64_t inputCount, unsigned seed = 1)
        : rows(rowCount)
        , outputs(outputCount)
        , inputs(inputCount)
        , weights(static_cast<std::size_t>(outputs * inputs))
        , x(static_cast<std::size_t>(rows * inputs))
        , y(static_cast<std::size_t>(rows * outputs), -77.0F)
    {
        std::mt19937 random(seed);
        std::uniform_real_distribution<float> numbers(-1.0F, 1.0F);
        for (std::uint16_t &weight : weights)
            weight = kernels::narrow(numbers(random));
        for (float &value : x)
            value = numbers(random);
    }

    kernels::LinearJob job() { return {weights.data(), x.data(), y.data(), rows, outputs, inputs}; }
};

std::vector<Instructions> available()
{
    std::vector<Instructions> sets{Instructions::Plain};
    if (kernels::bestInstructions() >= Instructions::Avx2)
        sets.push_back(Instructions::Avx2);
    if (kernels::bestInstructions() >= Instructions::Avx512)
        sets.push_back(Instructions::Avx512);
    return sets;
}

} // namespace

TEST(Linear, everyInstructionSetAgreesWithThePlainTwinOverOddSizes)
{
    for (const auto set : available()) {
        for (const auto [rows, outputs, inputs] : std::vector<std::array<std::int64_t, 3>>{{1, 1, 1}, {1, 9, 15},
                 {2, 5, 16}, {3, 7, 17}, {5, 13, 200}, {6, 4, 96}, {7, 64, 31}, {13, 67, 1283}, {40, 3, 56}}) {
            Product ours(rows, outputs, inputs), theirs(rows, outputs, inputs);
            kernels::runLinear(ours.job(), 0, outputs, set);
            kernels::reference::runLinear(theirs.job(), 0, outputs);
            // Float sums of n terms below 1: n roundings of 2^-24 relative to a sum of at most n.
            const float tolerance = 1e-6F * static_cast<float>(inputs);
            for (std::size_t i = 0; i < ours.y.size(); ++i)
                ASSERT_NEAR(ours.y[i], theirs.y[i], tolerance)
                    << kernels::instructionsName(set) << " " << rows << "x" << outputs << "x" << inputs << " at " << i;
        }
    }
}

TEST(Linear, aRowGetsTheSameBitsWhateverRowsGoWithIt)
{
    for (const auto set : available()) {
        Product many(11, 37, 328);
        kernels::runLinear(many.job(), 0, many.outputs, set);
        for (std::int64_t row = 0; row < many.rows; ++row) {
            Product one(1, 37, 328);
            std::copy_n(many.x.begin() + row * one.inputs, one.inputs, one.x.begin());
            one.weights = many.weights;
            kernels::runLinear(one.job(), 0, one.outputs, set);
            for (std::int64_t output = 0; output < one.outputs; ++output)
                ASSERT_EQ(one.y[static_cast<std::size_t>(output)],
                    many.y[static_cast<std::size_t>(row * many.outputs + output)])
                    << kernels::instructionsName(set) << " row " << row;
        }
    }
}

TEST(Linear, outputsSplitAnyhowGiveTheSameBitsAndTouchNoOthers)
{
    for (const auto set : available()) {
        Product whole(7, 50, 96), parts(7, 50, 96);
        kernels::runLinear(whole.job(), 0, 50, set);
        kernels::runLinear(parts.job(), 0, 13, set);
        EXPECT_EQ(parts.y[13], -77.0F);
        kernels::runLinear(parts.job(), 13, 14, set);
        kernels::runLinear(parts.job(), 14, 50, set);
        EXPECT_EQ(parts.y, whole.y) << kernels::instructionsName(set);
    }
}

TEST(Bfloat16, narrowRoundsToNearestAndTiesToEven)
{
    EXPECT_EQ(kernels::narrow(1.0F), 0x3f80);
    EXPECT_EQ(kernels::narrow(1.00390625F), 0x3f80); // exactly between 0x3f80 and 0x3f81: even
    EXPECT_EQ(kernels::narrow(1.01171875F), 0x3f82); // between 0x3f81 and 0x3f82: even
    EXPECT_EQ(kernels::narrow(-127.0F / 255.0F), 0xbeff);
    EXPECT_TRUE(std::isnan(kernels::widen(kernels::narrow(NAN))));
    EXPECT_EQ(kernels::widen(kernels::narrow(INFINITY)), INFINITY);
}
