// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/conversion.h"

#include "app/cli/convert.h"
#include "app/cli/project_pictures.h"
#include "app/cli/read_pages.h"
#include "app/library/read_project.h"
#include "app/settings/settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <unistd.h>

namespace cli {

namespace {

using document::PageStatus;
using Clock = std::chrono::steady_clock;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conversion)
};

qint64 millisecondsSince(Progress::Time begin)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count();
}

} // namespace

Conversion::Conversion(const ConvertArguments &arguments, Plan plan, Console &console, const Interrupt &interrupt)
    : m_arguments(arguments)
    , m_plan(std::move(plan))
    , m_console(console)
    , m_interrupt(interrupt)
    , m_progress(Clock::now())
{
}

pipeline::RunOptions Conversion::runOptions(const QString &password) const
{
    pipeline::RunOptions options;
    options.read = m_arguments.read;
    options.password = password;
    options.pagesInFlight = m_arguments.concurrency;
    options.choosePages = [ranges = m_arguments.pages](const document::Document &document) {
        return ranges.of(static_cast<int>(document.pages.size())).pages;
    };
    if (m_arguments.formats.contains(exporters::Format::Json))
        options.hash = pipeline::SourceHash::Wanted;
    const bool embeds = std::ranges::any_of(m_arguments.formats, &DocumentOutput::embedsPictures);
    if (m_arguments.toStandardOutput && !embeds)
        options.read.crops = pipeline::Crops::Skip;
    return options;
}

int Conversion::run(pipeline::Engine &engine, const QString &password)
{
    for (const Plan::Problem &problem : m_plan.problems) {
        m_hasFailure = true;
        m_console.error(printable(problem.shown), 0, problem.error);
        m_console.event({{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("file"), problem.shown},
            {QStringLiteral("error"), errorLine({}, 0, problem.error)}});
    }
    m_progress.setUnopened(m_plan.sources.size());
    std::vector<pipeline::QueuedSource> queued;
    std::vector<size_t> places; // in the plan
    for (size_t index = 0; index < m_plan.sources.size(); ++index) {
        const PlannedSource &source = m_plan.sources[index];
        if (!source.isStandardInput && library::isProject(source.path)) {
            if (!m_interrupt.stop().stop_requested())
                convertProject(index, password);
            continue;
        }
        queued.push_back({source.path, source.isStandardInput ? source.shown : QString()});
        places.push_back(index);
    }
    m_lacksModel
        = engine.isWithoutNetwork() && m_arguments.read.reader == pipeline::Reader::Auto && !m_arguments.isQuiet;

    pipeline::RunListener listener;
    listener.opened = [this, &places](size_t source, const base::Result<document::Document> &document,
                          const QList<int> &pages) { return opened(places[source], document, pages); };
    listener.read = [this](size_t, const document::PageContent &content, std::chrono::milliseconds took) {
        return read(content, took);
    };
    listener.finished = [this](size_t) { finished(); };
    listener.waiting = [this, &places](size_t source, int page) { showProgress(places[source], page); };
    digitizeSources(queued, engine, runOptions(password), listener, m_interrupt.stop());
    m_console.eraseProgress();
    return exitCode();
}

/// Hands over what a project holds, as a person has corrected it. Nothing is read, so an unread page fails, alone.
void Conversion::convertProject(size_t index, const QString &password)
{
    const PlannedSource &source = m_plan.sources[index];
    const base::Result<KeptPages> project = pagesOfProject(source.path);
    if (!project) {
        (void)opened(index, std::unexpected(project.error()), {}); // tells of it
        return;
    }
    const QList<int> numbers = m_arguments.pages.of(static_cast<int>(project->pages.size())).pages;
    Answer answer = opened(index, project->document, numbers);
    ProjectPictures pictures(source.path, project->document, password);
    bool wantsPictures = runOptions(password).read.crops == pipeline::Crops::Cut;
    for (const int number : numbers) {
        if (answer == Answer::GiveUp || !m_current.output || m_interrupt.stop().stop_requested())
            break;
        document::PageContent content;
        content.page = project->pages[number - 1];
        if (!isRead(content.page) && content.page.status != PageStatus::Failed) {
            content.page.status = PageStatus::Failed;
            content.page.error = base::Error{base::ErrorCode::RequestRejected, Words::tr("it was not read yet"),
                Words::tr("open the project in the window to read it, or convert the document itself"), {}};
        }
        if (wantsPictures && ProjectPictures::areNamedBy(content.page)) {
            if (const base::Result<void> there = pictures.open(m_interrupt.stop()); !there) {
                wantsPictures = false; // said once; the text is written
                fail(source, 0, there.error());
            } else if (base::Result<QList<document::Crop>> crops = pictures.cut(content.page, m_interrupt.stop())) {
                content.crops = std::move(*crops);
            } else {
                fail(source, number, crops.error());
            }
        }
        answer = read(content, std::chrono::milliseconds(0));
    }
    finished();
}

