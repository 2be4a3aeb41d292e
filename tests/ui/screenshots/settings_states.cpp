// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_server.h"
#include "tests/support/small_model.h"
#include "tests/ui/screenshots/stage.h"
#include "ui/dialogs/model_part.h"
#include "ui/dialogs/server_part.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

namespace screenshots {

using namespace Qt::StringLiterals;
using dialogs::ModelPart;
using dialogs::ServerPart;
using support::FakeExchange;

namespace {

settings::Settings in(const QString &language)
{
    settings::Settings settings;
    settings.language = language;
    return settings;
}

settings::Settings dark()
{
    settings::Settings settings;
    settings.appearance = settings::Appearance::Dark;
    return settings;
}

template <class Part>
Part *openSettings(Stage &stage)
{
    stage.act(u"settings"_s);
    stage.wait("the settings are there", [] { return QApplication::activeModalWidget(); });
    return QApplication::activeModalWidget()->findChild<Part *>();
}

/// What is said below, once it is said in Chinese or German, too: it begins with a mark.
void waitForVerdict(Stage &stage, const QWidget *part)
{
    const auto labels = part->findChildren<QLabel *>();
    stage.wait("the verdict is there", [&labels] {
        return std::ranges::any_of(labels,
            [](const QLabel *label) { return label->text().startsWith(u'✓') || label->text().startsWith(u'✗'); });
    });
    stage.settle();
}

/// A model folder that was prepared as told.
State model(const QString &name, const settings::Settings &with, const std::function<void(const QString &)> &prepare)
{
    return {name, with, [prepare](Stage &stage) {
                const QTemporaryDir folder(QDir::tempPath() + u"/model-XXXXXX"_s);
                prepare(folder.path());
                auto *part = openSettings<ModelPart>(stage);
                QTest::keyClicks(part->findChild<QLineEdit *>(), folder.path());
                waitForVerdict(stage, part);
            }};
}

void cutModel(const QString &folder)
{
    support::writeSmallModel(folder);
    QFile::remove(folder + u"/tokenizer.json"_s);
    QFile::resize(folder + u"/model-00001-of-000001.safetensors"_s, 600'000);
}

/// The server's settings, tested with the mouse. @param keyFile  empty for none.
State server(const QString &name, const settings::Settings &with, const support::FakeServer::Handler &handler,
    const QString &keyFile = {})
{
    return {name, with, [handler, keyFile](Stage &stage) {
                const support::FakeServer listening(handler);
                auto *part = openSettings<ServerPart>(stage);
                auto *choice = QApplication::activeModalWidget()->findChildren<QRadioButton *>().at(1);
                QTest::mouseClick(choice, Qt::LeftButton, {}, QPoint(10, choice->height() / 2));
                const auto lines = part->findChildren<QLineEdit *>();
                QTest::keyClicks(lines.at(0), listening.url());
                QTest::keyClicks(lines.at(1), keyFile);
                part->setPatience(std::chrono::milliseconds(500));
                QTest::mouseClick(part->findChildren<QPushButton *>().at(1), Qt::LeftButton);
                waitForVerdict(stage, part);
            }};
}

void listModel(FakeExchange &exchange)
{
    exchange.answer(200, "application/json", R"({"data": [{"id": "deepseek-ai/DeepSeek-OCR"}]})");
}

void listMany(FakeExchange &exchange)
{
    exchange.answer(200, "application/json",
        R"({"data": [{"id": "deepseek-ai/DeepSeek-OCR"}, {"id": "Qwen/Qwen3-VL-8B-Instruct"}]})");
}

void refuseKey(FakeExchange &exchange)
{
    exchange.answer(401, "application/json", R"({"error": {"message": "Unauthorized"}})");
}

void answerAsWebPage(FakeExchange &exchange)
{
    exchange.answer(200, "text/html", "<html>Log in</html>");
}

void beSilent(FakeExchange &exchange)
{
    exchange.waitUntilClientLeaves();
}

void hangUp(FakeExchange &exchange)
{
    exchange.reset();
}

} // namespace

QList<State> settingsStates()
{
    const auto whole = [](const QString &folder) { support::writeSmallModel(folder); };
    QList<State> states;
    for (const auto &[prefix, with] : {std::pair(u""_s, settings::Settings()), std::pair(u"german-"_s, in(u"de"_s)),
             std::pair(u"chinese-"_s, in(u"zh_CN"_s)), std::pair(u"dark-"_s, dark())})
        states += {
            model(prefix + u"settings-model"_s, with, whole),
            model(prefix + u"settings-model-none"_s, with, [](const QString &) { }),
            model(prefix + u"settings-model-cut"_s, with, cutModel),
            server(prefix + u"settings-server"_s, with, listModel),
            server(prefix + u"settings-server-many"_s, with, listMany),
            server(prefix + u"settings-server-lost"_s, with, hangUp),
            server(prefix + u"settings-server-page"_s, with, answerAsWebPage),
            server(prefix + u"settings-server-silent"_s, with, beSilent),
            server(prefix + u"settings-server-key"_s, with, refuseKey),
            server(prefix + u"settings-server-keyfile"_s, with, listModel, u"/home/anna/keys/server.key"_s),
        };
    return states;
}

} // namespace screenshots
