// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/markdown_events.h"
#include "app/document/safe_html.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace document {

bool isSafeLink(QStringView address)
{
    for (const QStringView scheme : {QStringView(u"http://"), QStringView(u"https://"), QStringView(u"mailto:")}) {
        if (address.startsWith(scheme, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool readMarkdown(const QString &markdown, MarkdownListener &listener)
{
    static constexpr auto listenerOf = [](void *data) { return static_cast<MarkdownListener *>(data); };
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block
        = [](MD_BLOCKTYPE type, void *detail, void *data) { return listenerOf(data)->enterBlock(type, detail), 0; };
    parser.leave_block
        = [](MD_BLOCKTYPE type, void *detail, void *data) { return listenerOf(data)->leaveBlock(type, detail), 0; };
    parser.enter_span
        = [](MD_SPANTYPE type, void *detail, void *data) { return listenerOf(data)->enterSpan(type, detail), 0; };
    parser.leave_span
        = [](MD_SPANTYPE type, void *detail, void *data) { return listenerOf(data)->leaveSpan(type, detail), 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data) {
        listenerOf(data)->text(type, QString::fromUtf8(text, size));
        return 0;
    };
    const QByteArray bytes = markdown.toUtf8();
    return md_parse(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &parser, &listener) == 0;
}

namespace {

QString attributeText(const MD_ATTRIBUTE &attribute)
{
    QString text;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET from = attribute.substr_offsets[i];
        const QString piece = QString::fromUtf8(attribute.text + from, attribute.substr_offsets[i + 1] - from);
        text.append(attribute.substr_types[i] == MD_TEXT_ENTITY ? decodedEntity(piece) : piece);
    }
    return text;
}

class HtmlWriter : public MarkdownListener {
public:
    explicit HtmlWriter(const FormulasAside &formulas)
        : m_formulas(formulas)
    {
    }

    QString html;
    bool hasRawHtml = false;

    void enterBlock(MD_BLOCKTYPE type, void *detail) override
    {
        if (type == MD_BLOCK_OL && static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start != 1)
            html.append(u"<ol start=\"%1\">"_s.arg(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start));
        else if (const QString name = elementOf(type, detail); !name.isEmpty())
            html.append(u'<').append(name).append(u'>');
        if (type == MD_BLOCK_CODE)
            html.append("<code>"_L1);
    }

    void leaveBlock(MD_BLOCKTYPE type, void *detail) override
    {
        if (type == MD_BLOCK_CODE)
            html.append("</code>"_L1);
        if (const QString name = elementOf(type, detail); !name.isEmpty() && type != MD_BLOCK_HR)
            html.append("</"_L1).append(name).append(u'>');
    }

    void enterSpan(MD_SPANTYPE type, void *detail) override
    {
        if (type == MD_SPAN_A) {
            const QString address = attributeText(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
            m_links.append(isSafeLink(address));
            if (m_links.last())
                html.append(u"<a href=\"%1\">"_s.arg(address.toHtmlEscaped()));
        } else if (const QString name = elementOf(type); !name.isEmpty()) {
            html.append(u'<').append(name).append(u'>');
        }
    }

    void leaveSpan(MD_SPANTYPE type, void *) override
    {
        if (type == MD_SPAN_A) {
            if (m_links.takeLast())
                html.append("</a>"_L1);
        } else if (const QString name = elementOf(type); !name.isEmpty()) {
            html.append("</"_L1).append(name).append(u'>');
        }
    }

    void text(MD_TEXTTYPE type, QStringView text) override
    {
        switch (type) {
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            html.append("<br>"_L1);
            break;
        case MD_TEXT_NULLCHAR:
            html.append(QChar(QChar::ReplacementCharacter));
            break;
        case MD_TEXT_ENTITY:
            html.append(decodedEntity(text).toHtmlEscaped());
            break;
        case MD_TEXT_HTML:
            hasRawHtml = true;
            html.append(text);
            break;
        case MD_TEXT_CODE:
            html.append(m_formulas.restored(text).toHtmlEscaped());
            break;
        default:
            html.append(text.toString().toHtmlEscaped());
        }
    }

private:
    static QString elementOf(MD_BLOCKTYPE type, void *detail)
    {
        switch (type) {
        case MD_BLOCK_QUOTE:
            return u"blockquote"_s;
        case MD_BLOCK_UL:
            return u"ul"_s;
        case MD_BLOCK_OL:
            return u"ol"_s;
        case MD_BLOCK_LI:
            return u"li"_s;
        case MD_BLOCK_HR:
            return u"hr"_s;
        case MD_BLOCK_H:
            return u"h%1"_s.arg(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        case MD_BLOCK_CODE:
            return u"pre"_s;
        case MD_BLOCK_P:
            return u"p"_s;
        case MD_BLOCK_TABLE:
            return u"table"_s;
        case MD_BLOCK_THEAD:
            return u"thead"_s;
        case MD_BLOCK_TBODY:
            return u"tbody"_s;
        case MD_BLOCK_TR:
            return u"tr"_s;
        case MD_BLOCK_TH:
            return u"th"_s;
        case MD_BLOCK_TD:
            return u"td"_s;
        default:
            return {};
        }
    }

    static QString elementOf(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_EM:
            return u"em"_s;
        case MD_SPAN_STRONG:
            return u"strong"_s;
        case MD_SPAN_CODE:
            return u"code"_s;
        case MD_SPAN_DEL:
            return u"del"_s;
        default:
            return {}; // a picture of the model's: its words stay, its address goes
        }
    }

    const FormulasAside &m_formulas;
    QList<bool> m_links;
};

} // namespace

QString markdownHtml(QStringView markdown, const FormulaHtml &formula)
{
    const FormulasAside formulas(markdown);
    HtmlWriter writer(formulas);
    if (!readMarkdown(formulas.text(), writer))
        return u"<p>%1</p>"_s.arg(markdown.toString().toHtmlEscaped());
    const QString html = writer.hasRawHtml ? safeHtml(writer.html) : writer.html;
    QString whole;
    formulas.restore(
        html, [&](QStringView words) { whole.append(words); },
        [&](const FormulaPiece &piece) {
            whole.append(formula ? formula(piece.tex.toString(), piece.kind == FormulaPiece::Kind::Display)
                                 : piece.source.toString().toHtmlEscaped());
        });
    return whole;
}

} // namespace document
