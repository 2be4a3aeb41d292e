// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/error_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace look {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

} // namespace

QString inWindow(const QString &remedy)
{
    static const QRegularExpression option(
        QStringLiteral("\\s*[(（](?:[^()（）]*\\s)?(?:--?[a-z]|(?:XDG|RECTO)_[A-Z])[^()（）]*[)）]"));
    return QString(remedy).remove(option);
}

QString capital(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^(?:http|\\S+\\.[a-z0-9]{2,5}\\b)"));
    return text.contains(name) ? text : text.left(1).toUpper() + text.mid(1);
}

QString inOneSentence(const base::Error &error)
{
    const QString remedy = inWindow(error.remedy);
    const QString both = remedy.isEmpty() ? error.what : Words::tr("%1; %2").arg(error.what, remedy);
    return Words::tr("%1.", "ends a sentence").arg(capital(both));
}

} // namespace look
