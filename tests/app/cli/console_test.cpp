// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/progress.h"

#include <gtest/gtest.h>

using namespace cli;
using namespace std::chrono_literals;

TEST(Console, anErrorIsOneLineWithFilePageAndRemedy)
{
    const base::Error error{base::ErrorCode::RenderFailed, QStringLiteral("it broke"), QStringLiteral("mend it"), {}};
    EXPECT_EQ(errorLine(QStringLiteral("a.pdf"), 3, error), QStringLiteral("a.pdf: page 3: it broke; mend it"));
    EXPECT_EQ(errorLine(QStringLiteral("a.pdf"), 0, error), QStringLiteral("a.pdf: it broke; mend it"));
}

TEST(Console, whyAnEngineCannotBeReachedIsSaidOnce)
{
    base::Error error{base::ErrorCode::EngineUnreachable, QStringLiteral("the reading engine cannot be started"),
        QStringLiteral("install Recto again"), QStringLiteral("/opt/recto-engine: Permission denied")};
    EXPECT_EQ(errorLine({}, 0, error),
        QStringLiteral(
            "the reading engine cannot be started; install Recto again (/opt/recto-engine: Permission denied)"));
    error.what += QStringLiteral(" (%1)").arg(error.detail);
    EXPECT_EQ(errorLine({}, 0, error).count(error.detail), 1);
}

TEST(Console, nothingInALineCommandsTheTerminal)
{
    const QString evil = QStringLiteral("a\x1b]0;t\x07\n\r\u009b31m\u202egnp.exe");
    EXPECT_EQ(printable(evil), QStringLiteral("a\\x1b]0;t\\x07\\n\\x0d\\x9b31m\\x202egnp.exe"));
    EXPECT_EQ(printable(QStringLiteral("ünï 漢 👩‍🚀")), QStringLiteral("ünï 漢 👩‍🚀"));
}

TEST(Progress, tellsPagesRateAndTimeLeft)
{
    const Progress::Time begin{};
    Progress progress(begin);
    progress.addPages(20);
    for (int i = 0; i < 5; ++i)
        progress.pageDone();
    const QString text = progress.text(QStringLiteral("a.pdf"), 6, begin + 30s);
    EXPECT_EQ(text, QStringLiteral("a.pdf: page 6, 5 of 20 done, 10 pages/min, 1 min 30 s left"));
}

TEST(Progress, promisesNoEndWhileFilesAreUnopened)
{
    Progress progress(Progress::Time{});
    progress.addPages(2);
    progress.setUnopened(3);
    progress.pageDone();
    const QString text = progress.text(QStringLiteral("a.pdf"), 2, Progress::Time{} + 60s);
    EXPECT_EQ(text, QStringLiteral("a.pdf: page 2, 1 done, files to come: 3, 1.0 pages/min"));
}
