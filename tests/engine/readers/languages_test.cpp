// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/languages.h"

#include "engine/readers/request_error.h"

#include <gmock/gmock.h>

#include <algorithm>

using namespace readers;
using testing::HasSubstr;

namespace {

std::string codeOf(const Languages &languages, const std::vector<std::string> &asked)
{
    try {
        languages.check(asked);
        return "";
    } catch (const RequestError &error) {
        return error.code() + ": " + error.what();
    }
}

} // namespace

TEST(Languages, installedDataIsListedWithoutOsd)
{
    const std::vector<std::string> installed = Languages().installed();
    EXPECT_THAT(installed, testing::Contains("eng"));
    EXPECT_THAT(installed, testing::Not(testing::Contains("osd")));
    EXPECT_TRUE(std::is_sorted(installed.begin(), installed.end()));
}

TEST(Languages, aMissingOneIsNamedWithItsFileFolderAndPackage)
{
    const Languages languages;
    const std::string told = codeOf(languages, {"eng", "tlh_xx"});
    EXPECT_THAT(told, HasSubstr("language_missing"));
    EXPECT_THAT(told, HasSubstr("tlh_xx.traineddata"));
    EXPECT_THAT(told, HasSubstr(languages.dataFolder()));
    EXPECT_THAT(told, HasSubstr("tesseract-ocr-tlh-xx"));
}

TEST(Languages, aNameCannotLeaveTheFolder)
{
    for (const char *name : {"", "../eng", "/etc/passwd", "eng/", "a b", "eng+deu", "e\n"})
        EXPECT_THAT(codeOf(Languages(), {name}), HasSubstr("invalid_value")) << name;
}

TEST(Languages, aScriptHasItsLanguageAndAnUnknownOneEnglish)
{
    const Languages languages;
    EXPECT_EQ(languages.forScript("Latin"), (std::vector<std::string>{"eng"}));
    EXPECT_EQ(languages.forScript("Hebrew"), (std::vector<std::string>{languages.has("heb") ? "heb" : "eng"}));
    EXPECT_EQ(languages.forScript("Linear B"), (std::vector<std::string>{"eng"}));
}
