// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/locate.h"

#include "app/base/version.h"
#include "app/cli/apply_settings.h"
#include "app/cli/console.h"
#include "app/cli/convert.h"
#include "app/cli/engine_from.h"
#include "app/cli/interrupt.h"
#include "app/cli/read_pages.h"
#include "app/cli/standard_input.h"
#include "app/intake/list_sources.h"
#include "app/library/read_project.h"
#include "app/locate/text_index.h"
#include "app/pipeline/digitize_sources.h"
#include "app/pipeline/read_area.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <map>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Locate)
};

std::unexpected<base::Error> usage(const QString &what, const QString &remedy)
{
    return base::failure(base::ErrorCode::RequestRejected, what, remedy);
}

std::unexpected<base::Error> outputRefused()
{
    return usage(Words::tr("--to, -o, --force and --json-lines are for recto convert"), Words::tr("see recto --help"));
}

/// An option of convert that says where results go and how they look.
bool isForOutput(const std::string &argument)
{
    const std::string name = argument.substr(0, argument.find('='));
    constexpr std::string_view names[] = {"--to", "-o", "--output", "-output", "--force", "--json-lines"};
    return std::ranges::find(names, name) != std::end(names);
}

double rounded(double share)
{
    return std::round(share * 1e5) / 1e5;
}

QJsonObject placeObject(const QString &file, const locate::Place &place)
{
    QJsonArray boxes;
    for (const base::NormalizedRect &box : place.boxes)
        boxes.append(QJsonArray{rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)});
    constexpr QStringView around[] = {u"words", u"block", u"model"};
    return {{u"file"_s, file}, {u"page"_s, place.pageIndex + 1}, {u"kind"_s, locate::matchKindName(place.kind)},
        {u"score"_s, rounded(place.score)}, {u"text"_s, place.text}, {u"snippet"_s, place.snippet()},
        {u"boxes"_s, boxes}, {u"boxes_around"_s, around[int(place.precision)].toString()}};
}

/// One file of a run: what is searched and how it went.
struct SearchedFile {
    base::NativePath path; ///< the document; empty where only its project is there
    QString shown;
    std::optional<KeptPages> kept;
    QList<int> wanted; ///< page numbers
    QHash<int, int> orientations; ///< by page index
    locate::TextIndex index;
    int searched = 0;
    int pages = 0;
    QJsonArray errors;
};

/// One run of `recto locate`.
class Search {
public:
    Search(const LocateArguments &arguments, Console &console, const Interrupt &interrupt)
        : m_arguments(arguments)
        , m_console(console)
        , m_interrupt(interrupt)
    {
    }

    void list(const base::NativePath &standardInput);
    int run(pipeline::Engine &engine, const QString &password);
    void fail(SearchedFile *file, const QString &shown, int page, const base::Error &error);

private:
    void addFile(const base::NativePath &path, const QString &shown);
    void takePage(SearchedFile &file, const document::Page &page);
    void tell(SearchedFile &file, pipeline::Engine &engine, const QString &password);
    QList<locate::Place> askModel(SearchedFile &file, pipeline::Engine &engine, const QString &password);
    void print(const SearchedFile &file, const locate::Place &place);
    [[nodiscard]] QByteArray json() const;

    const LocateArguments &m_arguments;
    Console &m_console;
    const Interrupt &m_interrupt;
    std::vector<SearchedFile> m_files;
    QJsonArray m_results;
    QJsonArray m_otherErrors; ///< of what is no file of ours
    qsizetype m_total = 0;
    bool m_hasFailure = false;
};

void Search::fail(SearchedFile *file, const QString &shown, int page, const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled)
        return;
    m_hasFailure = true;
    m_console.error(printable(shown), page, error);
    QJsonObject object{{u"error"_s, errorLine({}, 0, error)}};
    if (page > 0)
        object.insert(u"page"_s, page);
    if (file) {
        file->errors.append(object);
        return;
    }
    object.insert(u"file"_s, shown);
    m_otherErrors.append(object);
}

