// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pdf_words.h"

#include <poppler-document.h>
#include <poppler-page.h>

#include <QHash>

#include <algorithm>

namespace render {

namespace {

bool hasAny(QStringView name, std::initializer_list<QLatin1StringView> marks)
{
    return std::ranges::any_of(marks, [&](QLatin1StringView mark) { return name.contains(mark, Qt::CaseInsensitive); });
}

bool hasSubsetPrefix(QStringView name)
{
    return name.size() > 7 && name[6] == u'+'
        && std::all_of(name.begin(), name.begin() + 6, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

QString toQString(const poppler::ustring &text)
{
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.data()), static_cast<qsizetype>(text.size()));
}

} // namespace

document::FontStyle styleOfName(const std::string &postScriptName, double size)
{
    QString name = QString::fromLatin1(postScriptName);
    if (hasSubsetPrefix(name))
        name.remove(0, 7);
    document::FontStyle style;
    style.family = name;
    style.size = size;
    using namespace Qt::StringLiterals;
    style.bold
        = hasAny(name, {"bold"_L1, "black"_L1, "heavy"_L1, "demi"_L1, "cmbx"_L1, "cmb1"_L1, "cmssbx"_L1, "medi"_L1})
        && !name.contains("medium"_L1, Qt::CaseInsensitive);
    style.italic = hasAny(name, {"italic"_L1, "oblique"_L1, "cmti"_L1, "cmsl"_L1, "cmmi"_L1, "cmbxti"_L1, "slanted"_L1})
        || name.endsWith("-It"_L1) || name.endsWith("Ital"_L1);
    style.monospace = hasAny(name,
                          {"courier"_L1, "mono"_L1, "consol"_L1, "cmtt"_L1, "typewriter"_L1, "menlo"_L1,
                              "lettergothic"_L1, "sourcecode"_L1, "fixed"_L1})
        && !name.contains("monotype"_L1, Qt::CaseInsensitive);
    return style;
}

PdfWords::PdfWords(const QString &fileName, const QByteArray &password)
    : m_document(
          poppler::document::load_from_file(fileName.toStdString(), password.toStdString(), password.toStdString()))
{
}

PdfWords::~PdfWords() = default;

QList<document::TextLayerWord> PdfWords::read(int pageIndex) const
{
    QList<document::TextLayerWord> words;
    if (!m_document)
        return words;
    const std::unique_ptr<poppler::page> page(m_document->create_page(pageIndex));
    if (!page)
        return words;
    const poppler::rectf box = page->page_rect(poppler::crop_box);
    const bool lies = page->orientation() == poppler::page::landscape || page->orientation() == poppler::page::seascape;
    const QSizeF size = lies ? QSizeF(box.height(), box.width()) : QSizeF(box.width(), box.height());
    QHash<std::string, document::FontStyle> styles;
    for (const poppler::text_box &found : page->text_list(poppler::page::text_list_include_font)) {
        document::TextLayerWord word;
        word.text = toQString(found.text());
        const poppler::rectf place = found.bbox();
        word.box = base::NormalizedRect::of(QRectF(place.x(), place.y(), place.width(), place.height()), size);
        word.rotation = found.rotation() * 90;
        word.spaceAfter = found.has_space_after();
        if (found.has_font_info()) {
            const std::string name = found.get_font_name();
            auto style = styles.find(name);
            if (style == styles.end())
                style = styles.insert(name, styleOfName(name, 0));
            word.font = *style;
            word.font.size = found.get_font_size();
            word.isVertical = found.get_wmode() == poppler::text_box::vertical_wmode;
        }
        words.append(word);
    }
    return words;
}

} // namespace render
