// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/page_source.h"

#include "app/pipeline/worker_process.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <thread>
#include <utility>

namespace pipeline {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageSource)
};

/// A positive number from the environment, else nothing.
std::optional<double> numberFromEnvironment(const char *name)
{
    bool isNumber = false;
    const double value = qgetenv(name).toDouble(&isNumber);
    return isNumber && value > 0 ? std::optional(value) : std::nullopt;
}

base::Error noSuchPage(int pageIndex, qsizetype pages)
{
    return {base::ErrorCode::RenderFailed,
        Words::tr("there is no page %1, the last one is %2").arg(pageIndex + 1).arg(pages),
        Words::tr("name pages that the file has"), {}};
}

/// The libraries in a worker keep every object of a file they ever looked at, and their memory in pieces that cannot be given back. A fresh
/// process after so many calls keeps memory flat over a long document; to start it costs some 30 ms.
constexpr int callsBeforeRetirement = 100;

} // namespace

WorkerSettings WorkerSettings::fromEnvironment()
{
    WorkerSettings settings;
    settings.workers = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
    if (const std::optional<double> seconds = numberFromEnvironment("RECTO_PAGE_LIMIT_S"))
        settings.pageLimit = std::chrono::milliseconds(static_cast<qint64>(*seconds * 1000));
    if (const std::optional<double> megabytes = numberFromEnvironment("RECTO_PAGE_LIMIT_MB"))
        settings.memoryLimit = static_cast<qint64>(*megabytes * 1024 * 1024);
    return settings;
}

/// A worker lent for one call; a living one goes back to the idle ones, a dead one leaves room for another.
class PageSource::Lease {
public:
    Lease(PageSource &source, std::unique_ptr<WorkerProcess> worker)
        : m_source(source)
        , m_worker(std::move(worker))
    {
    }
    ~Lease() { m_source.giveBack(std::move(m_worker)); }
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;

    /// Asks and unpacks.
    template <class Unpack>
    auto ask(const Request &request, const std::stop_token &stop, Unpack unpack) ->
        typename std::invoke_result_t<Unpack, const Frame &>::value_type
    {
        const base::Result<Frame> answer = m_worker->ask(request, stop);
        if (!answer)
            return std::unexpected(answer.error());
        auto value = unpack(*answer);
        if (!value)
            return std::unexpected(m_worker->refuseAnswer());
        return std::move(*value);
    }

private:
    PageSource &m_source;
    std::unique_ptr<WorkerProcess> m_worker;
};

PageSource::PageSource(const base::NativePath &path, const WorkerSettings &settings)
    : m_path(std::filesystem::absolute(path))
    , m_settings(settings)
{
}

PageSource::~PageSource() = default;

base::Result<std::unique_ptr<PageSource>> PageSource::open(
    const base::NativePath &path, const QString &password, const WorkerSettings &settings, std::stop_token stop)
{
    base::Result<std::unique_ptr<PageSource>> source = beginOpening(path, settings);
    if (!source)
        return source;
    if (const base::Result<void> finished = (*source)->finishOpening(password, std::move(stop)); !finished)
        return std::unexpected(finished.error());
    return source;
}

base::Result<std::unique_ptr<PageSource>> PageSource::beginOpening(
    const base::NativePath &path, const WorkerSettings &settings)
{
    std::unique_ptr<PageSource> source(new PageSource(path, settings));
    base::Result<std::unique_ptr<WorkerProcess>> worker = WorkerProcess::start(settings);
    if (!worker)
        return std::unexpected(worker.error());
    source->m_idle.push_back(std::move(*worker));
    source->m_document.source.path = path;
    return source;
}

