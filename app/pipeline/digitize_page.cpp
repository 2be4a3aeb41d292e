// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/digitize_page.h"

#include "app/base/log.h"
#include "app/layout/read_text_layer.h"
#include "app/markdown/transcript_parser.h"
#include "app/ocr/request.h"
#include "app/pipeline/ask_picture.h"
#include "app/pipeline/cut_crops.h"
#include "app/pipeline/loop_ladder.h"
#include "app/pipeline/parse_figures.h"
#include "app/prepare/orientation.h"

#include <QCoreApplication>

namespace pipeline {

namespace {

using document::PageContent;
using document::PageStatus;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DigitizePage)
};

constexpr base::Dpi tesseractResolution{300}; // what Tesseract is trained on
constexpr base::Dpi networkResolution{144}; // the official PDF script's
constexpr base::Dpi cropResolution{200}; // pictures of born-digital pages: sharp in print, a third of 300's bytes

/// How the answer to a task is read.
markdown::Grammar grammarOf(const ocr::TaskInfo &task, const QString &prompt)
{
    switch (task.answer) {
    case ocr::AnswerForm::Blocks:
        return markdown::Grammar::Labels;
    case ocr::AnswerForm::NamedBoxes:
        return markdown::Grammar::TextInRefs;
    case ocr::AnswerForm::Markdown:
        return markdown::Grammar::Plain;
    case ocr::AnswerForm::FromPrompt:
        break;
    }
    return markdown::grammarFor(prompt);
}

base::Error tesseractCannot(const ocr::TaskInfo &task)
{
    return {base::ErrorCode::RequestRejected,
        Words::tr("the task %1 needs DeepSeek-OCR; Tesseract only reads").arg(task.name),
        Words::tr("name the folder of its model (--model, RECTO_MODEL) or a server (--engine)"), {}};
}

base::Error reachedLimit(int maxTokens)
{
    return {base::ErrorCode::AnswerMalformed,
        Words::tr("the page is longer than the %1 tokens allowed; its end is missing").arg(maxTokens),
        Words::tr("allow longer answers (--max-tokens)"), {}};
}

/// All the text of a page, and nothing that is not on it.
bool readsAllText(ocr::TaskKind task)
{
    return task == ocr::TaskKind::Markdown || task == ocr::TaskKind::Ocr || task == ocr::TaskKind::Free;
}

/// One page's trip. Its steps are called in the order of @c run and leave what they found in @c content.
class Trip {
public:
    Trip(PageSource &source, Engine &engine, const ReadOptions &options, int pageIndex, const PageEvents &events,
        std::stop_token stop);
    PageContent run();

private:
    bool readsTextLayer();
    void takeTextLayer(const document::TextLayer &layer);
    void readPicture();
    base::Result<QImage> uprightPicture(const QString &model);
    base::Result<ocr::Transcription> readUpright(
        const QString &model, QImage &picture, ocr::ReadRequest request, const ocr::TextListener &listener);
    [[nodiscard]] Question questionFor(const QString &model) const;
    void tellGrowth(const QList<document::Block> &blocks);
    void takeReading(const Reading &reading);
    void climb(const Reading &first, const Question &question, const QImage &picture, const HearBlocks &heard);
    void takePictures(const QImage &picture);
    void readFigures();
    void turnBack(QList<document::Block> &blocks) const;
    void fail(const base::Error &error);

    PageSource &m_source;
    Engine &m_engine;
    const ReadOptions &m_options;
    const PageEvents &m_events;
    const int m_pageIndex;
    const std::stop_token m_stop;
    const Reader m_reader;
    const ocr::TaskInfo &m_task;
    bool m_readsPrintedLetters = false; ///< Tesseract: letters are letters, never markup
    QStringList m_languages;
    PageContent m_content;
};

Trip::Trip(PageSource &source, Engine &engine, const ReadOptions &options, int pageIndex, const PageEvents &events,
    std::stop_token stop)
    : m_source(source)
    , m_engine(engine)
    , m_options(options)
    , m_events(events)
    , m_pageIndex(pageIndex)
    , m_stop(std::move(stop))
    , m_reader(options.reader)
    , m_task(ocr::infoOf(options.task.kind))
    , m_languages(options.languages)
{
    m_content.page.number = pageIndex + 1;
    m_content.page.geometry = source.document().pages.at(pageIndex);
    m_content.page.status = PageStatus::Reading;
}

