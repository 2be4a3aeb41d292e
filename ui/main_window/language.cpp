// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace main_window {

namespace {

using namespace Qt::StringLiterals;

} // namespace

void speak(QApplication &application, const QString &language)
{
    const QList<QTranslator *> before = application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : before) {
        QApplication::removeTranslator(translator);
        delete translator;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const std::initializer_list<std::pair<QString, QString>> files{
        {u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}, {u"recto"_s, u":/translations"_s}};
    for (const auto &[name, folder] : files) {
        auto *translator = new QTranslator(&application);
        // Where the system names no language we know, English: its file has "1 page" and "2 pages".
        if (translator->load(locale, name, u"_"_s, folder)
            || (name == "recto"_L1 && translator->load(name + u"_en"_s, folder)))
            QApplication::installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace main_window
