// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/page_worker.h"

#include "app/base/log.h"
#include "app/base/resting_memory.h"
#include "app/base/translator.h"
#include "app/intake/open_document.h"
#include "app/pipeline/worker_messages.h"
#include "app/render/render_page.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <atomic>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <poll.h>
#include <stop_token>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace pipeline {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageWorker)
};

constexpr qint64 ordinaryMemoryLimit = qint64{2} << 30;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // shadow memory counts in the terabytes
#else
constexpr bool isSanitized = false;
#endif

/// Ends the process when its parent is gone or its memory grows past the limit, and passes on the parent's wish to stop. A thread, because
/// the main one is deep inside a library whenever it matters. Gives memory back once nothing was asked for a while. PR_SET_PDEATHSIG would not do: it follows the parent's thread, not its process.
class Watch {
public:
    explicit Watch(qint64 memoryLimit)
        : m_memoryLimit(memoryLimit)
        , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_thread([this](const std::stop_token &end) { run(end); })
    {
    }
    ~Watch()
    {
        m_thread.request_stop();
        eventfd_write(m_wake.get(), 1);
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    /// A request begins: bytes that arrive before @c workEnds are the wish to stop.
    std::stop_token workBegins()
    {
        std::stop_token token;
        {
            const std::scoped_lock lock(m_mutex);
            m_work = std::stop_source();
            token = m_work.get_token();
            m_isWorking = true;
        }
        eventfd_write(m_wake.get(), 1);
        return token;
    }
    void workEnds()
    {
        const std::scoped_lock lock(m_mutex);
        m_isWorking = false;
    }

private:
    void run(const std::stop_token &end)
    {
        constexpr int lookEvery = 50; // ms; a page fills memory at about 2 GB a second, at most 100 MB pass unseen
        constexpr int restsAfter = 1000; // ms
        bool isResting = false;
        while (!end.stop_requested()) {
            const bool isWorking = m_isWorking;
            const short wish = isWorking && !isAsked() ? POLLIN : 0;
            std::array<pollfd, 2> events{
                pollfd{workerSocket, static_cast<short>(wish | POLLRDHUP), 0}, pollfd{m_wake.get(), POLLIN, 0}};
            isResting = isResting && !isWorking;
            const int happened = poll(events.data(), events.size(),
                isWorking       ? lookEvery
                    : isResting ? -1
                                : restsAfter);
            if (happened == 0 && !isWorking) {
                base::giveBackRestingMemory();
                isResting = true;
            }
            if (events[0].revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL))
                _exit(0);
            if (isWorking && residentBytes() > m_memoryLimit)
                _exit(workerOutOfMemory);
            if (events[1].revents != 0) {
                eventfd_t ignored = 0;
                eventfd_read(m_wake.get(), &ignored);
            }
            if (events[0].revents & POLLIN)
                passOnStop();
        }
    }

    /// What was readable a moment ago may have been this very request: looked at again while no request can begin.
    void passOnStop()
    {
        const std::scoped_lock lock(m_mutex);
        pollfd now{workerSocket, POLLIN, 0};
        if (m_isWorking && poll(&now, 1, 0) == 1)
            m_work.request_stop();
    }

    bool isAsked()
    {
        const std::scoped_lock lock(m_mutex);
        return m_work.stop_requested();
    }

    static qint64 residentBytes()
    {
        std::FILE *file = std::fopen("/proc/self/statm", "re");
        if (!file)
            return 0;
        long long size = 0;
        long long resident = 0;
        const int found = std::fscanf(file, "%lld %lld", &size, &resident);
        std::fclose(file);
        return found == 2 ? resident * sysconf(_SC_PAGESIZE) : 0;
    }

    const qint64 m_memoryLimit;
    Descriptor m_wake;
    std::mutex m_mutex; ///< guards the stop source, and that no work begins or ends meanwhile
    std::stop_source m_work;
    std::atomic<bool> m_isWorking = false;
    std::jthread m_thread;
};

void setLimits(qint64 memoryLimit)
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // a hostile page shall not fill the disk
    if (isSanitized)
        return;
    // The watch ends what grows past the limit. This one is for an allocation so large that the watch would come too late, and is wider: where
    // memory is refused to it, Poppler leaves out part of the page without a word.
    const auto bytes = static_cast<rlim_t>(memoryLimit) * 2;
    const rlimit data{bytes, bytes};
    setrlimit(RLIMIT_DATA, &data);
}

base::Error outOfMemory(qint64 memoryLimit)
{
    return {base::ErrorCode::TooLarge, Words::tr("it takes more than %1 MB of memory to open").arg(memoryLimit >> 20),
        Words::tr("save it anew in its program, with smaller pictures"), {}};
}

/// What translates the messages, of which most workers never send one. Null for English.
std::unique_ptr<QCoreApplication> speakerOf(const char *language, int &argc, char **argv)
{
    const QLocale locale(QString::fromLatin1(language));
    if (*language == '\0' || locale.language() == QLocale::English || locale.language() == QLocale::C)
        return nullptr;
    auto speaker = std::make_unique<QCoreApplication>(argc, argv);
    std::setlocale(LC_ALL, "C"); // the libraries read numbers as files write them
    auto *translator = new base::Translator(speaker.get());
    translator->loadOwn(locale);
    QCoreApplication::installTranslator(translator);
    return speaker;
}

