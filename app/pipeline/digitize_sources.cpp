// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/digitize_sources.h"

#include "app/intake/open_document.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace pipeline {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds heartbeat{250};

/// A source that was opened. The file's workers end when its last page lets go of it.
struct OpenSource {
    std::unique_ptr<PageSource> pages;
    document::Document document;
    QList<int> wanted; ///< page numbers, from 1
};

/// One thing to be handed over, in its place before it is done.
struct Slot {
    enum class Kind { Opened, Page, Finished };
    Kind kind;
    size_t source;
    int pageNumber = 0;
    bool isDone = false;
    std::shared_ptr<OpenSource> open{}; // Opened, when it succeeded; Page
    base::Error error{base::ErrorCode::Cancelled, {}, {}, {}}; // Opened, when it did not
    document::PageContent content{}; // Page
    milliseconds took{0};
};

class Run {
public:
    Run(const std::vector<QueuedSource> &sources, Engine &engine, const RunOptions &options, std::stop_token stop)
        : m_sources(sources)
        , m_engine(engine)
        , m_options(options)
        , m_stop(std::move(stop))
        , m_inFlight(static_cast<size_t>(options.pagesInFlight > 0 ? options.pagesInFlight : engine.usualConcurrency()))
    {
    }
    void handOver(const RunListener &listener);

private:
    void work();
    bool mayBegin() const { return m_slots.size() < 2 * m_inFlight + 2 && !m_isOpening; }
    std::shared_ptr<Slot> nextWork(std::unique_lock<std::mutex> &lock);
    std::shared_ptr<Slot> nextPage();
    std::shared_ptr<Slot> nextOpening();
    void open(Slot &slot);
    void read(Slot &slot);
    std::shared_ptr<Slot> waitForFront(const RunListener &listener);
    bool deliver(Slot &slot, const RunListener &listener);
    void giveUp(size_t source);

    const std::vector<QueuedSource> &m_sources;
    Engine &m_engine;
    const RunOptions &m_options;
    const std::stop_token m_stop;
    const size_t m_inFlight;

    std::mutex m_mutex; // guards all below
    std::condition_variable_any m_changed;
    std::deque<std::shared_ptr<Slot>> m_slots; // not handed over yet
    size_t m_nextSource = 0;
    bool m_isOpening = false;
    std::shared_ptr<OpenSource> m_current; // the source whose pages are being given out
    size_t m_currentSource = 0;
    qsizetype m_nextPage = 0;
    bool m_isAllGiven = false;

    // of the thread that hands over alone
    std::optional<size_t> m_open; // the source that was opened and is not finished
    std::optional<size_t> m_abandoned; // its listener wants no more of it
};

/// What a thread does next; null when there is nothing left. Waits while the window is full or a file is being opened.
std::shared_ptr<Slot> Run::nextWork(std::unique_lock<std::mutex> &lock)
{
    while (!m_stop.stop_requested() && !m_isAllGiven) {
        if (mayBegin()) {
            if (std::shared_ptr<Slot> page = nextPage())
                return page;
            if (std::shared_ptr<Slot> opening = nextOpening())
                return opening;
            m_isAllGiven = true;
            m_changed.notify_all();
            break;
        }
        m_changed.wait(lock, m_stop, [this] { return m_isAllGiven || mayBegin(); });
    }
    return {};
}

std::shared_ptr<Slot> Run::nextPage()
{
    if (!m_current)
        return {};
    if (m_nextPage == m_current->wanted.size()) {
        m_slots.push_back(
            std::make_shared<Slot>(Slot{.kind = Slot::Kind::Finished, .source = m_currentSource, .isDone = true}));
        m_current.reset();
        m_changed.notify_all();
        return {};
    }
    auto slot = std::make_shared<Slot>(Slot{.kind = Slot::Kind::Page,
        .source = m_currentSource,
        .pageNumber = m_current->wanted[m_nextPage++],
        .open = m_current});
    m_slots.push_back(slot);
    return slot;
}

std::shared_ptr<Slot> Run::nextOpening()
{
    if (m_nextSource == m_sources.size())
        return {};
    m_isOpening = true;
    auto slot = std::make_shared<Slot>(Slot{.kind = Slot::Kind::Opened, .source = m_nextSource++});
    m_slots.push_back(slot);
    return slot;
}

