// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/programs.h"

#include "app/base/native_path.h"
#include "app/cli/console.h"
#include "app/cli/convert.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Programs)
};

base::NativePath folderOfThisProgram()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

} // namespace

Command commandOf(const std::vector<std::string> &arguments)
{
    if (arguments.empty() || arguments.front() == "--")
        return Command::Window;
    const std::string &first = arguments.front();
    if (first == "convert")
        return Command::Convert;
    if (first == "locate")
        return Command::Locate;
    if (first == "engine")
        return Command::Engine;
    if (first == "--version")
        return Command::Version;
    if (first == "--help" || first == "-h" || first == "help")
        return Command::Help;
    if (first == "--page-worker")
        return Command::PageWorker;
    std::error_code ignored;
    return !first.starts_with('-') && std::filesystem::exists(first, ignored) ? Command::Window : Command::Unknown;
}

int becomeProgram(const char *name, const std::vector<std::string> &arguments, int errors)
{
    const base::NativePath program = folderOfThisProgram() / name;
    std::vector<char *> argv{const_cast<char *>(program.c_str())}; // execv's signature is older than const
    for (const std::string &argument : arguments)
        argv.push_back(const_cast<char *>(argument.c_str()));
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    const int error = errno;
    const QString line = errorLine(QStringLiteral("recto"), 0,
        {base::ErrorCode::FileUnreadable,
            Words::tr("%1 cannot be run (%2)")
                .arg(base::displayName(program), QString::fromLocal8Bit(std::strerror(error))),
            Words::tr("install Recto whole, or build it with installer/run"), {}});
    writeAll(errors, line.toUtf8() + '\n');
    return UsageError;
}

} // namespace cli
