// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/kv_cache.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/randn.h>

#include <gtest/gtest.h>

TEST(KvCache, whatWasWrittenInPiecesIsGatheredInOrderWhateverTheBlocks)
{
    weights::DecoderConfig config;
    config.layers = 1;
    config.hiddenSize = 12;
    config.heads = config.keyValueHeads = 3;
    model::KvCache cache(config, 5, at::kCPU, at::kFloat);
    const std::vector<std::int32_t> blocks{4, 0, 2};
    const at::Tensor k = at::randn({150, 3, 4}), v = at::randn({150, 3, 4});
    for (std::int64_t first : {0, 63, 64, 65, 130}) {
        const std::int64_t next = first == 0 ? 63 : first == 63 ? 64 : first == 64 ? 65 : first == 65 ? 130 : 150;
        cache.write(0, blocks, first, k.narrow(0, first, next - first), v.narrow(0, first, next - first));
    }
    EXPECT_TRUE(model::KvCache::gather(cache.keys(0), blocks, 150).equal(k.transpose(0, 1)));
    EXPECT_TRUE(model::KvCache::gather(cache.values(0), blocks, 101).equal(v.narrow(0, 0, 101).transpose(0, 1)));
}

TEST(KvCache, aBlockOfThePublishedModelTakes61440BytesAToken)
{
    EXPECT_EQ(model::KvCache::bytesPerBlock({}, at::kBFloat16), 61440 * model::KvCache::blockTokens);
}
