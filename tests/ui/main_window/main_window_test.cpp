// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/document_writer.h"
#include "tests/ui/main_window/open_window.h"
#include "ui/editor/source_editor.h"
#include "ui/main_window/export_document.h"
#include "ui/main_window/main_window.h"
#include "ui/page_view/page_canvas.h"
#include "ui/preview/parse_preview.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// How many pixels of a widget, as painted, are dark enough to be print.
qsizetype darkPixels(QWidget &widget)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    qsizetype count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += std::count_if(
            image.constScanLine(y), image.constScanLine(y) + image.width(), [](uchar grey) { return grey < 110; });
    return count;
}

} // namespace

TEST(MainWindow, aDroppedDocumentIsShownAndReadWithoutAQuestion)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    EXPECT_EQ(open.store().pageCount(), 3);
    open.saveScreenshot(u"done"_s);
    EXPECT_TRUE(open.store().page(1).blocks.first().text.contains(u"Chapter 2"_s));
    auto *canvas = open.window.findChild<page_view::PageCanvas *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return darkPixels(*canvas) > 300; }, patience)); // the print itself
    auto *preview = open.window.findChild<preview::ParsePreview *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return preview->isReady() && darkPixels(*preview) > 300; }, patience));
    open.saveScreenshot(u"done"_s);
}

TEST(MainWindow, thePageKeysTurnPagesAndTheParseFollows)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    auto *canvas = open.window.findChild<page_view::PageCanvas *>();
    auto *source = open.window.findChild<editor::SourceEditor *>();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_PageDown);
    EXPECT_EQ(canvas->pageIndex(), 1);
    EXPECT_TRUE(source->toPlainText().contains(u"Chapter 2"_s));
    QTest::keyClick(canvas, Qt::Key_PageUp);
    EXPECT_EQ(canvas->pageIndex(), 0);
}

TEST(MainWindow, aBoxUnderThePointerLightsItsBlockInTheSource)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    auto *canvas = open.window.findChild<page_view::PageCanvas *>();
    auto *source = open.window.findChild<editor::SourceEditor *>();
    const document::Block &block = open.store().page(0).blocks.first();
    QTest::mouseMove(canvas->viewport(), canvas->toViewport(block.boxes.first()).center().toPoint());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !source->extraSelections().isEmpty(); }, 2000));
    EXPECT_TRUE(source->extraSelections().first().cursor.block().text().contains(u"Chapter 1"_s));
}

TEST(MainWindow, itsJsonIsTheCommandLinesJson)
{
    const QTemporaryDir folder;
    const QString path = threePages(folder);
    OpenWindow open(path);
    ASSERT_TRUE(open.waitUntilRead());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !open.store().document().source.sha256.isEmpty(); }, patience));
    const QString mine = folder.filePath(u"window.json"_s);
    ASSERT_TRUE(main_window::writeDocument(open.store(), open.window.session().queue()->figures(), mine.toStdString())
            .has_value());
    QProcess recto;
    recto.start(QStringLiteral(PROGRAM_DIR "/recto"), {u"convert"_s, path, u"--to"_s, u"json"_s, u"-o"_s, u"-"_s});
    ASSERT_TRUE(recto.waitForFinished(patience));
    EXPECT_EQ(recto.exitCode(), 0) << recto.readAllStandardError().toStdString();
    QFile file(mine);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(QJsonDocument::fromJson(file.readAll()).toJson().toStdString(),
        QJsonDocument::fromJson(recto.readAllStandardOutput()).toJson().toStdString());
}

TEST(MainWindow, aFileThatIsNoDocumentIsAnsweredInWordsAndTheWindowStays)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"notes.bin"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("nothing that we read");
    file.close();
    OpenWindow open(file.fileName());
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return open.window.messageText().contains(u"notes.bin"_s) && !open.window.messageText().endsWith(u'…'); },
        patience));
    EXPECT_FALSE(open.window.session().isOpen());
}
