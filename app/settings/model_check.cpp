// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/model_check.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
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

constexpr qint64 largestFile = qint64{1} << 50; // no disk holds more; keeps sums inside 64 bits
constexpr int namedFaults = 2; // more would fill the window; the files come from one place anyway

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

QString wherefrom()
{
    return Words::tr("choose the folder that holds config.json, tokenizer.json and the *.safetensors files");
}

/// What is not as it should be, file by file: "tokenizer.json (missing)".
class Faults {
public:
    void add(const QString &file, const QString &state) { m_list.append(Words::tr("%1 (%2)").arg(file, state)); }
    void addMissing(const QString &file) { add(file, Words::tr("missing")); }
    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    [[nodiscard]] std::unexpected<base::Error> error() const
    {
        QString named = m_list.first(std::min<qsizetype>(m_list.size(), namedFaults)).join(Words::tr(", "));
        if (m_list.size() > namedFaults)
            named = Words::tr("%1 and %2 more").arg(named).arg(m_list.size() - namedFaults);
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the model is not whole: %1").arg(named),
            Words::tr("download what is named here into the folder again"), m_list.join(u'\n'));
    }

private:
    QStringList m_list;
};

/// An object that is no object is empty.
QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(largestText)).object() : QJsonObject();
}

/// Bytes of tensors.
struct Weights {
    qint64 stored = 0; ///< in their files
    qint64 used = 0; ///< in memory: the engine widens float16
};

/// Where a tensor ends in its file, added to @p weights; -1 for a place that cannot be.
qint64 addTensor(const QJsonValue &tensor, Weights &weights)
{
    const qint64 begin = tensor["data_offsets"_L1][0].toInteger();
    const qint64 end = tensor["data_offsets"_L1][1].toInteger();
    if (begin < 0 || end < begin || end > largestFile)
        return -1;
    weights.stored += end - begin;
    weights.used += (tensor["dtype"_L1] == "F16"_L1 ? 2 : 1) * (end - begin);
    return end;
}

Weights weightsIn(const QString &path, Faults &faults)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.exists()) {
        faults.addMissing(name);
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        faults.add(name, Words::tr("may not be read"));
        return {};
    }
    const QByteArray length = file.read(8);
    const qint64 headerBytes = length.size() < 8 ? 0 : qFromLittleEndian<qint64>(length.constData());
    if (headerBytes < 2 || headerBytes > longestHeader) {
        faults.add(name, file.size() < 8 ? Words::tr("empty") : Words::tr("damaged"));
        return {};
    }
    const QJsonObject header = QJsonDocument::fromJson(file.read(headerBytes)).object();
    Weights weights;
    qint64 end = 0;
    bool isGood = true;
    for (const QJsonValue &tensor : header) {
        const qint64 tensorEnd = addTensor(tensor, weights);
        isGood = isGood && tensorEnd >= 0;
        end = std::max(end, tensorEnd);
    }
    const qint64 wanted = 8 + headerBytes + end;
    if (file.size() < 8 + headerBytes)
        faults.add(name, Words::tr("cut off"));
    else if (isGood && end > 0 && file.size() < wanted)
        faults.add(name, Words::tr("only %1 of %2").arg(sizeText(file.size()), sizeText(wanted)));
    else if (!isGood || end == 0 || file.size() > wanted)
        faults.add(name, Words::tr("damaged"));
    return weights;
}

/// As the engine tells it (engine/weights/model_config.cpp).
bool isDeepseekOcr(const QJsonObject &config)
{
    const QJsonValue architectures = config["architectures"_L1];
    if (architectures.isUndefined() || architectures.isNull())
        return config["model_type"_L1] == "deepseek_vl_v2"_L1
            && config["vision_config"_L1]["width"_L1].toObject().contains("clip-l-14-224"_L1);
    return architectures.toArray().contains("DeepseekOCRForCausalLM"_L1);
}

/// The names of the files with weights: those of the index, else those that lie there.
QStringList shardsIn(const QDir &dir, Faults &faults)
{
    const QString index = u"model.safetensors.index.json"_s;
    QSet<QString> shards;
    if (dir.exists(index)) {
        for (const QJsonValue &shard : readJson(dir.filePath(index))["weight_map"_L1].toObject())
            shards.insert(QFileInfo(shard.toString()).fileName());
        if (shards.isEmpty())
            faults.add(index, Words::tr("damaged"));
    } else {
        for (const QString &name : dir.entryList({u"model.safetensors"_s, u"model-*.safetensors"_s}, QDir::Files))
            shards.insert(name);
        if (shards.isEmpty())
            faults.addMissing(u"model.safetensors"_s);
    }
    QStringList sorted(shards.begin(), shards.end());
    sorted.sort();
    return sorted;
}

/// A folder in which there is nothing of a model; the one in it that has something is proposed.
std::unexpected<base::Error> noModel(const QDir &dir)
{
    for (const QString &inner : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (dir.exists(inner + u"/config.json"_s))
            return base::failure(base::ErrorCode::FileUnreadable, Words::tr("there is no model in this folder"),
                Words::tr("choose the folder “%1” in it").arg(inner));
    }
    return base::failure(base::ErrorCode::FileUnreadable, Words::tr("there is no model in this folder"), wherefrom());
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
    const QFileInfo place(base::decodeNative(folder.native()));
    if (!place.exists())
        return base::failure(base::ErrorCode::FileUnreadable, Words::tr("there is no such folder"),
            Words::tr("check its name, or choose it"), base::displayName(folder));
    if (!place.isDir())
        return base::failure(base::ErrorCode::FileUnreadable, Words::tr("this is a file, not a folder"), wherefrom());
    if (!place.isReadable() || !place.isExecutable())
        return base::failure(base::ErrorCode::FileUnreadable, Words::tr("this folder may not be read"),
            Words::tr("ask its owner for the right to read it, or choose another"));
    const QDir dir(place.filePath());
    const bool hasConfig = dir.exists(u"config.json"_s);
    if (!hasConfig && !dir.exists(u"tokenizer.json"_s) && dir.entryList({u"*.safetensors*"_s}, QDir::Files).isEmpty())
        return noModel(dir);
    Faults faults;
    ModelCheck check;
    if (!hasConfig) {
        faults.addMissing(u"config.json"_s);
    } else if (const QJsonObject config = readJson(dir.filePath(u"config.json"_s)); config.isEmpty()) {
        faults.add(u"config.json"_s, Words::tr("damaged"));
    } else {
        check.architecture = config["architectures"_L1][0].toString(config["model_type"_L1].toString());
        if (!isDeepseekOcr(config))
            return base::failure(base::ErrorCode::FormatUnknown,
                Words::tr("this is another model, which Recto cannot read with"),
                Words::tr("choose the folder of DeepSeek-OCR"), check.architecture);
    }
    if (!dir.exists(u"tokenizer.json"_s))
        faults.addMissing(u"tokenizer.json"_s);
    qint64 used = 0;
    for (const QString &shard : shardsIn(dir, faults)) {
        const Weights weights = weightsIn(dir.filePath(shard), faults);
        check.weightBytes += weights.stored;
        used += weights.used;
    }
    if (!faults.isEmpty())
        return faults.error();
    check.neededBytes = used + used / 5 + libraryBytes;
    check.freeBytes = memory("MemAvailable");
    check.totalBytes = memory("MemTotal");
    check.fit = fitOf(check.neededBytes, check.freeBytes, check.totalBytes);
    return check;
}

} // namespace settings