void Search::addFile(const base::NativePath &path, const QString &shown)
{
    const auto isSame = [&](const SearchedFile &other) {
        std::error_code ignored;
        return std::filesystem::equivalent(other.path, path, ignored);
    };
    if (std::ranges::any_of(m_files, isSame))
        return;
    SearchedFile file;
    file.shown = shown;
    file.kept = keptPages(path);
    file.path = file.kept && library::isProject(path) ? file.kept->document.source.path : path;
    m_files.push_back(std::move(file));
}

void Search::list(const base::NativePath &standardInput)
{
    for (const base::NativePath &input : m_arguments.reading.inputs) {
        if (input == "-") {
            if (!standardInput.empty())
                addFile(standardInput, u"stdin"_s);
            continue;
        }
        if (library::isProject(input) && keptPages(input)) {
            addFile(input, base::displayName(input));
            continue;
        }
        const base::Result<intake::SourceList> sources = intake::listSources(input);
        if (!sources) {
            fail(nullptr, base::displayName(input), 0, sources.error());
            continue;
        }
        for (const intake::UnreadableSource &unreadable : sources->unreadable)
            fail(nullptr, base::displayName(unreadable.path), 0, unreadable.error);
        for (const intake::ListedSource &source : sources->sources)
            addFile(source.path, base::displayName(source.path));
    }
}

void Search::takePage(SearchedFile &file, const document::Page &page)
{
    if (page.error && !isRead(page))
        fail(&file, file.shown, page.number, *page.error);
    if (!isRead(page))
        return;
    file.index.setPage(page.number - 1, page);
    file.orientations.insert(page.number - 1, page.orientation);
    ++file.searched;
}

int Search::run(pipeline::Engine &engine, const QString &password)
{
    // Pages that a project holds are searched as a person has them; only the others are read. A file without any left is not opened.
    std::vector<pipeline::QueuedSource> queued;
    std::vector<size_t> fileOf;
    for (size_t index = 0; index < m_files.size(); ++index) {
        SearchedFile &file = m_files[index];
        bool isWhole = file.kept.has_value();
        if (file.kept) {
            file.pages = int(file.kept->pages.size());
            file.wanted = m_arguments.reading.pages.of(file.pages).pages;
            for (const int number : std::as_const(file.wanted)) {
                const document::Page &page = file.kept->pages[number - 1];
                isWhole = isWhole && isRead(page);
                if (isRead(page))
                    takePage(file, page);
            }
        }
        if (isWhole) {
            tell(file, engine, password);
            continue;
        }
        queued.push_back({file.path, file.path.native().starts_with("/proc/") ? file.shown : QString()});
        fileOf.push_back(index);
    }

    pipeline::RunOptions options;
    options.read = m_arguments.reading.read;
    options.read.crops = pipeline::Crops::Skip;
    options.password = password;
    options.pagesInFlight = m_arguments.reading.concurrency;
    options.choosePages = [this](const document::Document &document) {
        QList<int> pages = m_arguments.reading.pages.of(int(document.pages.size())).pages;
        const auto file = std::ranges::find(m_files, document.source.path, &SearchedFile::path);
        if (file != m_files.end() && file->kept)
            pages.removeIf([&](int number) { return isRead(file->kept->pages.value(number - 1)); });
        return pages;
    };
    pipeline::RunListener listener;
    using Answer = pipeline::RunListener::Answer;
    listener.opened = [&](size_t source, const base::Result<document::Document> &document, const QList<int> &) {
        SearchedFile &file = m_files[fileOf[source]];
        if (!document) {
            fail(&file, file.shown, 0, document.error());
            if (file.searched > 0) // what its project holds
                tell(file, engine, password);
            return Answer::GiveUp;
        }
        file.pages = int(document->pages.size());
        file.wanted = m_arguments.reading.pages.of(file.pages).pages;
        if (const int missing = m_arguments.reading.pages.of(file.pages).missing)
            fail(&file, file.shown, missing,
                {base::ErrorCode::RequestRejected, Words::tr("the file has only %1 pages").arg(file.pages),
                    Words::tr("give --pages within them"), {}});
        return Answer::GoOn;
    };
    listener.read = [&](size_t source, const document::PageContent &content, std::chrono::milliseconds) {
        SearchedFile &file = m_files[fileOf[source]];
        takePage(file, content.page);
        if (m_console.showsProgress())
            m_console.progress(Words::tr("%1: page %2 of %3").arg(file.shown).arg(content.page.number).arg(file.pages));
        return m_interrupt.stopNow().stop_requested() ? Answer::GiveUp : Answer::GoOn;
    };
    listener.finished = [&](size_t source) { tell(m_files[fileOf[source]], engine, password); };
    listener.waiting = [](size_t, int) { };
    digitizeSources(queued, engine, options, listener, m_interrupt.stop());
    m_console.eraseProgress();

    const bool isWritten = !m_arguments.wantsJson || writeAll(STDOUT_FILENO, json());
    if (m_interrupt.stop().stop_requested())
        return Interrupted;
    if (m_total > 0 && isWritten)
        return Found;
    return m_hasFailure || !isWritten ? NotSure : NotFound;
}

