// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convert.h"

#include "app/cli/apply_settings.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/continue_text.h"
#include "app/cli/conversion.h"
#include "app/cli/engine_from.h"
#include "app/cli/interrupt.h"
#include "app/cli/plan.h"
#include "app/cli/standard_input.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

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

    wanted = applySettings(*std::move(wanted), settings::load());
    base::NativePath fault;
    const base::Result<EngineAndPassword> engine = engineFrom(*wanted, fault);
    if (!engine)
        return usageError(plain, engine.error(), fault);

    const Interrupt interrupt;
    Console console(errors, eventsFor(*wanted), wanted->isQuiet ? Console::Progress::Hidden : Console::Progress::Shown);
    if (!ocr::infoOf(wanted->read.task.kind).takesPicture)
        return continueText(*wanted, *engine->engine, console, interrupt);
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

    return Conversion(*wanted, std::move(plan), console, interrupt).run(*engine->engine, engine->password);
}

} // namespace cli
