// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/script.h"

#include <QChar>
#include <QList>

#include <algorithm>

namespace layout {

namespace {

bool runsRightToLeft(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

bool isPresentationForm(char32_t c)
{
    return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

/// Letters, marks and numbers that keep their left-to-right order inside right-to-left text.
bool runsLeftToRight(char32_t c)
{
    switch (QChar::direction(c)) {
    case QChar::DirL:
    case QChar::DirEN:
    case QChar::DirAN:
        return true;
    default:
        return false;
    }
}

/// Separators that belong to the number they stand in: 1,234.5
bool joinsNumbers(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirCS || direction == QChar::DirES;
}

void turnBack(QList<char32_t> &letters, qsizetype from, qsizetype to)
{
    std::reverse(letters.begin() + from, letters.begin() + to);
}

/// A lam-alef ligature keeps its two letters in reading order inside a word that is laid out from left to right, so turning the word
/// round swaps them. Two alefs never meet in Arabic: behind an alef, "alef lam" was "lam alef". Elsewhere it cannot be told.
QString ligaturesInOrder(QString word)
{
    static const QString alefs = QStringLiteral("\u0622\u0623\u0625\u0627");
    for (qsizetype i = 1; i + 1 < word.size(); ++i) {
        if (word[i - 1] == QChar(0x0627) && alefs.contains(word[i]) && word[i + 1] == QChar(0x0644)) {
            word[i + 1] = word[i];
            word[i] = QChar(0x0644);
        }
    }
    return word;
}

} // namespace

bool isRightToLeft(QStringView text)
{
    qsizetype right = 0;
    qsizetype left = 0;
    for (const QChar c : text) {
        if (runsRightToLeft(c.unicode()))
            ++right;
        else if (c.direction() == QChar::DirL)
            ++left;
    }
    return right > left;
}

bool isIdeographic(char32_t c)
{
    return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

qsizetype letterWidths(QStringView text)
{
    qsizetype widths = 0;
    for (const QChar c : text)
        widths += c.isLowSurrogate()                                                         ? 0
            : isIdeographic(c.unicode()) || (c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3) ? 2
                                                                                             : 1;
    return widths;
}

QString plainForms(const QString &text)
{
    const bool isPlain
        = std::none_of(text.cbegin(), text.cend(), [](QChar c) { return isPresentationForm(c.unicode()); });
    if (isPlain)
        return text;
    QString plain;
    for (const QChar c : text)
        plain += isPresentationForm(c.unicode()) ? QString(c).normalized(QString::NormalizationForm_KC) : QString(c);
    return plain;
}

QString logicalOrder(const QString &visual)
{
    const auto isRight = [](QChar c) { return runsRightToLeft(c.unicode()); };
    if (std::none_of(visual.cbegin(), visual.cend(), isRight))
        return plainForms(visual);
    QList<char32_t> letters;
    for (const uint c : visual.toUcs4())
        letters.append(c);
    turnBack(letters, 0, letters.size());
    for (qsizetype i = 0; i < letters.size();) { // what runs left to right is turned back as a whole
        if (!runsLeftToRight(letters[i])) {
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (end < letters.size()
            && (runsLeftToRight(letters[end])
                || (joinsNumbers(letters[end]) && end + 1 < letters.size() && runsLeftToRight(letters[end + 1]))))
            ++end;
        turnBack(letters, i, end);
        i = end;
    }
    for (qsizetype i = 0; i + 1 < letters.size();) { // a mark came before its letter: put it behind
        qsizetype marks = i;
        while (marks < letters.size() && QChar::category(letters[marks]) == QChar::Mark_NonSpacing)
            ++marks;
        if (marks > i && marks < letters.size())
            std::rotate(letters.begin() + i, letters.begin() + marks, letters.begin() + marks + 1);
        i = marks + 1;
    }
    return ligaturesInOrder(plainForms(QString::fromUcs4(letters.constData(), letters.size())));
}

} // namespace layout
