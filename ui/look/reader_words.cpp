// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/reader_words.h"

#include <QCoreApplication>

namespace look {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReaderWords)
};

} // namespace

QString readerInWords(const QString &reader)
{
    if (reader == QLatin1StringView("tesseract"))
        return QStringLiteral("Tesseract");
    if (reader == QLatin1StringView("deepseek-ocr"))
        return QStringLiteral("DeepSeek-OCR");
    if (reader == QLatin1StringView("text"))
        return Words::tr("text of the file");
    if (reader == QLatin1StringView("replay"))
        return Words::tr("a recording");
    return reader;
}

} // namespace look