PageContent Trip::run()
{
    if (!readsTextLayer())
        readPicture();
    return std::move(m_content);
}

/// Decides by text layer or reader and, where the text layer is taken, takes it. True when nothing is left to do.
bool Trip::readsTextLayer()
{
    document::Page &page = m_content.page;
    if (m_reader != Reader::Auto && m_reader != Reader::Text) {
        page.reason = Words::tr("Chosen by hand");
        return false;
    }
    if (m_options.task.kind != ocr::TaskKind::Markdown) {
        page.reason = Words::tr("Read as a picture: the task asks for what it shows");
        return false;
    }
    if (m_source.document().source.kind == document::SourceKind::Picture) {
        page.reason = Words::tr("Read as a picture: the file is one");
        if (m_reader == Reader::Text) {
            fail({base::ErrorCode::RequestRejected, Words::tr("a picture has no text layer"),
                Words::tr("read it with another reader (--reader auto)"), {}});
            return true;
        }
        return false;
    }
    const base::Result<document::TextLayer> layer = m_source.textLayer(m_pageIndex, m_stop);
    if (!layer) {
        const base::ErrorCode code = layer.error().code;
        const bool mayStillBeDrawn = code == base::ErrorCode::RenderFailed || code == base::ErrorCode::FileDamaged;
        if (m_reader == Reader::Auto && mayStillBeDrawn) {
            page.reason = Words::tr("Read as a picture: the text layer is damaged");
            return false;
        }
        fail(layer.error());
        return true;
    }
    const layout::TextLayerVerdict verdict = layout::judgeTextLayer(*layer);
    page.reason = m_reader == Reader::Text ? Words::tr("Chosen by hand") : verdict.reason;
    if (m_reader == Reader::Auto && !verdict.isSound)
        return false;
    if (m_reader == Reader::Text && layer->words.isEmpty() && (layer->pictureCoverage > 0 || layer->paths > 0)) {
        fail({base::ErrorCode::RequestRejected, Words::tr("the page has no text layer"),
            Words::tr("read it with another reader (--reader auto)"), {}});
        return true;
    }
    takeTextLayer(*layer);
    return true;
}

void Trip::takeTextLayer(const document::TextLayer &layer)
{
    document::Page &page = m_content.page;
    page.reader = readerName(Reader::Text);
    page.blocks = layout::readTextLayer(layer, page.number);
    page.status = PageStatus::Ok;
    const bool wantsPicture = m_options.picture == PagePicture::Keep;
    const bool wantsCrops = m_options.crops == Crops::Cut || m_options.figures == Figures::Parse;
    if (!wantsPicture && (!wantsCrops || !hasPictures(page.blocks)))
        return;
    const base::Result<QImage> picture = m_source.renderPage(m_pageIndex, cropResolution, m_stop);
    if (picture) {
        takePictures(*picture);
        if (wantsPicture)
            m_content.picture = *picture;
        return;
    }
    page.status = PageStatus::Partial; // the text is there, its pictures are not
    page.error = picture.error();
}

void Trip::readPicture()
{
    document::Page &page = m_content.page;
    const base::Result<QString> model = m_engine.modelFor(m_reader, m_stop);
    if (!model)
        return fail(model.error());
    page.reader = *model;
    m_readsPrintedLetters = *model == readerName(Reader::Tesseract);
    if (m_readsPrintedLetters && !m_task.isForAnyReader)
        return fail(tesseractCannot(m_task));

    base::Result<QImage> picture = uprightPicture(*model);
    if (!picture)
        return fail(picture.error());

    Question question = questionFor(*model);
    if (readsAllText(m_task.kind) && !m_readsPrintedLetters)
        question.ink = std::make_shared<const InkMap>(*picture);
    const HearBlocks heard = [&](const QList<document::Block> &blocks) { tellGrowth(blocks); };
    const auto send
        = [&](const ocr::TextListener &listener) { return readUpright(*model, *picture, question.request, listener); };
    const Reading first = askPicture(question, send, m_events.grew ? heard : HearBlocks());
    takeReading(first);
    if (first.answer && !first.isWhole() && !m_readsPrintedLetters)
        climb(first, question, *picture, heard);
    if (m_options.task.kind == ocr::TaskKind::Figure)
        takeFigure(page.transcript, page.number, page.blocks);
    takePictures(*picture);
    turnBack(page.blocks);
    if (m_options.picture == PagePicture::Keep)
        m_content.picture = *picture;
}

