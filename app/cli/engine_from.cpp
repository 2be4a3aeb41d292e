// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_from.h"

#include "app/base/open_file.h"
#include "app/settings/settings.h"

namespace cli {

namespace {

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

} // namespace

base::Result<EngineAndPassword> engineFrom(const ConvertArguments &arguments, base::NativePath &fault)
{
    QByteArray apiKey;
    QByteArray password;
    for (const auto &[file, secret] :
        {std::pair(&arguments.apiKeyFile, &apiKey), std::pair(&arguments.passwordFile, &password)}) {
        if (file->empty())
            continue;
        const base::Result<QByteArray> read = secretFrom(*file);
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
