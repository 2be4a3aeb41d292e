// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convert.h"

#include "app/base/open_file.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/conversion.h"
#include "app/cli/interrupt.h"
#include "app/cli/plan.h"
#include "app/cli/standard_input.h"
#include "app/settings/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// The first line of a small file that holds a secret.
base::Result<QByteArray> secretFrom(const base::NativePath &path)
{
    constexpr qint64 longest = 64 << 10;
    const base::Result<base::OpenFile> file = base::OpenFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    QByteArray line = file->read(0, longest);
    if (const qsizetype end = line.indexOf('\n'); end >= 0)
        line.truncate(end);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

int usageError(Console &console, const base::Error &error, const base::NativePath &file = {})
{
    console.error(file.empty() ? QStringLiteral("recto") : base::displayName(file), 0, error);
    return UsageError;
}

Console::Events eventsFor(const ConvertArguments &arguments)
{
    if (!arguments.wantsJsonLines)
        return Console::Events::None;
    return arguments.toStandardOutput ? Console::Events::StandardError : Console::Events::StandardOutput;
}

std::unique_ptr<pipeline::Engine> engineFor(const std::optional<ocr::EngineAddress> &server)
{
    ocr::EngineHome home = ocr::EngineHome::standard(settings::modelFolder(settings::load(), {}));
    return server ? std::make_unique<pipeline::Engine>(std::move(home), *server)
                  : std::make_unique<pipeline::Engine>(std::move(home));
}

/// Standard input as a file, where it is asked for. An error is one line; the other sources go on.
base::Result<std::optional<StandardInput>> standardInputFor(const ConvertArguments &arguments, std::stop_token stop)
{
    if (std::ranges::find(arguments.inputs, "-") == arguments.inputs.end())
        return std::optional<StandardInput>();
    base::Result<StandardInput> read = StandardInput::read(std::move(stop));
    if (!read)
        return std::unexpected(read.error());
    return std::optional(*std::move(read));
}

} // namespace

int convert(const std::vector<std::string> &arguments, int errors)
{
    Console plain(errors, Console::Events::None, Console::Progress::Hidden);
    base::Result<ConvertArguments> wanted = parseConvert(arguments);
    if (!wanted)
        return usageError(plain, wanted.error());

    QByteArray apiKey;
    QByteArray password;
    for (const auto &[file, secret] :
        {std::pair(&wanted->apiKeyFile, &apiKey), std::pair(&wanted->passwordFile, &password)}) {
        if (file->empty())
            continue;
        const base::Result<QByteArray> read = secretFrom(*file);
        if (!read)
            return usageError(plain, read.error(), *file);
        *secret = *read;
    }
    std::optional<ocr::EngineAddress> server;
    if (!wanted->engine.isEmpty()) {
        const base::Result<ocr::EngineAddress> address = ocr::engineAddressFrom(wanted->engine, apiKey.trimmed());
        if (!address)
            return usageError(plain, address.error());
        server = *address;
    }

    const Interrupt interrupt;
    Console console(errors, eventsFor(*wanted), wanted->isQuiet ? Console::Progress::Hidden : Console::Progress::Shown);
    const base::Result<std::optional<StandardInput>> standardInput = standardInputFor(*wanted, interrupt.stop());
    if (!standardInput && standardInput.error().code == base::ErrorCode::Cancelled)
        return Interrupted;
    if (!standardInput)
        std::erase(wanted->inputs, "-");
    Plan plan = makePlan(*wanted, standardInput && *standardInput ? (*standardInput)->path() : base::NativePath());
    if (!standardInput)
        plan.problems.insert(plan.problems.begin(), {QStringLiteral("stdin"), standardInput.error()});
    if (plan.passedOver > 0 && !wanted->isQuiet)
        console.line(Words::tr("files passed over because they are no documents: %1").arg(plan.passedOver));

    const std::unique_ptr<pipeline::Engine> engine = engineFor(server);
    return Conversion(*wanted, std::move(plan), console, interrupt).run(*engine, QString::fromUtf8(password));
}

} // namespace cli
