// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"
#include "recorded_layer.h"

#include <QFile>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Page {
    const char *name;
    base::NormalizedRect left; ///< a diagram, whose labels have no order; empty for none
};

QByteArray bytesOf(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/layout/word_order/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList wordsOf(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).simplified().split(u' ', Qt::SkipEmptyParts);
}

/// Insertions, deletions and replacements of whole words.
qsizetype editDistance(const QStringList &a, const QStringList &b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    for (std::size_t k = 0; k < row.size(); ++k)
        row[k] = qsizetype(k);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0]++;
        for (qsizetype k = 0; k < b.size(); ++k) {
            const auto at = std::size_t(k) + 1;
            const qsizetype next = std::min({row[at] + 1, row[at - 1] + 1, diagonal + (a[i] == b[k] ? 0 : 1)});
            diagonal = std::exchange(row[at], next);
        }
    }
    return row.back();
}

QString textOf(const document::TextLayer &layer, const base::NormalizedRect &left)
{
    QString text;
    for (const document::Block &block : layout::readTextLayer(layer, 1)) {
        const base::NormalizedRect box = block.box();
        const double x = (box.x0 + box.x1) / 2;
        const double y = (box.y0 + box.y1) / 2;
        const bool isLeft = x > left.x0 && x < left.x1 && y > left.y0 && y < left.y1;
        // A sentence that goes on in the next column is a block of two boxes and never part of a diagram.
        if (!isLeft || block.boxes.size() > 1)
            text += block.text + u'\n';
    }
    return text;
}

} // namespace

/// NAME.json is a page's text layer, NAME.txt its words in the order in which a person reads the page, hyphens at line ends joined.
TEST(WordOrder, isWithinTwoPercentOfTheTruthOnPagesOfSeveralColumns)
{
    const Page pages[]{{"tracemonkey-p1", {}}, {"tracemonkey-p2", {0.5, 0.235, 1, 0.485}}, {"multicolumn-p1", {}},
        {"multi-column-miss", {}}};
    for (const Page &page : pages) {
        const QString name = QString::fromLatin1(page.name);
        const QStringList truth = wordsOf(QString::fromUtf8(bytesOf(name + u".txt"_s)));
        const QStringList read = wordsOf(textOf(layout_test::playLayer(bytesOf(name + u".json"_s)), page.left));
        ASSERT_GT(truth.size(), 400) << page.name;
        const qsizetype distance = editDistance(truth, read);
        RecordProperty(page.name, std::to_string(double(distance) / double(truth.size())));
        EXPECT_LE(double(distance), 0.02 * double(truth.size()))
            << page.name << ": " << distance << " of " << truth.size() << " words";
        if (qEnvironmentVariableIsSet("RECTO_SHOW"))
            printf("%s: %d of %d words\n", page.name, int(distance), int(truth.size()));
    }
}
