// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/formula.h"
#include "tests/engine/golden/golden.h"

#include <gtest/gtest.h>

namespace {

TEST(WeightFormula, givesTheGoldenBytes)
{
    golden::Tally tally;
    golden::checkFormula(std::string(TEST_DATA_DIR) + "/engine/golden", tally);
    EXPECT_EQ(tally.allEqual("weights: bytes"), 60);
    EXPECT_EQ(tally.allEqual("weights: offset"), 60);
}

TEST(WeightFormula, aPieceIsWhatTheWholeHasThere)
{
    const std::vector<std::int64_t> shape{7, 11};
    std::vector<std::uint16_t> whole(77), piece(20);
    weights::fabricate("lm_head.weight", shape, 3, 0, whole);
    weights::fabricate("lm_head.weight", shape, 3, 40, piece);
    EXPECT_TRUE(std::equal(piece.begin(), piece.end(), whole.begin() + 40));
}

} // namespace
