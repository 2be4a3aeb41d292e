// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/resting_memory.h"

#include <QRegularExpression>
#include <QString>

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>

namespace {

int s_written = 1; ///< in a segment that may be written

/// KiB of pages mapped from files, RssFile of /proc/self/status.
long mappedFromFiles()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssFile:"))
            return std::stol(line.substr(8));
    }
    return -1;
}

} // namespace

TEST(RestingMemory, codeThatIsNotUsedIsGivenBack)
{
    EXPECT_TRUE(QRegularExpression(QStringLiteral("a+")).match(QStringLiteral("aa")).hasMatch());
    const long before = mappedFromFiles();
    base::giveBackRestingMemory();
    EXPECT_LT(mappedFromFiles(), before / 2);
}

TEST(RestingMemory, whatRunsGoesOnAndWhatWasWrittenStays)
{
    std::atomic<bool> isEnough = false;
    std::atomic<int> rounds = 0;
    std::jthread other([&] {
        while (!isEnough) {
            const QRegularExpression pattern(QStringLiteral("(\\w+) %1").arg(rounds.load()));
            EXPECT_TRUE(pattern.match(QStringLiteral("round %1").arg(rounds.load())).hasMatch());
            ++rounds;
        }
    });
    s_written = 42;
    for (int i = 0; i < 50 || rounds < 50; ++i)
        base::giveBackRestingMemory();
    isEnough = true;
    other.join();
    EXPECT_EQ(s_written, 42);
}
