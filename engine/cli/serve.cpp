// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/serve.h"

#include "engine/base/exceptions.h"
#include "engine/base/log.h"
#include "engine/readers/replay/replay_reader.h"
#include "engine/server/server.h"
#ifdef RECTO_HAS_TESSERACT
#include "engine/readers/tesseract/tesseract_reader.h"
#endif

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <thread>

namespace cli {

namespace {

constexpr int idleSecondsOfOurOwn = 120; ///< behind --socket: started by recto on first need

struct Options {
    server::ServeOptions serve;
    std::string model;
    std::string recordings;
    int threads = 0; ///< 0: one a core
    std::optional<int> idleSeconds;
};

std::chrono::seconds idleOf(const Options &options)
{
    if (options.idleSeconds)
        return std::chrono::seconds(*options.idleSeconds);
    if (const char *text = std::getenv("RECTO_ENGINE_IDLE_S")) {
        char *end = nullptr;
        const long seconds = std::strtol(text, &end, 10);
        if (end == text || *end != '\0' || seconds < 0 || seconds > 10'000'000)
            throw base::BadRequest(std::string("RECTO_ENGINE_IDLE_S must be a number of seconds, not ") + text);
        return std::chrono::seconds(seconds);
    }
    return std::chrono::seconds(options.serve.socketPath.empty() ? 0 : idleSecondsOfOurOwn);
}

readers::ReplayManner mannerFromEnvironment()
{
    const char *text = std::getenv("RECTO_REPLAY");
    if (!text)
        return {};
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded())
        throw base::BadRequest(std::string("RECTO_REPLAY must be JSON as recto.replay takes it, not ") + text);
    return readers::replayMannerFrom(json);
}

void fillShelf(const Options &options, server::ReaderShelf &shelf)
{
#ifdef RECTO_HAS_TESSERACT
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    auto tesseract = std::make_shared<readers::TesseractReader>(options.threads > 0 ? options.threads : cores);
    shelf.add(tesseract);
    shelf.setOrientationFinder(tesseract);
#endif
    if (!options.recordings.empty())
        shelf.add(std::make_shared<readers::ReplayReader>(options.recordings, mannerFromEnvironment()));
    shelf.addUnavailable("deepseek-ocr",
        options.model.empty()
            ? "no model folder was given (--model DIR with config.json, tokenizer.json and the safetensors files)."
            : "this build reads no network yet.");
}

int runServe(Options options)
{
    options.serve.idle = idleOf(options);
    options.serve.onListening
        = [](const std::string &address) { base::log(base::LogLevel::Info, "listening on " + address); };
    return static_cast<int>(
        server::serve(options.serve, [&](server::ReaderShelf &shelf) { fillShelf(options, shelf); }));
}

} // namespace

void addServe(CLI::App &app, int &exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("serve", "Answer over HTTP, as any OpenAI client asks");
    command->add_option("--socket", options->serve.socketPath, "Unix socket to listen on");
    command->add_option("--listen", options->serve.listenAddress, "HOST:PORT to listen on instead");
    CLI::Option *token = command->add_option(
        "--token-file,--api-key-file", options->serve.keyFile, "File with the key every request must carry");
    token->type_name("FILE");
    command->add_option("--lock", options->serve.lockFile, "File to hold locked while running; taken: exit code 75");
    command->add_option("--model", options->model, "Folder with the DeepSeek-OCR files");
    command->add_option(
        "--allowed-local-media-path", options->serve.mediaFolder, "Folder whose pictures may be named by file://");
    command->add_option("--threads", options->threads, "Pages Tesseract reads at once (a core each unless told)")
        ->check(CLI::Range(1, 256));
    command->add_option("--recordings", options->recordings, "Folder of recorded answers for the reader replay");
    command->add_option("--idle-seconds", options->idleSeconds, "End that long after the last client; 0: never")
        ->check(CLI::Range(0, 10'000'000));
    command->callback([options, &exitCode] { exitCode = runServe(*options); });
}

} // namespace cli