/// Searches a file whose pages are there, asks the model where that is due, and says what was found.
void Search::tell(SearchedFile &file, pipeline::Engine &engine, const QString &password)
{
    constexpr qsizetype most = 100'000;
    const locate::Places places = file.index.find(m_arguments.text, most);
    QList<locate::Place> found = places.list;
    qsizetype total = places.total;
    if (total == 0 || m_arguments.alwaysAsksModel) {
        const QList<locate::Place> seen = askModel(file, engine, password);
        total += seen.size();
        found += seen;
        std::ranges::stable_sort(found, {}, &locate::Place::pageIndex);
    }
    m_total += total;
    m_console.eraseProgress();
    for (const locate::Place &place : std::as_const(found))
        print(file, place);
}

/// Where the model sees it, page by page. Nothing, silently, where the reader is one that cannot be asked and was not to be.
QList<locate::Place> Search::askModel(SearchedFile &file, pipeline::Engine &engine, const QString &password)
{
    const pipeline::Reader reader = m_arguments.reading.read.reader;
    if (reader == pipeline::Reader::Text && !m_arguments.alwaysAsksModel)
        return {};
    const base::Result<QString> model = engine.modelFor(reader, m_interrupt.stop());
    if (!model || !pipeline::canLocate(*model)) {
        if (m_arguments.alwaysAsksModel)
            fail(&file, file.shown, 0,
                model ? base::Error{base::ErrorCode::RequestRejected,
                            Words::tr("%1 reads text and cannot be asked where something is").arg(*model),
                            Words::tr("name a server with --engine, or install the model"), {}}
                      : model.error());
        return {};
    }
    const base::Result<std::unique_ptr<pipeline::PageSource>> source = pipeline::PageSource::open(
        file.path, password, pipeline::WorkerSettings::fromEnvironment(), m_interrupt.stop());
    if (!source) {
        fail(&file, file.shown, 0, source.error());
        return {};
    }
    QList<locate::Place> places;
    for (const int number : std::as_const(file.wanted)) {
        if (m_interrupt.stop().stop_requested())
            break;
        if (m_console.showsProgress())
            m_console.progress(Words::tr("%1: asking about page %2 of %3").arg(file.shown).arg(number).arg(file.pages));
        pipeline::AreaRequest request;
        request.pageIndex = number - 1;
        request.orientation = file.orientations.value(number - 1);
        request.reader = reader;
        request.mode = m_arguments.reading.read.mode;
        request.resolution = m_arguments.reading.read.resolution;
        const auto boxes = pipeline::locateByModel(**source, engine, request, m_arguments.text, m_interrupt.stop());
        if (!boxes) {
            fail(&file, file.shown, number, boxes.error());
            continue;
        }
        for (const base::NormalizedRect &box : *boxes)
            places.append({number - 1, {}, {box}, locate::Precision::Model, m_arguments.text, {}, {},
                locate::MatchKind::Model, 0.5}); // the model gives no measure of its own
    }
    return places;
}

