// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/page_source.h"

#include "tests/support/sample_files.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <future>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pipeline;
using namespace std::chrono_literals;
using base::Dpi;
using base::ErrorCode;

namespace {

const base::NativePath data = TEST_DATA_DIR;

std::unique_ptr<PageSource> opened(const base::NativePath &path, const WorkerSettings &settings = {})
{
    auto source = PageSource::open(path, {}, settings);
    EXPECT_TRUE(source.has_value()) << (source ? "" : source.error().what.toStdString());
    return source ? std::move(*source) : nullptr;
}

/// A page that takes hours: a pattern of patterns, drawn over and over.
samples::PdfPage endlessPage()
{
    QByteArray content = "/F1 1 Tf ";
    for (int i = 0; i < 3000; ++i)
        content += "/Form Do ";
    return {"/MediaBox [0 0 2000 2000]", content};
}

QByteArray endlessForm()
{
    QByteArray content;
    for (int i = 0; i < 2000; ++i)
        content += "0 0 m 2000 2000 1000 0 0 1999 c 1999 0 5 1999 2000 20 c b* ";
    return "<< /Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Group << /S /Transparency >> /Length "
        + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

QByteArray endlessPdf()
{
    return samples::pdf({samples::textPage("good"), endlessPage()}, {}, {endlessForm()});
}

/// Processes whose parent is @p parent.
std::vector<pid_t> childrenOf(pid_t parent)
{
    std::vector<pid_t> children;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        std::ifstream stat(entry.path() / "stat");
        std::string line;
        if (!std::getline(stat, line))
            continue;
        char state = 0;
        int ppid = 0;
        if (std::sscanf(line.c_str() + line.rfind(')') + 1, " %c %d", &state, &ppid) == 2 && ppid == parent
            && state != 'Z')
            children.push_back(static_cast<pid_t>(std::stoi(entry.path().filename())));
    }
    return children;
}

template <class Condition>
bool comesTrue(Condition condition, std::chrono::milliseconds within = 20s)
{
    for (const auto end = std::chrono::steady_clock::now() + within; std::chrono::steady_clock::now() < end;
        std::this_thread::yield()) {
        if (condition())
            return true;
    }
    return false;
}

qint64 mostResidentBytes(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stoll(line.substr(6)) * 1024;
    }
    return -1;
}

} // namespace

TEST(PageSource, pagesComeBackDrawnAndRead)
{
    const samples::Folder folder;
    const auto source = opened(folder.write(
        "a.pdf", samples::pdf({samples::textPage("Hello"), {"/MediaBox [0 0 10 10]", "1 0 0 rg 0 0 10 10 re f"}})));
    ASSERT_TRUE(source);
    ASSERT_EQ(source->document().pages.size(), 2);
    EXPECT_EQ(source->document().source.path, folder.path() / "a.pdf");
    const auto image = source->renderPage(1, Dpi{72});
    ASSERT_TRUE(image.has_value());
    EXPECT_EQ(image->size(), QSize(10, 10));
    EXPECT_EQ(image->pixelColor(5, 5), QColor(Qt::red));
    const auto layer = source->textLayer(0);
    ASSERT_TRUE(layer.has_value());
    EXPECT_EQ(layer->words.value(0).text, QStringLiteral("Hello"));
    EXPECT_EQ(source->renderPage(2, Dpi{72}).error().code, ErrorCode::RenderFailed);
}

TEST(PageSource, pixelsOutliveTheWorkerAndMayBePaintedOn)
{
    const samples::Folder folder;
    QImage image
        = opened(folder.write("a.pdf", samples::pdf({samples::textPage("Hello")})))->renderPage(0, Dpi{72}).value();
    EXPECT_EQ(image.pixelColor(0, 0), QColor(Qt::white));
    image.setPixelColor(0, 0, Qt::black); // makes a copy
    EXPECT_EQ(image.pixelColor(0, 0), QColor(Qt::black));
}

TEST(PageSource, manyThreadsMayAskAtOnce)
{
    const samples::Folder folder;
    QList<samples::PdfPage> pages;
    for (int i = 0; i < 40; ++i)
        pages.append(samples::textPage("page" + QByteArray::number(i)));
    WorkerSettings settings;
    settings.workers = 3;
    const auto source = opened(folder.write("a.pdf", samples::pdf(pages)), settings);
    std::vector<std::future<QString>> texts;
    for (int i = 0; i < 40; ++i)
        texts.push_back(std::async(std::launch::async, [&source, i] {
            const auto image = source->renderPage(i, Dpi{72});
            const auto layer = source->textLayer(i);
            return image && layer ? layer->words.value(0).text : QStringLiteral("failed");
        }));
    for (int i = 0; i < 40; ++i)
        EXPECT_EQ(texts[static_cast<size_t>(i)].get(), QStringLiteral("page%1").arg(i));
    EXPECT_LE(childrenOf(getpid()).size(), 3U);
}