Conversion::Answer Conversion::opened(
    size_t index, const base::Result<document::Document> &document, const QList<int> &pages)
{
    const PlannedSource &source = m_plan.sources[index];
    m_current = {.index = index, .output = {}, .results = {}, .pages = 0, .hasAnyPage = false, .begin = Clock::now()};
    m_progress.setUnopened(m_plan.sources.size() - index - 1);
    if (!document) {
        fail(source, 0, document.error());
        tell(source, "done", {{QStringLiteral("ms"), 0}});
        return Answer::GiveUp;
    }
    m_current.pages = document->pages.size();
    m_progress.addPages(pages.size());
    tell(source, "start", {{QStringLiteral("of"), m_current.pages}});
    if (const int missing = m_arguments.pages.of(static_cast<int>(m_current.pages)).missing) {
        fail(source, missing,
            {base::ErrorCode::RequestRejected, Words::tr("the file has only %1 pages").arg(m_current.pages),
                Words::tr("give --pages within them"), {}});
    }
    if (pages.isEmpty())
        return Answer::GoOn;

    OutputSettings settings;
    settings.formats = source.formats;
    settings.ifExists = m_arguments.isForced ? base::AtomicFile::IfExists::Replace : base::AtomicFile::IfExists::Refuse;
    settings.toStandardOutput = m_arguments.toStandardOutput;
    settings.languages = m_arguments.read.languages;
    settings.stop = m_interrupt.stopNow();
    if (m_arguments.savesResults) {
        const auto pagesOfIt = m_current.pages > 1 ? OfficialResults::Pages::Several : OfficialResults::Pages::One;
        m_current.results = std::make_unique<OfficialResults>(resultsFolder(source), pagesOfIt, settings.ifExists);
    }
    m_current.output = std::make_unique<DocumentOutput>(source.output, std::move(settings));
    failAll(source, m_current.output->begin(*document));
    return m_current.output->isAlive() ? Answer::GoOn : Answer::GiveUp;
}

Conversion::Answer Conversion::read(const document::PageContent &content, std::chrono::milliseconds took)
{
    const PlannedSource &source = m_plan.sources[m_current.index];
    const document::Page &page = content.page;
    m_progress.pageDone();
    if (page.error)
        fail(source, page.number, *page.error);
    if (page.status != PageStatus::Failed) {
        m_hasReadPage = true;
        m_current.hasAnyPage = true;
    }
    failAll(source, m_current.output->addPage(content));
    if (m_current.results) {
        if (const base::Result<void> added = m_current.results->addPage(content); !added) {
            fail(source, page.number, added.error());
            m_current.results.reset();
        }
    }
    tellMissingModel(page);
    if (m_arguments.testsCompression)
        tellTokens(source, content);
    if (page.status != PageStatus::Failed) {
        tell(source, "page",
            {{QStringLiteral("page"), page.number}, {QStringLiteral("of"), m_current.pages},
                {QStringLiteral("reader"), page.reader}, {QStringLiteral("ms"), static_cast<qint64>(took.count())}});
    }
    showProgress(m_current.index, page.number);
    return m_current.output->isAlive() && !m_interrupt.stopNow().stop_requested() ? Answer::GoOn : Answer::GiveUp;
}

/// Commits what was written, unless nothing could be read or a second Ctrl-C came.
void Conversion::finished()
{
    const PlannedSource &source = m_plan.sources[m_current.index];
    const std::unique_ptr<DocumentOutput> output = std::move(m_current.output);
    if (output && output->isAlive() && m_current.hasAnyPage && !m_interrupt.stopNow().stop_requested()) {
        const DocumentOutput::Finished files = output->finish();
        failAll(source, files.errors);
        for (const base::NativePath &path : files.written)
            tell(source, "written", {{QStringLiteral("path"), base::decodeNative(path.native())}});
        finishResults(source);
    }
    m_current.results.reset();
    tell(source, "done",
        {{QStringLiteral("of"), m_current.pages}, {QStringLiteral("ms"), millisecondsSince(m_current.begin)}});
}

