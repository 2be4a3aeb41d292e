// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/replay/recording.h"

#include "engine/base/exceptions.h"
#include "engine/readers/base64.h"
#include "engine/readers/replay/replay_reader.h"
#include "engine/readers/sha256.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace readers;
using nlohmann::json;

namespace {

class Recordings : public testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "recto-recordings-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    static json request(const std::string &picture, const std::string &prompt)
    {
        return json::parse(R"({"model": "m", "messages": [{"role": "user", "content": [
            {"type": "image_url", "image_url": {"url": ")"
            + ("data:image/png;base64," + encodeBase64(picture)) + R"("}},
            {"type": "text", "text": ")"
            + prompt + R"("}]}]})");
    }

    void write(const std::string &name, const std::string &text) const { std::ofstream(folder + '/' + name) << text; }

    std::string folder;
};

} // namespace

TEST_F(Recordings, whatIsWrittenIsFoundAndReadAgain)
{
    const std::vector<Arrival> arrivals{
        {std::chrono::milliseconds(3), "data: a"}, {std::chrono::milliseconds(9), "\n\n\xff"}};
    writeRecording(folder, "one", request("PICTURE", "Free OCR."), arrivals);
    const std::vector<RecordingKey> keys = listRecordings(folder);
    ASSERT_EQ(keys.size(), 1u);
    EXPECT_EQ(keys[0].pictureSha256, sha256("PICTURE"));
    EXPECT_EQ(keys[0].prompt, "Free OCR.");
    const std::vector<Arrival> read = readArrivals(keys[0]);
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[1].time, std::chrono::milliseconds(9));
    EXPECT_EQ(read[1].bytes, "\n\n\xff");
}

TEST_F(Recordings, aRecordingIsNeverWrittenOverAnother)
{
    writeRecording(folder, "one", request("P", "x"), {});
    EXPECT_THROW(writeRecording(folder, "one", request("P", "x"), {}), base::Exception);
}

TEST_F(Recordings, filesThatAreNoRecordingsArePassedOver)
{
    write("alone.json", R"({"request": {}})");
    write("broken.json", "{");
    write("broken.sse.jsonl", "");
    write("notes.txt", "x");
    EXPECT_TRUE(listRecordings(folder).empty());
}

TEST_F(Recordings, aBrokenLineIsNamed)
{
    write("x.sse.jsonl", "{\"t_ms\": 1, \"bytes_b64\": \"eA==\"}\n{\"t_ms\": \"soon\"}\n");
    try {
        readArrivals({folder + "/x", "", ""});
        FAIL();
    } catch (const base::Exception &fault) {
        EXPECT_NE(std::string(fault.what()).find("x.sse.jsonl:2"), std::string::npos) << fault.what();
    }
}

TEST_F(Recordings, aMissingFolderIsTheCallersFault)
{
    EXPECT_THROW(ReplayReader(folder + "/none", {}), base::BadRequest);
}

TEST_F(Recordings, aRecordingAddedLaterIsFound)
{
    ReplayReader reader(folder, {});
    ReadRequest asked;
    asked.picture = "PICTURE";
    asked.prompt = "Free OCR.";
    EXPECT_THROW(reader.accept(asked), RequestError);
    writeRecording(folder, "one", request("PICTURE", "Free OCR."), {});
    EXPECT_NE(reader.accept(asked), nullptr);
}
