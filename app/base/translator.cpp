// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/translator.h"

#include <QLocale>

#include <cstring>

namespace base {

using namespace Qt::StringLiterals;

void Translator::loadOwn(const QLocale &locale)
{
    const QString folder = u":/translations"_s;
    if (!load(locale, u"recto"_s, u"_"_s, folder))
        (void)load(u"recto_en"_s, folder);
}

QString Translator::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    const char *colons = std::strrchr(context, ':');
    for (const char *filedUnder : {context, colons ? colons + 1 : context, "Words"}) {
        const QString text = QTranslator::translate(filedUnder, source, disambiguation, n);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace base
