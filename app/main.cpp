// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/base/version.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/convert.h"
#include "app/cli/locate.h"
#include "app/cli/programs.h"
#include "app/pipeline/page_worker.h"

#include <QCoreApplication>

#include <csignal>
#include <unistd.h>

namespace {

using CommandLine = int (*)(const std::vector<std::string> &arguments, int errors);

int run(CommandLine command, int argumentCount, char **argv, const std::vector<std::string> &arguments)
{
    const int errors = base::sendMessagesToLog();
    QCoreApplication application(argumentCount, argv); // without a translator: scripts read what the command line says
    return command(arguments, errors);
}

} // namespace

int main(int argumentCount, char **argv)
{
    std::vector<std::string> arguments(argv + 1, argv + argumentCount);
    const cli::Command command = cli::commandOf(arguments);
    if (command != cli::Command::PageWorker)
        signal(SIGPIPE, SIG_IGN); // a reader that went away is a write error, with its line and exit code
    switch (command) {
    case cli::Command::PageWorker:
        return pipeline::runPageWorker(argumentCount, argv);
    case cli::Command::Window:
        return cli::becomeProgram("recto-window", arguments, STDERR_FILENO);
    case cli::Command::Engine:
        arguments.erase(arguments.begin());
        return cli::becomeProgram("recto-engine", arguments, STDERR_FILENO);
    case cli::Command::Convert:
        arguments.erase(arguments.begin());
        return run(cli::convert, argumentCount, argv, arguments);
    case cli::Command::Locate:
        arguments.erase(arguments.begin());
        return run(cli::locate, argumentCount, argv, arguments);
    case cli::Command::Version:
        return cli::writeAll(STDOUT_FILENO, QByteArray(base::productName) + ' ' + base::productVersion + '\n')
            ? cli::AllGood
            : cli::SomeFailed;
    case cli::Command::Help:
        return cli::writeAll(STDOUT_FILENO, cli::helpText().toUtf8()) ? cli::AllGood : cli::SomeFailed;
    case cli::Command::Unknown:
        break;
    }
    const QString what = QStringLiteral("%1 is neither a command nor a file").arg(base::displayName(arguments.front()));
    cli::writeAll(STDERR_FILENO,
        cli::errorLine(QStringLiteral("recto"), 0,
            {base::ErrorCode::RequestRejected, what, QStringLiteral("see recto --help"), {}})
                .toUtf8()
            + '\n');
    return cli::UsageError;
}
