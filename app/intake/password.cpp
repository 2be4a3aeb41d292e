// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/password.h"

#include <unicode/usprep.h>

#include <array>
#include <memory>
#include <optional>

namespace intake {

namespace {

/// RFC 4013; nothing for a password that it forbids.
std::optional<QString> saslPrepared(const QString &typed)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UStringPrepProfile, decltype(&usprep_close)> profile(
        usprep_openByType(USPREP_RFC4013_SASLPREP, &error), usprep_close);
    if (U_FAILURE(error))
        return {};
    QString prepared(typed.size() * 4 + 16, QChar());
    const int32_t length = usprep_prepare(profile.get(), reinterpret_cast<const UChar *>(typed.utf16()),
        static_cast<int32_t>(typed.size()), reinterpret_cast<UChar *>(prepared.data()),
        static_cast<int32_t>(prepared.size()), USPREP_ALLOW_UNASSIGNED, nullptr, &error);
    if (U_FAILURE(error))
        return {};
    prepared.truncate(length);
    return prepared;
}

/// PDFDocEncoding (ISO 32000-1, annex D.2) where it differs from Latin-1: 0x18..0x1F and 0x80..0xA0.
constexpr std::array<char16_t, 8> accents{0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC};
constexpr std::array<char16_t, 33> signs{0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A,
    0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160,
    0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0xFFFF, 0x20AC};

std::optional<QByteArray> inPdfDocEncoding(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if ((unit >= 0x20 && unit < 0x7F) || (unit > 0xA0 && unit <= 0xFF)) {
            bytes += static_cast<char>(unit);
        } else if (const auto *accent = std::ranges::find(accents, unit); accent != accents.end()) {
            bytes += static_cast<char>(0x18 + (accent - accents.begin()));
        } else if (const auto *sign = std::ranges::find(signs, unit); sign != signs.end()) {
            bytes += static_cast<char>(0x80 + (sign - signs.begin()));
        } else {
            return {};
        }
    }
    return bytes;
}

std::optional<QByteArray> inLatin1(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() > 0xFF)
            return {};
    }
    return text.toLatin1();
}

void addNew(QList<QByteArray> &candidates, const std::optional<QByteArray> &bytes)
{
    if (bytes && !bytes->isEmpty() && !candidates.contains(*bytes))
        candidates.append(*bytes);
}

} // namespace

QList<QByteArray> passwordCandidates(const QString &typed)
{
    QList<QByteArray> candidates;
    const std::optional<QString> prepared = saslPrepared(typed);
    if (prepared)
        addNew(candidates, prepared->toUtf8());
    addNew(candidates, typed.toUtf8());
    for (const QString &text : {typed.normalized(QString::NormalizationForm_C), prepared.value_or(QString())}) {
        addNew(candidates, inLatin1(text));
        addNew(candidates, inPdfDocEncoding(text));
    }
    return candidates;
}

} // namespace intake
