// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/language_names.h"

namespace look {

using namespace Qt::StringLiterals;

QList<ReadingLanguage> readingLanguages()
{
    return {{u"eng"_s, u"English"_s}, {u"deu"_s, u"Deutsch"_s}, {u"fra"_s, u"Français"_s}, {u"spa"_s, u"Español"_s},
        {u"ita"_s, u"Italiano"_s}, {u"por"_s, u"Português"_s}, {u"nld"_s, u"Nederlands"_s}, {u"pol"_s, u"Polski"_s},
        {u"rus"_s, u"Русский"_s}, {u"chi_sim"_s, u"简体中文"_s}, {u"chi_tra"_s, u"繁體中文"_s}, {u"jpn"_s, u"日本語"_s},
        {u"kor"_s, u"한국어"_s}, {u"ara"_s, u"العربية"_s}, {u"heb"_s, u"עברית"_s}, {u"lat"_s, u"Latina"_s}};
}

} // namespace look