TEST(PageSource, workersThatNobodyAsksGoButOne)
{
    const samples::Folder folder;
    WorkerSettings settings;
    settings.workers = 3;
    const auto source = opened(folder.write("a.pdf", samples::pdf({samples::textPage("Hello")})), settings);
    std::vector<std::future<bool>> answers;
    for (int i = 0; i < 12; ++i)
        answers.push_back(
            std::async(std::launch::async, [&source] { return source->renderPage(0, Dpi{200}).has_value(); }));
    for (std::future<bool> &answer : answers)
        EXPECT_TRUE(answer.get());
    const size_t busy = childrenOf(getpid()).size();
    EXPECT_GT(busy, 1U);
    source->letIdleWorkersGo(); // they were asked a moment ago
    EXPECT_EQ(childrenOf(getpid()).size(), busy);
    source->letIdleWorkersGo();
    EXPECT_EQ(childrenOf(getpid()).size(), 1U);
    EXPECT_TRUE(source->renderPage(0, Dpi{72}).has_value());
}

TEST(PageSource, aPasswordReachesEveryWorker)
{
    WorkerSettings settings;
    settings.workers = 2;
    auto source
        = PageSource::open(data / "broken/password-unicode.pdf", QStringLiteral("\u00e6\u00f8\u00e5"), settings);
    ASSERT_TRUE(source.has_value());
    auto one = std::async(std::launch::async, [&] { return (*source)->renderPage(0, Dpi{300}).has_value(); });
    EXPECT_TRUE((*source)->renderPage(0, Dpi{300}).has_value());
    EXPECT_TRUE(one.get());
    EXPECT_EQ(PageSource::open(data / "broken/password-unicode.pdf", QStringLiteral("wrong"), settings).error().code,
        ErrorCode::PasswordNeeded);
}

TEST(PageSource, aPageThatDoesNotEndIsGivenUpAloneAndTheNextOneIsRead)
{
    const samples::Folder folder;
    WorkerSettings settings;
    settings.pageLimit = 3s;
    settings.workers = 1;
    const auto source = opened(folder.write("a.pdf", endlessPdf()), settings);
    const auto begun = std::chrono::steady_clock::now();
    const auto endless = source->renderPage(1, Dpi{300});
    ASSERT_FALSE(endless.has_value());
    EXPECT_EQ(endless.error().code, ErrorCode::TimedOut);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 8s);
    EXPECT_TRUE(source->renderPage(0, Dpi{72}).has_value());
}

TEST(PageSource, aPageThatTakesTooMuchMemoryIsGivenUpAlone)
{
    // Half transparent groups in each other: every one takes a picture of the whole page, 60 MB at this resolution.
    QList<QByteArray> groups;
    for (int object = 6; object < 16; ++object) {
        groups.append("<< /Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Group << /S /Transparency >> "
                      "/Resources << /ExtGState << /G << /ca 0.5 >> >> /XObject << /Next "
            + QByteArray::number(object + 1) + " 0 R >> >> /Length 14 >>\nstream\n/G gs /Next Do\nendstream");
    }
    groups.append(endlessForm());
    const samples::Folder folder;
    WorkerSettings settings;
    settings.memoryLimit = 200 << 20;
    settings.pageLimit = 20s;
    settings.workers = 1;
    const auto source
        = opened(folder.write("a.pdf", samples::pdf({samples::textPage("good"), endlessPage()}, {}, groups)), settings);
    const auto large = source->renderPage(1, Dpi{200});
    ASSERT_FALSE(large.has_value());
    EXPECT_EQ(large.error().code, ErrorCode::WorkerDied);
    EXPECT_TRUE(large.error().what.contains(QStringLiteral("200 MB"))) << large.error().what.toStdString();
    EXPECT_TRUE(source->renderPage(0, Dpi{72}).has_value());
}

