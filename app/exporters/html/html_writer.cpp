// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/writers.h"

#include "app/exporters/html/block_html.h"
#include "app/exporters/html/mathml.h"
#include "app/exporters/language.h"
#include "app/exporters/page_furniture.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

/// Readable on a screen and on paper, light and dark; nothing is fetched from anywhere.
constexpr auto styleSheet = R"css(:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 "Noto Serif", Georgia, "Times New Roman", "Noto Serif CJK SC", serif; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
section { padding-bottom: 1.5rem; }
section + section { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-top: 1.5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.4em 0 .5em; }
p { margin: .6em 0; overflow-wrap: anywhere; }
figure { margin: 1.2em 0; text-align: center; }
img { max-width: 100%; height: auto; background: white; }
figcaption, .table_caption, .table_footnote, .image_footnote, .image_caption { font-size: .92em; color: color-mix(in srgb, currentColor 75%, transparent); }
.header, .footer, .page_number, .note { font-size: .8em; color: color-mix(in srgb, currentColor 60%, transparent); }
.note { border-inline-start: 3px solid #c60; padding-inline-start: .6em; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin: .8em 0; font-size: .92em; }
td, th { border: 1px solid color-mix(in srgb, currentColor 40%, transparent); padding: .2em .55em; vertical-align: top; text-align: start; }
pre { overflow-x: auto; padding: .6em; background: color-mix(in srgb, currentColor 7%, transparent); }
code { font-family: "DejaVu Sans Mono", monospace; font-size: .9em; }
mtable.align mtd { text-align: end; padding-inline: 0; } mtable.align mtd:nth-child(even) { text-align: start; }
math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "TeX Gyre DejaVu Math", "Noto Sans Math", math; }
math[display="block"] { margin: .8em 0; }
.equation { overflow-x: auto; overflow-y: hidden; padding-block: .2em; }
@media print { section { break-after: page; border: 0 !important; } })css";

/// A label as a class; anything but a plain word is none.
QString className(const QString &label)
{
    const bool isWord = !label.isEmpty() && std::ranges::all_of(label, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
            || c == u'-';
    });
    return isWord ? label : u"text"_s;
}

QString attribute(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u" %1=\"%2\""_s.arg(name, value.toHtmlEscaped());
}

/// One file: pictures as data URLs, formulas as MathML, no script, nothing from elsewhere. Each page's bytes leave at once.
class HtmlWriter : public DocumentWriter {
public:
    explicit HtmlWriter(Output output)
        : m_output(std::move(output))
    {
    }

    base::Result<void> begin(const document::Document &document) override
    {
        const QString title = document.title.isEmpty() ? document.source.name : document.title;
        const QString language = m_output.languages.isEmpty() ? QString() : languageTag(m_output.languages.first());
        m_marksPages = document.pages.size() > 1;
        const QString head
            = u"<!doctype html>\n<html%1>\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width\">\n"
              "<meta name=\"generator\" content=\"Recto\">\n<title>%2</title>\n<style>\n%3\n</style>\n</head>\n<body>\n<main>\n"_s
                  .arg(attribute(u"lang"_s, language), title.toHtmlEscaped(), QString::fromLatin1(styleSheet));
        return m_output.write(head.toUtf8());
    }

    base::Result<void> addPage(const document::PageContent &content) override
    {
        const document::Page &page = content.page;
        QString words;
        for (const document::Block &block : page.blocks)
            words.append(block.text).append(u' ');
        HtmlStyle style;
        style.formula = mathMl;
        style.imageAddress = [&](const QString &name) { return dataUrl(content, name); };
        style.wrapped = [](const document::Block &block, const QString &html) {
            return u"<div class=\"%1\" dir=\"auto\">%2</div>"_s.arg(className(block.type), html);
        };
        QString html = u"<section id=\"page-%1\"%2%3>\n"_s.arg(page.number)
                           .arg(attribute(u"lang"_s, languageOf(words, m_output.languages)),
                               m_marksPages ? u" aria-label=\"%1\""_s.arg(page.number) : QString());
        if (const QString note = pageNote(page); !note.isEmpty())
            html.append(u"<p class=\"note\">%1</p>\n"_s.arg(note.toHtmlEscaped()));
        html.append(pageHtml(page.blocks, style)).append("</section>\n"_L1);
        return m_output.write(html.toUtf8());
    }

    base::Result<void> finish() override { return m_output.write("</main>\n</body>\n</html>\n"); }

private:
    static QString dataUrl(const document::PageContent &content, const QString &name)
    {
        const auto crop = std::ranges::find(content.crops, name, &document::Crop::name);
        if (crop == content.crops.end() || crop->image.isNull())
            return {};
        const EncodedImage image = encodeImage(crop->image);
        return u"data:%1;base64,%2"_s.arg(image.type, QString::fromLatin1(image.bytes.toBase64()));
    }

    Output m_output;
    bool m_marksPages = false;
};

} // namespace

std::unique_ptr<DocumentWriter> makeHtmlWriter(Output output)
{
    return std::make_unique<HtmlWriter>(std::move(output));
}

} // namespace exporters
