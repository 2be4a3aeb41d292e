// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/continue_text.h"

#include "app/cli/convert.h"
#include "app/cli/document_output.h"
#include "app/pipeline/ask_picture.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>

#include <unistd.h>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ContinueText)
};

/// A request with words alone.
QJsonObject bodyFor(const ocr::ReadRequest &request)
{
    QJsonObject body = ocr::buildRequest({}, request);
    body.insert(QStringLiteral("messages"),
        QJsonArray{QJsonObject{
            {QStringLiteral("role"), QStringLiteral("user")}, {QStringLiteral("content"), request.prompt}}});
    return body;
}

document::Document documentOf(const QString &words)
{
    document::Document document;
    document.source.name = QStringLiteral("text");
    document.source.sha256 = QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256).toHex();
    document::PageGeometry none;
    none.size = QSizeF(0, 0);
    document.pages.append(none);
    return document;
}

bool streams(const ConvertArguments &arguments)
{
    const exporters::Format format = arguments.formats.first();
    return !arguments.outputFolder && arguments.formats.size() == 1
        && (format == exporters::Format::Markdown || format == exporters::Format::PlainText);
}

std::vector<base::Error> write(
    const ConvertArguments &arguments, const document::PageContent &content, std::stop_token stop)
{
    OutputSettings settings;
    settings.formats = arguments.formats;
    settings.ifExists = arguments.isForced ? base::AtomicFile::IfExists::Replace : base::AtomicFile::IfExists::Refuse;
    settings.toStandardOutput = !arguments.outputFolder;
    settings.stop = std::move(stop);
    DocumentOutput output({arguments.outputFolder.value_or(base::NativePath()), "text"}, std::move(settings));
    std::vector<base::Error> errors = output.begin(documentOf(arguments.read.task.words));
    for (std::vector<base::Error> more : {output.addPage(content), output.finish().errors})
        errors.insert(errors.end(), more.begin(), more.end());
    return errors;
}

} // namespace

int continueText(
    const ConvertArguments &arguments, pipeline::Engine &engine, Console &console, const Interrupt &interrupt)
{
    const auto failed = [&](const base::Error &error) {
        if (error.code == base::ErrorCode::Cancelled)
            return int(Interrupted);
        console.error(QStringLiteral("recto"), 0, error);
        return int(NothingRead);
    };
    const base::Result<QString> model = engine.modelFor(arguments.read.reader, interrupt.stop());
    if (!model)
        return failed(model.error());
    if (*model == pipeline::readerName(pipeline::Reader::Tesseract))
        return failed(
            {base::ErrorCode::RequestRejected, Words::tr("the task text needs DeepSeek-OCR; Tesseract only reads"),
                Words::tr("name the folder of its model with --model or RECTO_MODEL, or a server with --engine"), {}});
    pipeline::Question question;
    question.request.prompt = ocr::promptOf(arguments.read.task);
    question.request.maxTokens = ocr::longestAnswer(*model, arguments.read.maxTokens);
    question.grammar = markdown::Grammar::Plain;
    const bool isStreamed = streams(arguments);
    const auto send = [&](const ocr::TextListener &listener) {
        ocr::TextListener telling = listener;
        telling.grew = [&](QStringView delta) {
            listener.grew(delta);
            if (isStreamed)
                writeAll(STDOUT_FILENO, delta.toUtf8());
        };
        return engine.read(*model, bodyFor(question.request), telling, interrupt.stop());
    };
    const pipeline::Reading reading = pipeline::askPicture(question, send, {});
    if (isStreamed)
        writeAll(STDOUT_FILENO, "\n");
    if (!reading.answer)
        return failed(reading.answer.error());
    if (isStreamed)
        return AllGood;
    document::PageContent content;
    content.page.geometry.size = QSizeF(0, 0);
    content.page.status = document::PageStatus::Ok;
    content.page.reader = reading.answer->reader;
    content.page.reason = Words::tr("a text without a page");
    content.page.blocks = reading.blocks;
    const std::vector<base::Error> errors = write(arguments, content, interrupt.stopNow());
    for (const base::Error &error : errors)
        console.error(QStringLiteral("recto"), 0, error);
    return errors.empty() ? AllGood : SomeFailed;
}

} // namespace cli
