// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/chat_route.h"

#include "engine/server/chat_request.h"
#include "engine/server/event_stream.h"
#include "engine/server/related_body.h"

#include <chrono>
#include <random>

namespace server {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// How soon a vanished client is noticed; the contract gives 5 s.
constexpr auto clientCheckEvery = 200ms;

std::string newId()
{
    thread_local std::mt19937_64 random{std::random_device{}()};
    constexpr const char *digits = "0123456789abcdef";
    std::string id = "chatcmpl-";
    for (int i = 0; i < 24; ++i)
        id += digits[random() & 15];
    return id;
}

/// One answer on its way to one client. When it goes, the work goes.
class Conversation {
public:
    Conversation(
        Service &service, const ReaderShelf::Entry &entry, const ChatRequest &request, std::shared_ptr<Job> job)
        : m_service(service)
        , m_reader(entry.info)
        , m_includeUsage(request.includeUsage)
        , m_head{newId(),
              std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
                  .count(),
              request.model}
        , m_job(std::move(job))
    {
    }

    ~Conversation()
    {
        m_job->stop.request_stop();
        const double seconds = std::chrono::duration<double>(Clock::now() - m_start).count();
        m_service.metrics.countRequest(m_reader.id, m_outcome, seconds);
    }

    /// The streamed answer; called by httplib until it returns false or calls sink.done().
    bool pump(httplib::DataSink &sink)
    {
        if (!m_begun) {
            m_begun = true;
            m_lastByte = Clock::now();
            return send(sink, firstEvent(m_head));
        }
        std::optional<AnswerEvent> event = m_job->channel.next(clientCheckEvery);
        if (!event) {
            if (m_service.ending || !sink.is_writable())
                return false;
            return Clock::now() - m_lastByte < m_service.commentEvery || send(sink, waitingComment);
        }
        return sendEvent(sink, std::move(*event));
    }

    /// Raw bytes of a recording.
    bool pumpRaw(httplib::DataSink &sink)
    {
        std::optional<AnswerEvent> event = m_job->channel.next(clientCheckEvery);
        if (!event)
            return !m_service.ending && sink.is_writable();
        if (const auto *raw = std::get_if<RawEvent>(&*event))
            return sink.write(raw->bytes.data(), raw->bytes.size());
        if (!std::holds_alternative<FinishedEvent>(*event))
            return false;
        m_outcome = "ok";
        sink.done();
        return true;
    }

    /// The answer in one piece. @throws readers::RequestError what the reader failed with.
    std::string whole(const std::function<bool()> &isClientGone)
    {
        std::string text;
        nlohmann::json logprobs;
        while (true) {
            std::optional<AnswerEvent> event = m_job->channel.next(clientCheckEvery);
            if (!event) {
                if (m_service.ending || isClientGone())
                    throw readers::RequestError(503, "shutting_down", "", "The engine is ending, or nobody listens.");
            } else if (auto *piece = std::get_if<TextEvent>(&*event)) {
                text += piece->text;
                append(logprobs, piece->logprobs);
            } else if (auto *end = std::get_if<FinishedEvent>(&*event)) {
                m_outcome = "ok";
                return wholeAnswer(m_head, text, logprobs, m_reader.id, m_reader.version, end->result);
            } else if (auto *failure = std::get_if<FailedEvent>(&*event)) {
                m_outcome = "error";
                throw failure->error;
            }
        }
    }

private:
    bool send(httplib::DataSink &sink, const std::string &bytes)
    {
        m_lastByte = Clock::now();
        return sink.write(bytes.data(), bytes.size());
    }

    bool sendEvent(httplib::DataSink &sink, AnswerEvent event)
    {
        if (const auto *piece = std::get_if<TextEvent>(&event))
            return send(sink, textEvent(m_head, piece->text, piece->logprobs));
        std::string bytes;
        if (const auto *end = std::get_if<FinishedEvent>(&event)) {
            m_outcome = "ok";
            bytes = lastEvent(m_head, m_reader.id, m_reader.version, end->result);
            if (m_includeUsage)
                bytes += usageEvent(m_head, end->result);
        } else if (const auto *failure = std::get_if<FailedEvent>(&event)) {
            m_outcome = "error";
            bytes = errorEvent(failure->error);
        }
        const bool sent = send(sink, bytes + doneEvent);
        sink.done();
        return sent;
    }

    static void append(nlohmann::json &all, const nlohmann::json &piece)
    {
        if (!piece.is_object() || !piece.contains("content"))
            return;
        if (all.is_null())
            all = {{"content", nlohmann::json::array()}};
        for (const nlohmann::json &token : piece["content"])
            all["content"].push_back(token);
    }

    Service &m_service;
    readers::ReaderInfo m_reader;
    bool m_includeUsage;
    AnswerHead m_head;
    std::shared_ptr<Job> m_job;
    bool m_begun = false;
    std::string m_outcome = "gone";
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_lastByte = m_start;
};

} // namespace

void answerChat(Service &service, const httplib::Request &request, std::string body, httplib::Response &response)
{
    ChatBody parts = takeApart(request.get_header_value("Content-Type"), std::move(body));
    ChatRequest chat = readChatRequest(parts.json, service.mediaFolder, std::move(parts.attached));
    parts = {};
    const ReaderShelf::Entry &entry = service.readers.find(chat.model);
    entry.queue->checkRoom();
    auto job = std::make_shared<Job>();
    job->reading = entry.reader->accept(std::move(chat.read));
    const std::optional<std::string> rawType = job->reading->rawContentType();
    auto conversation = std::make_shared<Conversation>(service, entry, chat, job);
    entry.queue->add(std::move(job));
    if (rawType && rawType->empty()) {
        response.set_header(goneHeader, "1");
    } else if (rawType) {
        response.set_chunked_content_provider(
            *rawType, [conversation](std::size_t, httplib::DataSink &sink) { return conversation->pumpRaw(sink); });
    } else if (chat.stream) {
        response.set_header("Cache-Control", "no-cache");
        response.set_chunked_content_provider("text/event-stream",
            [conversation](std::size_t, httplib::DataSink &sink) { return conversation->pump(sink); });
    } else {
        response.set_content(conversation->whole(request.is_connection_closed), "application/json");
    }
}

} // namespace server
