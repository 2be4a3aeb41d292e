// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace main_window {

namespace {

using namespace Qt::StringLiterals;

/// Texts outside of classes have contexts that lupdate cannot always tell; it files them under the name of what declares them, "Words".
class Translator : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(
        const char *context, const char *source, const char *disambiguation, int n) const override
    {
        const QString own = QTranslator::translate(context, source, disambiguation, n);
        return own.isEmpty() ? QTranslator::translate("Words", source, disambiguation, n) : own;
    }
};

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
        auto *translator = new Translator(&application);
        // Where the system names no language we know, English: its file has "1 page" and "2 pages".
        if (translator->load(locale, name, u"_"_s, folder)
            || (name == "recto"_L1 && translator->load(name + u"_en"_s, folder)))
            QApplication::installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace main_window
