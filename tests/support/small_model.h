// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QtEndian>

namespace support {

/// The eight bytes before the header of a safetensors file.
inline QByteArray lengthOf(const QByteArray &header)
{
    QByteArray length(8, '\0');
    qToLittleEndian(static_cast<quint64>(header.size()), length.data());
    return length;
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

/// A folder that looks like DeepSeek-OCR's to whoever looks at names, sizes and headers; no engine could read with it (`recto-engine
/// fabricate` makes one that can). @return bytes of its tensor.
inline qint64 writeSmallModel(const QString &folder, const QByteArray &type = "BF16")
{
    constexpr qint64 bytes = 1 << 20;
    const QDir dir(folder);
    writeFile(dir.filePath(QStringLiteral("config.json")), R"({"architectures": ["DeepseekOCRForCausalLM"]})");
    writeFile(dir.filePath(QStringLiteral("tokenizer.json")), "{}");
    writeFile(dir.filePath(QStringLiteral("model.safetensors.index.json")),
        R"({"weight_map": {"lm_head.weight": "model-00001-of-000001.safetensors"}})");
    const QByteArray header = R"({"lm_head.weight": {"dtype": ")" + type
        + R"(", "shape": [512, 1024], "data_offsets": [0, )" + QByteArray::number(bytes) + "]}}";
    writeFile(dir.filePath(QStringLiteral("model-00001-of-000001.safetensors")),
        lengthOf(header) + header + QByteArray(bytes, '\0'));
    return bytes;
}

} // namespace support
