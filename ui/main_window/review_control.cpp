// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/review_control.h"

#include "app/markdown/figure.h"
#include "ui/figures/figure_view.h"
#include "ui/look/error_words.h"
#include "ui/look/language_names.h"
#include "ui/main_window/session.h"
#include "ui/page_view/page_canvas.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace main_window {

namespace {

constexpr double sharper = 300; // dots per inch for the network, twice its usual
constexpr double sharperLetters = 450; // for Tesseract
constexpr int chartHeight = 760; // among the answers: picture, chart and numbers one under the other
constexpr int figureHeight = 380;

/// Of a reading only what was asked for.
pipeline::AreaReading onlyTables(pipeline::AreaReading reading)
{
    reading.blocks.removeIf([](const document::Block &block) { return block.html.isEmpty(); });
    return reading;
}

/// The whole reading as one formula, unless it is one.
pipeline::AreaReading asFormula(pipeline::AreaReading reading)
{
    QStringList tex;
    base::NormalizedRect box;
    for (const document::Block &block : std::as_const(reading.blocks)) {
        tex.append(block.markdown.trimmed());
        box = box.united(block.box());
    }
    QString whole = tex.join(u' ');
    for (const char *mark : {"\\[", "\\]", "\\(", "\\)"})
        whole.remove(QLatin1StringView(mark));
    document::Block formula;
    formula.type = u"equation"_s;
    formula.markdown = u"\\[ %1 \\]"_s.arg(whole.simplified());
    formula.text = formula.markdown;
    formula.boxes = {box};
    reading.blocks = whole.trimmed().isEmpty() ? QList<document::Block>() : QList<document::Block>{formula};
    return reading;
}

pipeline::AreaReading asFigure(pipeline::AreaReading reading)
{
    const document::Figure figure = markdown::parseFigure(reading.transcript);
    document::Block block;
    block.type = u"figure"_s;
    block.markdown = document::figureMarkdown(figure);
    block.text = document::figureText(figure);
    if (const auto *table = std::get_if<document::ChartTable>(&figure)) {
        block.type = u"table"_s;
        block.html = table->html;
    }
    block.figure = figure;
    reading.blocks = block.text.trimmed().isEmpty() ? QList<document::Block>() : QList<document::Block>{block};
    return reading;
}

} // namespace

