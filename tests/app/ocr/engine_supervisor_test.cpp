// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/engine_supervisor.h"

#include "app/ocr/client.h"
#include "app/ocr/engine_probe.h"
#include "tests/support/fake_server.h"

#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <thread>

using namespace ocr;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum base::ErrorCode;

namespace {

/// A home of its own for each test; every engine started in it is ended with it.
class EngineSupervised : public testing::Test {
protected:
    EngineSupervised()
    {
        home.program = FAKE_ENGINE;
        home.runtimeFolder = root() / "run";
        home.log = root() / "state/engine.log";
        home.startLimit = 20s;
        home.firstPause = 1ms;
        qputenv("RECTO_FAKE_ENGINE_LOG", (root() / "starts").c_str());
        qunsetenv("RECTO_FAKE_ENGINE");
    }

    ~EngineSupervised() override
    {
        for (const pid_t pid : starts())
            kill(pid, SIGKILL);
    }

    [[nodiscard]] base::NativePath root() const { return folder.path().toStdString(); }

    /// Process ids of all engines started so far.
    [[nodiscard]] std::vector<pid_t> starts() const
    {
        std::ifstream file(root() / "starts");
        std::vector<pid_t> pids;
        for (pid_t pid = 0; file >> pid;)
            pids.push_back(pid);
        return pids;
    }

    /// Kills the engine and waits until nobody listens.
    void killEngine()
    {
        kill(starts().back(), SIGKILL);
        while (listenerOn(home.socket()).kind != Listener::Kind::Nobody)
            std::this_thread::yield();
    }

