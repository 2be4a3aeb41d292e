// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_server.h"
#include "tests/support/small_model.h"
#include "tests/ui/dialogs/open_settings.h"

#include <QFileDialog>
#include <QThreadPool>

#include <sys/stat.h>

using dialogs::ServerPart;
using support::FakeExchange;
using support::FakeServer;

namespace {

void listModels(FakeExchange &exchange, const QByteArray &ids)
{
    exchange.answer(200, "application/json", R"({"object": "list", "data": [)" + ids + "]}");
}

void listOne(FakeExchange &exchange)
{
    listModels(exchange, R"({"id": "deepseek-ai/DeepSeek-OCR"})");
}

/// A server's settings, with the test button under the mouse.
class ServerSettings : public testing::Test {
protected:
    ServerSettings() { open.chooseServer(); }

    [[nodiscard]] QLineEdit *address() const { return open.in<QLineEdit, ServerPart>(u"Address of the server"_s); }
    [[nodiscard]] QLineEdit *keyFile() const { return open.in<QLineEdit, ServerPart>(u"File with the server's key"_s); }
    [[nodiscard]] QPushButton *button() const { return open.in<QPushButton, ServerPart>(u"Test the server"_s); }
    [[nodiscard]] QString said() const { return open.said<ServerPart>(); }
    /// What is said once the server was asked at @p url; the button can be used again by then.
    [[nodiscard]] QString answerOf(const QString &url) const
    {
        open.type(address(), url);
        QTest::mouseClick(button(), Qt::LeftButton);
        EXPECT_TRUE(QTest::qWaitFor([this] { return said().startsWith(u'✓') || said().startsWith(u'✗'); }, patience));
        EXPECT_TRUE(button()->isEnabled() && button()->hasFocus());
        return said();
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        support::writeFile(folder.filePath(name), content);
        return folder.filePath(name);
    }

    QTemporaryDir folder;
    OpenSettings open;
};

} // namespace

TEST_F(ServerSettings, aGoodServerSaysWhatItReadsWith)
{
    const FakeServer server(listOne);
    EXPECT_EQ(answerOf(server.url()), u"✓ The server answers; pages will be read with deepseek-ai/DeepSeek-OCR."_s);
}

TEST_F(ServerSettings, theButtonCanBePressedByKey)
{
    const FakeServer server(listOne);
    open.type(address(), server.url());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // key file
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // choose it
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    ASSERT_TRUE(button()->hasFocus());
    QTest::keyClick(button(), Qt::Key_Space);
    EXPECT_TRUE(QTest::qWaitFor([this] { return said().startsWith(u'✓'); }, patience)) << qPrintable(said());
}

TEST_F(ServerSettings, aPortWhereNobodyListensIsTold)
{
    const QString url = [] { return FakeServer(listOne).url(); }(); // was free a moment ago
    EXPECT_EQ(answerOf(url),
        u"✗ Nothing answers at %1; check that the server runs and that its address is right."_s.arg(url));
}

TEST_F(ServerSettings, aWebPageIsNoServerThatReads)
{
    const FakeServer server([](FakeExchange &exchange) { exchange.answer(200, "text/html", "<html>Log in</html>"); });
    EXPECT_EQ(answerOf(server.url()),
        u"✗ %1 answers with a web page, not as an OpenAI-compatible server does; check the server's address."_s.arg(
            server.url()));
}

TEST_F(ServerSettings, aSilentServerIsNotWaitedForLong)
{
    open.dialog->findChild<ServerPart *>()->setPatience(std::chrono::milliseconds(300));
    const FakeServer server([](FakeExchange &exchange) { exchange.waitUntilClientLeaves(); });
    EXPECT_EQ(answerOf(server.url()),
        u"✗ %1 did not answer in time; it may still be starting: test again in a while, or check the address."_s.arg(
            server.url()));
}

TEST_F(ServerSettings, aKeyThatIsMissingOrWrongIsAskedFor)
{
    const FakeServer server([](FakeExchange &exchange) {
        if (exchange.header("authorization") == "Bearer right")
            listOne(exchange);
        else
            exchange.answer(401, "application/json", R"({"error": {"message": "Unauthorized"}})");
    });
    EXPECT_EQ(
        answerOf(server.url()), u"✗ %1 asks for a key: Unauthorized; give the file that holds it."_s.arg(server.url()));
    open.type(keyFile(), write(u"wrong"_s, "wrong\n"));
    EXPECT_EQ(
        answerOf(server.url()), u"✗ %1 does not accept the key: Unauthorized; check the key file."_s.arg(server.url()));
    open.type(keyFile(), write(u"right"_s, "right\n"));
    EXPECT_TRUE(answerOf(server.url()).startsWith(u'✓')) << qPrintable(said());
}