base::Result<void> PageSource::finishOpening(const QString &password, std::stop_token stop)
{
    base::Result<std::unique_ptr<WorkerProcess>> worker = takeWorker(stop);
    if (!worker)
        return std::unexpected(worker.error());
    Lease lease(*this, std::move(*worker));
    Request request;
    request.kind = Request::Kind::Open;
    request.path = m_path.native();
    request.typedPassword = password;
    base::Result<OpenedAnswer> opened = lease.ask(request, stop, unpackOpened);
    if (!opened)
        return std::unexpected(opened.error());
    const base::NativePath shown = std::exchange(m_document, std::move(opened->document)).source.path;
    m_document.source.path = shown;
    m_password = std::move(opened->password);
    return {};
}

base::Result<std::unique_ptr<WorkerProcess>> PageSource::takeWorker(std::stop_token stop)
{
    {
        std::unique_lock lock(m_mutex);
        const bool isFree
            = m_workerCameBack.wait(lock, stop, [this] { return !m_idle.empty() || m_busy < m_settings.workers; });
        if (!isFree || stop.stop_requested())
            return base::failure(base::ErrorCode::Cancelled, {});
        ++m_busy;
        m_wasAsked = true;
        if (!m_idle.empty()) {
            std::unique_ptr<WorkerProcess> worker = std::move(m_idle.back());
            m_idle.pop_back();
            return worker;
        }
    }
    base::Result<std::unique_ptr<WorkerProcess>> worker = WorkerProcess::start(m_settings);
    Request attach;
    attach.kind = Request::Kind::Attach;
    attach.path = m_path.native();
    attach.document = m_document;
    attach.password = m_password;
    if (worker) {
        const base::Result<Frame> answer = (*worker)->ask(attach, stop);
        const std::optional<base::Result<void>> done = answer ? unpackDone(*answer) : std::nullopt;
        if (!answer)
            worker = std::unexpected(answer.error());
        else if (!done)
            worker = std::unexpected((*worker)->refuseAnswer());
        else if (!*done)
            worker = std::unexpected(done->error());
    }
    if (!worker)
        giveBack(nullptr);
    return worker;
}

void PageSource::giveBack(std::unique_ptr<WorkerProcess> worker)
{
    if (worker && (!worker->isAlive() || worker->callCount() >= callsBeforeRetirement))
        worker.reset();
    {
        const std::scoped_lock lock(m_mutex);
        --m_busy;
        if (worker)
            m_idle.push_back(std::move(worker));
    }
    m_workerCameBack.notify_one();
}

void PageSource::letIdleWorkersGo()
{
    std::vector<std::unique_ptr<WorkerProcess>> leaving;
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(m_wasAsked, false))
        return;
    while (m_idle.size() > 1) {
        leaving.push_back(std::move(m_idle.front()));
        m_idle.erase(m_idle.begin());
    }
}

template <class Value>
base::Result<Value> PageSource::askAboutPage(
    const Request &request, std::optional<base::Result<Value>> (*unpack)(const Frame &), const std::stop_token &stop)
{
    if (request.pageIndex < 0 || request.pageIndex >= m_document.pages.size())
        return std::unexpected(noSuchPage(request.pageIndex, m_document.pages.size()));
    base::Result<std::unique_ptr<WorkerProcess>> worker = takeWorker(stop);
    if (!worker)
        return std::unexpected(worker.error());
    return Lease(*this, std::move(*worker)).ask(request, stop, unpack);
}

base::Result<QImage> PageSource::renderPage(int pageIndex, base::Dpi resolution, std::stop_token stop)
{
    return renderPart(pageIndex, resolution, {}, std::move(stop));
}

base::Result<QImage> PageSource::renderPart(
    int pageIndex, base::Dpi resolution, const QRect &part, std::stop_token stop)
{
    Request request;
    request.kind = Request::Kind::Render;
    request.pageIndex = pageIndex;
    request.resolution = resolution;
    request.part = part;
    return askAboutPage(request, unpackImage, stop);
}

base::Result<document::TextLayer> PageSource::textLayer(int pageIndex, std::stop_token stop)
{
    Request request;
    request.kind = Request::Kind::TextLayer;
    request.pageIndex = pageIndex;
    return askAboutPage(request, unpackTextLayer, stop);
}

} // namespace pipeline