    QTemporaryDir folder{u"/tmp/recto-test-XXXXXX"_s};
    EngineHome home;
};

mode_t modeOf(const base::NativePath &path)
{
    struct stat info{};
    return lstat(path.c_str(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

TEST_F(EngineSupervised, anEngineIsStartedOnFirstNeedAndAnswersToItsToken)
{
    EngineSupervisor supervisor(home);
    const auto address = supervisor.running({});
    ASSERT_TRUE(address.has_value()) << qPrintable(address.error().what + address.error().detail);
    EXPECT_EQ(Client(*address).models({}).value(), QStringList{u"tesseract"_s});
    EngineAddress stranger = *address;
    stranger.token = "guessed";
    EXPECT_FALSE(Client(stranger).models({}).has_value());
}

TEST_F(EngineSupervised, socketTokenAndFolderAreForThisUserAlone)
{
    ASSERT_TRUE(EngineSupervisor(home).running({}).has_value());
    EXPECT_EQ(modeOf(home.runtimeFolder), 0700U);
    EXPECT_EQ(modeOf(home.socket()), 0600U);
    EXPECT_EQ(modeOf(home.file(".token")), 0600U);
    EXPECT_GE(readToken(home.file(".token")).size(), 64);
}

TEST_F(EngineSupervised, theEngineLivesInASessionOfItsOwn)
{
    ASSERT_TRUE(EngineSupervisor(home).running({}).has_value());
    ASSERT_EQ(starts().size(), 1U);
    EXPECT_EQ(getsid(starts().front()), starts().front());
}

TEST_F(EngineSupervised, aRunningEngineIsUsedAgain)
{
    ASSERT_TRUE(EngineSupervisor(home).running({}).has_value());
    EngineSupervisor later(home);
    ASSERT_TRUE(later.running({}).has_value());
    ASSERT_TRUE(later.running({}).has_value());
    EXPECT_EQ(starts().size(), 1U);
}

TEST_F(EngineSupervised, manyWhoStartAtOnceShareOneEngine)
{
    std::vector<std::future<bool>> callers;
    for (int i = 0; i < 12; ++i)
        callers.push_back(
            std::async(std::launch::async, [this] { return EngineSupervisor(home).running({}).has_value(); }));
    for (auto &caller : callers)
        EXPECT_TRUE(caller.get());
    EXPECT_EQ(starts().size(), 1U);
}

TEST_F(EngineSupervised, anotherModelIsAnotherEngine)
{
    EngineHome other = home;
    other.modelFolder = root() / "model";
    EXPECT_NE(home.socket(), other.socket());
    ASSERT_TRUE(EngineSupervisor(home).running({}).has_value());
    ASSERT_TRUE(EngineSupervisor(other).running({}).has_value());
    EXPECT_EQ(starts().size(), 2U);
}

TEST_F(EngineSupervised, aKilledEngineIsStartedAgain)
{
    EngineSupervisor supervisor(home);
    ASSERT_TRUE(supervisor.running({}).has_value());
    killEngine();
    const auto address = supervisor.running({});
    ASSERT_TRUE(address.has_value()) << qPrintable(address.error().what);
    EXPECT_TRUE(Client(*address).models({}).has_value());
    EXPECT_EQ(starts().size(), 2U);
}

TEST_F(EngineSupervised, aSocketLeftBehindIsNoHindrance)
{
    ASSERT_TRUE(EngineSupervisor(home).running({}).has_value());
    killEngine();
    ASSERT_TRUE(std::filesystem::exists(home.socket()));
    EXPECT_TRUE(EngineSupervisor(home).running({}).has_value());
}

TEST_F(EngineSupervised, itsLastWordsAreTheDetailWhenItDiesAtItsStart)
{
    qputenv("RECTO_FAKE_ENGINE", "dies");
    const auto address = EngineSupervisor(home).running({});
    ASSERT_FALSE(address.has_value());
    EXPECT_EQ(address.error().code, EngineUnreachable);
    EXPECT_TRUE(address.error().detail.startsWith(u"the model is no model"_s)) << qPrintable(address.error().detail);
    EXPECT_TRUE(address.error().detail.contains(u"engine.log"_s));
}

TEST_F(EngineSupervised, aStartThatFailsOnceIsTriedAgainByTheNextPage)
{
    qputenv("RECTO_FAKE_ENGINE", "first dies");
    EngineSupervisor supervisor(home);
    EXPECT_FALSE(supervisor.running({}).has_value());
    EXPECT_TRUE(supervisor.running({}).has_value());
}

TEST_F(EngineSupervised, afterTenDeathsInARowItRests)
{
    qputenv("RECTO_FAKE_ENGINE", "dies");
    EngineSupervisor supervisor(home);
    for (int i = 0; i < 30; ++i)
        EXPECT_FALSE(supervisor.running({}).has_value());
    EXPECT_EQ(starts().size(), 10U);
    EXPECT_TRUE(supervisor.running({}).error().what.contains(u"10 times in a row"_s));
}

TEST_F(EngineSupervised, afterItsRestItIsTriedAgain)
{
    qputenv("RECTO_FAKE_ENGINE", "dies");
    home.restAfterDeaths = 0ms;
    EngineSupervisor supervisor(home);
    for (int i = 0; i < 12; ++i)
        EXPECT_FALSE(supervisor.running({}).has_value());
    EXPECT_EQ(starts().size(), 12U);
}

TEST_F(EngineSupervised, aPageThatWasAnsweredEndsTheRow)
{
    EngineSupervisor supervisor(home);
    for (int i = 0; i < 12; ++i) {
        ASSERT_TRUE(supervisor.running({}).has_value()) << i;
        supervisor.answered();
        killEngine();
    }
    EXPECT_TRUE(supervisor.running({}).has_value());
}

TEST_F(EngineSupervised, anEngineThatKillsEachPageComesToRest)
{
    EngineSupervisor supervisor(home);
    int started = 0;
    for (; started < 20 && supervisor.running({}); ++started)
        killEngine();
    EXPECT_EQ(started, 10);
}

TEST_F(EngineSupervised, aProgramThatIsNotThereIsSaid)
{
    home.program.clear();
    EXPECT_TRUE(EngineSupervisor(home).running({}).error().what.contains(u"not installed"_s));
    home.program = root() / "nothing";
    EXPECT_TRUE(EngineSupervisor(home).running({}).error().what.contains(u"cannot be started"_s));
}

TEST_F(EngineSupervised, whatAPersonReadsNamesNoPath)
{
    const auto isPlain = [](const base::Error &error) {
        return !error.what.contains(u'/') && !error.remedy.contains(u'/') && !error.remedy.isEmpty()
            && !error.detail.isEmpty();
    };
    home.program = root() / "nothing";
    EXPECT_TRUE(isPlain(EngineSupervisor(home).running({}).error()));
    home.program = FAKE_ENGINE;
    qputenv("RECTO_FAKE_ENGINE", "dies");
    EXPECT_TRUE(isPlain(EngineSupervisor(home).running({}).error()));
    home.modelFolder = root() / "model";
    const base::Error withModel = EngineSupervisor(home).running({}).error();
    EXPECT_TRUE(isPlain(withModel));
    EXPECT_TRUE(withModel.remedy.contains(u"model folder"_s)) << qPrintable(withModel.remedy);
    qputenv("RECTO_FAKE_ENGINE", "silent");
    home.startLimit = 300ms;
    EXPECT_TRUE(isPlain(EngineSupervisor(home).running({}).error()));
}

TEST_F(EngineSupervised, aForeignProgramOnTheSocketIsNamedAndLeftAlone)
{
    ASSERT_TRUE(makePrivateFolder(home.runtimeFolder).has_value());
    const support::FakeServer foreign(home.socket().native(),
        [](support::FakeExchange &exchange) { exchange.answer(200, "text/html", "<html>a print server</html>"); });
    const auto address = EngineSupervisor(home).running({});
    ASSERT_FALSE(address.has_value());
    EXPECT_EQ(address.error().code, EngineUnreachable);
    EXPECT_TRUE(address.error().what.contains(u"taken by another program (process %1)"_s.arg(getpid())))
        << qPrintable(address.error().what);
    EXPECT_TRUE(starts().empty());
}

TEST_F(EngineSupervised, aFileInPlaceOfTheSocketIsNotRemoved)
{
    ASSERT_TRUE(makePrivateFolder(home.runtimeFolder).has_value());
    std::ofstream(home.socket()) << "mine";
    EXPECT_FALSE(EngineSupervisor(home).running({}).has_value());
    EXPECT_TRUE(std::filesystem::is_regular_file(home.socket()));
}

TEST_F(EngineSupervised, aRuntimeFolderThatIsALinkIsNotTrusted)
{
    std::filesystem::create_directory(root() / "elsewhere");
    std::filesystem::create_symlink(root() / "elsewhere", home.runtimeFolder);
    const auto address = EngineSupervisor(home).running({});
    ASSERT_FALSE(address.has_value());
    EXPECT_TRUE(address.error().remedy.contains(u"XDG_RUNTIME_DIR"_s));
}

TEST_F(EngineSupervised, anEngineThatNeverGetsReadyIsEndedAfterTheLimit)
{
    qputenv("RECTO_FAKE_ENGINE", "silent");
    home.startLimit = 300ms;
    const auto address = EngineSupervisor(home).running({});
    ASSERT_FALSE(address.has_value());
    EXPECT_TRUE(address.error().what.contains(u"did not get ready"_s));
    ASSERT_EQ(starts().size(), 1U);
    EXPECT_EQ(kill(starts().front(), 0), -1);
}

TEST_F(EngineSupervised, aStopRequestEndsTheWaitForItsStart)
{
    qputenv("RECTO_FAKE_ENGINE", "silent");
    std::stop_source source;
    EngineSupervisor supervisor(home);
    auto answer = std::async(std::launch::async, [&] { return supervisor.running(source.get_token()); });
    while (starts().empty())
        std::this_thread::yield();
    source.request_stop();
    const auto address = answer.get();
    ASSERT_FALSE(address.has_value());
    EXPECT_EQ(address.error().code, Cancelled);
}
