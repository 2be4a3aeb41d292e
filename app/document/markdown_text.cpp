// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/block_markdown.h"
#include "app/document/markdown_events.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace document {

namespace {

constexpr qsizetype deepestIndent = 8;

class TextWriter : public MarkdownListener {
public:
    QString words;

    void enterBlock(MD_BLOCKTYPE type, void *detail) override
    {
        switch (type) {
        case MD_BLOCK_UL:
            m_numbers.append(-1);
            break;
        case MD_BLOCK_OL:
            m_numbers.append(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start);
            m_delimiter = QLatin1Char(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->mark_delimiter);
            break;
        case MD_BLOCK_LI:
            startLine();
            words.append(QString(2 * std::min<qsizetype>(m_numbers.size() - 1, deepestIndent), u' '));
            if (m_numbers.last() < 0)
                words.append("- "_L1);
            else
                words.append(QString::number(m_numbers.last()++)).append(m_delimiter).append(u' ');
            m_afterMarker = true;
            break;
        case MD_BLOCK_TD:
        case MD_BLOCK_TH:
            if (!m_firstCell)
                words.append(u'\t');
            m_firstCell = false;
            break;
        case MD_BLOCK_TR:
            m_firstCell = true;
            startLine();
            break;
        case MD_BLOCK_P:
        case MD_BLOCK_H:
        case MD_BLOCK_CODE:
            if (!m_afterMarker)
                startLine();
            m_afterMarker = false;
            break;
        default:
            break;
        }
    }

    void leaveBlock(MD_BLOCKTYPE type, void *) override
    {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
            m_numbers.removeLast();
    }

    void enterSpan(MD_SPANTYPE, void *) override { }
    void leaveSpan(MD_SPANTYPE, void *) override { }

    void text(MD_TEXTTYPE type, QStringView text) override
    {
        m_afterMarker = false;
        switch (type) {
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            words.append(u'\n');
            break;
        case MD_TEXT_NULLCHAR:
            words.append(QChar(QChar::ReplacementCharacter));
            break;
        case MD_TEXT_ENTITY:
            words.append(decodedEntity(text));
            break;
        case MD_TEXT_HTML:
            if (text.startsWith(u"<br", Qt::CaseInsensitive))
                words.append(u'\n');
            break;
        default:
            words.append(text);
        }
    }

private:
    void startLine()
    {
        if (!words.isEmpty() && !words.endsWith(u'\n'))
            words.append(u'\n');
    }

    QList<qint64> m_numbers; ///< of the lists around: the next item's, -1 for bullets
    QChar m_delimiter = u'.'; ///< of the list begun last: `.` or `)`
    bool m_afterMarker = false;
    bool m_firstCell = true;
};

/// Most blocks: one line of words without a sign that could be markup. md4c has nothing to find there.
bool isPlainAlready(QStringView markdown)
{
    if (markdown.isEmpty() || !markdown[0].isLetter() || markdown.back().isSpace())
        return false;
    return std::ranges::none_of(markdown, [](QChar c) {
        switch (c.unicode()) {
        case u'\n':
        case u'\r':
        case u'\t':
        case u'\0':
        case u'\\':
        case u'*':
        case u'_':
        case u'~':
        case u'`':
        case u'<':
        case u'&':
        case u'[':
        case u']':
        case u'|':
        case u'\uEEF0':
        case u'\uEEF1':
            return true;
        default:
            return false;
        }
    });
}

} // namespace

QString plainText(QStringView markdown)
{
    if (isPlainAlready(markdown))
        return markdown.toString();
    const FormulasAside formulas(markdown);
    TextWriter writer;
    if (!readMarkdown(formulas.text(), writer))
        return markdown.toString();
    return formulas.restored(writer.words).trimmed();
}

} // namespace document
