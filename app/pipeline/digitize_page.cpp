// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/digitize_page.h"

#include "app/base/log.h"
#include "app/layout/read_text_layer.h"
#include "app/markdown/transcript_parser.h"
#include "app/ocr/request.h"
#include "app/pipeline/assign_words.h"
#include "app/pipeline/cut_crops.h"
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

const QString standardPrompt = QStringLiteral("<|grounding|>Convert the document to markdown.");

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
    void takeTranscription(const base::Result<ocr::Transcription> &answer, markdown::TranscriptParser &parser);
    void turnBack(QList<document::Block> &blocks) const;
    void noteLostText(const ocr::Transcription &transcription);
    void fail(const base::Error &error);

    PageSource &m_source;
    Engine &m_engine;
    const ReadOptions &m_options;
    const PageEvents &m_events;
    const int m_pageIndex;
    const std::stop_token m_stop;
    const Reader m_reader;
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
    if (m_source.document().source.kind == document::SourceKind::Picture) {
        page.reason = Words::tr("Read as a picture: the file is one");
        if (m_reader == Reader::Text) {
            fail({base::ErrorCode::RequestRejected, Words::tr("a picture has no text layer"),
                Words::tr("read it with --reader auto"), {}});
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
            Words::tr("read it with --reader auto"), {}});
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
    if (m_options.crops == Crops::Skip || !hasPictures(page.blocks))
        return;
    const base::Result<QImage> picture = m_source.renderPage(m_pageIndex, cropResolution, m_stop);
    if (picture) {
        m_content.crops = cutCrops(*picture, page.number, page.blocks);
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

    base::Result<QImage> picture = uprightPicture(*model);
    if (!picture)
        return fail(picture.error());

    const QString prompt = m_options.prompt.isEmpty() ? standardPrompt : m_options.prompt;
    const auto newParser = [&] {
        return markdown::TranscriptParser(markdown::grammarFor(prompt), page.number,
            m_readsPrintedLetters ? markdown::Content::PlainText : markdown::Content::Markdown);
    };
    markdown::TranscriptParser parser = newParser();
    ocr::TextListener listener;
    listener.restarted = [&] { parser = newParser(); };
    listener.grew = [&](QStringView delta) {
        parser.append(delta);
        if (!m_events.grew)
            return;
        document::Page soFar = page;
        soFar.blocks = parser.blocks();
        turnBack(soFar.blocks);
        m_events.grew(soFar);
    };

    ocr::ReadRequest request;
    request.prompt = prompt;
    request.languages = m_languages;
    request.mode = m_engine.isServer() ? QString() : m_options.mode;
    request.maxTokens = ocr::longestAnswer(page.reader);
    takeTranscription(readUpright(*model, *picture, request, listener), parser);
    if (m_options.crops == Crops::Cut)
        m_content.crops = cutCrops(*picture, page.number, page.blocks);
    turnBack(page.blocks);
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
    if (!picture || m_engine.tellsOrientation(model))
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

void Trip::takeTranscription(const base::Result<ocr::Transcription> &answer, markdown::TranscriptParser &parser)
{
    document::Page &page = m_content.page;
    parser.finish();
    page.transcript = parser.transcript();
    page.blocks = parser.blocks();
    if (!answer)
        return fail(answer.error());
    page.status = PageStatus::Ok;
    if (!answer->reader.isEmpty())
        page.reader = answer->reader;
    if (m_engine.isServer())
        page.reason = Words::tr("%1; read by %2, mode: the server's").arg(page.reason, m_engine.serverName());
    assignWords(answer->words, page.blocks);
    noteLostText(*answer);
}

/// A loop or the length limit ended the text early: the page is kept as partial and says so.
void Trip::noteLostText(const ocr::Transcription &transcription)
{
    document::Page &page = m_content.page;
    if (transcription.repetition || transcription.finishReason == QLatin1StringView("repetition")) {
        page.status = PageStatus::Partial;
        page.error = base::Error{base::ErrorCode::AnswerMalformed,
            Words::tr("the reader began to repeat itself; the text before that was kept"),
            Words::tr("read the page again with another reader or mode"), {}};
    } else if (transcription.finishReason == QLatin1StringView("length")) {
        page.status = PageStatus::Partial;
        page.error = base::Error{base::ErrorCode::AnswerMalformed,
            Words::tr("the page is longer than the reader's longest answer; its end is missing"),
            Words::tr("read the page again with another reader"), {}};
    }
    if (page.error)
        page.reason += QStringLiteral("; ") + page.error->what;
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
