// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/inline_text.h"

#include "app/document/block_markdown.h"
#include "app/layout/script.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace layout {

namespace {

const QString hyphens = QStringLiteral("-\u2010\u00AD");

bool endsWithHyphen(QStringView word)
{
    return !word.isEmpty() && hyphens.contains(word.back());
}

QString bareWord(QStringView word)
{
    static const QRegularExpression edges(QStringLiteral("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$"));
    return word.toString().toLower().remove(edges);
}

/// First parts of English compounds that are printed with a hyphen wherever they stand.
bool keepsHyphen(const QString &part)
{
    static const QSet<QString> parts{QStringLiteral("self"), QStringLiteral("well"), QStringLiteral("non"),
        QStringLiteral("ex"), QStringLiteral("quasi"), QStringLiteral("pseudo"), QStringLiteral("half"),
        QStringLiteral("all"), QStringLiteral("high"), QStringLiteral("low"), QStringLiteral("long"),
        QStringLiteral("short"), QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"),
        QStringLiteral("open"), QStringLiteral("real"), QStringLiteral("so")};
    return parts.contains(part);
}

char32_t firstOf(QStringView word)
{
    return word.isEmpty()                              ? U' '
        : word[0].isHighSurrogate() && word.size() > 1 ? QChar::surrogateToUcs4(word[0], word[1])
                                                       : word[0].unicode();
}

char32_t lastOf(QStringView word)
{
    const qsizetype n = word.size();
    if (n == 0)
        return U' ';
    return word[n - 1].isLowSurrogate() && n > 1 ? QChar::surrogateToUcs4(word[n - 2], word[n - 1])
                                                 : word[n - 1].unicode();
}

/// Builds both texts at once, so that they cannot part.
class Writer {
public:
    explicit Writer(const Sheet &sheet)
        : m_sheet(sheet)
    {
    }

    void add(const Token &token)
    {
        const QString &link = m_sheet.wordOf(token).link;
        if (link != m_link || token.isRaised != m_isRaised) {
            flush();
            m_link = link;
            m_isRaised = token.isRaised;
        }
        m_run += m_pending + token.text;
        m_pending.clear();
    }

    void space()
    {
        if (!m_run.isEmpty() || !m_text.text.isEmpty())
            m_pending = QStringLiteral(" ");
    }

    void hardBreak()
    {
        flush();
        m_pending.clear();
        m_text.text += u'\n';
        m_text.markdown += u'\n';
    }

    void dropLast() { m_run.chop(1); }

    [[nodiscard]] QString lastWord() const { return m_run.mid(m_run.lastIndexOf(u' ') + 1); }

    InlineText take()
    {
        flush();
        return std::move(m_text);
    }

private:
    void flush()
    {
        const qsizetype leading = m_run.startsWith(u' ') ? 1 : 0;
        const QString core = m_run.mid(leading);
        if (leading > 0) {
            m_text.markdown += u' ';
            m_text.text += u' ';
        }
        m_text.text += core;
        QString marked = escapedInPlace(core);
        if (m_isRaised && !core.isEmpty())
            marked = QStringLiteral("<sup>%1</sup>").arg(marked);
        if (!m_link.isEmpty() && !core.isEmpty())
            marked = QStringLiteral("[%1](<%2>)").arg(marked, safeTarget(m_link));
        m_text.markdown += marked;
        m_run.clear();
    }

    /// Marks of blocks are escaped only where a line begins.
    [[nodiscard]] QString escapedInPlace(const QString &core) const
    {
        const bool startsLine = m_text.markdown.isEmpty() || m_text.markdown.endsWith(u'\n');
        return startsLine ? document::escapedMarkdown(core) : document::escapedMarkdown(QString(u'x' + core)).sliced(1);
    }

    static QString safeTarget(QString link)
    {
        static const QRegularExpression unsafe(QStringLiteral("[<>\\s\\\\]"));
        link.replace(unsafe, QStringLiteral("%20"));
        return link;
    }

