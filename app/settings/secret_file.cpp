// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/secret_file.h"

#include "app/base/open_file.h"

namespace settings {

base::Result<QByteArray> readSecret(const base::NativePath &path)
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

} // namespace settings
