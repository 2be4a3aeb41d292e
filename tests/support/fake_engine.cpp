// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for recto-engine that starts as engine/server/README.md says: lock, socket, token, exit codes.
//
// RECTO_FAKE_ENGINE: empty (good), "dies" (a line in the log, exit 1), "silent" (never listens), "first dies" (dies unless
// RECTO_FAKE_ENGINE_LOG has a line already). RECTO_FAKE_ENGINE_LOG: a file that gets one line for each start.
#include "tests/support/fake_server.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

std::string contentOf(const std::string &file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void answer(support::FakeExchange &exchange, const QByteArray &token)
{
    if (exchange.path == "/health")
        exchange.answer(
            200, "application/json", R"({"status":"ok","version":"fake","pid":)" + QByteArray::number(getpid()) + "}");
    else if (exchange.header("authorization") != "Bearer " + token)
        exchange.answer(401, "application/json", R"({"error":{"message":"wrong key","code":"invalid_api_key"}})");
    else
        exchange.answer(200, "application/json", R"({"object":"list","data":[{"id":"tesseract"}]})");
}

} // namespace

int main(int argc, char **argv)
{
    std::map<std::string, std::string> options;
    for (int i = 2; i + 1 < argc; i += 2)
        options[argv[i]] = argv[i + 1];
    const char *wanted = std::getenv("RECTO_FAKE_ENGINE");
    const std::string behaviour = wanted ? wanted : "";
    bool isFirst = true;
    if (const char *log = std::getenv("RECTO_FAKE_ENGINE_LOG")) {
        isFirst = contentOf(log).empty();
        std::ofstream(log, std::ios::app) << getpid() << '\n';
    }
    const int lock = open(options["--lock"].c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (flock(lock, LOCK_EX | LOCK_NB) != 0)
        return 75;
    if (behaviour == "dies" || (behaviour == "first dies" && isFirst)) {
        std::fprintf(stderr, "loading the model\nthe model is no model\n");
        return 1;
    }
    if (behaviour == "silent")
        pause();
    umask(0177);
    const QByteArray token = QByteArray::fromStdString(contentOf(options["--token-file"]));
    support::FakeServer server(
        options["--socket"], [token](support::FakeExchange &exchange) { answer(exchange, token); });
    pause();
}
