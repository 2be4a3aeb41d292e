// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/checkpoint.h"

#include "engine/base/exceptions.h"
#include "engine/weights/formula.h"
#include "engine/weights/names.h"

#include <ATen/ops/equal.h>
#include <ATen/ops/zeros.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A fabricated folder of the small configuration, new for each test.
class Folder : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
        fs::copy(fs::path(TEST_DATA_DIR) / "engine/golden/small/config.json", m_folder / "config.json");
        weights::fabricateFiles(weights::ModelConfig::load(m_folder), 1, m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    std::string complaint() const
    {
        try {
            weights::Checkpoint::open(m_folder);
        } catch (const base::BadModel &fault) {
            return fault.what();
        }
        return "no complaint";
    }

    void replaceIn(const char *name, const std::string &from, const std::string &to) const
    {
        std::ostringstream text;
        text << std::ifstream(m_folder / name, std::ios::binary).rdbuf();
        std::string content = text.str();
        const auto at = content.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        content.replace(at, from.size(), to);
        std::ofstream(m_folder / name, std::ios::binary | std::ios::trunc) << content;
    }

    static constexpr const char *weightsName = "model-00001-of-000001.safetensors";
    static constexpr const char *indexName = "model.safetensors.index.json";
    fs::path m_folder;
};

TEST_F(Folder, aFabricatedFolderOpensAndHoldsTheFormula)
{
    const auto checkpoint = weights::Checkpoint::open(m_folder);
    EXPECT_EQ(checkpoint.names().size(), 298u);
    const auto made = weights::fabricateCheckpoint(checkpoint.config(), 1);
    for (const std::string &name : checkpoint.names())
        EXPECT_TRUE(at::equal(checkpoint.tensor(name), made.tensor(name))) << name;
}

TEST_F(Folder, withoutAnIndexTheFilesThemselvesCount)
{
    fs::remove(m_folder / indexName);
    EXPECT_EQ(complaint(), "no complaint");
}

TEST_F(Folder, aMissingShardIsNamed)
{
    fs::remove(m_folder / weightsName);
    EXPECT_THAT(complaint(),
        HasSubstr("model-00001-of-000001.safetensors: is named in model.safetensors.index.json but is not there"));
    fs::remove(m_folder / indexName);
    EXPECT_THAT(complaint(), HasSubstr("there is no model-*.safetensors"));
}

TEST_F(Folder, aTruncatedFileIsSaidToBe)
{
    fs::resize_file(m_folder / weightsName, fs::file_size(m_folder / weightsName) - 1);
    EXPECT_THAT(complaint(), HasSubstr("truncated"));
}

TEST_F(Folder, theFirstMissingTensorIsNamed)
{
    replaceIn(weightsName, "model.view_seperator", "model.view_separator");
    fs::remove(m_folder / indexName);
    EXPECT_THAT(complaint(), HasSubstr("the tensor model.view_seperator is missing"));
}

TEST_F(Folder, aWrongShapeIsShownBesideTheRightOne)
{
    replaceIn("config.json", "\"vocab_size\": 1536", "\"vocab_size\": 1537");
    EXPECT_THAT(
        complaint(), HasSubstr("model.embed_tokens.weight has the shape [1536, 96], but config.json needs [1537, 96]"));
}

TEST_F(Folder, aTensorTooManyIsNamed)
{
    replaceIn("config.json", "\"num_hidden_layers\": 4", "\"num_hidden_layers\": 3");
    EXPECT_THAT(complaint(), HasSubstr("model.layers.3."));
    EXPECT_THAT(complaint(), HasSubstr("does not belong"));
}

TEST_F(Folder, anIndexMustAgreeWithTheFiles)
{
    replaceIn(indexName, "\"lm_head.weight\": \"model-", "\"lm_head.weigh\": \"model-");
    EXPECT_THAT(complaint(), HasSubstr("lm_head.weight"));
}

TEST_F(Folder, aShardNameThatLeavesTheFolderIsRefused)
{
    replaceIn(indexName, "\"lm_head.weight\": \"model-", "\"lm_head.weight\": \"../model-");
    EXPECT_THAT(complaint(), HasSubstr("not a plain file name"));
}

TEST_F(Folder, wrongTotalBytesAreNoticed)
{
    replaceIn(indexName, "\"total_size\": 7", "\"total_size\": 8");
    EXPECT_THAT(complaint(), HasSubstr("total_size"));
}

TEST(Checkpoint, aFolderThatIsNoneIsSaidToBe)
{
    EXPECT_THROW(weights::Checkpoint::open("/nonexistent"), base::BadModel);
    EXPECT_THROW(weights::Checkpoint::open(testing::TempDir()), base::BadModel);
}

TEST(Checkpoint, whatIsMissingInMemoryIsNamed)
{
    try {
        weights::Checkpoint::fromTensors(weights::ModelConfig::official(), {{"a", at::zeros({1})}});
        FAIL();
    } catch (const base::BadModel &fault) {
        EXPECT_THAT(fault.what(), HasSubstr("model.sam_model.pos_embed is missing"));
    }
}

} // namespace