Question Trip::questionFor(const QString &model) const
{
    Question question;
    question.model = model;
    question.pageNumber = m_content.page.number;
    question.request.prompt = ocr::promptOf(m_options.task);
    question.request.languages = m_languages;
    question.request.mode = m_engine.isServer() ? QString() : m_options.mode;
    question.request.maxTokens = ocr::longestAnswer(model, m_options.maxTokens);
    question.grammar = m_readsPrintedLetters ? markdown::Grammar::Labels : grammarOf(m_task, question.request.prompt);
    question.content = m_readsPrintedLetters ? markdown::Content::PlainText : markdown::Content::Markdown;
    return question;
}

void Trip::tellGrowth(const QList<document::Block> &blocks)
{
    if (!m_events.grew)
        return;
    document::Page soFar = m_content.page;
    soFar.blocks = blocks;
    turnBack(soFar.blocks);
    m_events.grew(soFar);
}

/// Reads the picture. A reader that finds it turned says so instead: then @p picture is turned and read.
base::Result<ocr::Transcription> Trip::readUpright(
    const QString &model, QImage &picture, ocr::ReadRequest request, const ocr::TextListener &listener)
{
    if (m_engine.tellsOrientation(model))
        request.leastTurnConfidence = prepare::leastConfidence;
    base::Result<ocr::Transcription> answer = m_engine.read(model, picture, request, listener, m_stop);
    if (!answer || !answer->orientation)
        return answer;
    const int turn = prepare::turnFor(answer->orientation->clockwiseDegrees, answer->orientation->confidence);
    if (turn == 0)
        return answer;
    m_content.page.orientation = turn;
    picture = prepare::turned(picture, turn);
    request.leastTurnConfidence.reset();
    if (request.languages.isEmpty())
        request.languages = answer->orientation->languages;
    return m_engine.read(model, picture, request, listener, m_stop);
}

/// The page drawn at the reader's resolution and turned as our own engine says, unless that tells while it reads. Without that engine a server's
/// page stays as it is.
base::Result<QImage> Trip::uprightPicture(const QString &model)
{
    const base::Dpi standard = m_readsPrintedLetters ? tesseractResolution : networkResolution;
    const base::Dpi resolution = m_options.resolution > 0 ? base::Dpi{m_options.resolution} : standard;
    const base::Result<QImage> picture = m_source.renderPage(m_pageIndex, resolution, m_stop);
    const bool isRecorded = model == readerName(Reader::Replay); // recordings know a picture by its bytes, as it lies
    if (!picture || isRecorded || m_engine.tellsOrientation(model))
        return picture;
    const base::Result<ocr::Orientation> orientation = m_engine.orientation(*picture, m_stop);
    if (!orientation) {
        const bool goesOn = m_engine.isServer() && orientation.error().code != base::ErrorCode::Cancelled;
        if (!goesOn)
            return std::unexpected(orientation.error());
        qCWarning(base::logPipeline) << "which way up the page is stays unknown:" << orientation.error().what;
        return picture;
    }
    if (m_languages.isEmpty() && m_readsPrintedLetters)
        m_languages = orientation->languages;
    m_content.page.orientation = prepare::turnFor(orientation->clockwiseDegrees, orientation->confidence);
    return prepare::turned(*picture, m_content.page.orientation);
}

void Trip::takeReading(const Reading &reading)
{
    document::Page &page = m_content.page;
    page.transcript = reading.transcript;
    page.blocks = reading.blocks;
    if (!reading.answer)
        return fail(reading.answer.error());
    const ocr::Transcription &answer = *reading.answer;
    page.status = PageStatus::Ok;
    if (!answer.reader.isEmpty())
        page.reader = answer.reader;
    if (m_engine.isServer())
        page.reason = Words::tr("%1; read by %2, mode: the server's").arg(page.reason, m_engine.serverName());
    if (m_readsPrintedLetters)
        return;
    const int ending = answer.finishReason == u"stop" && answer.completionTokens > 0 ? 1 : 0;
    m_content.tokens
        = document::TokenUse{answer.completionTokens - ending, answer.visionTokens, answer.validVisionTokens, 0};
    if (reading.isWhole() && answer.repetition && !page.blocks.isEmpty()) { // equal rows of a table do that honestly
        page.blocks.last().doubtedRepetition = true;
        page.reason += QStringLiteral("; ") + Words::tr("its end repeats itself and should be looked at");
    }
}

