// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/apply_settings.h"

#include <gtest/gtest.h>

using namespace cli;

namespace {

settings::Settings chosenInTheWindow()
{
    settings::Settings settings;
    settings.engineAddress = QStringLiteral("http://down-the-hall:8000");
    settings.apiKeyFile = "/keys/hall";
    settings.concurrency = 7;
    settings.languages = {QStringLiteral("deu"), QStringLiteral("frk")};
    return settings;
}

ConvertArguments asked(std::vector<std::string> options)
{
    options.push_back("a.pdf");
    return applySettings(parseConvert(options).value(), chosenInTheWindow());
}

} // namespace

TEST(ApplySettings, theServerAndTheLanguagesOfTheSettingsHoldWhereNothingWasSaid)
{
    const ConvertArguments arguments = asked({});
    EXPECT_EQ(arguments.engine, QStringLiteral("http://down-the-hall:8000"));
    EXPECT_EQ(arguments.apiKeyFile, "/keys/hall");
    EXPECT_EQ(arguments.concurrency, 7);
    EXPECT_EQ(arguments.read.languages, (QStringList{QStringLiteral("deu"), QStringLiteral("frk")}));
}

TEST(ApplySettings, anOptionWins)
{
    const ConvertArguments arguments = asked({"--language", "eng", "--concurrency", "2"});
    EXPECT_EQ(arguments.read.languages, QStringList{QStringLiteral("eng")});
    EXPECT_EQ(arguments.concurrency, 2);
}

TEST(ApplySettings, theKeyOfOneServerIsNeverGivenToAnother)
{
    const ConvertArguments arguments = asked({"--engine", "http://elsewhere:1"});
    EXPECT_EQ(arguments.engine, QStringLiteral("http://elsewhere:1"));
    EXPECT_TRUE(arguments.apiKeyFile.empty());
    EXPECT_EQ(arguments.concurrency, 0);
}

TEST(ApplySettings, withoutAServerNoKeyIsRead)
{
    settings::Settings settings;
    settings.apiKeyFile = "/keys/old";
    EXPECT_TRUE(applySettings(parseConvert({"a.pdf"}).value(), settings).apiKeyFile.empty());
}
