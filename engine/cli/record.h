// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// `recto-engine record --to DIR --name NAME (--socket PATH | --url http://HOST:PORT) [--key-file F] < request.json`: asks,
/// keeps what arrives with its times, and writes the pair that the reader replay answers from.
void addRecord(CLI::App &app, int &exitCode);

} // namespace cli