/// A reading that looped or reached its limit is made again, and what is still lost is told.
void Trip::climb(const Reading &first, const Question &question, const QImage &picture, const HearBlocks &heard)
{
    document::Page &page = m_content.page;
    const bool isLoop = first.loops();
    if (!isLoop && m_options.maxTokens > 0) // whoever sets a limit does not want the page read three times
        return fail(reachedLimit(m_options.maxTokens));
    const bool readsAll = readsAllText(m_task.kind);
    const LadderGround ground{m_engine, picture, question, readsAll && m_task.kind != ocr::TaskKind::Free, readsAll,
        m_languages, heard, m_events.stepped, m_stop};
    const Climbed climbed = climbLadder(first, ground);
    page.blocks = climbed.blocks;
    page.transcript = climbed.transcript;
    if (m_content.tokens)
        m_content.tokens->laterReadings = static_cast<int>(climbed.steps.size());
    if (!climbed.steps.isEmpty()) {
        const QString why = first.leftPage ? Words::tr("the text went on past the page's ink; read again: %1")
            : isLoop                       ? Words::tr("the text repeated itself; read again: %1")
                                           : Words::tr("the text was longer than the longest answer; read again: %1");
        page.reason += QStringLiteral("; ") + why.arg(climbed.steps.join(QStringLiteral(", ")));
    }
    if (climbed.error)
        return fail(*climbed.error);
    if (climbed.steps.isEmpty() && climbed.isWhole)
        page.reason += QStringLiteral("; ") + Words::tr("text that went on where no ink was left is cut off");
    if (climbed.isWhole)
        return;
    page.status = PageStatus::Partial;
    page.error = base::Error{base::ErrorCode::AnswerMalformed,
        isLoop ? Words::tr("the reader began to repeat itself; the text before that was kept")
               : Words::tr("the page is longer than the reader's longest answer; its end is missing"),
        Words::tr("read the page again with another reader or mode"), {}};
}

/// Cuts the pictures out and has them read, as is wanted.
void Trip::takePictures(const QImage &picture)
{
    document::Page &page = m_content.page;
    const bool parses = m_options.figures == Figures::Parse && m_options.task.kind == ocr::TaskKind::Markdown;
    if ((m_options.crops == Crops::Skip && !parses) || !hasPictures(page.blocks))
        return;
    m_content.crops = cutCrops(picture, page.number, page.blocks);
    if (parses)
        readFigures();
    if (m_options.crops == Crops::Cut)
        return;
    m_content.crops.clear();
    for (document::Block &block : page.blocks)
        block.image.clear();
}

void Trip::readFigures()
{
    document::Page &page = m_content.page;
    const base::Result<QString> model = m_engine.modelFor(m_reader == Reader::Text ? Reader::Auto : m_reader, m_stop);
    if (model && *model == readerName(Reader::Tesseract)) {
        page.reason += QStringLiteral("; ") + Words::tr("its pictures were not parsed, which needs DeepSeek-OCR");
        return;
    }
    const QString mode = m_engine.isServer() ? QString() : m_options.mode;
    const base::Result<void> parsed = model
        ? parseFigures(m_engine, *model, {mode, m_options.maxTokens}, m_content.crops, page.blocks, m_stop)
        : std::unexpected(model.error());
    if (parsed || page.error)
        return;
    page.status = PageStatus::Partial; // the text is there, not all of its pictures were read
    page.error = parsed.error();
}

void Trip::turnBack(QList<document::Block> &blocks) const
{
    const int degrees = m_content.page.orientation;
    if (degrees == 0)
        return;
    for (document::Block &block : blocks) {
        for (base::NormalizedRect &box : block.boxes)
            box = box.turnedBack(degrees);
        for (document::Line &line : block.lines)
            line.box = line.box.turnedBack(degrees);
        for (document::Word &word : block.words)
            word.box = word.box.turnedBack(degrees);
    }
}

void Trip::fail(const base::Error &error)
{
    document::Page &page = m_content.page;
    page.error = error;
    if (!page.blocks.isEmpty())
        page.status = PageStatus::Partial;
    else
        page.status = error.code == base::ErrorCode::Cancelled ? PageStatus::Unread : PageStatus::Failed;
}

} // namespace

PageContent digitizePage(PageSource &source, Engine &engine, const ReadOptions &options, int pageIndex,
    const PageEvents &events, std::stop_token stop)
{
    return Trip(source, engine, options, pageIndex, events, std::move(stop)).run();
}

} // namespace pipeline
