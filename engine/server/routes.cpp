// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/routes.h"

#include "engine/base/version.h"
#include "engine/server/chat_request.h"
#include "engine/server/chat_route.h"
#include "engine/server/event_stream.h"

#include <unistd.h>

#include <functional>

namespace server {

namespace {

using readers::RequestError;
using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

constexpr std::size_t largestBody = 256UL << 20;
/// A body may take this long whatever its size; after it, it must come at a kilobyte a second.
constexpr std::chrono::seconds bodyGrace{30};
constexpr std::int64_t slowestBody = 1024;

void sendError(httplib::Response &response, const RequestError &error)
{
    response.status = error.status();
    if (error.status() == 503)
        response.set_header("Retry-After", "1");
    if (error.status() == 401)
        response.set_header("WWW-Authenticate", "Bearer");
    response.set_content(errorBody(error), "application/json");
}

/// The one place where the routes' exceptions end.
void guarded(httplib::Response &response, const std::function<void()> &work)
{
    try {
        work();
    } catch (const RequestError &error) {
        sendError(response, error);
    } catch (const base::Busy &error) {
        sendError(response, RequestError(503, "queue_full", "", error.what()));
    } catch (const base::BadPicture &error) {
        sendError(response, RequestError(400, "picture_undecodable", "messages", error.what()));
    } catch (const base::BadRequest &error) {
        sendError(response, RequestError(400, "invalid_value", "", error.what()));
    } catch (const std::bad_alloc &) {
        sendError(response,
            RequestError(500, "out_of_memory", "", "Not enough memory for this request. Send a smaller picture."));
    } catch (const std::exception &error) {
        sendError(response, RequestError(500, "internal_error", "", error.what()));
    }
}

/// The whole body, however it is encoded; bounded in size and in slowness.
std::string readBody(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader &reader)
{
    if (request.get_header_value_u64("Content-Length") > largestBody) {
        response.set_header("Connection", "close");
        throw RequestError(413, "body_too_large", "", "The body is larger than 256 MB.");
    }
    std::string body;
    body.reserve(request.get_header_value_u64("Content-Length"));
    const auto start = Clock::now();
    std::optional<RequestError> refused;
    const bool complete = reader([&](const char *data, std::size_t size) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - start);
        if (body.size() + size > largestBody)
            refused.emplace(413, "body_too_large", "", "The body is larger than 256 MB.");
        else if (seconds > bodyGrace && static_cast<std::int64_t>(body.size()) < seconds.count() * slowestBody)
            refused.emplace(408, "request_timeout", "", "The body comes too slowly.");
        else
            body.append(data, size);
        return !refused;
    });
    if (refused || !complete)
        response.set_header("Connection", "close");
    if (refused)
        throw *refused;
    if (!complete)
        throw RequestError(400, "invalid_json", "", "The body ended early or is not encoded as its headers say.");
    return body;
}

Json modelOf(const ReaderShelf::Entry &entry)
{
    const readers::ReaderInfo info = entry.reader->info();
    Json recto = {{"reader", info.id}, {"version", info.version}, {"model_sha256", info.modelSha256}};
    if (!info.languages.empty())
        recto["languages"] = info.languages;
    return {{"id", info.id}, {"object", "model"}, {"created", 0}, {"owned_by", "recto"}, {"recto", recto}};
}

std::string models(const Service &service)
{
    Json list = {{"object", "list"}, {"data", Json::array()}, {"recto", {{"unavailable", Json::array()}}}};
    for (const ReaderShelf::Entry &entry : service.readers.entries())
        list["data"].push_back(modelOf(entry));
    for (const ReaderShelf::Unavailable &reader : service.readers.unavailable())
        list["recto"]["unavailable"].push_back({{"id", reader.id}, {"reason", reader.reason}});
    return written(list);
}

std::string metricsText(const Service &service)
{
    Metrics::Gauges now;
    for (const ReaderShelf::Entry &entry : service.readers.entries()) {
        now.running += entry.queue->running();
        now.waiting += entry.queue->waiting();
    }
    now.connections = service.clients.open();
    return service.metrics.text(now);
}

