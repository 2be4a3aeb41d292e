// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/content_scan.h"

#include "app/base/log.h"
#include "app/render/content_reader.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <QHash>

#include <algorithm>

namespace render {

namespace {

/// A page as the file lays it out.
struct PageFrame {
    QRectF box; ///< crop box within media box, user space (y grows upward; top is the smaller y here)
    int rotation = 0;
    double userUnit = 1;
};

QRectF toRect(QPDFObjectHandle box)
{
    if (!box.isRectangle())
        return {};
    const QPDFObjectHandle::Rectangle r = box.getArrayAsRectangle();
    return QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury)).normalized();
}

PageFrame readFrame(QPDFPageObjectHelper &page)
{
    PageFrame frame;
    const QRectF media = toRect(page.getAttribute("/MediaBox", false));
    const QRectF crop = toRect(page.getAttribute("/CropBox", false));
    frame.box = crop.isValid() ? (media.isValid() ? crop.intersected(media) : crop) : media;
    if (frame.box.isEmpty())
        frame.box = media.isValid() ? media : QRectF(0, 0, 612, 792);
    if (QPDFObjectHandle rotate = page.getAttribute("/Rotate", false); rotate.isInteger())
        frame.rotation = static_cast<int>((rotate.getIntValue() % 360 + 360) % 360);
    if (QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
        unit.isNumber() && unit.getNumericValue() > 0)
        frame.userUnit = unit.getNumericValue();
    return frame;
}

/// From the page's user space to points of the page as seen, origin top left.
QTransform toSeen(const PageFrame &frame)
{
    const double x0 = frame.box.left();
    const double x1 = frame.box.right();
    const double y0 = frame.box.top();
    const double y1 = frame.box.bottom();
    QTransform turn(1, 0, 0, -1, -x0, y1);
    if (frame.rotation == 90)
        turn = QTransform(0, 1, 1, 0, -y0, -x0);
    else if (frame.rotation == 180)
        turn = QTransform(-1, 0, 0, 1, x1, -y0);
    else if (frame.rotation == 270)
        turn = QTransform(0, -1, -1, 0, y1, x1);
    return turn * QTransform::fromScale(frame.userUnit, frame.userUnit);
}

struct Link {
    QRectF area; ///< points of the page as seen
    QString target;
};

QList<Link> readLinks(QPDFObjectHandle page, const QTransform &toSeen)
{
    constexpr int mostAnnotations = 5000;
    QList<Link> links;
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray())
        return links;
    for (int i = 0; i < std::min(annotations.getArrayNItems(), mostAnnotations); ++i) {
        QPDFObjectHandle annotation = annotations.getArrayItem(i);
        if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link"))
            continue;
        QPDFObjectHandle action = annotation.getKey("/A");
        if (!action.isDictionary() || !action.getKey("/URI").isString())
            continue;
        const QRectF area = toSeen.mapRect(toRect(annotation.getKey("/Rect")));
        if (!area.isEmpty())
            links.append({area, QString::fromUtf8(action.getKey("/URI").getUTF8Value()).trimmed()});
    }
    return links;
}

void markLinks(QList<document::TextLayerWord> &words, const QList<Link> &links, const QSizeF &page)
{
    for (const Link &link : links) {
        for (document::TextLayerWord &word : words) {
            if (link.area.contains(word.box.on(page).center()))
                word.link = link.target;
        }
    }
}

bool isInvisibleAt(const QPointF &centre, const std::vector<ShownText> &texts)
{
    bool invisible = false;
    for (const ShownText &text : texts) {
        if (!text.box.contains(centre))
            continue;
        if (!text.isInvisible)
            return false;
        invisible = true;
    }
    return invisible;
}

void markInvisible(QList<document::TextLayerWord> &words, const std::vector<ShownText> &texts, const QSizeF &page)
{
    const auto hidden = static_cast<size_t>(std::ranges::count_if(texts, &ShownText::isInvisible));
    if (hidden == 0)
        return;
    for (document::TextLayerWord &word : words)
        word.invisible = hidden == texts.size() || isInvisibleAt(word.box.on(page).center(), texts);
}

/// A character that tells nobody anything: private use, replacement, control.
bool isUnmapped(char32_t c)
{
    return c == 0xFFFD || c == 0 || QChar::category(c) == QChar::Other_PrivateUse
        || (QChar::category(c) == QChar::Other_Control && c != '\t');
}

qsizetype countUnmapped(const QList<document::TextLayerWord> &words)
{
    qsizetype count = 0;
    for (const document::TextLayerWord &word : words) {
        for (const char32_t c : word.text.toUcs4())
            count += isUnmapped(c) ? 1 : 0;
    }
    return count;
}

} // namespace

ContentScan::ContentScan(const QString &fileName, const QByteArray &password)
{
    try {
        auto pdf = std::make_unique<QPDF>();
        pdf->setLogger(QPDFLogger::create());
        pdf->setSuppressWarnings(true);
        pdf->processFile(fileName.toLatin1().constData(), password.isEmpty() ? nullptr : password.constData());
        pdf->getAllPages();
        m_pdf = std::move(pdf);
    } catch (const std::exception &e) {
        qCInfo(base::logRender) << "no content scan:" << e.what();
    }
}

ContentScan::~ContentScan() = default;

std::shared_ptr<const PdfFont> ContentScan::font(QPDFObjectHandle dictionary)
{
    const auto id = std::pair(dictionary.getObjectID(), dictionary.getGeneration());
    if (id.first == 0)
        return std::make_shared<const PdfFont>(dictionary);
    std::shared_ptr<const PdfFont> &known = m_fonts[id];
    if (!known)
        known = std::make_shared<const PdfFont>(dictionary);
    return known;
}

void ContentScan::describe(int pageIndex, document::TextLayer &layer)
{
    layer.unmappedCharacters = countUnmapped(layer.words);
    for (const document::TextLayerWord &word : layer.words)
        layer.paintedCharacters += word.text.size();
    if (!m_pdf || static_cast<size_t>(pageIndex) >= m_pdf->getAllPages().size())
        return;
    try {
        QPDFPageObjectHelper page(m_pdf->getAllPages()[static_cast<size_t>(pageIndex)]);
        const QTransform transform = toSeen(readFrame(page));
        PageContents contents(layer.size);
        readContents(
            page.getObjectHandle(), transform, [this](QPDFObjectHandle dictionary) { return font(dictionary); },
            contents);
        markInvisible(layer.words, contents.texts, layer.size);
        markLinks(layer.words, readLinks(page.getObjectHandle(), transform), layer.size);
        layer.pictures = contents.shapes.pictures();
        layer.pictureCoverage = contents.shapes.coverage();
        layer.rules = contents.shapes.rules();
        std::vector<QRectF> texts;
        texts.reserve(contents.texts.size());
        for (const ShownText &text : contents.texts)
            texts.push_back(text.box);
        layer.drawings = contents.drawings.found(texts);
        layer.paths = contents.paths;
        layer.paintedCharacters = contents.glyphs;
        layer.unmappedCharacters = std::min(
            std::max(layer.unmappedCharacters, contents.unmapped), std::max(contents.glyphs, layer.unmappedCharacters));
        for (const ShownText &text : contents.texts)
            layer.invisibleCharacters += text.isInvisible ? text.glyphs : 0;
    } catch (const std::exception &e) {
        qCInfo(base::logRender) << "page" << pageIndex + 1 << "content scan:" << e.what();
    }
}

} // namespace render
