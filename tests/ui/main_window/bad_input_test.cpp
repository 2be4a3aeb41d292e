// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_server.h"
#include "tests/ui/main_window/open_window.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <gtest/gtest.h>

#include <csignal>
#include <random>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using document::PageStatus;

namespace {

QString pictureOfText(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"scan.png"_s);
    QImage picture(600, 400, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setFont(QFont(u"Liberation Serif"_s, 30));
    painter.drawText(40, 120, u"Words of a page"_s);
    painter.end();
    EXPECT_TRUE(picture.save(path));
    return path;
}

/// A window on a scan that is read by a server of ours.
struct ServedWindow {
    explicit ServedWindow(const support::FakeServer::Handler &handler)
        : server(handler)
        , window(settings())
    {
        window.show();
        window.openFile(pictureOfText(folder).toStdString());
    }
    settings::Settings settings() const
    {
        settings::Settings settings;
        settings.engineAddress = server.url() + u"#some-model"_s;
        settings.reader = u"deepseek-ocr"_s;
        return settings;
    }
    [[nodiscard]] const document::Page &page() { return window.session().store()->page(0); }
    [[nodiscard]] bool waitFor(PageStatus status)
    {
        return QTest::qWaitFor([&] { return window.session().isOpen() && page().status == status; }, patience);
    }

    QTemporaryDir folder;
    support::FakeServer server;
    main_window::MainWindow window;
};

/// No file of this process may grow past @p bytes: as on a disk that is full. Puts it back.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

void type(main_window::MainWindow &window, const QString &text)
{
    document::Page page = window.session().store()->page(0);
    page.blocks[0].markdown = page.blocks[0].text = text;
    window.session().store()->edit(0, page, u"me"_s, u"Type"_s);
}

} // namespace

TEST(BadInput, aServerThatLiesAboutItsAnswerIsToldOnThePage)
{
    ServedWindow served(
        [](support::FakeExchange &exchange) { exchange.answer(200, "text/html", "<html>Log in</html>"); });
    ASSERT_TRUE(served.waitFor(PageStatus::Failed));
    EXPECT_TRUE(QTest::qWaitFor([&] { return noticeText(served.window).contains(u"web page"_s); }, 5000))
        << noticeText(served.window).toStdString();
    EXPECT_TRUE(noticeText(served.window).contains(u"address"_s)); // and what to do
}

TEST(BadInput, aServerThatSaysNothingCanBeStoppedAndThePageIsUnreadAgain)
{
    ServedWindow served([](support::FakeExchange &exchange) {
        exchange.beginStream();
        exchange.waitUntilClientLeaves();
    });
    ASSERT_TRUE(served.waitFor(PageStatus::Reading));
    ASSERT_TRUE(QTest::qWaitFor([&] { return served.server.requests() > 0; }, patience));
    served.window.session().queue()->stop();
    EXPECT_TRUE(served.waitFor(PageStatus::Unread));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !served.window.session().queue()->isReading(); }, 5000));
}

TEST(BadInput, aHundredMegabytesOfTextAreCutAndTold)
{
    ServedWindow served([](support::FakeExchange &exchange) {
        std::mt19937 letters(1); // words that never loop: a loop is cut long before the limit
        exchange.beginStream();
        for (int sent = 0; sent < 100 << 20; sent += 64 << 10) {
            QString text;
            for (int i = 0; i < 64 << 10; ++i)
                text += QChar(i % 9 == 0 ? u' ' : char16_t(u'a' + letters() % 26));
            if (!exchange.sendDelta(text))
                return;
        }
    });
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return served.window.session().isOpen() && !served.window.session().queue()->isReading()
                && served.page().status != PageStatus::Unread && served.page().status != PageStatus::Reading;
        },
        patience));
    qsizetype letters = 0;
    for (const document::Block &block : served.page().blocks)
        letters += block.text.size();
    EXPECT_LT(letters, 1 << 20) << served.page().reason.toStdString();
    EXPECT_TRUE(served.page().error || !served.page().reason.isEmpty()); // it is said what became of it
}

TEST(BadInput, anEngineThatKeepsDyingIsToldOnThePage)
{
    const QTemporaryDir folder;
    const QByteArray engine = qgetenv("RECTO_ENGINE_PROGRAM");
    qputenv("RECTO_ENGINE_PROGRAM", "/bin/false");
    settings::Settings settings;
    settings.reader = u"tesseract"_s;
    main_window::MainWindow window(settings);
    qputenv("RECTO_ENGINE_PROGRAM", "/bin/false");
    window.show();
    window.openFile(pictureOfText(folder).toStdString());
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return window.session().isOpen() && window.session().store()->page(0).status == PageStatus::Failed; },
        patience));
    for (int death = 2; death <= 12; ++death) { // past the tenth it rests, and says so
        window.session().readPage(0);
        EXPECT_TRUE(QTest::qWaitFor([&] { return !window.session().queue()->isReading(); }, patience));
    }
    qputenv("RECTO_ENGINE_PROGRAM", engine);
    EXPECT_TRUE(QTest::qWaitFor([&] { return noticeText(window).contains(u"engine"_s, Qt::CaseInsensitive); }, 5000))
        << noticeText(window).toStdString();
}

TEST(BadInput, onAFullDiskNothingTypedIsLostAndItIsSavedOnceThereIsRoom)
{
    const QTemporaryDir folder;
    const QString path = threePages(folder);
    {
        OpenWindow open(path);
        ASSERT_TRUE(open.waitUntilRead());
        type(open.window, u"before"_s);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !open.window.session().project().empty(); }, patience));
        {
            const FullDisk full(4096);
            for (int letter = 0; letter < 200; ++letter)
                type(open.window, u"typed on a full disk %1"_s.arg(letter));
            EXPECT_TRUE(QTest::qWaitFor([&] { return noticeText(open.window).contains(u"full"_s); }, patience))
                << noticeText(open.window).toStdString();
            EXPECT_EQ(open.store().page(0).blocks[0].text, u"typed on a full disk 199"_s);
        }
        EXPECT_TRUE(QTest::qWaitFor([&] { return open.window.messageText().contains(u"saved again"_s); }, patience));
    }
    auto project = library::ProjectFile::open(folder.filePath(u"three pages.recto"_s).toStdString());
    ASSERT_TRUE(project.has_value());
    document::DocumentStore store;
    const auto saved = project->load();
    ASSERT_TRUE(saved.has_value());
    store.restore(saved->document, saved->snapshot, saved->history);
    EXPECT_EQ(store.page(0).blocks[0].text, u"typed on a full disk 199"_s);
}

TEST(BadInput, aProjectOfANewerRectoIsNamedAndLeftAsItIs)
{
    const QTemporaryDir folder;
    const QString path = threePages(folder);
    const QString project = folder.filePath(u"three pages.recto"_s);
    ASSERT_TRUE(library::ProjectFile::create(project.toStdString(), document::Document()).has_value());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(project);
        ASSERT_TRUE(database.open());
        QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s);
        database.close();
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    QFile file(project);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    OpenWindow open(path);
    ASSERT_TRUE(open.waitUntilRead());
    EXPECT_TRUE(noticeText(open.window).contains(u"newer version"_s)) << noticeText(open.window).toStdString();
    EXPECT_FALSE(open.window.session().project().empty()); // kept apart
    file.seek(0);
    EXPECT_EQ(file.readAll(), before);
}
