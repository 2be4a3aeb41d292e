// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/read_area.h"

#include "app/markdown/transcript_parser.h"
#include "app/ocr/request.h"
#include "app/ocr/tasks.h"
#include "app/pipeline/assign_words.h"
#include "app/prepare/orientation.h"

#include <QPainter>

#include <algorithm>

namespace pipeline {

namespace {

constexpr double tesseractResolution = 300; // what Tesseract is trained on
constexpr double networkResolution = 144; // the official PDF script's, for whole pages
constexpr double sharpestResolution = 400;
constexpr double goodSide = 1024; // pixels: the network's overview; a smaller picture would only be scaled up
constexpr int whiteBorder = 16; // pixels around a cut-out: letters at the very edge are misread

/// A part of the page as it is sent, and the way back from its boxes to the page's.
struct Cutting {
    QImage picture;
    base::NormalizedRect box; ///< of the page
    QRectF inside; ///< of @c picture before it was turned: the page's pixels, in shares
    int orientation = 0;

    [[nodiscard]] base::NormalizedRect onPage(const base::NormalizedRect &sent) const
    {
        const base::NormalizedRect upright = sent.turnedBack(orientation);
        const auto across = [&](double x) { return box.x0 + (x - inside.x()) / inside.width() * box.width(); };
        const auto down = [&](double y) { return box.y0 + (y - inside.y()) / inside.height() * box.height(); };
        return base::NormalizedRect::of(across(upright.x0), down(upright.y0), across(upright.x1), down(upright.y1))
            .intersected(box);
    }
};

bool isWholePage(const base::NormalizedRect &box)
{
    return box.isEmpty() || (box.x0 <= 0 && box.y0 <= 0 && box.x1 >= 1 && box.y1 >= 1);
}

base::Dpi resolutionFor(const document::PageGeometry &page, const AreaRequest &request, bool readsLetters)
{
    if (request.resolution > 0)
        return base::Dpi{request.resolution};
    if (readsLetters)
        return base::Dpi{tesseractResolution};
    if (isWholePage(request.box))
        return base::Dpi{networkResolution};
    const QRectF area = request.box.on(page.size);
    const double inches = std::max(area.width(), area.height()) / 72;
    return base::Dpi{
        std::clamp(inches > 0 ? goodSide / inches : networkResolution, networkResolution, sharpestResolution)};
}

Cutting cut(const QImage &page, const AreaRequest &request)
{
    Cutting cutting{page, {0, 0, 1, 1}, {0, 0, 1, 1}, request.orientation};
    if (!isWholePage(request.box)) {
        const QRect pixels = request.box.on(page.size()).toAlignedRect().intersected(page.rect());
        cutting.box = base::NormalizedRect::of(QRectF(pixels), page.size());
        QImage bordered(pixels.size() + 2 * QSize(whiteBorder, whiteBorder), QImage::Format_RGB888);
        bordered.fill(Qt::white);
        QPainter(&bordered).drawImage(QPoint(whiteBorder, whiteBorder), page, pixels);
        const QSizeF whole = bordered.size();
        cutting.inside = {whiteBorder / whole.width(), whiteBorder / whole.height(), pixels.width() / whole.width(),
            pixels.height() / whole.height()};
        cutting.picture = bordered;
    }
    cutting.picture = prepare::turned(cutting.picture, request.orientation);
    return cutting;
}

void toPage(QList<document::Block> &blocks, const Cutting &cutting)
{
    for (document::Block &block : blocks) {
        for (base::NormalizedRect &box : block.boxes)
            box = cutting.onPage(box);
        for (document::Line &line : block.lines)
            line.box = cutting.onPage(line.box);
        for (document::Word &word : block.words)
            word.box = cutting.onPage(word.box);
    }
}

} // namespace

base::Result<AreaReading> readArea(PageSource &source, Engine &engine, const AreaRequest &request, std::stop_token stop)
{
    const Reader reader = request.reader == Reader::Text ? Reader::Auto : request.reader;
    const base::Result<QString> model = engine.modelFor(reader, stop);
    if (!model)
        return std::unexpected(model.error());
    const bool readsLetters = *model == readerName(Reader::Tesseract);
    const document::PageGeometry &geometry = source.document().pages.at(request.pageIndex);
    const base::Result<QImage> page
        = source.renderPage(request.pageIndex, resolutionFor(geometry, request, readsLetters), stop);
    if (!page)
        return std::unexpected(page.error());
    const Cutting cutting = cut(*page, request);

    ocr::ReadRequest asked;
    asked.prompt = request.prompt.isEmpty() ? ocr::promptOf({}) : request.prompt;
    asked.languages = request.languages;
    asked.mode = engine.isServer() ? QString() : request.mode;
    asked.maxTokens = ocr::longestAnswer(*model);
    const base::Result<ocr::Transcription> answer
        = engine.read(*model, ocr::buildRequest(ocr::encodePicture(cutting.picture), asked), {}, stop);
    if (!answer)
        return std::unexpected(answer.error());

    AreaReading reading;
    reading.transcript = answer->text;
    reading.blocks = markdown::parseTranscript(answer->text, markdown::grammarFor(asked.prompt), request.pageIndex + 1,
        readsLetters ? markdown::Content::PlainText : markdown::Content::Markdown);
    assignWords(answer->words, reading.blocks);
    toPage(reading.blocks, cutting);
    reading.reader = answer->reader.isEmpty() ? *model : answer->reader;
    reading.modelSha256 = answer->modelSha256;
    reading.isCut = answer->repetition || answer->finishReason == QLatin1StringView("repetition")
        || answer->finishReason == QLatin1StringView("length");
    return reading;
}

base::Result<QList<base::NormalizedRect>> locateByModel(
    PageSource &source, Engine &engine, AreaRequest request, const QString &words, std::stop_token stop)
{
    request.prompt = ocr::promptOf({ocr::TaskKind::Locate, words});
    const base::Result<AreaReading> reading = readArea(source, engine, request, std::move(stop));
    if (!reading)
        return std::unexpected(reading.error());
    QList<base::NormalizedRect> boxes;
    for (const document::Block &block : reading->blocks) {
        for (const base::NormalizedRect &box : block.boxes) {
            if (!box.isEmpty() && !boxes.contains(box))
                boxes.append(box);
        }
    }
    return boxes;
}

bool canLocate(QStringView model)
{
    return model != readerName(Reader::Tesseract) && model != readerName(Reader::Text);
}

} // namespace pipeline
