// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/safetensors.h"

#include "engine/base/exceptions.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/equal.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace {

using testing::HasSubstr;

std::string file(const std::string &header, std::size_t dataBytes)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(header.size() >> (8 * i));
    return bytes + header + std::string(dataBytes, '\1');
}

weights::SafetensorsHeader parse(const std::string &bytes)
{
    return weights::parseSafetensors(std::as_bytes(std::span(bytes)), "test.safetensors");
}

std::string complaint(const std::string &bytes)
{
    try {
        parse(bytes);
    } catch (const base::BadModel &fault) {
        return fault.what();
    }
    return "no complaint";
}

TEST(Safetensors, aHeaderNamesTypeShapeAndPlace)
{
    const auto header = parse(
        file(R"({"__metadata__":{"format":"pt"},"a":{"dtype":"BF16","shape":[2,3],"data_offsets":[0,12]}})", 12));
    EXPECT_EQ(header.metadata.at("format"), "pt");
    EXPECT_EQ(header.entries.at("a").type, at::kBFloat16);
    EXPECT_EQ(header.entries.at("a").shape, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(header.entries.at("a").end, 12u);
}

TEST(Safetensors, aScalarAndAnEmptyTensorAreFine)
{
    const auto header = parse(file(
        R"({"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"e":{"dtype":"F32","shape":[0,5],"data_offsets":[4,4]}})",
        4));
    EXPECT_EQ(header.entries.size(), 2u);
}

TEST(Safetensors, whatIsWrongIsNamed)
{
    const std::pair<std::string, const char *> cases[] = {
        {"", "too short"},
        {std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F{}", 10), "not a safetensors file"},
        {file("{}", 0).substr(0, 9), "truncated"},
        {file("[]", 0), "not a JSON object"},
        {file("{\"a\":", 0), "not valid JSON"},
        {file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 3), "ends at byte 4"},
        {file(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4), "its shape needs 8"},
        {file(R"({"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}})", 4), "unknown type \"F31\""},
        {file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", 4), "no range"},
        {file(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4), "a negative number"},
        {file(R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})", 4), "a fraction"},
        {file(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}})", 4), "absurd shape"},
        {file(
             R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
             8),
            "named twice"},
        {file(
             R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}})",
             6),
            "overlaps"},
        {file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", 8), "bytes of no tensor"},
        {file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 9), "belong to none"},
        {file(R"({"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 4), "twice"},
        {file(R"({"a":{"shape":[1],"data_offsets":[0,4]}})", 4), "lacks"},
        {file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}})", 4), "unknown field"},
        {file("{\"a\":" + std::string(100'000, '['), 0), "where none belongs"},
    };
    for (const auto &[bytes, expected] : cases)
        EXPECT_THAT(complaint(bytes), HasSubstr(expected)) << bytes.substr(0, 200);
}

TEST(Safetensors, everyCutOfAGoodFileIsRefused)
{
    const std::string good = file(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8);
    ASSERT_EQ(complaint(good), "no complaint");
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_NE(complaint(good.substr(0, length)), "no complaint") << length;
}

TEST(Safetensors, aTensorIsAViewThatKeepsTheFileMapped)
{
    const auto path = std::filesystem::path(testing::TempDir()) / "view.safetensors";
    const at::Tensor written = at::arange(6, at::TensorOptions(at::kFloat)).reshape({2, 3});
    weights::writeSafetensors(path, {{"a", written}, {"b", written.to(at::kBFloat16)}});
    at::Tensor a, again;
    {
        const weights::SafetensorsFile mapped(path);
        a = mapped.tensor("a");
        again = mapped.tensor("a");
        EXPECT_TRUE(at::equal(mapped.tensor("b"), written.to(at::kBFloat16)));
        EXPECT_THROW(mapped.tensor("c"), base::BadModel);
    }
    EXPECT_EQ(a.const_data_ptr(), again.const_data_ptr());
    EXPECT_TRUE(at::equal(a, written));
}

TEST(Safetensors, aTensorOnAnOddAddressIsCopied)
{
    const auto path = std::filesystem::path(testing::TempDir()) / "odd.safetensors";
    std::string bytes = file(
        R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}} )",
        1);
    const float value = 2.5f;
    bytes.append(reinterpret_cast<const char *>(&value), 4);
    std::ofstream(path, std::ios::binary) << bytes;
    EXPECT_EQ(weights::SafetensorsFile(path).tensor("b").item().toFloat(), 2.5f);
}

} // namespace
