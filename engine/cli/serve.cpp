// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/serve.h"

#include "engine/base/exceptions.h"
#include "engine/base/log.h"
#include "engine/readers/replay/replay_reader.h"
#include "engine/server/server.h"
#ifdef RECTO_HAS_NETWORK
#include "engine/readers/deepseek_ocr/deepseek_reader.h"
#endif
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
    int concurrency = 2; ///< requests the network reads together
    std::string device = "auto";
    std::string type = "auto";
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

#ifdef RECTO_HAS_NETWORK
/// Loads the network after saying what it will need; when it cannot be had, the reason is kept for /v1/models.
void addNetwork(const Options &options, server::ReaderShelf &shelf)
{
    try {
        runtime::EngineOptions wish;
        wish.device = options.device;
        wish.type = options.type;
        wish.concurrency = options.concurrency;
        const runtime::Preflight preflight = runtime::preflight(options.model, wish);
        base::log(base::LogLevel::Info, options.model + " " + preflight.sentence);
        shelf.add(std::make_shared<readers::DeepSeekReader>(options.model, wish));
    } catch (const std::exception &error) { // a bad model must not keep Tesseract from reading
        base::log(base::LogLevel::Warning, std::string("deepseek-ocr is not available: ") + error.what());
        shelf.addUnavailable("deepseek-ocr", error.what());
    }
}
#endif

void fillShelf(const Options &options, server::ReaderShelf &shelf)
{
#ifdef RECTO_HAS_TESSERACT
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    auto tesseract = std::make_shared<readers::TesseractReader>(
        options.threads > 0 ? options.threads : cores, readers::workerProgramBesideOurs());
    shelf.add(tesseract);
    shelf.setOrientationFinder(tesseract);
#endif
    if (!options.recordings.empty())
        shelf.add(std::make_shared<readers::ReplayReader>(options.recordings, mannerFromEnvironment()));
    if (options.model.empty()) {
        shelf.addUnavailable("deepseek-ocr",
            "no model folder was given; --model DIR takes one with config.json, tokenizer.json and model-*.safetensors "
            "as published.");
        return;
    }
#ifdef RECTO_HAS_NETWORK
    addNetwork(options, shelf);
#else
    shelf.addUnavailable("deepseek-ocr", "this build of the engine has no network.");
#endif
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
    command->add_option("--concurrency", options->concurrency, "Requests the network reads together")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--device", options->device, "Where the network runs: auto, cpu, cuda, cuda:N")
        ->capture_default_str();
    command->add_option("--dtype", options->type, "Its numbers: auto, float32, bfloat16")->capture_default_str();
    command->add_option("--recordings", options->recordings, "Folder of recorded answers for the reader replay");
    command->add_option("--idle-seconds", options->idleSeconds, "End that long after the last client; 0: never")
        ->check(CLI::Range(0, 10'000'000));
    command->callback([options, &exitCode] { exitCode = runServe(*options); });
}

} // namespace cli