TEST(PageSource, aKilledWorkerFailsItsPageAndIsReplaced)
{
    const samples::Folder folder;
    WorkerSettings settings;
    settings.workers = 1;
    const auto source = opened(folder.write("a.pdf", endlessPdf()), settings);
    const std::vector<pid_t> workers = childrenOf(getpid());
    ASSERT_EQ(workers.size(), 1U);
    auto page = std::async(std::launch::async, [&] { return source->renderPage(1, Dpi{300}); });
    kill(workers[0], SIGKILL);
    EXPECT_EQ(page.get().error().code, ErrorCode::WorkerDied);
    EXPECT_TRUE(source->renderPage(0, Dpi{72}).has_value());
}

TEST(PageSource, aWorkerIsReplacedAfterAHundredCallsSoThatMemoryStaysFlat)
{
    const samples::Folder folder;
    WorkerSettings one;
    one.workers = 1;
    const auto source = opened(folder.write("a.pdf", samples::pdf({samples::textPage("Hello")})), one);
    ASSERT_TRUE(source);
    const std::vector<pid_t> first = childrenOf(getpid());
    ASSERT_EQ(first.size(), 1U);
    for (int call = 0; call < 101; ++call) {
        const auto layer = source->textLayer(0);
        ASSERT_TRUE(layer.has_value()) << call;
        EXPECT_EQ(layer->words.size(), 1) << call;
    }
    const std::vector<pid_t> later = childrenOf(getpid());
    ASSERT_EQ(later.size(), 1U);
    EXPECT_NE(later, first);
}

TEST(PageSource, aStopEndsAPageSoonAndLeavesTheWorkerForTheNext)
{
    const samples::Folder folder;
    WorkerSettings settings;
    settings.workers = 1;
    const auto source = opened(folder.write("a.pdf", endlessPdf()), settings);
    std::stop_source stop;
    auto page = std::async(std::launch::async, [&] { return source->renderPage(1, Dpi{300}, stop.get_token()); });
    EXPECT_EQ(page.wait_for(200ms), std::future_status::timeout); // it is under way
    const auto asked = std::chrono::steady_clock::now();
    stop.request_stop();
    EXPECT_EQ(page.get().error().code, ErrorCode::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, 4s);
    EXPECT_TRUE(source->renderPage(0, Dpi{72}).has_value());
    EXPECT_EQ(source->renderPage(0, Dpi{72}, stop.get_token()).error().code, ErrorCode::Cancelled);
}

TEST(PageSource, whoWaitsForAWorkerCanBeStopped)
{
    const samples::Folder folder;
    WorkerSettings settings;
    settings.workers = 1;
    const auto source = opened(folder.write("a.pdf", endlessPdf()), settings);
    std::stop_source first;
    std::stop_source second;
    auto page = std::async(std::launch::async, [&] { return source->renderPage(1, Dpi{300}, first.get_token()); });
    EXPECT_EQ(page.wait_for(100ms), std::future_status::timeout);
    auto waiting = std::async(std::launch::async, [&] { return source->textLayer(0, second.get_token()); });
    second.request_stop();
    EXPECT_EQ(waiting.get().error().code, ErrorCode::Cancelled);
    first.request_stop();
    EXPECT_EQ(page.get().error().code, ErrorCode::Cancelled);
}

TEST(PageSource, workersEndWithTheirObject)
{
    const samples::Folder folder;
    opened(folder.write("a.pdf", samples::pdf({samples::textPage("Hello")}))).reset();
    EXPECT_TRUE(childrenOf(getpid()).empty());
}

TEST(PageSource, workersEndWhenTheirParentIsKilledInTheMiddleOfAPage)
{
    const samples::Folder folder;
    const base::NativePath file = folder.write("a.pdf", endlessPdf());
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
    const pid_t parent = fork();
    if (parent == 0) {
        WorkerSettings settings;
        settings.workers = 1;
        const auto source = PageSource::open(file, {}, settings);
        const pid_t worker = childrenOf(getpid()).at(0);
        static_cast<void>(write(pipe[1], &worker, sizeof worker));
        static_cast<void>((*source)->renderPage(1, Dpi{300}));
        _exit(0);
    }
    pid_t worker = 0;
    ASSERT_EQ(read(pipe[0], &worker, sizeof worker), static_cast<ssize_t>(sizeof worker));
    kill(parent, SIGKILL);
    waitpid(parent, nullptr, 0);
    EXPECT_TRUE(comesTrue([&] {
        std::ifstream stat("/proc/" + std::to_string(worker) + "/stat");
        std::string line;
        return !std::getline(stat, line) || line.find(") Z") != std::string::npos;
    }));
}

