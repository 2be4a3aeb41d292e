// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/record.h"

#include "engine/base/exceptions.h"
#include "engine/readers/replay/recording.h"
#include "engine/server/listening.h"

#include <CLI/CLI.hpp>
#include <httplib.h>

#include <iostream>
#include <iterator>

namespace cli {

namespace {

struct Options {
    std::string folder;
    std::string name;
    std::string socket;
    std::string url;
    std::string keyFile;
};

constexpr std::time_t patience = 600; ///< seconds between two arrivals; a slow reader is worth recording too

std::unique_ptr<httplib::Client> clientFor(const Options &options)
{
    if (options.socket.empty() == options.url.empty())
        throw base::BadRequest("give --socket PATH or --url http://HOST:PORT");
    auto client = std::make_unique<httplib::Client>(options.socket.empty() ? options.url : options.socket);
    if (!options.socket.empty())
        client->set_address_family(AF_UNIX);
    client->set_read_timeout(patience);
    if (const std::string key = server::readKey(options.keyFile); !key.empty())
        client->set_bearer_token_auth(key);
    return client;
}

/// @throws base::Exception when the server refuses or is not there.
std::vector<readers::Arrival> ask(httplib::Client &client, nlohmann::json request)
{
    request["stream"] = true;
    httplib::Request http;
    http.method = "POST";
    http.path = "/v1/chat/completions";
    http.body = request.dump();
    http.set_header("Content-Type", "application/json");
    std::vector<readers::Arrival> arrivals;
    const auto start = std::chrono::steady_clock::now();
    http.content_receiver = [&](const char *data, std::size_t size, std::uint64_t, std::uint64_t) {
        const auto time = std::chrono::steady_clock::now() - start;
        arrivals.push_back({std::chrono::duration_cast<std::chrono::milliseconds>(time), std::string(data, size)});
        return true;
    };
    const httplib::Result result = client.send(http);
    if (!result)
        throw base::Exception("the server cannot be reached: " + httplib::to_string(result.error()));
    if (result->status != 200) {
        std::string body;
        for (const readers::Arrival &arrival : arrivals)
            body += arrival.bytes;
        throw base::Exception("the server answered " + std::to_string(result->status) + ": " + body);
    }
    return arrivals;
}

int record(const Options &options)
{
    const std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    const nlohmann::json request = nlohmann::json::parse(text, nullptr, false);
    if (!request.is_object())
        throw base::BadRequest("standard input holds no chat-completions request (JSON)");
    readers::writeRecording(options.folder, options.name, request, ask(*clientFor(options), request));
    return 0;
}

} // namespace

void addRecord(CLI::App &app, int &exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "record", "Keep a server's answer for the reader replay; the request comes on standard input");
    command->add_option("--to", options->folder, "Folder for the pair of files")->required();
    command->add_option("--name", options->name, "Their name without ending")->required();
    command->add_option("--socket", options->socket, "Unix socket of an engine");
    command->add_option("--url", options->url, "Or a server's http://HOST:PORT");
    command->add_option("--key-file", options->keyFile, "File with the key to send");
    command->callback([options, &exitCode] { exitCode = record(*options); });
}

} // namespace cli
