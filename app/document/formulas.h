// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace document {

/// A stretch of Markdown or HTML text: words, or a formula with its delimiters.
struct FormulaPiece {
    enum class Kind { Text, Inline, Display };
    Kind kind = Kind::Text;
    QStringView source; ///< delimiters included
    QStringView tex; ///< between the delimiters, trimmed; empty for Text

    [[nodiscard]] bool isFormula() const { return kind != Kind::Text; }
};

/// Cuts @p text at its formulas \( … \) and \[ … \]. A delimiter without its partner, or after an escaping backslash, is text.
/// The pieces point into @p text. Linear.
[[nodiscard]] QList<FormulaPiece> splitFormulas(QStringView text);

/// Text whose formulas stand aside while Markdown or HTML parsers work on the rest: each is one mark that no parser takes for markup.
class FormulasAside {
public:
    explicit FormulasAside(QStringView text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Puts formulas back: @p each is called with the piece of every mark met, other text is passed to @p words.
    template <class Words, class Each>
    void restore(QStringView marked, Words words, Each each) const
    {
        while (!marked.isEmpty()) {
            const qsizetype open = marked.indexOf(openMark);
            const qsizetype close = open < 0 ? -1 : marked.indexOf(closeMark, open);
            if (close < 0)
                break;
            if (open > 0)
                words(marked.first(open));
            bool isNumber = false;
            const qsizetype index = marked.sliced(open + 1, close - open - 1).toLongLong(&isNumber);
            if (isNumber && index >= 0 && index < m_formulas.size())
                each(m_formulas[index]);
            marked = marked.sliced(close + 1);
        }
        if (!marked.isEmpty())
            words(marked);
    }
    /// @p marked with its formulas as they were.
    [[nodiscard]] QString restored(QStringView marked) const;

private:
    // Private-use characters that neither Markdown nor HTML knows; taken out of the text before they are used.
    static constexpr char16_t openMark = 0xEEF0;
    static constexpr char16_t closeMark = 0xEEF1;

    QString m_text;
    QList<FormulaPiece> m_formulas; ///< pointing into the text that was given
};

} // namespace document
