// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/official_text.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using markdown::officialText;

namespace {

/// What the official scripts make of transcripts; tests/data/engine/README.md.
QJsonArray golden(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/engine/golden/postprocess/") + QLatin1StringView(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object().value(u"cases").toArray();
}

QSize sizeOf(const QJsonValue &row)
{
    return {row[u"size"_s][0].toInt(), row[u"size"_s][1].toInt()};
}

QJsonArray cropsOf(const markdown::OfficialText &text)
{
    QJsonArray crops;
    for (const markdown::OfficialCrop &crop : text.crops) {
        const QRect &box = crop.box;
        crops.append(QJsonObject{
            {u"box"_s, QJsonArray{box.left(), box.top(), box.left() + box.width(), box.top() + box.height()}},
            {u"file"_s, crop.file}});
    }
    return crops;
}

/// Those that were saved.
QJsonArray savedCrops(const QJsonArray &crops)
{
    QJsonArray saved;
    for (const QJsonValue &crop : crops) {
        if (crop.toObject().contains(u"file"_s))
            saved.append(QJsonObject{{u"box"_s, crop[u"box"_s]}, {u"file"_s, crop[u"file"_s]}});
    }
    return saved;
}

bool hasKnownFault(const QJsonValue &row)
{
    return !row[u"known_official_bugs"_s].toArray().isEmpty();
}

} // namespace

TEST(OfficialText, agreesWithTheOfficialScriptWhereThatIsRight)
{
    int compared = 0;
    for (const QJsonValue &row : golden("single.json")) {
        if (hasKnownFault(row))
            continue;
        ++compared;
        const auto made = officialText(row[u"text"_s].toString(), sizeOf(row));
        const QJsonValue wanted = row[u"infer_save_results"_s];
        EXPECT_EQ(made.text.toStdString(), wanted[u"result.mmd"_s].toString().toStdString())
            << row[u"name"_s].toString().toStdString();
        EXPECT_EQ(cropsOf(made), savedCrops(wanted[u"crops"_s].toArray())) << row[u"name"_s].toString().toStdString();
    }
    EXPECT_EQ(compared, 43);
}

TEST(OfficialText, agreesWithTheOfficialPdfScriptWhereThatIsRight)
{
    QHash<QString, QJsonValue> pages;
    for (const QJsonValue &row : golden("single.json"))
        pages.insert(row[u"name"_s].toString(), row);
    int compared = 0;
    for (const QJsonValue &row : golden("documents.json")) {
        QString text;
        QJsonArray crops;
        bool isKnown = false;
        int number = 0;
        for (const QJsonValue &name : row[u"pages"_s].toArray()) {
            const QJsonValue page = pages.value(name.toString());
            isKnown = isKnown || hasKnownFault(page);
            if (!page[u"text"_s].toString().contains(u"<｜end▁of▁sentence｜>"_s))
                isKnown = true; // the script drops such a page
            const auto made = officialText(page[u"text"_s].toString(), sizeOf(page), number++);
            text += made.text + u"\n\n<--- Page Split --->\n"_s;
            for (const QJsonValue &crop : cropsOf(made))
                crops.append(crop);
        }
        if (isKnown)
            continue;
        ++compared;
        EXPECT_EQ(text.toStdString(), row[u"two.mmd"_s].toString().toStdString());
        EXPECT_EQ(crops, savedCrops(row[u"crops"_s].toArray()));
    }
    EXPECT_EQ(compared, 25);
}

TEST(OfficialText, whereTheScriptsAreWrongEveryLinkHasItsFile)
{
    for (const QJsonValue &row : golden("single.json")) {
        if (!hasKnownFault(row))
            continue;
        const auto made = officialText(row[u"text"_s].toString(), sizeOf(row));
        EXPECT_EQ(made.text.count(u"![](images/"_s), made.crops.size()) << row[u"name"_s].toString().toStdString();
        for (const markdown::OfficialCrop &crop : made.crops) {
            EXPECT_TRUE(made.text.contains(u"![](images/%1)\n"_s.arg(crop.file)));
            EXPECT_TRUE(QRect(QPoint(), sizeOf(row)).contains(crop.box));
        }
    }
}

TEST(OfficialText, cornersAreSortedAndClamped)
{
    EXPECT_EQ(markdown::officialPixels(500, 100, 100, 500, {200, 150}), QRect(QPoint(20, 15), QSize(80, 60)));
    EXPECT_EQ(markdown::officialPixels(-50, -20, 300, 1e30, {200, 150}), QRect(QPoint(0, 0), QSize(60, 150)));
}