class Worker {
public:
    explicit Worker(qint64 memoryLimit)
        : m_memoryLimit(memoryLimit)
    {
    }

    /// Answers one request. False when the parent is gone.
    bool answer(const Request &request, const std::stop_token &stop)
    {
        try {
            switch (request.kind) {
            case Request::Kind::Open:
                return send(open(request));
            case Request::Kind::Attach:
                return send(attach(request));
            case Request::Kind::Render:
                return sendImage(render(request, stop));
            case Request::Kind::TextLayer:
                return send(textLayer(request));
            case Request::Kind::Cancel:
                return true; // its request was answered already
            }
        } catch (const std::bad_alloc &) {
            m_source.reset();
            return sendFrame(workerSocket, packError(outOfMemory(m_memoryLimit)));
        } catch (const std::exception &e) {
            m_source.reset();
            return sendFrame(workerSocket,
                packError({base::ErrorCode::RenderFailed, Words::tr("the page could not be read"),
                    Words::tr("open the file in another program and print it to a new PDF"),
                    QString::fromLocal8Bit(e.what())}));
        }
        return false;
    }

private:
    base::Result<OpenedAnswer> open(const Request &request)
    {
        base::Result<intake::Opened> opened = intake::openDocument(request.path, {request.typedPassword});
        if (!opened)
            return std::unexpected(opened.error());
        m_document = opened->document;
        m_password = opened->password;
        return OpenedAnswer{std::move(opened->document), std::move(opened->password)};
    }

    base::Result<void> attach(const Request &request)
    {
        m_document = request.document;
        m_document.source.path = request.path;
        m_password = request.password;
        return {};
    }

    base::Result<render::PageSource *> source()
    {
        if (!m_source) {
            base::Result<std::unique_ptr<render::PageSource>> opened = render::PageSource::open(m_document, m_password);
            if (!opened)
                return std::unexpected(opened.error());
            m_source = std::move(*opened);
        }
        return m_source.get();
    }

    base::Result<QImage> render(const Request &request, const std::stop_token &stop)
    {
        const base::Result<render::PageSource *> pages = source();
        if (!pages)
            return std::unexpected(pages.error());
        if (!request.part.isNull())
            return (*pages)->renderPart(request.pageIndex, request.resolution, request.part, stop);
        return (*pages)->renderPage(request.pageIndex, request.resolution, render::Annotations::Shown, stop);
    }

    base::Result<document::TextLayer> textLayer(const Request &request)
    {
        const base::Result<render::PageSource *> pages = source();
        if (!pages)
            return std::unexpected(pages.error());
        return (*pages)->textLayer(request.pageIndex);
    }

    static bool send(const base::Result<void> &done)
    {
        return sendFrame(workerSocket, done ? packDone() : packError(done.error()));
    }

    template <class T>
    static bool send(const base::Result<T> &value)
    {
        return sendFrame(workerSocket, value ? pack(*value) : packError(value.error()));
    }

    bool sendImage(const base::Result<QImage> &image)
    {
        if (!image)
            return sendFrame(workerSocket, packError(image.error()));
        if (lendImage(*image, m_lent))
            return sendFrame(workerSocket, pack(*image), m_lent.get());
        const Descriptor pixels = shareImage(*image);
        if (!pixels.isOpen())
            return sendFrame(workerSocket, packError(outOfMemory(m_memoryLimit)));
        return sendFrame(workerSocket, pack(*image), pixels.get());
    }

    const qint64 m_memoryLimit;
    document::Document m_document;
    QByteArray m_password;
    std::unique_ptr<render::PageSource> m_source;
    Descriptor m_lent; ///< where the parent finds the pixels of small pages
};

} // namespace

int runPageWorker(int argc, char **argv)
{
    const qint64 given = argc > 2 ? std::atoll(argv[2]) : 0;
    const qint64 memoryLimit = given > 0 ? given : ordinaryMemoryLimit;
    setLimits(memoryLimit);
    const std::unique_ptr<QCoreApplication> speaker = argc > 3 ? speakerOf(argv[3], argc, argv) : nullptr;
    Watch watch(memoryLimit);
    Worker worker(memoryLimit);
    FrameReader reader;
    while (true) {
        const FrameReader::State state = reader.read(workerSocket);
        if (state == FrameReader::State::Ended)
            break;
        if (state != FrameReader::State::Complete)
            continue;
        const std::optional<Request> request = unpackRequest(reader.take().bytes);
        if (!request)
            break;
        const std::stop_token stop = watch.workBegins();
        const bool isParentThere = worker.answer(*request, stop);
        watch.workEnds();
        if (!isParentThere)
            break;
    }
    // No destructors: the libraries' caches are large, and nobody waits for anything of them.
    _exit(0);
}

} // namespace pipeline
