// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/parse_figures.h"

#include "app/markdown/figure.h"
#include "app/ocr/tasks.h"
#include "app/pipeline/ask_picture.h"

#include <algorithm>

namespace pipeline {

namespace {

constexpr int ornamentSide = 16; // pixels

bool isOrnament(const QImage &picture)
{
    return std::min(picture.width(), picture.height()) < ornamentSide;
}

} // namespace

base::Result<void> parseFigures(Engine &engine, const QString &model, const FigureAsking &asking,
    const QList<document::Crop> &crops, QList<document::Block> &blocks, std::stop_token stop)
{
    Question question;
    question.model = model;
    question.request.prompt = ocr::promptOf({ocr::TaskKind::Figure, {}});
    question.request.mode = asking.mode;
    question.request.maxTokens = ocr::longestAnswer(model, asking.maxTokens);
    question.grammar = markdown::Grammar::Plain;
    base::Result<void> outcome;
    for (document::Block &block : blocks) {
        const auto crop = std::ranges::find(crops, block.image, &document::Crop::name);
        if (block.image.isEmpty() || crop == crops.end() || isOrnament(crop->image))
            continue;
        const auto send = [&](const ocr::TextListener &listener) {
            return engine.read(model, crop->image, question.request, listener, stop);
        };
        const Reading reading = askPicture(question, send, {});
        if (reading.answer) {
            block.figure = markdown::parseFigure(reading.transcript);
            block.doubtedRepetition = reading.loops();
            continue;
        }
        if (outcome)
            outcome = std::unexpected(reading.answer.error());
        if (reading.answer.error().code == base::ErrorCode::Cancelled)
            return std::unexpected(reading.answer.error());
    }
    return outcome;
}

void takeFigure(const QString &transcript, int pageNumber, QList<document::Block> &blocks)
{
    const document::Figure figure = markdown::parseFigure(transcript);
    if (std::holds_alternative<document::Description>(figure))
        return;
    document::Block block;
    block.id = QStringLiteral("p%1-b1").arg(pageNumber);
    block.type = QStringLiteral("figure");
    block.boxes = {{0, 0, 1, 1}};
    block.markdown = document::figureMarkdown(figure);
    block.text = document::figureText(figure);
    if (const auto *chart = std::get_if<document::ChartTable>(&figure))
        block.html = chart->html;
    block.figure = figure;
    blocks = {block};
}

} // namespace pipeline
