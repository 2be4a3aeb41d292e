// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rubbish.h"

#include <QRegularExpression>

#include <algorithm>

namespace layout {

namespace {

constexpr qsizetype fewestSpacedLetters = 4;

/// Scripts that are printed together inside a word count as one.
int scriptFamily(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return QChar::Script_Han;
    default:
        return c.script();
    }
}

QStringView trimmedWord(QStringView word)
{
    const auto isEdge = [](QChar c) { return !c.isLetterOrNumber(); };
    while (!word.isEmpty() && isEdge(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty() && isEdge(word.back()))
        word.chop(1);
    return word;
}

bool mixesScripts(QStringView word)
{
    int script = -1;
    for (const QChar c : word) {
        if (!c.isLetter() || c.script() <= QChar::Script_Common)
            continue;
        const int family = scriptFamily(c);
        if (script >= 0 && family != script) {
            const bool withHan
                = family == QChar::Script_Han || script == QChar::Script_Han; // "PDF파일": a particle on a foreign word
            const bool withGreek = family == QChar::Script_Greek || script == QChar::Script_Greek; // "μm", "Δt"
            if (!withHan && !withGreek)
                return true;
        }
        script = family;
    }
    return false;
}

bool isAddress(QStringView word)
{
    return word.contains(u"://") || word.contains(u'@') || word.contains(u"www.") || word.contains(u'/')
        || word.contains(u'_');
}

/// A full stop or a bracket between small letters: "tbg.tr" is neither a sentence's end nor an abbreviation ("e.g", "i.e").
bool hasStopInside(QStringView word)
{
    qsizetype sinceStop = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool isStop = word[i] == u'.' || word[i] == u';' || word[i] == u':';
        if (isStop && sinceStop >= 2 && i + 1 < word.size() && word[i + 1].isLower()
            && word.sliced(i + 1).indexOf(u'.') < 0 && word.size() < 12)
            return true;
        sinceStop = word[i].isLower() ? sinceStop + 1 : 0;
    }
    return false;
}

/// Specks read as signs: several different ones without a letter. Rows of one sign ("....", "***", "---") are print.
bool isSpecks(QStringView word)
{
    static const QString rare = QStringLiteral("\u25A0\u25AA\u2022\u00BB\u00AB\u201E^~|\\\u00AC\u00A6{}<>");
    bool hasRare = false;
    bool hasOther = false;
    for (const QChar c : word) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            return false;
        hasRare = hasRare || rare.contains(c);
        hasOther = hasOther || c != word[0];
    }
    return hasRare && hasOther;
}

struct Shape {
    qsizetype letters = 0;
    qsizetype digits = 0;
    qsizetype symbols = 0; ///< neither letters, digits nor what stands inside words
    qsizetype turnsToUpper = 0; ///< a capital right after a small letter
    qsizetype switches = 0; ///< between letters and digits
    qsizetype vowels = 0;
    qsizetype small = 0;
    qsizetype longestRun = 0; ///< of one letter
    bool isLatin = true;
};

Shape shapeOf(QStringView word)
{
    static const QString inside = QStringLiteral("'\u2019-\u2010\u2013\u2014.,:;&\u00B7\u02BC()\u00AD\u2212\u00B0%");
    static const QString vowels = QStringLiteral("aeiouyw\u00E6\u0153\u00F8\u0131");
    Shape shape;
    qsizetype run = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word[i];
        const QChar last = i > 0 ? word[i - 1] : QChar(u' ');
        run = i > 0 && c == last && c.isLetter() ? run + 1 : 1;
        shape.longestRun = std::max(shape.longestRun, run);
        if (c.isLetter()) {
            ++shape.letters;
            shape.isLatin = shape.isLatin && c.script() == QChar::Script_Latin;
            const QChar plain = c.toLower().decomposition().isEmpty() ? c.toLower() : c.toLower().decomposition().at(0);
            shape.vowels += vowels.contains(plain) ? 1 : 0;
            shape.small += c.isLower() ? 1 : 0;
            shape.turnsToUpper += c.isUpper() && last.isLower() ? 1 : 0;
            shape.switches += last.isDigit() ? 1 : 0;
        } else if (c.isDigit()) {
            ++shape.digits;
            shape.switches += last.isLetter() ? 1 : 0;
        } else if (!c.isMark() && !c.isSurrogate() && !inside.contains(c)) {
            ++shape.symbols;
        }
    }
    return shape;
}

} // namespace

bool isRubbish(QStringView printed)
{
    const QStringView word = trimmedWord(printed);
    if (word.isEmpty())
        return printed.size() >= 2 && isSpecks(printed);
    if (word.size() < 2 || isAddress(word))
        return false;
    if (mixesScripts(word))
        return true;
    const Shape shape = shapeOf(word);
    if (shape.letters == 0 || !shape.isLatin)
        return shape.letters > 0 && shape.symbols > 1;
    if (shape.symbols > 0 && shape.small > 0)
        return true;
    if (shape.longestRun >= 4)
        return true;
    if (shape.small > 0 && (shape.turnsToUpper >= 2 || shape.switches >= 2))
        return true;
    if (hasStopInside(word))
        return true;
    return shape.vowels == 0 && shape.small >= 4 && shape.small == shape.letters && shape.digits == 0;
}

double rubbishShare(const document::TextLayer &layer)
{
    qsizetype rubbish = 0;
    qsizetype spaced = 0; // letters of a word that fell apart: "T a d u r a"
    qsizetype run = 0;
    const auto endRun = [&] {
        spaced += run >= fewestSpacedLetters ? run : 0;
        run = 0;
    };
    for (const document::TextLayerWord &word : layer.words) {
        rubbish += isRubbish(word.text) ? 1 : 0;
        if (word.text.size() == 1 && word.text[0].isLetter() && word.text[0].script() < QChar::Script_Hebrew)
            ++run;
        else
            endRun();
    }
    endRun();
    return layer.words.isEmpty() ? 0 : double(rubbish + spaced) / double(layer.words.size());
}

} // namespace layout
