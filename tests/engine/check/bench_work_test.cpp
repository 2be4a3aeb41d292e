// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/bench_work.h"

#include <gtest/gtest.h>

TEST(BenchWork, thePublishedSizesTakeWhatTheTargetsAreStatedOver)
{
    const auto official = weights::ModelConfig::official();
    EXPECT_NEAR(cli::encoderFlop(official, 1024) / 1e12, 1.14, 0.01);
    EXPECT_NEAR(cli::prefillFlop(official.decoder, 281) / 1e12, 0.23, 0.002);
    EXPECT_EQ(cli::parametersPerToken(official.decoder), 574'127'360); // specification 1.2
}