void Conversion::finishResults(const PlannedSource &source)
{
    if (!m_current.results)
        return;
    const base::Result<void> written = m_current.results->finish();
    if (!written)
        return fail(source, 0, written.error());
    tell(source, "written", {{QStringLiteral("path"), base::decodeNative(m_current.results->textFile().native())}});
}

/// The output folder itself for one source, as the official script has it; a folder of its own for each of several.
base::NativePath Conversion::resultsFolder(const PlannedSource &source) const
{
    return m_plan.sources.size() == 1 ? source.output.folder : source.output.folder / source.output.stem;
}

/// What the official code prints with test_compress, for people on standard output, or as an event.
void Conversion::tellTokens(const PlannedSource &source, const document::PageContent &content)
{
    const int number = content.page.number;
    const document::TokenUse tokens = content.tokens.value_or(document::TokenUse());
    const double ratio = tokens.validVision > 0 ? std::round(100.0 * tokens.text / tokens.validVision) / 100 : 0;
    if (m_arguments.wantsJsonLines) {
        tell(source, "tokens",
            {{QStringLiteral("page"), number}, {QStringLiteral("text"), tokens.text},
                {QStringLiteral("vision"), tokens.vision}, {QStringLiteral("valid_vision"), tokens.validVision},
                {QStringLiteral("ratio"), ratio}, {QStringLiteral("later_readings"), tokens.laterReadings}});
        return;
    }
    const QString place = QStringLiteral("%1: page %2: ").arg(printable(source.shown)).arg(number);
    QString line = !content.tokens ? Words::tr("no tokens: no network read it")
        : tokens.validVision == 0  ? Words::tr("text tokens %1, vision tokens not told by the server").arg(tokens.text)
                                   : Words::tr("text tokens %1, vision tokens %2 valid of %3, compression ratio %4")
                                        .arg(tokens.text)
                                        .arg(tokens.validVision)
                                        .arg(tokens.vision)
                                        .arg(ratio);
    if (tokens.laterReadings > 0)
        line += Words::tr(" (of the first reading; the page was read again, times: %1)").arg(tokens.laterReadings);
    if (m_arguments.toStandardOutput)
        m_console.line(place + line);
    else
        writeAll(STDOUT_FILENO, (place + line + u'\n').toUtf8());
}

/// Once in a run: why Tesseract reads, and what would have to be where.
void Conversion::tellMissingModel(const document::Page &page)
{
    const bool isRead = page.status == PageStatus::Ok || page.status == PageStatus::Partial;
    if (!m_lacksModel || !isRead || page.reader != pipeline::readerName(pipeline::Reader::Tesseract))
        return;
    m_lacksModel = false;
    m_console.line(Words::tr(
        "Tesseract reads, since no model of DeepSeek-OCR is named: put its files (config.json, tokenizer.json, "
        "model-*.safetensors, 6.7 GB) into a folder and name that with --model, RECTO_MODEL or engine/model in %1")
            .arg(base::displayName(settings::settingsFile())));
}

void Conversion::fail(const PlannedSource &source, int page, const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled)
        return;
    m_hasFailure = true;
    m_console.error(printable(source.shown), page, error);
    QJsonObject fields{{QStringLiteral("error"), errorLine({}, 0, error)}};
    if (page > 0) {
        fields.insert(QStringLiteral("page"), page);
        fields.insert(QStringLiteral("of"), m_current.pages);
    }
    tell(source, "failed", fields);
}

void Conversion::failAll(const PlannedSource &source, const std::vector<base::Error> &errors)
{
    for (const base::Error &error : errors)
        fail(source, 0, error);
}

void Conversion::tell(const PlannedSource &source, const char *event, QJsonObject fields)
{
    fields.insert(QStringLiteral("event"), QString::fromLatin1(event));
    fields.insert(QStringLiteral("file"), source.shown);
    m_console.event(fields);
}

void Conversion::showProgress(size_t source, int page)
{
    if (m_console.showsProgress() && source < m_plan.sources.size())
        m_console.progress(m_progress.text(m_plan.sources[source].shown, page, Clock::now()));
}

int Conversion::exitCode() const
{
    if (m_interrupt.stop().stop_requested())
        return Interrupted;
    if (!m_hasFailure)
        return AllGood;
    return m_hasReadPage ? SomeFailed : NothingRead;
}

} // namespace cli
