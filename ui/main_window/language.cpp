// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/language.h"

#include "app/base/translator.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace main_window {

QLocale localeOf(const QString &language)
{
    return language.isEmpty() ? QLocale::system() : QLocale(language);
}

void speak(QApplication &application, const QString &language)
{
    const QList<QTranslator *> before = application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : before) {
        QApplication::removeTranslator(translator);
        delete translator;
    }
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    auto *theirs = new QTranslator(&application); // of the buttons of file dialogs
    if (theirs->load(
            locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(theirs);
    auto *ours = new base::Translator(&application);
    ours->loadOwn(locale);
    QApplication::installTranslator(ours);
}

} // namespace main_window