TEST(PageSource, aProgramThatIsNotThereIsAnErrorNotACrash)
{
    WorkerSettings settings;
    settings.program = "/no/such/recto";
    EXPECT_EQ(PageSource::open(data / "broken/xref-loop.pdf", {}, settings).error().code, ErrorCode::WorkerDied);
    settings.program = "/bin/true"; // speaks another language
    EXPECT_EQ(PageSource::open(data / "broken/xref-loop.pdf", {}, settings).error().code, ErrorCode::WorkerDied);
}

TEST(PageSource, limitsComeFromTheEnvironment)
{
    setenv("RECTO_PAGE_LIMIT_S", "1.5", 1);
    setenv("RECTO_PAGE_LIMIT_MB", "300", 1);
    EXPECT_EQ(WorkerSettings::fromEnvironment().pageLimit, 1500ms);
    EXPECT_EQ(WorkerSettings::fromEnvironment().memoryLimit, 300 << 20);
    unsetenv("RECTO_PAGE_LIMIT_S");
    unsetenv("RECTO_PAGE_LIMIT_MB");
    EXPECT_EQ(WorkerSettings::fromEnvironment().pageLimit, 60s);
}

TEST(PageSource, pipesAreNeverOpened)
{
    const samples::Folder folder;
    const std::string fifo = folder.path() / "x.pdf";
    ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
    EXPECT_EQ(PageSource::open(fifo, {}).error().code, ErrorCode::FileUnreadable);
}

TEST(PageSource, whatItSaysIsSaidInTheLanguageOfTheWindow)
{
    WorkerSettings settings;
    settings.language = "de_DE";
    const auto german = PageSource::open(data / "broken/zero-pages.pdf", {}, settings);
    ASSERT_FALSE(german.has_value());
    EXPECT_EQ(german.error().what, QStringLiteral("das PDF hat keine Seiten"));
    settings.language = "en_GB";
    const auto english = PageSource::open(data / "broken/zero-pages.pdf", {}, settings);
    ASSERT_FALSE(english.has_value());
    EXPECT_EQ(english.error().what, QStringLiteral("the PDF has no pages"));
    settings.language = "fr_FR"; // none of ours
    EXPECT_EQ(PageSource::open(data / "broken/zero-pages.pdf", {}, settings).error().what, english.error().what);
}

/// Every broken file: no crash, no hang, a sentence for what fails, and never more than 300 MB.
class BrokenFile : public testing::TestWithParam<std::string> { };

TEST_P(BrokenFile, takesLittleMemoryAndSaysWhatIsWrong)
{
    WorkerSettings settings;
    settings.workers = 1;
    settings.pageLimit = 240s; // 8 s for the largest on a quiet machine; CI's are not
    const auto source = PageSource::open(data / "broken" / GetParam(), {}, settings);
    const auto expectSentence = [](const base::Error &error) {
        EXPECT_FALSE(error.what.isEmpty());
        EXPECT_FALSE(error.remedy.isEmpty());
        EXPECT_NE(error.code, ErrorCode::WorkerDied);
        EXPECT_NE(error.code, ErrorCode::TimedOut);
    };
    if (!source) {
        expectSentence(source.error());
        return;
    }
    const std::vector<pid_t> workers = childrenOf(getpid());
    ASSERT_EQ(workers.size(), 1U);
    const auto image = (*source)->renderPage(0, Dpi{144});
    if (!image)
        expectSentence(image.error());
    const auto layer = (*source)->textLayer(0);
    EXPECT_TRUE(layer.has_value());
    const qint64 most = mostResidentBytes(workers[0]);
    EXPECT_GT(most, 0);
    EXPECT_LT(most, 300 << 20);
}

INSTANTIATE_TEST_SUITE_P(All, BrokenFile,
    testing::Values("bmp-six-terapixel.bmp", "damaged-stream.pdf", "encrypted-empty-password.pdf",
        "gif-bomb-44-bytes.gif", "header-only.pdf", "huge-jbig2-35000px.pdf", "huge-page-enormous.pdf",
        "jp2-truncated.jp2", "negative-page-count.pdf", "password-openpassword.pdf", "password-unicode.pdf",
        "png-truncated.png", "xref-loop.pdf", "zero-bytes.pdf", "zero-pages.pdf"),
    [](const auto &file) {
        std::string name = file.param;
        std::ranges::replace_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
        return name;
    });