void Search::print(const SearchedFile &file, const locate::Place &place)
{
    if (m_arguments.wantsJson) {
        m_results.append(placeObject(file.shown, place));
        return;
    }
    const bool isText = place.kind == locate::MatchKind::Exact || place.kind == locate::MatchKind::Folded;
    QString line = u"%1:%2: %3"_s.arg(file.shown).arg(place.pageIndex + 1).arg(place.snippet());
    if (!isText)
        line += u" [%1]"_s.arg(locate::matchKindName(place.kind));
    writeAll(STDOUT_FILENO, printable(line).toUtf8() + '\n');
}

QByteArray Search::json() const
{
    QJsonArray files;
    for (const SearchedFile &file : m_files) {
        files.append(QJsonObject{{u"file"_s, file.shown}, {u"pages"_s, file.pages}, {u"searched"_s, file.searched},
            {u"errors"_s, file.errors}});
    }
    const QJsonObject object{{u"recto"_s, QString::fromLatin1(base::productVersion)}, {u"query"_s, m_arguments.text},
        {u"results"_s, m_results}, {u"total"_s, m_total}, {u"files"_s, files}, {u"errors"_s, m_otherErrors}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace

base::Result<LocateArguments> parseLocate(const std::vector<std::string> &arguments)
{
    LocateArguments wanted;
    std::vector<std::string> rest;
    bool hasOptions = true;
    for (const std::string &argument : arguments) {
        hasOptions = hasOptions && argument != "--";
        if (hasOptions && isForOutput(argument))
            return outputRefused();
        if (hasOptions && argument == "--json")
            wanted.wantsJson = true;
        else if (hasOptions && argument == "--ask-model")
            wanted.alwaysAsksModel = true;
        else
            rest.push_back(argument);
    }
    if (rest.empty())
        return usage(Words::tr("nothing to look for was named"), Words::tr("write recto locate TEXT FILE"));
    base::Result<ConvertArguments> reading = parseConvert(rest);
    if (!reading)
        return std::unexpected(reading.error());
    wanted.reading = *std::move(reading);
    wanted.text = base::decodeNative(wanted.reading.inputs.front().native());
    wanted.reading.inputs.erase(wanted.reading.inputs.begin());
    if (wanted.reading.inputs.empty())
        return usage(Words::tr("no file was named"), Words::tr("write recto locate TEXT FILE"));
    if (wanted.reading.outputFolder || wanted.reading.toStandardOutput) // "-oDIR"
        return outputRefused();
    if (wanted.text.trimmed().isEmpty())
        return usage(Words::tr("there is nothing to look for in blanks"), Words::tr("write recto locate TEXT FILE"));
    return wanted;
}

int locate(const std::vector<std::string> &arguments, int errors)
{
    Console plain(errors, Console::Events::None, Console::Progress::Hidden);
    const auto usageError = [&plain](const base::Error &error, const base::NativePath &file = {}) {
        plain.error(file.empty() ? u"recto"_s : base::displayName(file), 0, error);
        return LocateUsageError;
    };
    base::Result<LocateArguments> wanted = parseLocate(arguments);
    if (!wanted)
        return usageError(wanted.error());
    wanted->reading = applySettings(std::move(wanted->reading), settings::load());
    base::NativePath fault;
    const base::Result<EngineAndPassword> engine = engineFrom(wanted->reading, fault);
    if (!engine)
        return usageError(engine.error(), fault);

    const Interrupt interrupt;
    Console console(
        errors, Console::Events::None, wanted->reading.isQuiet ? Console::Progress::Hidden : Console::Progress::Shown);
    Search search(*wanted, console, interrupt);
    std::optional<StandardInput> standardInput;
    if (std::ranges::find(wanted->reading.inputs, "-") != wanted->reading.inputs.end()) {
        base::Result<StandardInput> read = StandardInput::read(interrupt.stop());
        if (read)
            standardInput = std::move(*read);
        else if (read.error().code == base::ErrorCode::Cancelled)
            return Interrupted;
        else
            search.fail(nullptr, u"stdin"_s, 0, read.error());
    }
    search.list(standardInput ? standardInput->path() : base::NativePath());
    return search.run(*engine->engine, engine->password);
}

} // namespace cli
