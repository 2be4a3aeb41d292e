// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/replay/replay_reader.h"

#include "engine/base/version.h"
#include "engine/readers/sha256.h"

#include <condition_variable>

namespace readers {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

/// Sleeps until @p time or a stop request. @return false after a stop.
bool sleepUntil(Clock::time_point time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_until(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

/// Bytes as recorded, at the recorded pace.
class RawReplay final : public Reading {
public:
    RawReplay(std::vector<Arrival> arrivals, ReplayManner manner)
        : m_arrivals(std::move(arrivals))
        , m_manner(std::move(manner))
    {
    }

    std::optional<std::string> rawContentType() const override
    {
        if (m_manner.behaviour == "gone")
            return "";
        return m_manner.behaviour == "rude" ? "text/html" : "text/event-stream";
    }

    ReadResult run(Output &output, std::stop_token stop) override
    {
        if (m_manner.behaviour == "gone")
            return {};
        if (m_manner.behaviour == "rude") {
            output.raw("<!doctype html><title>Sign in</title><p>Please sign in to the network first.</p>\n");
            return {};
        }
        const auto start = Clock::now();
        std::chrono::milliseconds slower{};
        std::size_t left = m_manner.cutAfterBytes.value_or(SIZE_MAX);
        for (const Arrival &arrival : m_arrivals) {
            slower += m_manner.slower;
            const double pace = m_manner.speed > 0 ? static_cast<double>(arrival.time.count()) / m_manner.speed : 0;
            const auto wait = std::chrono::milliseconds(static_cast<std::int64_t>(pace)) + slower;
            if (!sleepUntil(start + wait, stop))
                return {};
            output.raw(std::string_view(arrival.bytes).substr(0, left));
            if (arrival.bytes.size() >= left && m_manner.cutAfterBytes)
                throw RequestError(500, "connection_cut", "", "The recording is cut here, as asked.");
            left -= arrival.bytes.size();
        }
        return {};
    }

private:
    std::vector<Arrival> m_arrivals;
    ReplayManner m_manner;
};

/// The recorded stream put together again, for requests without "stream".
class WholeReplay final : public Reading {
public:
    explicit WholeReplay(std::vector<Arrival> arrivals)
        : m_arrivals(std::move(arrivals))
    {
    }

    ReadResult run(Output &output, std::stop_token) override
    {
        std::string stream;
        for (const Arrival &arrival : m_arrivals)
            stream += arrival.bytes;
        ReadResult result;
        for (std::size_t at = 0; at < stream.size();) {
            const std::size_t end = std::min(stream.find('\n', at), stream.size());
            std::string_view line(stream.data() + at, end - at);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            at = end + 1;
            if (line.starts_with("data:"))
                takeEvent(line.substr(5), output, result);
        }
        return result;
    }

private:
    static void takeEvent(std::string_view data, Output &output, ReadResult &result)
    {
        const json event = json::parse(data, nullptr, false);
        if (!event.is_object())
            return;
        if (const auto usage = event.find("usage"); usage != event.end() && usage->is_object()) {
            result.promptTokens = usage->value("prompt_tokens", 0);
            result.completionTokens = usage->value("completion_tokens", 0);
        }
        if (event.contains("recto"))
            result.recto = event["recto"];
        const auto choices = event.find("choices");
        if (choices == event.end() || !choices->is_array() || choices->empty() || !choices->front().is_object())
            return;
        const json &choice = choices->front();
        if (const auto reason = choice.find("finish_reason"); reason != choice.end() && reason->is_string())
            result.finishReason = *reason;
        if (const auto delta = choice.find("delta"); delta != choice.end() && delta->is_object())
            if (const auto content = delta->find("content"); content != delta->end() && content->is_string())
                output.text(content->get_ref<const std::string &>(), choice.value("logprobs", json(nullptr)));
    }

    std::vector<Arrival> m_arrivals;
};

[[noreturn]] void refuse(const char *code, const std::string &field, const std::string &wanted)
{
    throw RequestError(400, code, "recto.replay." + field, "recto.replay." + field + " must be " + wanted + ".");
}

double numberFrom(const json &object, const std::string &field, double otherwise)
{
    const auto value = object.find(field);
    if (value == object.end() || value->is_null())
        return otherwise;
    if (!value->is_number())
        refuse("invalid_type", field, "a number");
    const double number = value->get<double>();
    if (!(number >= 0 && number <= 1e9))
        refuse("invalid_value", field, "0 or more");
    return number;
}

} // namespace

ReplayManner replayMannerFrom(const json &json)
{
    ReplayManner manner;
    if (json.is_null())
        return manner;
    if (!json.is_object())
        throw RequestError(400, "invalid_type", "recto.replay", "recto.replay must be an object.");
    manner.speed = numberFrom(json, "speed", 1);
    manner.slower = std::chrono::milliseconds(static_cast<std::int64_t>(numberFrom(json, "slow_ms", 0)));
    if (json.contains("cut_after_bytes"))
        manner.cutAfterBytes = static_cast<std::size_t>(numberFrom(json, "cut_after_bytes", 0));
    if (const auto behaviour = json.find("behaviour"); behaviour != json.end() && !behaviour->is_null()) {
        if (!behaviour->is_string())
            refuse("invalid_type", "behaviour", "a string");
        manner.behaviour = behaviour->get<std::string>();
        if (manner.behaviour != "busy" && manner.behaviour != "rude" && manner.behaviour != "gone")
            refuse("invalid_value", "behaviour", "busy, rude or gone");
    }
    return manner;
}

ReplayReader::ReplayReader(std::string folder, ReplayManner manner)
    : m_folder(std::move(folder))
    , m_manner(std::move(manner))
{
    find({});
}

ReaderInfo ReplayReader::info() const
{
    return {"replay", base::productVersion, {}, {}};
}

std::unique_ptr<Reading> ReplayReader::accept(ReadRequest request)
{
    const ReplayManner manner = request.replay.is_null() ? m_manner : replayMannerFrom(request.replay);
    if (manner.behaviour == "busy")
        throw RequestError(503, "queue_full", "", "Busy, as asked. Try again.");
    if (manner.behaviour == "rude" || manner.behaviour == "gone")
        return std::make_unique<RawReplay>(std::vector<Arrival>{}, manner);
    const std::string hash = request.picture.empty() ? "" : sha256(request.picture);
    const std::optional<RecordingKey> recording = find({hash, request.prompt});
    if (!recording)
        throw RequestError(404, "recording_not_found", "messages",
            "No recording in " + m_folder + " has the picture " + (hash.empty() ? "(none)" : hash)
                + " and this prompt.");
    std::vector<Arrival> arrivals = readArrivals(*recording);
    if (request.stream || manner.cutAfterBytes)
        return std::make_unique<RawReplay>(std::move(arrivals), manner);
    return std::make_unique<WholeReplay>(std::move(arrivals));
}

std::optional<RecordingKey> ReplayReader::find(const Key &key)
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_recordings.find(key); known != m_recordings.end())
        return known->second;
    m_recordings.clear();
    for (RecordingKey &recording : listRecordings(m_folder)) {
        Key found{recording.pictureSha256, recording.prompt};
        m_recordings.try_emplace(std::move(found), std::move(recording));
    }
    const auto known = m_recordings.find(key);
    return known == m_recordings.end() ? std::nullopt : std::optional(known->second);
}

} // namespace readers
