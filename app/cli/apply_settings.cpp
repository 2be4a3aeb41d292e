// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/apply_settings.h"

namespace cli {

ConvertArguments applySettings(ConvertArguments arguments, const settings::Settings &settings)
{
    if (arguments.engine.isEmpty()) {
        arguments.engine = settings.engineAddress;
        arguments.apiKeyFile = settings.engineAddress.isEmpty() ? base::NativePath() : settings.apiKeyFile;
        if (arguments.concurrency == 0)
            arguments.concurrency = settings.concurrency;
    }
    if (arguments.read.languages.isEmpty())
        arguments.read.languages = settings.languages;
    return arguments;
}

} // namespace cli
