// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/formulas.h"

namespace document {

namespace {

/// Where the formula that opens before @p from closes (the position of its backslash), or -1.
qsizetype closingDelimiter(QStringView text, qsizetype from, QChar bracket)
{
    for (qsizetype i = from; i + 1 < text.size(); ++i) {
        if (text[i] != u'\\')
            continue;
        if (text[i + 1] == bracket)
            return i;
        ++i; // an escaped character, `\\` among them
    }
    return -1;
}

} // namespace

QList<FormulaPiece> splitFormulas(QStringView text)
{
    using Kind = FormulaPiece::Kind;
    QList<FormulaPiece> pieces;
    qsizetype start = 0; // of the text not yet in a piece
    bool parenthesesOpen = true; // false once no more close: the search is not made twice
    bool bracketsOpen = true;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'\\')
            continue;
        const QChar next = text[i + 1];
        const bool isInline = next == u'(' && parenthesesOpen;
        const bool isDisplay = next == u'[' && bracketsOpen;
        if (!isInline && !isDisplay) {
            ++i;
            continue;
        }
        const qsizetype close = closingDelimiter(text, i + 2, isInline ? u')' : u']');
        if (close < 0) {
            (isInline ? parenthesesOpen : bracketsOpen) = false;
            ++i;
            continue;
        }
        if (i > start)
            pieces.append({Kind::Text, text.sliced(start, i - start), {}});
        pieces.append({isInline ? Kind::Inline : Kind::Display, text.sliced(i, close + 2 - i),
            text.sliced(i + 2, close - i - 2).trimmed()});
        start = close + 2;
        i = start - 1;
    }
    if (start < text.size())
        pieces.append({Kind::Text, text.sliced(start), {}});
    return pieces;
}

FormulasAside::FormulasAside(QStringView text)
{
    const QList<FormulaPiece> pieces = splitFormulas(text);
    for (const FormulaPiece &piece : pieces) {
        if (!piece.isFormula()) {
            for (const QChar c : piece.source)
                m_text.append(c == openMark || c == closeMark || c.isNull() ? QChar(QChar::ReplacementCharacter) : c);
            continue;
        }
        m_text.append(openMark).append(QString::number(m_formulas.size())).append(closeMark);
        m_formulas.append(piece);
    }
}

QString FormulasAside::restored(QStringView marked) const
{
    QString text;
    restore(
        marked, [&](QStringView words) { text.append(words); },
        [&](const FormulaPiece &piece) { text.append(piece.source); });
    return text;
}

} // namespace document
