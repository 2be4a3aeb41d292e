// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/document_writer.h"
#include "tests/ui/main_window/open_window.h"
#include "ui/editor/source_editor.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/export_document.h"
#include "ui/main_window/main_window.h"
#include "ui/page_view/page_canvas.h"
#include "ui/preview/parse_preview.h"

#include <QClipboard>
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
    ASSERT_TRUE(main_window::writeDocument(
        open.store().document(), open.store().pages(), open.window.session().queue()->figures(), mine.toStdString())
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

TEST(MainWindow, aDocumentMayBeDroppedOnAnyPart)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    for (const auto *panel : {"panel-1", "panel-2", "panel-5"}) {
        open.window.actions().find(QString::fromLatin1(panel))->trigger();
        for (QWidget *part : open.window.findChildren<QWidget *>()) {
            if (!part->isVisible() || part->isWindow())
                continue;
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(folder.filePath(u"other.pdf"_s))});
            QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(part, &enter);
            EXPECT_TRUE(enter.isAccepted()) << part->metaObject()->className();
        }
    }
    const QString other = folder.filePath(u"other.pdf"_s);
    ASSERT_TRUE(QFile::copy(folder.filePath(u"three pages.pdf"_s), other));
    auto *source = open.window.findChild<editor::SourceEditor *>();
    const QString before = source->toPlainText();
    drop(*source->viewport(), other);
    EXPECT_EQ(source->toPlainText(), before); // a document is no text
    const auto isOpenInAnother = [&] {
        return std::ranges::any_of(QApplication::topLevelWidgets(), [&](QWidget *it) {
            auto *window = qobject_cast<main_window::MainWindow *>(it);
            return window && window != &open.window
                && window->session().path() == base::NativePath(other.toStdString());
        });
    };
    EXPECT_TRUE(QTest::qWaitFor(isOpenInAnother, patience));
    for (QWidget *it : QApplication::topLevelWidgets()) {
        if (it != &open.window)
            it->close();
    }
}

TEST(MainWindow, aPictureAndAFileArePastedAsDocuments)
{
    main_window::MainWindow window{settings::Settings{}};
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    QImage picture(300, 200, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QGuiApplication::clipboard()->setImage(picture);
    window.actions().find(u"paste"_s)->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.session().isOpen(); }, patience))
        << window.messageText().toStdString();
    EXPECT_EQ(window.session().path().extension(), ".png");
    window.session().close();

    const QTemporaryDir folder;
    const QString path = threePages(folder);
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(path)});
    QGuiApplication::clipboard()->setMimeData(data);
    window.actions().find(u"paste"_s)->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.session().isOpen(); }, patience));
    EXPECT_EQ(window.session().path(), base::NativePath(path.toStdString()));
}

TEST(MainWindow, itsProjectIsBesideTheDocumentOrWhereTheFolderMayNotBeWrittenInTheUsersData)
{
    EXPECT_EQ(main_window::projectBeside("/books/a.b.pdf"), base::NativePath("/books/a.b.recto"));
    const base::NativePath apart = main_window::projectInDataFolder("/books/a.pdf");
    EXPECT_TRUE(apart.native().starts_with(qgetenv("XDG_DATA_HOME").toStdString() + "/recto/a-"));
    EXPECT_NE(apart, main_window::projectInDataFolder("/other/a.pdf"));
}

TEST(MainWindow, thePageThatIsLookedAtIsReadFirstThenOutwards)
{
    const QTemporaryDir folder;
    settings::Settings settings;
    settings.readsByItself = false;
    main_window::MainWindow window(settings);
    window.show();
    window.openFile(threePages(folder).toStdString());
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.session().isOpen(); }, patience));
    jobs::ReadingQueue &queue = *window.session().queue();
    queue.pause();
    window.showPage(1);
    window.session().readAll();
    EXPECT_EQ(queue.waiting(), QList<int>({1, 2, 0}));
    window.showPage(2);
    EXPECT_EQ(queue.waiting(), QList<int>({2, 1, 0}));
}