TEST_F(ServerSettings, aKeyFileThatCannotBeReadIsToldAndNobodyIsAsked)
{
    const FakeServer server(listOne);
    const QString remedy = u"; choose another, or leave the field empty if the server asks for no key."_s;
    const QString pipe = folder.filePath(u"pipe"_s);
    ASSERT_EQ(mkfifo(qPrintable(pipe), 0600), 0); // nobody writes to it: reading would never end
    for (const auto &[file, why] :
        {std::pair(u"/nowhere/key"_s, u"there is no such file"_s), std::pair(folder.path(), u"it is a folder"_s),
            std::pair(pipe, u"it is a pipe, socket or device, not a file"_s)}) {
        open.type(keyFile(), file);
        EXPECT_EQ(answerOf(server.url()), u"✗ The key file cannot be used: %1"_s.arg(why) + remedy);
    }
    open.type(keyFile(), write(u"empty"_s, "\n"));
    EXPECT_EQ(answerOf(server.url()), u"✗ There is no key in the first line of the key file"_s + remedy);
    EXPECT_EQ(server.requests(), 0);
}

TEST_F(ServerSettings, whatIsNoAddressIsTold)
{
    EXPECT_EQ(answerOf({}), u"✗ The server's address is missing; write it above, as in http://workstation:8000."_s);
    EXPECT_TRUE(answerOf(u"workstation"_s).startsWith(u"✗ “workstation” is no address of a server"_s))
        << qPrintable(said());
}

TEST_F(ServerSettings, aServerWithoutAModelOrWithManySaysHowToGoOn)
{
    QByteArray ids;
    const FakeServer server([&ids](FakeExchange &exchange) { listModels(exchange, ids); });
    EXPECT_TRUE(answerOf(server.url()).contains(u"has no model"_s)) << qPrintable(said());
    ids = R"({"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}, {"id": "e"})";
    EXPECT_EQ(answerOf(server.url()),
        u"✗ %1 has several models (a, b, c, d and 1 more); write the one to read with behind the address, as in %1#a."_s
            .arg(server.url()));
    EXPECT_TRUE(answerOf(server.url() + u"#x"_s).contains(u"has no model “x”"_s)) << qPrintable(said());
    EXPECT_EQ(answerOf(server.url() + u"#b"_s), u"✓ The server answers; pages will be read with b."_s);
}

TEST_F(ServerSettings, aServersWordsAreNeverMarkup)
{
    const FakeServer server([](FakeExchange &exchange) { listModels(exchange, R"({"id": "<img src='file:///x'>"})"); });
    EXPECT_TRUE(answerOf(server.url()).contains(u"<img"_s));
    EXPECT_EQ(open.dialog->findChild<ServerPart *>()->findChild<dialogs::StateLine *>()->textFormat(), Qt::PlainText);
}

TEST_F(ServerSettings, anotherAddressTakesTheOldAnswerBack)
{
    const FakeServer server(listOne);
    EXPECT_TRUE(answerOf(server.url()).startsWith(u'✓'));
    QTest::keyClicks(address(), u"9"_s);
    EXPECT_TRUE(said().startsWith(u"Pictures of the pages"_s)) << qPrintable(said());
}

TEST_F(ServerSettings, theWindowCanBeClosedWhileTheServerIsAsked)
{
    std::atomic<bool> hasLeft = false;
    const FakeServer server([&hasLeft](FakeExchange &exchange) { hasLeft = exchange.waitUntilClientLeaves(); });
    open.dialog->findChild<ServerPart *>()->setPatience(std::chrono::minutes(10));
    open.type(address(), server.url());
    QTest::mouseClick(button(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&server] { return server.requests() == 1; }, patience));
    EXPECT_EQ(said(), u"Asking the server…"_s);
    QTest::keyClick(open.dialog.get(), Qt::Key_Escape);
    EXPECT_FALSE(open.dialog->isVisible());
    open.dialog.reset();
    EXPECT_TRUE(QThreadPool::globalInstance()->waitForDone(patience));
    EXPECT_TRUE(QTest::qWaitFor([&hasLeft] { return hasLeft.load(); }, patience));
}

TEST_F(ServerSettings, withoutAnAddressTheyCannotBeTaken)
{
    QTest::mouseClick(open.button(QDialogButtonBox::Ok), Qt::LeftButton);
    EXPECT_TRUE(open.dialog->isVisible());
    EXPECT_TRUE(said().contains(u"address is missing"_s)) << qPrintable(said());
    EXPECT_TRUE(address()->hasFocus());
    QTest::keyClicks(address(), u"http://workstation:8000"_s);
    QTest::mouseClick(open.button(QDialogButtonBox::Ok), Qt::LeftButton);
    EXPECT_FALSE(open.dialog->isVisible());
}

TEST_F(ServerSettings, theKeyFileIsChosenWithoutStandingStill)
{
    const QString key = write(u"server.key"_s, "secret\n");
    open.type(keyFile(), folder.filePath(u"none yet"_s));
    QTest::mouseClick(open.in<QPushButton, ServerPart>(u"Choose the key file"_s), Qt::LeftButton); // returns at once
    auto *chooser = open.dialog->findChild<QFileDialog *>();
    ASSERT_TRUE(chooser && chooser->isVisible());
    EXPECT_EQ(chooser->directory().canonicalPath(), QDir(folder.path()).canonicalPath());
    auto *name = chooser->findChild<QLineEdit *>();
    QTest::keyClicks(name, u"server.key"_s);
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return keyFile()->text() == key; }, patience)) << qPrintable(keyFile()->text());
}