void answerOrientation(Service &service, const httplib::Request &request, std::string body, httplib::Response &response)
{
    if (!service.readers.orientationFinder())
        throw RequestError(404, "not_found", "", "This build of the engine has no Tesseract.");
    const std::string type = request.get_header_value("Content-Type");
    if (type.starts_with("application/json")) {
        const nlohmann::json parsed = parseBody(body);
        if (!parsed.contains("image_url"))
            throw RequestError(400, "missing_field", "image_url", "image_url is missing.");
        Attachments none;
        body = pictureFrom(parsed["image_url"], {service.mediaFolder, none}, "image_url");
    }
    const readers::PictureOrientation found = service.readers.orientationFinder()->find(body, {});
    service.metrics.countOrientation();
    response.set_content(written(orientationObject(found)), "application/json");
}

bool hasKey(const httplib::Request &request, const std::string &key)
{
    const std::string header = request.get_header_value("Authorization");
    constexpr std::string_view scheme = "Bearer ";
    return header.starts_with(scheme) && isSameSecret(header.substr(scheme.size()), key);
}

/// Before any body is read: who has no key gets nothing.
httplib::Server::HandlerResponse checkKey(
    const Service &service, const httplib::Request &request, httplib::Response &response)
{
    if (service.key.empty() || request.path == "/health" || hasKey(request, service.key))
        return httplib::Server::HandlerResponse::Unhandled;
    response.set_header("Connection", "close");
    sendError(response, RequestError(401, "invalid_api_key", "", "The Authorization header holds no valid key."));
    return httplib::Server::HandlerResponse::Handled;
}

/// What httplib refuses by itself gets our body too.
void explain(const httplib::Request &request, httplib::Response &response)
{
    if (!response.body.empty())
        return;
    static const std::string posts[]{"/v1/chat/completions", "/v1/recto/orientation"};
    const bool isPost = std::find(std::begin(posts), std::end(posts), request.path) != std::end(posts);
    if (response.status == 404 && isPost) {
        response.set_header("Allow", "POST");
        sendError(response, RequestError(405, "method_not_allowed", "", "This route takes POST."));
    } else if (response.status == 404) {
        sendError(response, RequestError(404, "not_found", "", "There is no such route."));
    } else {
        sendError(response,
            RequestError(response.status, "invalid_request", "",
                "The request is not understood (HTTP " + std::to_string(response.status) + ")."));
    }
}

} // namespace

void addRoutes(httplib::Server &http, Service &service)
{
    using httplib::Request;
    using httplib::Response;
    http.set_pre_routing_handler(
        [&service](const Request &request, Response &response) { return checkKey(service, request, response); });
    http.set_error_handler([](const Request &request, Response &response) { explain(request, response); });
    http.set_header_writer([](httplib::Stream &stream, httplib::Headers &headers) -> ssize_t {
        if (headers.contains(goneHeader))
            return 0; // httplib then closes the connection, nothing is out yet
        ssize_t size = 0;
        for (const auto &[name, value] : headers)
            size += stream.write(std::string(name).append(": ").append(value).append("\r\n"));
        return size + stream.write("\r\n");
    });
    http.Get("/health", [](const Request &, Response &response) {
        response.set_content(
            written({{"status", "ok"}, {"version", base::productVersion}, {"pid", ::getpid()}}), "application/json");
    });
    http.Get("/metrics", [&service](const Request &, Response &response) {
        response.set_content(metricsText(service), "text/plain; version=0.0.4; charset=utf-8");
    });
    http.Get("/v1/models",
        [&service](const Request &, Response &response) { response.set_content(models(service), "application/json"); });
    http.Get("/v1/models/:id", [&service](const Request &request, Response &response) {
        guarded(response, [&] {
            response.set_content(
                written(modelOf(service.readers.find(request.path_params.at("id")))), "application/json");
        });
    });
    http.Post("/v1/chat/completions",
        [&service](const Request &request, Response &response, const httplib::ContentReader &reader) {
            guarded(response, [&] { answerChat(service, request, readBody(request, response, reader), response); });
        });
    http.Post("/v1/recto/orientation",
        [&service](const Request &request, Response &response, const httplib::ContentReader &reader) {
            guarded(
                response, [&] { answerOrientation(service, request, readBody(request, response, reader), response); });
        });
}

bool isSameSecret(const std::string &a, const std::string &b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b.empty() ? 0 : b[i % b.size()]);
    return difference == 0;
}

} // namespace server
