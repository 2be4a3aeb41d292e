// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locate/fold.h"

#include <array>
#include <utility>

namespace locate {

namespace {

/// Letters that Unicode does not take apart, and marks that print and keyboards write differently.
constexpr std::pair<char32_t, QStringView> spellings[] = {
    {U'ß', u"ss"},
    {U'æ', u"ae"},
    {U'œ', u"oe"},
    {U'ø', u"o"},
    {U'ł', u"l"},
    {U'đ', u"d"},
    {U'ð', u"d"},
    {U'þ', u"th"},
    {U'ı', u"i"},
    {U'‘', u"'"},
    {U'’', u"'"},
    {U'‚', u"'"},
    {U'′', u"'"},
    {U'`', u"'"},
    {U'´', u"'"},
    {U'“', u"\""},
    {U'”', u"\""},
    {U'„', u"\""},
    {U'«', u"\""},
    {U'»', u"\""},
    {U'‹', u"'"},
    {U'›', u"'"},
    {U'⁄', u"/"},
    {U'…', u"..."},
};

constexpr bool isHyphen(char32_t letter)
{
    return letter == U'-' || (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212 || letter == 0x2E17
        || letter == U'¬';
}

bool isInvisible(char32_t letter)
{
    return letter == 0xAD || (letter >= 0x200B && letter <= 0x200F) || letter == 0x2060 || letter == 0xFEFF;
}

/// Accents and the points of Hebrew and Arabic; the vowel signs of Indic scripts are letters.
bool isAccent(char32_t letter)
{
    if (QChar::category(letter) != QChar::Mark_NonSpacing)
        return false;
    const QChar::Script script = QChar::script(letter);
    return script == QChar::Script_Inherited || script == QChar::Script_Common || script == QChar::Script_Hebrew
        || script == QChar::Script_Arabic;
}

/// Walks over code points, half a pair standing for itself.
class Letters {
public:
    explicit Letters(QStringView text)
        : m_text(text)
    {
    }
    /// Code point at @p index and how many characters it takes.
    [[nodiscard]] std::pair<char32_t, int> at(qsizetype index) const
    {
        if (index < 0 || index >= m_text.size())
            return {0, 0};
        const QChar first = m_text[index];
        if (first.isHighSurrogate() && index + 1 < m_text.size() && m_text[index + 1].isLowSurrogate())
            return {QChar::surrogateToUcs4(first, m_text[index + 1]), 2};
        return {first.unicode(), 1};
    }

private:
    QStringView m_text;
};

class Folder {
public:
    explicit Folder(QStringView text)
        : m_letters(text)
        , m_size(text.size())
    {
        m_folded.text.reserve(m_size);
        m_folded.source.reserve(m_size);
    }

    FoldedText run()
    {
        for (qsizetype index = 0; index < m_size;) {
            const auto [letter, length] = m_letters.at(index);
            if (QChar::isSpace(letter)) {
                m_hasBlank = true;
                index += length;
                continue;
            }
            if (isHyphen(letter)) {
                index = foldHyphen(index, length);
                continue;
            }
            foldLetter(letter, index);
            index += length;
        }
        return std::move(m_folded);
    }

private:
    /// Between two letters a hyphen goes, with the line end behind it.
    qsizetype foldHyphen(qsizetype index, int length)
    {
        qsizetype next = index + length;
        bool atLineEnd = false;
        while (next < m_size && QChar::isSpace(m_letters.at(next).first)) {
            atLineEnd |= m_letters.at(next).first == U'\n';
            ++next;
        }
        const bool hasGap = next > index + length;
        const bool isInside = !m_hasBlank && QChar::isLetter(m_last) && QChar::isLetter(m_letters.at(next).first)
            && (!hasGap || atLineEnd);
        if (!isInside)
            append(u'-', index, U'-');
        return isInside ? next : index + length;
    }

    void foldLetter(char32_t letter, qsizetype index)
    {
        if (letter < 0x80) {
            append(QChar(letter >= U'A' && letter <= U'Z' ? char16_t(letter + 32) : char16_t(letter)), index, letter);
            return;
        }
        if (isInvisible(letter))
            return;
        const QString apart = QString::fromUcs4(&letter, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
        const Letters letters(apart);
        for (qsizetype at = 0; at < apart.size();) {
            const auto [part, length] = letters.at(at);
            at += length;
            if (!isAccent(part))
                appendSpelled(part, index);
        }
    }

    void appendSpelled(char32_t letter, qsizetype index)
    {
        if (QChar::isSpace(letter)) {
            m_hasBlank = true;
            return;
        }
        for (const auto &[from, to] : spellings) {
            if (from == letter) {
                for (const QChar c : to)
                    append(c, index, letter);
                return;
            }
        }
        if (QChar::requiresSurrogates(letter)) {
            append(QChar(QChar::highSurrogate(letter)), index, letter);
            append(QChar(QChar::lowSurrogate(letter)), index, letter);
        } else {
            append(QChar(char16_t(letter)), index, letter);
        }
    }

    void append(QChar c, qsizetype index, char32_t letter)
    {
        if (m_hasBlank && !m_folded.text.isEmpty() && !(isUnspaced(m_last) && isUnspaced(letter))) {
            m_folded.text.append(u' ');
            m_folded.source.append(qint32(index));
        }
        m_hasBlank = false;
        m_last = letter;
        m_folded.text.append(c);
        m_folded.source.append(qint32(index));
    }

    Letters m_letters;
    qsizetype m_size;
    FoldedText m_folded;
    char32_t m_last = 0;
    bool m_hasBlank = false;
};

} // namespace

bool isUnspaced(char32_t letter)
{
    if (letter < 0x0E00)
        return false;
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return letter >= 0x3000 && letter <= 0x303F; // CJK punctuation
    }
}

FoldedText fold(QStringView text)
{
    return Folder(text).run();
}

} // namespace locate
