// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/writers.h"

#include "app/base/version.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

/// A hundred-thousandth of a page is less than a pixel of any scan.
double rounded(double share)
{
    return std::round(share * 1e5) / 1e5;
}

QJsonArray boxArray(const base::NormalizedRect &box)
{
    return {rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)};
}

QJsonObject blockObject(const document::Block &block, const QString &imagesFolder)
{
    QJsonArray lines;
    for (const document::Line &line : block.lines)
        lines.append(QJsonObject{{u"text"_s, line.text}, {u"box"_s, boxArray(line.box)}});
    QJsonArray words;
    for (const document::Word &word : block.words) {
        const QJsonValue confidence = word.confidence < 0 ? QJsonValue() : QJsonValue(rounded(word.confidence));
        words.append(
            QJsonObject{{u"text"_s, word.text}, {u"box"_s, boxArray(word.box)}, {u"confidence"_s, confidence}});
    }
    QJsonObject object{{u"id"_s, block.id}, {u"type"_s, block.type}, {u"text"_s, block.text},
        {u"box"_s, boxArray(block.box())}, {u"lines"_s, lines}, {u"words"_s, words}};
    if (block.level > 0)
        object.insert(u"level"_s, block.level);
    if (!block.html.isEmpty())
        object.insert(u"html"_s, block.html);
    if (!block.image.isEmpty())
        object.insert(u"image"_s, imagesFolder.isEmpty() ? block.image : imagesFolder + u'/' + block.image);
    if (block.figure)
        object.insert(u"figure"_s, document::toJson(*block.figure));
    if (block.doubtedRepetition)
        object.insert(u"repeats"_s, true);
    return object;
}

QString statusOf(const document::Page &page)
{
    const bool isRead = page.status == document::PageStatus::Ok || page.status == document::PageStatus::Partial;
    return isRead ? document::statusName(page.status) : u"failed"_s;
}

QJsonObject pageObject(const document::Page &page, const QString &imagesFolder)
{
    QJsonArray blocks;
    for (const document::Block &block : page.blocks)
        blocks.append(blockObject(block, imagesFolder));
    QJsonObject object{{u"number"_s, page.number}, {u"width"_s, page.geometry.size.width()},
        {u"height"_s, page.geometry.size.height()}, {u"unit"_s, document::unitName(page.geometry.unit)},
        {u"status"_s, statusOf(page)}, {u"reader"_s, page.reader}, {u"reason"_s, page.reason},
        {u"orientation"_s, page.orientation}, {u"blocks"_s, blocks}};
    if (page.error) {
        const QString remedy = page.error->remedy.isEmpty() ? QString() : u"; "_s + page.error->remedy;
        object.insert(u"error"_s, page.error->what + remedy);
    }
    return object;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// resources/schema/recto-document.schema.json, one page a line.
class JsonWriter : public DocumentWriter {
public:
    explicit JsonWriter(Output output)
        : m_output(std::move(output))
    {
    }

    base::Result<void> begin(const document::Document &document) override
    {
        const QJsonObject source{{u"name"_s, document.source.name},
            {u"sha256"_s, QString::fromLatin1(document.source.sha256)},
            {u"pages"_s, static_cast<double>(document.pages.size())}};
        return m_output.write("{\"recto\":\"" + QByteArray(base::productVersion) + "\",\n\"source\":" + compact(source)
            + ",\n\"pages\":[");
    }

    base::Result<void> addPage(const document::PageContent &content) override
    {
        const QByteArray separator = m_isFirst ? "\n" : ",\n";
        m_isFirst = false;
        return m_output.write(separator + compact(pageObject(content.page, m_output.imagesFolder)));
    }

    base::Result<void> finish() override { return m_output.write("\n]}\n"); }

private:
    Output m_output;
    bool m_isFirst = true;
};

} // namespace

std::unique_ptr<DocumentWriter> makeJsonWriter(Output output)
{
    return std::make_unique<JsonWriter>(std::move(output));
}

} // namespace exporters
