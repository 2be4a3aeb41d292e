// SPDX-License-Identifier: GPL-3.0-or-later
// The commands as others run them: through CLI11, on standard input and output.
#include "engine/base/exceptions.h"
#include "engine/cli/fabricate.h"
#include "engine/cli/json_lines.h"
#include "engine/cli/ngram.h"
#include "engine/cli/postprocess.h"
#include "engine/cli/preprocess.h"
#include "engine/cli/sha256.h"
#include "engine/cli/tokenize.h"
#include "engine/weights/checkpoint.h"
#include "tests/engine/golden/golden.h"

#include <CLI/CLI.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string goldenFolder = std::string(TEST_DATA_DIR) + "/engine/golden";

/// What a command line prints, given @p input.
std::string run(const std::vector<std::string> &words, const std::string &input = {}, int *exitCode = nullptr)
{
    CLI::App app;
    int code = 0;
    for (const auto add : {cli::addFabricate, cli::addPreprocess, cli::addTokenize, cli::addNgram, cli::addPostprocess})
        add(app, code);
    std::istringstream in(input);
    std::ostringstream out;
    auto *oldIn = std::cin.rdbuf(in.rdbuf());
    auto *oldOut = std::cout.rdbuf(out.rdbuf());
    const auto restore = [&] { std::cin.rdbuf(oldIn), std::cout.rdbuf(oldOut); };
    std::cin.clear();
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (...) {
        restore();
        throw;
    }
    restore();
    if (exitCode)
        *exitCode = code;
    return out.str();
}

TEST(Commands, tokenizeAnswersLineByLine)
{
    EXPECT_EQ(run({"tokenize", "--model", goldenFolder + "/small"}, "\"Hello\"\n\"12345\"\n"),
        "[42,357,502]\n[344,21,22,23]\n");
    EXPECT_EQ(run({"tokenize", "--model", goldenFolder + "/small", "--decode"}, "[42,357,502]\n"), "\"Hello\"\n");
    EXPECT_EQ(
        run({"tokenize", "--model", goldenFolder + "/small", "--decode", "--skip-special"}, "[1502,42]\n"), "\"H\"\n");
    EXPECT_THROW(run({"tokenize", "--model", goldenFolder + "/small"}, "\"a\"\nnonsense\n"), base::BadRequest);
    EXPECT_THROW(run({"tokenize", "--model", goldenFolder + "/small"}, "5\n"), base::BadRequest);
    for (const char *wrong : {"[1,2.5]\n", "{}\n", "5\n", "[\"a\"]\n"})
        EXPECT_THROW(run({"tokenize", "--model", goldenFolder + "/small", "--decode"}, wrong), base::BadRequest)
            << wrong;
    EXPECT_EQ(run({"tokenize", "--model", goldenFolder + "/small", "--decode"}, "[42,-1,99999999999999,357,502]\n"),
        "\"Hello\"\n"); // ids without a token
}

TEST(Commands, ngramTakesBothKindsOfCases)
{
    EXPECT_EQ(run({"ngram"},
                  "{\"n\":3,\"window\":6,\"whitelist\":[],\"generated\":[5,6,7,5,6]}\n{\"n\":2,\"prompt\":[1,2],"
                  "\"generated\":[1]}\n"),
        "[7]\n[2]\n");
}

TEST(Commands, preprocessDescribesEveryView)
{
    const auto path = fs::path(testing::TempDir()) / "picture.rgb";
    const auto picture = golden::formulaPicture("wave", 641, 300);
    std::ofstream(path, std::ios::binary)
        .write(
            reinterpret_cast<const char *>(picture.pixels.data()), static_cast<std::streamsize>(picture.pixels.size()));
    const auto answer = json::parse(run({"preprocess", "--mode", "gundam", "--raw", "641x300", path.string()}));
    EXPECT_EQ(answer.at("grid"), json::array({2, 1}));
    EXPECT_EQ(answer.at("placeholders"), 483);
    ASSERT_EQ(answer.at("views").size(), 3u);
    EXPECT_EQ(answer.at("views").at(0).at("width"), 1024);
    int exitCode = 0;
    const auto wrong = json::parse(run({"preprocess", "--raw", "640x300", path.string()}, {}, &exitCode));
    EXPECT_TRUE(wrong.contains("error"));
    EXPECT_EQ(exitCode, 1);
}

TEST(Commands, postprocessPrintsTextCropsAndBoxes)
{
    const auto answer = json::parse(run({"postprocess", "--size", "200x150", "--format", "hf"},
        "<|ref|>image<|/ref|><|det|>[[100, 100, 500, 500]]<|/det|>\nx"));
    EXPECT_EQ(answer.at("text"), "![](images/0.jpg)\n\nx");
    EXPECT_EQ(answer.at("crops"), json::parse(R"([{"box":[20,15,100,75],"file":"0.jpg"}])"));
    const auto figure
        = json::parse(run({"postprocess", "--size", "9x9"}, "{'Line': {'line': [], 'line_type': ['--']}}"));
    EXPECT_EQ(figure.at("geometry").at("Line").at("line_type"), json::array({"--"}));
    EXPECT_FALSE(json::parse(run({"postprocess", "--size", "9x9"}, "the word line_type")).contains("geometry"));
}

TEST(Commands, fabricateMakesAFolderThatOpens)
{
    const auto folder = fs::path(testing::TempDir()) / "fabricated";
    fs::remove_all(folder);
    run({"fabricate", "--config", goldenFolder + "/small/config.json", "--seed", "1", "-o", folder.string(),
        "--tokenizer", goldenFolder + "/small/tokenizer.json"});
    EXPECT_EQ(weights::Checkpoint::open(folder).names().size(), 298u);
    EXPECT_EQ(run({"tokenize", "--model", folder.string()}, "\"Hello\"\n"), "[42,357,502]\n");
    fs::remove_all(folder);
    EXPECT_THROW(run({"fabricate", "--config", "/nonexistent.json", "-o", folder.string()}), base::BadRequest);
}

TEST(Sha256, knownAnswers)
{
    const std::string abc = "abc";
    EXPECT_EQ(cli::sha256({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(cli::sha256({reinterpret_cast<const std::uint8_t *>(abc.data()), 3}),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

} // namespace
