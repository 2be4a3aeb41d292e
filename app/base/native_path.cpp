// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/native_path.h"

#include <QStringDecoder>

namespace base {

namespace {

/// Length of the valid UTF-8 sequence at the start of @p bytes; 0 when there is none.
qsizetype validLength(QByteArrayView bytes)
{
    const auto first = static_cast<unsigned char>(bytes[0]);
    const qsizetype length = first < 0x80 ? 1
        : first < 0xC2                    ? 0
        : first < 0xE0                    ? 2
        : first < 0xF0                    ? 3
        : first < 0xF5                    ? 4
                                          : 0;
    if (length == 0 || length > bytes.size())
        return 0;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes.first(length));
    return decoder.hasError() || text.isEmpty() ? 0 : length;
}

} // namespace

QString decodeNative(const std::string &bytes)
{
    QString text;
    for (QByteArrayView rest(bytes.data(), static_cast<qsizetype>(bytes.size())); !rest.isEmpty();) {
        if (const qsizetype length = validLength(rest); length > 0) {
            text += QString::fromUtf8(rest.first(length));
            rest = rest.sliced(length);
        } else {
            text += QChar(static_cast<char16_t>(0xDC00 + static_cast<unsigned char>(rest[0])));
            rest = rest.sliced(1);
        }
    }
    return text;
}

std::string encodeNative(const QString &text)
{
    std::string bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            bytes += QStringView(text).sliced(i, 2).toUtf8().toStdString();
            ++i;
        } else if (c.unicode() >= 0xDC80 && c.unicode() <= 0xDCFF) {
            bytes += static_cast<char>(c.unicode() - 0xDC00);
        } else {
            bytes += QStringView(text).sliced(i, 1).toUtf8().toStdString();
        }
    }
    return bytes;
}

QString displayName(const NativePath &path)
{
    const QString text = QString::fromUtf8(path.native());
    QString shown;
    for (const QChar c : text) {
        if (c == u'\n')
            shown += QStringLiteral("\\n");
        else if (c.category() == QChar::Other_Control)
            shown += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            shown += c;
    }
    return shown;
}

} // namespace base
