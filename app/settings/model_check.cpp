// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/model_check.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QtEndian>

namespace settings {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModelCheck)
};

constexpr qint64 libraryBytes = qint64{512} << 20;
constexpr qint64 longestHeader = qint64{100} << 20; // the format's own limit
constexpr qint64 largestText = qint64{16} << 20; // an index of ten thousand tensors has 1 MB

std::unexpected<base::Error> missing(const QString &name)
{
    return base::failure(base::ErrorCode::FileUnreadable, Words::tr("%1 is missing in this folder").arg(name),
        Words::tr("choose the folder that holds the model's config.json and safetensors files"));
}

base::Result<QJsonObject> readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return missing(QFileInfo(path).fileName());
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(file.read(largestText), &error).object();
    if (json.isEmpty())
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("%1 is damaged").arg(QFileInfo(path).fileName()),
            Words::tr("get the model again"), error.errorString());
    return json;
}

/// The bytes of tensors in a safetensors file whose header fits its length.
base::Result<qint64> tensorBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return missing(QFileInfo(path).fileName());
    const auto damaged = [&path] {
        return base::failure(base::ErrorCode::FileDamaged,
            Words::tr("%1 is cut off or damaged").arg(QFileInfo(path).fileName()), Words::tr("get this file again"));
    };
    const QByteArray length = file.read(8);
    if (length.size() < 8)
        return damaged();
    const auto headerBytes = static_cast<qint64>(qFromLittleEndian<quint64>(length.constData()));
    if (headerBytes < 2 || headerBytes > longestHeader || headerBytes > file.size() - 8)
        return damaged();
    const QJsonObject header = QJsonDocument::fromJson(file.read(headerBytes)).object();
    qint64 end = 0;
    for (const QJsonValue &tensor : header)
        end = std::max(end, tensor["data_offsets"_L1][1].toInteger());
    if (end == 0 || file.size() != 8 + headerBytes + end)
        return damaged();
    return end;
}

/// A field of /proc/meminfo, in bytes.
qint64 memory(const QByteArray &field)
{
    QFile file(u"/proc/meminfo"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field + ':'))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

} // namespace

ModelCheck::Fit fitOf(qint64 needed, qint64 free, qint64 total)
{
    if (needed <= free)
        return ModelCheck::Fit::Good;
    return needed <= total ? ModelCheck::Fit::Tight : ModelCheck::Fit::No;
}

base::Result<ModelCheck> checkModel(const base::NativePath &folder)
{
    const QDir dir(base::decodeNative(folder.native()));
    if (!dir.exists())
        return base::failure(base::ErrorCode::FileUnreadable,
            Words::tr("there is no folder %1").arg(base::displayName(folder)),
            Words::tr("choose the folder that holds the model"));
    const auto config = readJson(dir.filePath(u"config.json"_s));
    if (!config)
        return std::unexpected(config.error());
    if (!dir.exists(u"tokenizer.json"_s))
        return missing(u"tokenizer.json"_s);
    QSet<QString> shards;
    if (const QString index = u"model.safetensors.index.json"_s; dir.exists(index)) {
        const auto json = readJson(dir.filePath(index));
        if (!json)
            return std::unexpected(json.error());
        for (const QJsonValue &shard : (*json)["weight_map"_L1].toObject())
            shards.insert(QFileInfo(shard.toString()).fileName());
    } else {
        for (const QString &name : dir.entryList({u"*.safetensors"_s}, QDir::Files))
            shards.insert(name);
    }
    if (shards.isEmpty())
        return missing(u"model.safetensors"_s);
    ModelCheck check;
    check.architecture = (*config)["architectures"_L1][0].toString((*config)["model_type"_L1].toString());
    for (const QString &shard : std::as_const(shards)) {
        const auto bytes = tensorBytes(dir.filePath(shard));
        if (!bytes)
            return std::unexpected(bytes.error());
        check.weightBytes += *bytes;
    }
    check.neededBytes = check.weightBytes + check.weightBytes / 5 + libraryBytes;
    check.freeBytes = memory("MemAvailable");
    check.totalBytes = memory("MemTotal");
    check.fit = fitOf(check.neededBytes, check.freeBytes, check.totalBytes);
    return check;
}

} // namespace settings
