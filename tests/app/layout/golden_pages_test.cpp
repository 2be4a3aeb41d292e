// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/block_markdown.h"
#include "app/layout/read_text_layer.h"
#include "recorded_layer.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// tests/data/layout: NAME.json is a page's text layer, NAME.md what it must become (read against the page by a person).
TEST(GoldenPages, recordedPagesBecomeTheirMarkdown)
{
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/layout"));
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    ASSERT_FALSE(names.isEmpty());
    for (const QString &name : names) {
        QString markdown;
        for (const document::Block &block :
            layout::readTextLayer(layout_test::playLayer(bytesOf(folder.filePath(name))), 1))
            markdown += u"<!-- %1 -->\n"_s.arg(block.type) + document::blockMarkdown(block) + u"\n\n"_s;
        const QString reference = folder.filePath(name.chopped(5) + u".md"_s);
        EXPECT_EQ(markdown, QString::fromUtf8(bytesOf(reference))) << qPrintable(name);
        if (qEnvironmentVariable("RECTO_RENEW") == name) { // one at a time, by name
            QFile file(reference);
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(markdown.toUtf8());
        }
    }
}
