// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/html_tokens.h"

#include "app/document/markdown_events.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace document {

namespace {

constexpr int deepestNesting
    = 60; // a page's lists and tables never come near; parsers and programs after us may recurse
constexpr int deepestMarks = 12;
constexpr qsizetype longestTag = 4000;

const QSet<QString> &inlineMarks()
{
    static const QSet<QString> names{u"b"_s, u"i"_s, u"em"_s, u"strong"_s, u"u"_s, u"s"_s, u"del"_s, u"ins"_s, u"sub"_s,
        u"sup"_s, u"small"_s, u"mark"_s, u"code"_s, u"br"_s};
    return names;
}

const QSet<QString> &otherElements()
{
    static const QSet<QString> names{u"a"_s, u"p"_s, u"div"_s, u"ul"_s, u"ol"_s, u"li"_s, u"table"_s, u"caption"_s,
        u"thead"_s, u"tbody"_s, u"tfoot"_s, u"tr"_s, u"td"_s, u"th"_s, u"blockquote"_s, u"pre"_s, u"hr"_s, u"h1"_s,
        u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"dl"_s, u"dt"_s, u"dd"_s};
    return names;
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// An attribute's value: `name = "value"`, `'value'` or bare; quotes need not match.
QStringView attributeValue(QStringView attributes, QStringView name)
{
    for (qsizetype at = 0; (at = attributes.indexOf(name, at, Qt::CaseInsensitive)) >= 0; at += name.size()) {
        if (at > 0 && !attributes[at - 1].isSpace() && attributes[at - 1] != u'"' && attributes[at - 1] != u'\'')
            continue;
        QStringView rest = attributes.sliced(at + name.size()).trimmed();
        if (!rest.startsWith(u'='))
            continue;
        rest = rest.sliced(1).trimmed();
        const QChar quote = rest.isEmpty() ? QChar() : rest[0];
        if (quote != u'"' && quote != u'\'') {
            qsizetype end = 0;
            while (end < rest.size() && !rest[end].isSpace())
                ++end;
            return rest.first(end);
        }
        const qsizetype end = rest.indexOf(quote, 1);
        return rest.sliced(1, (end < 0 ? rest.size() : end) - 1);
    }
    return {};
}

/// Writes tags so that whatever the parser makes of them is bounded.
class TagWriter {
public:
    QByteArray bytes;

    void words(QStringView text) { bytes.append(text.toUtf8()); }

    void tag(const HtmlTag &tag)
    {
        if (tag.name == u"br" || tag.name == u"hr") {
            bytes.append('<').append(tag.name.toLatin1()).append('>');
        } else if (inlineMarks().contains(tag.name) || tag.name == u"a") {
            mark(tag);
        } else {
            closeMarks();
            block(tag);
        }
    }

    void closeMarks()
    {
        while (!m_marks.isEmpty())
            bytes.append("</").append(m_marks.takeLast()).append('>');
    }

private:
    void mark(const HtmlTag &tag)
    {
        const QByteArray name = tag.name.toLatin1();
        if (tag.isEnd) {
            const qsizetype at = m_marks.lastIndexOf(name);
            if (at < 0)
                return;
            while (m_marks.size() > at) // wrongly nested marks end together
                bytes.append("</").append(m_marks.takeLast()).append('>');
            return;
        }
        if (m_marks.size() >= deepestMarks || (name == "a" && m_marks.contains(name)))
            return;
        const QString link = name == "a" ? attributeValue(tag.attributes, u"href").toString() : QString();
        if (name == "a" && !isSafeLink(link))
            return;
        bytes.append('<').append(name);
        if (!link.isEmpty())
            bytes.append(" href=\"")
                .append(QString(link).replace(u'"', u"&quot;"_s).replace(u'<', u"&lt;"_s).toUtf8())
                .append('"');
        bytes.append('>');
        m_marks.append(name);
    }

    void block(const HtmlTag &tag)
    {
        static const QSet<QString> containers{
            u"div"_s, u"ul"_s, u"ol"_s, u"table"_s, u"blockquote"_s, u"pre"_s, u"dl"_s};
        const QByteArray name = tag.name.toLatin1();
        if (containers.contains(tag.name)) {
            if (tag.isEnd && !m_open.contains(name))
                return;
            if (!tag.isEnd && m_open.size() >= deepestNesting)
                return;
            if (tag.isEnd)
                m_open.remove(m_open.lastIndexOf(name), m_open.size() - m_open.lastIndexOf(name));
            else
                m_open.append(name);
        }
        bytes.append(tag.isEnd ? "</" : "<").append(name);
        if (!tag.isEnd) {
            for (const char *span : {"rowspan", "colspan"}) {
                const int number = numberAttribute(tag.attributes, QString::fromLatin1(span), 1);
                if ((name == "td" || name == "th") && number > 1)
                    bytes.append(' ').append(span).append("=\"").append(QByteArray::number(number)).append('"');
            }
            if (name == "ol" && numberAttribute(tag.attributes, u"start", 1) != 1)
                bytes.append(" start=\"")
                    .append(QByteArray::number(numberAttribute(tag.attributes, u"start", 1)))
                    .append('"');
        }
        bytes.append('>');
    }

    QList<QByteArray> m_marks; ///< open, innermost last
    QList<QByteArray> m_open; ///< containers
};

/// Length of a comment, doctype, or processing instruction at the start of @p text; 0 for none.
qsizetype declarationLength(QStringView text)
{
    if (text.startsWith(u"<!--")) {
        const qsizetype end = text.indexOf(u"-->", 4);
        return end < 0 ? text.size() : end + 3;
    }
    if (!text.startsWith(u"<!") && !text.startsWith(u"<?"))
        return 0;
    const qsizetype end = text.first(std::min(text.size(), longestTag)).indexOf(u'>');
    return end < 0 ? 0 : end + 1;
}

} // namespace

bool isInlineMark(QStringView name)
{
    return inlineMarks().contains(name.toString());
}

bool isAllowedElement(QStringView name)
{
    return isInlineMark(name) || otherElements().contains(name.toString());
}

HtmlTag readTag(QStringView text)
{
    HtmlTag tag;
    qsizetype at = 1;
    if (text.size() < 3 || text[0] != u'<')
        return tag;
    tag.isEnd = text[1] == u'/';
    if (tag.isEnd)
        ++at;
    const qsizetype nameStart = at;
    while (at < text.size() && at < 40 && isNameCharacter(text[at]))
        ++at;
    if (at == nameStart || !text[nameStart].isLetter() || at == text.size())
        return tag;
    if (text[at] != u'>' && text[at] != u'/' && !text[at].isSpace())
        return tag;
    const qsizetype attributes = at;
    const qsizetype limit = std::min(text.size(), longestTag);
    while (at < limit && text[at] != u'>' && text[at] != u'<') {
        const QChar quote = text[at];
        ++at;
        if ((quote != u'"' && quote != u'\'') || text[at - 2] != u'=')
            continue;
        // A quoted value may hold `>`; one that is never closed (`colspan='3"`) does not.
        const QStringView rest = text.first(limit).sliced(at);
        const qsizetype close = rest.indexOf(quote);
        const qsizetype end = rest.indexOf(u'>');
        if (close >= 0 && (end < 0 || close < end || !rest.first(close).contains(u'<')))
            at += close + 1;
    }
    if (at >= limit || text[at] != u'>')
        return tag;
    tag.name = text.sliced(nameStart, attributes - nameStart).toString().toLower();
    tag.attributes = text.sliced(attributes, at - attributes);
    tag.length = at + 1;
    return tag;
}

int numberAttribute(QStringView attributes, QStringView name, int otherwise)
{
    int number = 0;
    bool hasDigit = false;
    for (const QChar c : attributeValue(attributes, name).trimmed()) {
        if (c < u'0' || c > u'9')
            break;
        hasDigit = true;
        number = std::min(number * 10 + (c.unicode() - u'0'), 1000); // as the HTML standard bounds colspan
    }
    return hasDigit && number > 0 ? number : otherwise;
}

QByteArray allowedTags(QStringView html)
{
    TagWriter writer;
    qsizetype written = 0;
    for (qsizetype at = 0; (at = html.indexOf(u'<', at)) >= 0;) {
        const QStringView rest = html.sliced(at);
        qsizetype length = declarationLength(rest);
        const HtmlTag tag = length == 0 ? readTag(rest) : HtmlTag();
        length += tag.length;
        writer.words(html.sliced(written, at - written));
        if (length == 0) { // a sign of its own: 3 < 4
            writer.words(u"&lt;");
            length = 1;
        } else if (isAllowedElement(tag.name)) {
            writer.tag(tag);
        } else if (!tag.isEnd && (tag.name == u"script" || tag.name == u"style")) {
            const qsizetype end = rest.indexOf(u"</"_s + tag.name, tag.length, Qt::CaseInsensitive);
            length = end < 0 ? rest.size() : end;
        }
        at += length;
        written = at;
    }
    if (written < html.size())
        writer.words(html.sliced(written));
    writer.closeMarks();
    return writer.bytes;
}

} // namespace document