void Run::open(Slot &slot)
{
    const QueuedSource &queued = m_sources[slot.source];
    WorkerSettings settings = WorkerSettings::fromEnvironment();
    settings.workers = static_cast<int>(std::min(static_cast<size_t>(settings.workers), m_inFlight));
    auto pages = PageSource::open(queued.path, m_options.password, settings, m_stop);
    if (!pages) {
        slot.error = pages.error();
        return;
    }
    auto open = std::make_shared<OpenSource>();
    open->document = (*pages)->document();
    open->pages = std::move(*pages);
    if (!queued.name.isEmpty())
        open->document.source.name = queued.name;
    if (m_options.hash == SourceHash::Wanted) {
        const base::Result<QByteArray> hash = intake::hashFile(queued.path, m_stop);
        if (!hash) {
            slot.error = hash.error();
            return;
        }
        open->document.source.sha256 = *hash;
    }
    if (m_options.choosePages) {
        open->wanted = m_options.choosePages(open->document);
    } else {
        for (int page = 1; page <= open->document.pages.size(); ++page)
            open->wanted.append(page);
    }
    slot.open = std::move(open);
}

void Run::read(Slot &slot)
{
    const auto begin = Clock::now();
    slot.content = digitizePage(*slot.open->pages, m_engine, m_options.read, slot.pageNumber - 1, {}, m_stop);
    slot.took = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
}

void Run::work()
{
    std::unique_lock lock(m_mutex);
    while (const std::shared_ptr<Slot> slot = nextWork(lock)) {
        lock.unlock();
        slot->kind == Slot::Kind::Opened ? open(*slot) : read(*slot);
        lock.lock();
        if (slot->kind == Slot::Kind::Opened) {
            m_isOpening = false;
            m_current = slot->open;
            m_currentSource = slot->source;
            m_nextPage = 0;
        }
        slot->isDone = true;
        m_changed.notify_all();
    }
}

/// The next thing to hand over; null when there is nothing left, or nothing more without a gap after a stop.
std::shared_ptr<Slot> Run::waitForFront(const RunListener &listener)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_slots.empty() && (m_isAllGiven || m_stop.stop_requested()))
            return {};
        if (!m_slots.empty() && m_slots.front()->isDone) {
            const std::shared_ptr<Slot> front = m_slots.front();
            m_slots.pop_front();
            m_changed.notify_all();
            return front;
        }
        const bool wasNotified = m_changed.wait_for(lock, heartbeat) == std::cv_status::no_timeout;
        if (wasNotified)
            continue;
        const size_t source = m_slots.empty() ? 0 : m_slots.front()->source;
        const int page = m_slots.empty() ? 0 : m_slots.front()->pageNumber;
        lock.unlock();
        listener.waiting(source, page);
        lock.lock();
    }
}

void Run::giveUp(size_t source)
{
    const std::scoped_lock lock(m_mutex);
    if (m_current && m_currentSource == source)
        m_nextPage = m_current->wanted.size();
}

/// False when the run was stopped before this one was read: what comes after would leave a gap.
bool Run::deliver(Slot &slot, const RunListener &listener)
{
    RunListener::Answer answer = RunListener::Answer::GoOn;
    switch (slot.kind) {
    case Slot::Kind::Opened:
        if (!slot.open && slot.error.code == base::ErrorCode::Cancelled)
            return false;
        if (slot.open)
            m_open = slot.source;
        answer = slot.open ? listener.opened(slot.source, slot.open->document, slot.open->wanted)
                           : listener.opened(slot.source, std::unexpected(slot.error), {});
        break;
    case Slot::Kind::Page:
        if (m_abandoned == slot.source)
            break;
        if (slot.content.page.error && slot.content.page.error->code == base::ErrorCode::Cancelled)
            return false;
        answer = listener.read(slot.source, std::move(slot.content), slot.took);
        break;
    case Slot::Kind::Finished:
        listener.finished(slot.source);
        m_open.reset();
        break;
    }
    if (answer == RunListener::Answer::GiveUp) {
        m_abandoned = slot.source;
        giveUp(slot.source);
    }
    return true;
}

void Run::handOver(const RunListener &listener)
{
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < m_inFlight; ++i)
        threads.emplace_back([this] { work(); });
    while (const std::shared_ptr<Slot> slot = waitForFront(listener)) {
        if (!deliver(*slot, listener))
            break;
    }
    if (m_open)
        listener.finished(*m_open);
}

} // namespace

void digitizeSources(const std::vector<QueuedSource> &sources, Engine &engine, const RunOptions &options,
    const RunListener &listener, std::stop_token stop)
{
    Run(sources, engine, options, std::move(stop)).handOver(listener);
}

} // namespace pipeline
