// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/worker.h"

#include "engine/readers/tesseract/api_pool.h"
#include "engine/readers/tesseract/orientation.h"
#include "engine/readers/tesseract/page_reading.h"
#include "engine/readers/tesseract/worker_channel.h"
#include "engine/readers/tesseract/worker_messages.h"

#include <leptonica/allheaders.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <new>
#include <poll.h>
#include <stop_token>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace readers {

namespace {

/// Ends the process when its engine is gone or its memory grows past the limit, and passes on the wish to stop. A thread, because the main one is
/// deep inside Tesseract whenever it matters. PR_SET_PDEATHSIG would not do: it follows the thread that started us, not its process.
class Watch {
public:
    Watch()
        : m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_thread([this] { run(); })
    {
        m_thread.detach(); // ends with the process
    }

    /// A page begins: what arrives before @c pageEnds is the wish to stop.
    std::stop_token pageBegins()
    {
        std::stop_token token;
        {
            const std::lock_guard lock(m_mutex);
            m_page = std::stop_source();
            token = m_page.get_token();
            m_isReading = true;
        }
        eventfd_write(m_wake.get(), 1);
        return token;
    }

    void pageEnds()
    {
        const std::lock_guard lock(m_mutex);
        m_isReading = false;
    }

private:
    [[noreturn]] void run()
    {
        constexpr int lookEvery = 100; // ms; Tesseract fills memory at 1 GB a second at most
        while (true) {
            const bool isReading = m_isReading;
            const short wish = isReading && !isAsked() ? POLLIN : 0;
            std::array<pollfd, 2> events{
                pollfd{workerSocket, static_cast<short>(wish | POLLRDHUP), 0}, pollfd{m_wake.get(), POLLIN, 0}};
            poll(events.data(), events.size(), isReading ? lookEvery : -1);
            if (events[0].revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL))
                _exit(0);
            if (isReading && residentBytes() > mostWorkerMemory)
                _exit(workerOutOfMemory);
            eventfd_t ignored = 0;
            if (events[1].revents != 0)
                eventfd_read(m_wake.get(), &ignored);
            if (events[0].revents & POLLIN)
                passOnStop();
        }
    }

    /// What was readable a moment ago may have been the request itself: looked at again while none can begin.
    void passOnStop()
    {
        const std::lock_guard lock(m_mutex);
        pollfd now{workerSocket, POLLIN, 0};
        if (m_isReading && poll(&now, 1, 0) == 1)
            m_page.request_stop();
    }

    bool isAsked()
    {
        const std::lock_guard lock(m_mutex);
        return m_page.stop_requested();
    }

    static std::size_t residentBytes()
    {
        std::FILE *file = std::fopen("/proc/self/statm", "re");
        if (!file)
            return 0;
        unsigned long size = 0;
        unsigned long resident = 0;
        const int found = std::fscanf(file, "%lu %lu", &size, &resident);
        std::fclose(file);
        return found == 2 ? resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) : 0;
    }

    Descriptor m_wake;
    std::mutex m_mutex; ///< guards the stop source, and that no page begins or ends meanwhile
    std::stop_source m_page;
    std::atomic<bool> m_isReading = false;
    std::thread m_thread; ///< last: it uses the others
};

/// Text goes to the engine as it comes.
class Sender final : public Output {
public:
    void text(std::string_view text, const nlohmann::json &) override
    {
        if (!text.empty() && !sendMessage(workerSocket, {{"text", text}}))
            _exit(0);
    }
    void raw(std::string_view) override { }
};

class Worker {
public:
    explicit Worker(const std::string &dataFolder)
        : m_languages(dataFolder)
        , m_pool(m_languages, 3)
    {
    }

    nlohmann::json answer(const Message &message, const std::stop_token &stop)
    {
        try {
            return work(message, stop);
        } catch (const RequestError &error) {
            return {{"error", pack(error)}};
        } catch (const std::bad_alloc &) {
            return {{"error",
                pack(RequestError(500, "out_of_memory", "", "Not enough memory for this page. Send it smaller."))}};
        } catch (const std::exception &error) {
            return {{"error", pack(RequestError(500, "internal_error", "", error.what()))}};
        }
    }

private:
    nlohmann::json work(const Message &message, const std::stop_token &stop)
    {
        PixPtr pix = decodePicture(bytesOf(message.file));
        if (message.json.at("do") == "orientation")
            return {{"orientation", pack(detectOrientation(pix.get(), m_pool, m_languages))}};
        Sender sender;
        const ReadRequest request = unpackRead(message.json);
        return {{"result", pack(readPage(std::move(pix), request, m_pool, m_languages, sender, stop))}};
    }

    Languages m_languages;
    ApiPool m_pool;
};

void setLimits()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // a hostile page shall not fill the disk
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // The watch ends what grows past the limit; this is for one allocation so large that it would come too late.
    const rlimit data{2 * mostWorkerMemory, 2 * mostWorkerMemory};
    setrlimit(RLIMIT_DATA, &data);
#endif
}

} // namespace

void runTesseractWorker(const std::string &dataFolder)
{
    setMsgSeverity(L_SEVERITY_NONE);
    setLimits();
    Watch watch;
    Worker worker(dataFolder);
    MessageReader reader;
    while (true) {
        const MessageReader::State state = reader.read(workerSocket);
        if (state == MessageReader::State::Ended)
            break;
        if (state != MessageReader::State::Complete)
            continue;
        const Message message = reader.take();
        if (!message.json.is_object() || message.json.value("do", "") == "stop")
            continue; // its page was answered already
        const std::stop_token stop = watch.pageBegins();
        const nlohmann::json answer = worker.answer(message, stop);
        watch.pageEnds();
        if (!sendMessage(workerSocket, answer))
            break;
    }
    _exit(0); // no destructors: nobody waits for anything of Tesseract's
}

} // namespace readers
