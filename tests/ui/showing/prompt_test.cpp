// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_server.h"
#include "tests/ui/showing/showing.h"

#include "ui/dialogs/form_parts.h"
#include "ui/dialogs/prompt_dialog.h"
#include "ui/page_view/page_canvas.h"
#include "ui/review/answers_panel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>

#include <mutex>

using namespace Qt::StringLiterals;

namespace {

/// A server that answers what it was asked, and keeps prompt and picture size of each request.
class Listener {
public:
    struct Heard {
        QString prompt;
        QSize picture;
    };

    Listener()
        : m_server([this](support::FakeExchange &exchange) { hear(exchange); })
    {
    }
    [[nodiscard]] QString url() const { return m_server.url(); }
    [[nodiscard]] QList<Heard> heard()
    {
        const std::scoped_lock lock(m_mutex);
        return m_heard;
    }

private:
    void hear(support::FakeExchange &exchange)
    {
        const QJsonValue content = QJsonDocument::fromJson(exchange.body).object()["messages"_L1][0]["content"_L1];
        Heard one;
        for (const QJsonValue &part : content.toArray()) {
            if (part["type"_L1] == "text"_L1)
                one.prompt = part["text"_L1].toString();
            const QString url = part["image_url"_L1]["url"_L1].toString();
            if (!url.isEmpty())
                one.picture = QImage::fromData(QByteArray::fromBase64(url.section(u',', 1).toLatin1())).size();
        }
        exchange.beginStream();
        exchange.sendDelta(u"Three boats lie in the harbour."_s);
        exchange.sendEnd();
        const std::scoped_lock lock(m_mutex);
        m_heard.append(one);
    }

    std::mutex m_mutex;
    QList<Heard> m_heard;
    support::FakeServer m_server;
};

settings::Settings readingAt(const QString &url)
{
    settings::Settings settings;
    settings.engineAddress = url + u"#some-model"_s;
    settings.readsByItself = false;
    return settings;
}

/// A page of a harbour, unread, in a window whose reader is a listening server.
struct AskedWindow {
    AskedWindow()
        : window(readingAt(listener.url()))
    {
        const QString page = folder.filePath(u"harbour.png"_s);
        QFile::copy(u":/demo/harbour.png"_s, page);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        window.openFile(page.toStdString());
        EXPECT_TRUE(QTest::qWaitFor([this] { return window.session().isOpen() && canvas()->isVisible(); }, patience));
    }
    [[nodiscard]] page_view::PageCanvas *canvas() { return window.findChild<page_view::PageCanvas *>(); }
    [[nodiscard]] review::AnswersPanel *answers() { return window.findChild<review::AnswersPanel *>(); }
    dialogs::PromptDialog *openDialog()
    {
        window.actions().find(u"task-custom"_s)->trigger();
        const auto shown = [this] { return window.findChild<dialogs::PromptDialog *>(); };
        EXPECT_TRUE(QTest::qWaitFor([&] { return shown() && shown()->isVisible(); }, patience));
        return shown();
    }
    void type(const QString &prompt)
    {
        auto *line = openDialog()->findChild<QLineEdit *>();
        QTest::keyClicks(line, prompt);
        QTest::keyClick(line, Qt::Key_Return);
        EXPECT_TRUE(QTest::qWaitFor([this] { return !window.findChild<dialogs::PromptDialog *>(); }, patience));
    }
    [[nodiscard]] bool waitForAnswer(const QString &text)
    {
        return QTest::qWaitFor(
            [&] {
                const auto labels = answers()->findChildren<QLabel *>();
                return answers()->isVisible()
                    && std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
            },
            patience);
    }

    QTemporaryDir folder;
    Listener listener;
    main_window::MainWindow window;
};

} // namespace

TEST(Prompt, aPromptOfOnesOwnIsPutToThePageAndAnsweredBesideIt)
{
    AskedWindow open;
    open.type(u"How many boats are there?"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return open.answers()->count() == 1; }, patience));
    EXPECT_TRUE(open.waitForAnswer(u"Three boats lie in the harbour."_s));
    EXPECT_TRUE(open.waitForAnswer(u"How many boats are there? – page 1"_s));
    ASSERT_EQ(open.listener.heard().size(), 1);
    EXPECT_EQ(open.listener.heard().first().prompt, u"How many boats are there?"_s);
    EXPECT_TRUE(open.window.session().store()->page(0).blocks.isEmpty()); // an answer is no reading
}

TEST(Prompt, aPromptOfOnesOwnIsPutToADraggedRectangleAlone)
{
    AskedWindow open;
    open.type(u"What is this?"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return open.listener.heard().size() == 1; }, patience));
    open.window.actions().find(u"task-area"_s)->trigger();
    open.type(u"What is that?"_s);
    ASSERT_EQ(open.canvas()->tool(), page_view::PageCanvas::Tool::Region);
    const QRect area = open.canvas()->toViewport({0.1, 0.1, 0.6, 0.35}).toRect();
    QWidget *viewport = open.canvas()->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, area.topLeft());
    QTest::mouseMove(viewport, area.center());
    QTest::mouseMove(viewport, area.bottomRight());
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, area.bottomRight());
    ASSERT_TRUE(QTest::qWaitFor([&] { return open.answers()->count() == 2; }, patience));
    EXPECT_TRUE(open.waitForAnswer(u"What is that? – part of page 1"_s));
    const auto heard = open.listener.heard();
    ASSERT_EQ(heard.size(), 2);
    EXPECT_EQ(heard[1].prompt, u"What is that?"_s);
    const double across = double(heard[1].picture.width()) / heard[1].picture.height();
    const double whole = double(heard[0].picture.width()) / heard[0].picture.height();
    EXPECT_NEAR(across, 2 * whole, 0.4); // half as wide, a quarter as tall, and the margin that is read along
}

TEST(Prompt, anEmptyPromptIsRefusedAndTheDialogStays)
{
    AskedWindow open;
    auto *dialog = open.openDialog();
    auto *line = dialog->findChild<QLineEdit *>();
    const auto *state = dialog->findChild<dialogs::StateLine *>();
    QTest::keyClicks(line, u"   "_s);
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(state->text().contains(u"type a prompt"_s)) << state->text().toStdString();
    EXPECT_EQ(dialog->focusWidget(), line);
    line->clear();
    QTest::keyClicks(line, u"one <image> too many"_s);
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(state->text().contains(u"picture"_s)) << state->text().toStdString();
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_EQ(open.answers()->count(), 0);
    EXPECT_TRUE(open.listener.heard().isEmpty());
}

TEST(Prompt, theLastPromptIsOfferedAgain)
{
    AskedWindow open;
    open.type(u"Read the name of the boat."_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return open.answers()->count() == 1; }, patience));
    EXPECT_EQ(open.openDialog()->findChild<QLineEdit *>()->selectedText(), u"Read the name of the boat."_s);
}
