// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/language.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

enum Script { Latin, Han, Kana, Hangul, Arabic, Hebrew, Cyrillic, Greek, ScriptCount };

struct Language {
    QStringView tesseract;
    QStringView tag;
    Script script;
};

constexpr std::array<Language, 19> languages{{{u"eng", u"en", Latin}, {u"deu", u"de", Latin}, {u"frk", u"de", Latin},
    {u"fra", u"fr", Latin}, {u"ita", u"it", Latin}, {u"spa", u"es", Latin}, {u"por", u"pt", Latin},
    {u"nld", u"nl", Latin}, {u"lat", u"la", Latin}, {u"vie", u"vi", Latin}, {u"ara", u"ar", Arabic},
    {u"heb", u"he", Hebrew}, {u"chi_sim", u"zh-Hans", Han}, {u"chi_tra", u"zh-Hant", Han}, {u"jpn", u"ja", Kana},
    {u"kor", u"ko", Hangul}, {u"rus", u"ru", Cyrillic}, {u"ukr", u"uk", Cyrillic}, {u"ell", u"el", Greek}}};

/// A letter's script; ScriptCount for what none of ours writes.
Script scriptOf(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
        return Latin;
    case QChar::Script_Han:
        return Han;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Kana;
    case QChar::Script_Hangul:
        return Hangul;
    case QChar::Script_Arabic:
        return Arabic;
    case QChar::Script_Hebrew:
        return Hebrew;
    case QChar::Script_Cyrillic:
        return Cyrillic;
    case QChar::Script_Greek:
        return Greek;
    default:
        return ScriptCount;
    }
}

Script mainScript(QStringView text)
{
    std::array<qsizetype, ScriptCount> counts{};
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        if (const Script script = scriptOf(c); script != ScriptCount)
            counts[script] += script == Han ? 2 : 1; // a character is a word or half of one
    }
    if (counts[Kana] * 10 > counts[Han]) // Japanese mixes both, Chinese has no kana
        counts[Kana] += counts[Han];
    const auto most = std::ranges::max_element(counts);
    return *most > 0 ? static_cast<Script>(most - counts.begin()) : ScriptCount;
}

} // namespace

QString languageTag(QStringView tesseractName)
{
    const auto found = std::ranges::find(languages, tesseractName, &Language::tesseract);
    return found == languages.end() ? QString() : found->tag.toString();
}

QString languageOf(QStringView text, const QStringList &tesseractNames)
{
    const Script script = mainScript(text);
    if (script == ScriptCount)
        return {};
    for (const QString &name : tesseractNames) {
        const auto found = std::ranges::find(languages, QStringView(name), &Language::tesseract);
        if (found != languages.end() && found->script == script)
            return found->tag.toString();
    }
    switch (script) {
    case Han:
        return u"zh"_s;
    case Kana:
        return u"ja"_s;
    case Hangul:
        return u"ko"_s;
    case Arabic:
        return u"ar"_s;
    case Hebrew:
        return u"he"_s;
    case Greek:
        return u"el"_s;
    default:
        return {}; // many languages are written in Latin and Cyrillic letters
    }
}

} // namespace exporters
