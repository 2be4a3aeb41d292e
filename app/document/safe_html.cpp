// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/safe_html.h"

#include "app/document/html_tokens.h"
#include "app/document/html_tree.h"
#include "app/document/markdown_events.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace document {

HtmlTree::HtmlTree(QByteArray allowed)
    : m_bytes(std::move(allowed))
{
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_DIV;
    options.max_errors = 0;
    m_output = gumbo_parse_with_options(&options, m_bytes.constData(), static_cast<size_t>(m_bytes.size()));
}

HtmlTree::~HtmlTree()
{
    gumbo_destroy_output(&kGumboDefaultOptions, m_output);
}

bool isElement(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

bool isText(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

QString elementName(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT ? QString::fromLatin1(gumbo_normalized_tagname(node->v.element.tag))
                                            : QString();
}

std::span<const GumboNode *const> childrenOf(const GumboNode *node)
{
    if (node->type != GUMBO_NODE_ELEMENT)
        return {};
    const GumboVector &children = node->v.element.children;
    return {reinterpret_cast<const GumboNode *const *>(children.data), children.length};
}

namespace {

QString attributeOf(const GumboNode *node, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute ? QString::fromUtf8(attribute->value) : QString();
}

void appendStartTag(const GumboNode *node, const QString &name, QString &html)
{
    html.append(u'<').append(name);
    if (name == u"td" || name == u"th") {
        for (const char *attribute : {"rowspan", "colspan"}) {
            if (const int span = spanOf(node, attribute); span > 1)
                html.append(u" %1=\"%2\""_s.arg(QLatin1StringView(attribute)).arg(span));
        }
    } else if (name == u"ol") {
        if (const int start = attributeOf(node, "start").toInt(); start > 1)
            html.append(u" start=\"%1\""_s.arg(start));
    } else if (name == u"a") {
        html.append(u" href=\"%1\""_s.arg(attributeOf(node, "href").toHtmlEscaped()));
    }
    html.append(u'>');
}

} // namespace

int spanOf(const GumboNode *cell, const char *attribute)
{
    return std::clamp(attributeOf(cell, attribute).toInt(), 1, 1000);
}

void appendSafe(const GumboNode *node, QString &html)
{
    if (isText(node)) {
        html.append(QString::fromUtf8(node->v.text.text).toHtmlEscaped());
        return;
    }
    const QString name = elementName(node);
    const bool isKept = isAllowedElement(name) && (name != u"a" || isSafeLink(attributeOf(node, "href")));
    if (isKept)
        appendStartTag(node, name, html);
    for (const GumboNode *child : childrenOf(node))
        appendSafe(child, html);
    if (isKept && name != u"br" && name != u"hr")
        html.append("</"_L1).append(name).append(u'>');
}

void appendWords(const GumboNode *node, QString &words)
{
    if (isText(node)) {
        words.append(QString::fromUtf8(node->v.text.text));
        return;
    }
    for (const GumboNode *child : childrenOf(node))
        appendWords(child, words);
    const QString name = elementName(node);
    if (name == u"br" || (!name.isEmpty() && !isInlineMark(name) && name != u"a" && !words.endsWith(u'\n')))
        words.append(u'\n');
}

QString safeHtml(QStringView html, const FormulaHtml &formula)
{
    const FormulasAside formulas(html);
    const HtmlTree tree(allowedTags(formulas.text()));
    QString safe;
    for (const GumboNode *child : childrenOf(tree.root()))
        appendSafe(child, safe);
    QString whole;
    formulas.restore(
        safe, [&](QStringView words) { whole.append(words); },
        [&](const FormulaPiece &piece) {
            const QString source = decodedEntities(piece.source);
            if (formula)
                whole.append(
                    formula(source.sliced(2, source.size() - 4).trimmed(), piece.kind == FormulaPiece::Kind::Display));
            else
                whole.append(source.toHtmlEscaped());
        });
    return whole;
}

QString decodedEntity(QStringView entity)
{
    static const QHash<QString, QString> common{{u"&amp;"_s, u"&"_s}, {u"&lt;"_s, u"<"_s}, {u"&gt;"_s, u">"_s},
        {u"&quot;"_s, u"\""_s}, {u"&#39;"_s, u"'"_s}, {u"&apos;"_s, u"'"_s}, {u"&nbsp;"_s, u"\u00a0"_s}};
    const auto found = common.constFind(entity.toString());
    if (found != common.constEnd())
        return *found;
    QString decoded;
    appendWords(HtmlTree(entity.toUtf8()).root(), decoded);
    return decoded.endsWith(u'\n') ? decoded.chopped(1) : decoded;
}

QString decodedEntities(QStringView text)
{
    QString decoded;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype end
            = text[at] == u'&' ? text.sliced(at, std::min<qsizetype>(40, text.size() - at)).indexOf(u';') : -1;
        if (end < 2) {
            decoded.append(text[at]);
            continue;
        }
        decoded.append(decodedEntity(text.sliced(at, end + 1)));
        at += end;
    }
    return decoded;
}

} // namespace document