    const Sheet &m_sheet;
    InlineText m_text;
    QString m_run; ///< words of one style not yet written, a leading blank included
    QString m_pending;
    QString m_link;
    bool m_isRaised = false;
};

} // namespace

HyphenEvidence hyphenEvidence(const Sheet &sheet)
{
    HyphenEvidence evidence;
    for (const Token &token : sheet.tokens) {
        const QString word = bareWord(token.text);
        if (word.contains(u'-') || word.contains(u'\u2010'))
            evidence.hyphenated.insert(QString(word).replace(u'\u2010', u'-'));
        else if (word.size() > 3)
            evidence.whole.insert(word);
    }
    return evidence;
}

LineEnd lineEnd(QStringView lastWord, QStringView nextWord, const HyphenEvidence &evidence)
{
    const char32_t next = firstOf(nextWord);
    if (endsWithHyphen(lastWord) && lastWord.size() > 1) {
        const QStringView stem = lastWord.chopped(1);
        if (lastWord.back() == u'\u00AD')
            return LineEnd::Hyphen; // a soft hyphen exists only at line ends
        if (!stem.back().isLetter() || !QChar::isLetterOrNumber(next))
            return stem.back().isLetterOrNumber() && QChar::isLetterOrNumber(next) ? LineEnd::Nothing : LineEnd::Space;
        const QString first = bareWord(stem);
        const QString second = bareWord(nextWord);
        if (evidence.hyphenated.contains(first + u'-' + second))
            return LineEnd::Nothing;
        if (evidence.whole.contains(first + second))
            return LineEnd::Hyphen;
        if (!QChar::isLower(next))
            return LineEnd::Nothing;
        const bool isCompound = first.contains(u'-') || first.contains(u'/') || keepsHyphen(first);
        return isCompound ? LineEnd::Nothing : LineEnd::Hyphen;
    }
    const char32_t last = lastOf(lastWord);
    if (isIdeographic(last) && isIdeographic(next))
        return LineEnd::Nothing;
    if ((last == U'\u2014' && QChar::isLetter(next)) || (last == U'/' && lastWord.contains(u"://")))
        return LineEnd::Nothing;
    return LineEnd::Space;
}

InlineText joinLines(const Sheet &sheet, const std::vector<TextLine> &lines, const HyphenEvidence &evidence,
    const std::vector<std::size_t> &hardBreaks)
{
    Writer writer(sheet);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine &line = lines[i];
        for (std::size_t k = 0; k < line.tokens.size(); ++k) {
            const Token &token = sheet.tokens[std::size_t(line.tokens[k])];
            if (k > 0 && isSpaceBetween(sheet, sheet.tokens[std::size_t(line.tokens[k - 1])], token))
                writer.space();
            writer.add(token);
        }
        if (i + 1 == lines.size() || line.tokens.empty() || lines[i + 1].tokens.empty())
            continue;
        if (std::binary_search(hardBreaks.begin(), hardBreaks.end(), i)) {
            writer.hardBreak();
            continue;
        }
        LineEnd end = lineEnd(writer.lastWord(), sheet.tokens[std::size_t(lines[i + 1].tokens.front())].text, evidence);
        const bool isName = sheet.wordOf(sheet.tokens[std::size_t(line.tokens.back())]).font.monospace;
        if (isName && end == LineEnd::Hyphen)
            end = LineEnd::Nothing; // names from programs are broken at hyphens that they have
        switch (end) {
        case LineEnd::Space:
            writer.space();
            break;
        case LineEnd::Hyphen:
            writer.dropLast();
            break;
        case LineEnd::Nothing:
            break;
        }
    }
    return writer.take();
}

QString lineText(const Sheet &sheet, const TextLine &line)
{
    QString text;
    for (std::size_t k = 0; k < line.tokens.size(); ++k) {
        const Token &token = sheet.tokens[std::size_t(line.tokens[k])];
        if (k > 0 && isSpaceBetween(sheet, sheet.tokens[std::size_t(line.tokens[k - 1])], token))
            text += u' ';
        text += token.text;
    }
    return text;
}

} // namespace layout
