// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/open_file.h"
#include "app/intake/open_document.h"

#include <QCryptographicHash>

namespace intake {

base::Result<QByteArray> hashFile(const base::NativePath &path, std::stop_token stop)
{
    const base::Result<base::OpenFile> file = base::OpenFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    constexpr qint64 piece = 1 << 20;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 at = 0; at < file->size(); at += piece) {
        if (stop.stop_requested())
            return base::failure(base::ErrorCode::Cancelled, {});
        const QByteArray bytes = file->read(at, piece);
        if (bytes.size() < std::min(piece, file->size() - at))
            return std::unexpected(base::readFailure(EIO));
        hash.addData(bytes);
    }
    return hash.result().toHex();
}

} // namespace intake
