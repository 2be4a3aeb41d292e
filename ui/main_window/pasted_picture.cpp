// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/pasted_picture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QImageWriter>
#include <QStandardPaths>

namespace main_window {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PastedPicture)
};

} // namespace

base::Result<base::NativePath> keepPastedPicture(const QImage &picture)
{
    if (picture.isNull())
        return base::failure(base::ErrorCode::RequestRejected, Words::tr("there is no picture to paste"),
            Words::tr("copy a picture or a file first"));
    const QString folder
        = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/recto/pasted");
    QDir().mkpath(folder);
    const QString name = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    QString path = folder + u'/' + name + QStringLiteral(".png");
    for (int number = 2; QFile::exists(path); ++number)
        path = QStringLiteral("%1/%2 (%3).png").arg(folder, name).arg(number);
    QImageWriter writer(path, "png");
    if (!writer.write(picture))
        return base::failure(base::ErrorCode::ExportFailed,
            Words::tr("the picture could not be kept in %1").arg(folder),
            Words::tr("check that the folder may be written and the disk is not full"), writer.errorString());
    return base::encodeNative(path);
}

} // namespace main_window
