// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_from.h"

#include "app/settings/secret_file.h"
#include "app/settings/settings.h"

namespace cli {

base::Result<EngineAndPassword> engineFrom(const ConvertArguments &arguments, base::NativePath &fault)
{
    QByteArray apiKey;
    QByteArray password;
    for (const auto &[file, secret] :
        {std::pair(&arguments.apiKeyFile, &apiKey), std::pair(&arguments.passwordFile, &password)}) {
        if (file->empty())
            continue;
        const base::Result<QByteArray> read = settings::readSecret(*file);
        if (!read) {
            fault = *file;
            return std::unexpected(read.error());
        }
        *secret = *read;
    }
    EngineAndPassword made{nullptr, QString::fromUtf8(password)};
    ocr::EngineHome home = ocr::EngineHome::standard(settings::modelFolder(settings::load(), arguments.modelFolder));
    if (arguments.engine.isEmpty()) {
        made.engine = std::make_unique<pipeline::Engine>(std::move(home));
        return made;
    }
    const base::Result<ocr::EngineAddress> server = ocr::engineAddressFrom(arguments.engine, apiKey.trimmed());
    if (!server)
        return std::unexpected(server.error());
    made.engine = std::make_unique<pipeline::Engine>(std::move(home), *server);
    return made;
}

} // namespace cli