ReviewControl::ReviewControl(Session *session, page_view::PageCanvas *canvas, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_canvas(canvas)
    , m_bar(new review::CandidateBar)
    , m_answers(new review::AnswersPanel)
{
    const auto follow = [this] {
        m_again.setSource(m_session->source(), m_session->engine());
        m_questions.setSource(m_session->source(), m_session->engine());
        m_bar->hide();
        m_answers->clear();
        m_asked = 0;
    };
    connect(session, &Session::opened, this, follow);
    connect(session, &Session::closed, this, follow);
    connect(canvas, &page_view::PageCanvas::regionChosen, this, [this](const base::NormalizedRect &area) {
        m_canvas->setTool(page_view::PageCanvas::Tool::Select);
        if (m_areaTask)
            putTo(*std::exchange(m_areaTask, std::nullopt), m_pageIndex, area);
        else
            openWays(area, m_canvas->viewport()->mapToGlobal(m_canvas->toViewport(area).bottomLeft().toPoint()));
    });
    connect(&m_again, &review::AreaReader::answered, this,
        [this](const review::Question &question, pipeline::AreaReading reading, const QImage &) {
            reading = m_way == Way::Table ? onlyTables(std::move(reading))
                : m_way == Way::Formula   ? asFormula(std::move(reading))
                : m_way == Way::Figure    ? asFigure(std::move(reading))
                                          : reading;
            if (reading.blocks.isEmpty())
                m_bar->fail(m_way == Way::Table ? tr("No table was seen there.") : tr("Nothing was read there."));
            else
                m_bar->add({question.title, reading});
        });
    connect(&m_again, &review::AreaReader::failed, this, [this](const review::Question &, const base::Error &error) {
        m_bar->fail(error.remedy.isEmpty() ? error.what : tr("%1. %2").arg(error.what, look::inWindow(error.remedy)));
    });
    connect(m_bar, &review::CandidateBar::taken, this, &ReviewControl::take);
    connect(m_bar, &review::CandidateBar::left, this, [this] {
        m_again.stop();
        m_canvas->setMarks({});
        m_canvas->setFocus();
    });
    connect(m_bar, &review::CandidateBar::otherWayWanted, this,
        [this] { openWays(m_bar->area(), m_bar->mapToGlobal(QPoint(m_bar->width() - 240, m_bar->height()))); });
    connect(&m_questions, &review::AreaReader::answered, this, &ReviewControl::showAnswer);
    connect(&m_questions, &review::AreaReader::failed, this,
        [this](const review::Question &question, const base::Error &error) {
            --m_asked;
            m_answers->setWaiting({});
            const QString text
                = error.remedy.isEmpty() ? error.what : tr("%1. %2").arg(error.what, look::inWindow(error.remedy));
            m_answers->add(question.title, review::textContent(text), text);
            Q_EMIT answersWanted();
        });
}

bool ReviewControl::hasNetwork() const
{
    return m_session->usesServer() || m_session->isDemo() || !settings::modelFolder(m_session->settings(), {}).empty();
}

pipeline::Reader ReviewControl::networkReader() const
{
    return m_session->isDemo() ? pipeline::Reader::Replay : pipeline::Reader::DeepseekOcr;
}

void ReviewControl::chooseArea()
{
    m_areaTask.reset();
    if (m_canvas->tool() == page_view::PageCanvas::Tool::Region) { // the same key puts the tool away
        m_canvas->setTool(page_view::PageCanvas::Tool::Select);
        return;
    }
    m_canvas->setTool(page_view::PageCanvas::Tool::Region);
    m_canvas->setFocus();
    Q_EMIT said(tr("Drag a rectangle over what is to be read again"));
}

void ReviewControl::openWays(const base::NormalizedRect &area, const QPoint &at)
{
    auto *menu = new QMenu(m_canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Read this again"));
    const auto way = [this, menu, area](const QString &title, Way wanted) {
        QAction *action = menu->addAction(title);
        connect(action, &QAction::triggered, this, [this, area, wanted, title] { readAgain(area, wanted, title); });
        return action;
    };
    const QList<QAction *> network{way(tr("DeepSeek-OCR"), Way::Network), way(tr("As a table"), Way::Table),
        way(tr("As a formula"), Way::Formula), way(tr("As a figure"), Way::Figure)};
    for (QAction *action : network) {
        action->setEnabled(hasNetwork());
        if (!hasNetwork())
            action->setText(tr("%1 (no model is installed)").arg(action->text()));
    }
    QMenu *tesseract = menu->addMenu(tr("Tesseract"));
    const auto language = [this, tesseract, area](const QString &name, const QStringList &codes) {
        const QString title = tr("Tesseract, %1").arg(name);
        connect(tesseract->addAction(name), &QAction::triggered, this,
            [this, area, title, codes] { readAgain(area, Way::Tesseract, title, codes); });
    };
    language(tr("as the page"), {});
    tesseract->addSeparator();
    for (const look::ReadingLanguage &one : look::readingLanguages())
        language(one.name, {one.code});
    menu->addSeparator();
    way(tr("At a higher resolution"), Way::Sharper);
    menu->popup(at);
    if (!menu->actions().isEmpty())
        menu->setActiveAction(hasNetwork() ? network.first() : tesseract->menuAction());
}

void ReviewControl::readLitBlockAgain()
{
    const document::Page &page = m_canvas->page();
    const auto block = std::ranges::find(page.blocks, m_canvas->lit(), &document::Block::id);
    if (block == page.blocks.end() || block->boxes.isEmpty()) {
        chooseArea();
        return;
    }
    const base::NormalizedRect box = block->box();
    openWays(box, m_canvas->viewport()->mapToGlobal(m_canvas->toViewport(box).bottomLeft().toPoint()));
}

void ReviewControl::readAgain(
    const base::NormalizedRect &area, Way way, const QString &title, const QStringList &tesseractLanguages)
{
    m_way = way;
    m_area = area;
    const document::Page &page = m_session->store()->page(m_pageIndex);
    review::Question question;
    question.title = title;
    question.request.pageIndex = m_pageIndex;
    question.request.box = area;
    question.request.orientation = page.orientation;
    const bool usesTesseract = way == Way::Tesseract || (way == Way::Sharper && !hasNetwork());
    question.request.reader = usesTesseract ? pipeline::Reader::Tesseract : networkReader();
    question.request.languages = tesseractLanguages;
    if (way == Way::Figure)
        question.request.prompt = ocr::promptOf({ocr::TaskKind::Figure, {}});
    if (way == Way::Sharper)
        question.request.resolution = usesTesseract ? sharperLetters : sharper;
    m_canvas->setMarks({{area, false, true}});
    m_bar->begin(m_pageIndex, area, pipeline::textWithin(page, area), tr("Reading with %1…").arg(title));
    m_again.ask(question);
}

/// One step of the history, in the reader's name.
void ReviewControl::take(const review::Candidate &candidate)
{
    m_canvas->setMarks({});
    const int pageIndex = m_bar->pageIndex();
    const document::Page &before = m_session->store()->page(pageIndex);
    const document::Page after = pipeline::spliceArea(before, m_bar->area(), candidate.reading);
    if (after == before) {
        Q_EMIT said(tr("A table is read again as a whole: draw the rectangle around all of it"));
        return;
    }
    m_session->store()->edit(pageIndex, after, candidate.reading.reader, tr("Read again"));
    Q_EMIT said(tr("Taken from %1; Undo brings the old words back").arg(candidate.title));
    m_canvas->setFocus();
}

void ReviewControl::put(const ocr::Task &task)
{
    const ocr::TaskInfo &info = ocr::infoOf(task.kind);
    const bool reads = task.kind == ocr::TaskKind::Markdown || task.kind == ocr::TaskKind::Ocr;
    if (m_scope == Scope::Area && info.takesPicture) {
        m_areaTask = task;
        m_canvas->setTool(page_view::PageCanvas::Tool::Region);
        m_canvas->setFocus();
        Q_EMIT said(tr("Drag a rectangle: %1").arg(ocr::titleOf(task.kind)));
        return;
    }
    QList<int> pages{m_pageIndex};
    if (m_scope == Scope::Selection && !m_selection.isEmpty())
        pages = m_selection;
    if (m_scope == Scope::Document) {
        pages.clear();
        for (int index = 0; index < m_session->store()->pageCount(); ++index)
            pages.append(index);
    }
    if (reads) { // becomes the pages' text, as reading does
        pipeline::ReadOptions options = m_session->queue()->options();
        options.task = task;
        if (options.reader != pipeline::Reader::Replay && hasNetwork())
            options.reader = pipeline::Reader::DeepseekOcr;
        m_session->queue()->readWith(pages, options);
        return;
    }
    for (const int pageIndex : std::as_const(pages))
        putTo(task, pageIndex, {0, 0, 1, 1});
}

void ReviewControl::putTo(const ocr::Task &task, int pageIndex, const base::NormalizedRect &area)
{
    const bool isPart = !(area == base::NormalizedRect{0, 0, 1, 1});
    const QString what = task.words.isEmpty() ? ocr::titleOf(task.kind) : task.words;
    review::Question question;
    question.task = task;
    question.title = isPart ? tr("%1 – part of page %2").arg(what).arg(pageIndex + 1)
                            : tr("%1 – page %2").arg(what).arg(pageIndex + 1);
    question.request.pageIndex = pageIndex;
    question.request.box = area;
    question.request.orientation = m_session->store()->page(pageIndex).orientation;
    question.request.prompt = ocr::promptOf(task);
    if (!hasNetwork() && !ocr::infoOf(task.kind).isForAnyReader) {
        const QString text = tr(
            "This task needs DeepSeek-OCR. Install the model, or name a server in the settings; Tesseract only reads.");
        m_answers->add(question.title, review::textContent(text), text);
        Q_EMIT answersWanted();
        return;
    }
    question.request.reader = hasNetwork() ? networkReader() : pipeline::Reader::Tesseract;
    ++m_asked;
    m_answers->setWaiting(tr("Asking: %1…").arg(question.title));
    Q_EMIT answersWanted();
    m_questions.ask(question);
}

void ReviewControl::showAnswer(
    const review::Question &question, const pipeline::AreaReading &reading, const QImage &picture)
{
    --m_asked;
    m_answers->setWaiting(m_asked > 0 ? tr("%n question(s) still to be answered…", nullptr, m_asked) : QString());
    const bool areNamed = ocr::infoOf(question.task.kind).answer == ocr::AnswerForm::NamedBoxes;
    QList<std::pair<QString, base::NormalizedRect>> boxes;
    for (const document::Block &block : reading.blocks) {
        for (const base::NormalizedRect &box : block.boxes)
            boxes.append({areNamed ? block.text.simplified() : QString(), box});
    }
    if (question.task.kind == ocr::TaskKind::Figure) {
        const document::Figure figure = markdown::parseFigure(reading.transcript);
        auto *view = new figures::FigureView;
        view->setFigure(figure, picture);
        view->setMinimumHeight(std::holds_alternative<document::ChartTable>(figure) ? chartHeight : figureHeight);
        m_answers->add(question.title, view, document::figureText(figure));
    } else {
        QString text = pipeline::textOf(reading);
        if (areNamed) {
            QStringList named;
            for (const document::Block &block : reading.blocks)
                named.append(
                    block.boxes.size() > 1 ? tr("%1 (%2 places)").arg(block.text).arg(block.boxes.size()) : block.text);
            text = named.join(u'\n');
        }
        if (text.trimmed().isEmpty())
            text = tr("The answer is empty.");
        m_answers->add(question.title, review::textContent(text), text);
    }
    Q_EMIT answersWanted();
    if (!boxes.isEmpty())
        Q_EMIT boxesAnswered(question.request.pageIndex, boxes);
}

void ReviewControl::stop()
{
    m_questions.stop();
    m_again.stop();
    m_asked = 0;
    m_answers->setWaiting({});
}

} // namespace main_window
