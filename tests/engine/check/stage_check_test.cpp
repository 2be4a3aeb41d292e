// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/stage_check.h"

#include <gtest/gtest.h>

namespace {

TEST(StageTolerance, growsThroughTheDecoderInFloat32)
{
    EXPECT_DOUBLE_EQ(cli::toleranceFor("view.sam.block3", 12, false), 1e-4);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.layer0", 12, false), 1e-4);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.layer11", 12, false), 1e-3);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.layer11.router_margin", 12, false), 1e-3);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("logits.last8", 1, false), 1e-3);
}

TEST(StageTolerance, inBfloat16MarginsMayBeOffByMoreThanWhatTheyAreBetween)
{
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.layer5.expert_weights", 12, true), 1.5e-1);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.layer5.router_margin", 12, true), 5e-1);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("projector", 12, true), 2e-2);
}

} // namespace
