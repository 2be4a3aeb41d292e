// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/main_window.h"
#include "ui/main_window/notice_bar.h"

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

inline constexpr int patience = 60'000; // ms; far beyond what a page takes, so that only a hang runs into it

/// Three pages of set text, as a word processor would write them.
/// @param line  what each of a page's twelve lines says; %1 is the line's number, %2 the page's, both from 1.
inline QString threePages(const QTemporaryDir &folder,
    const QString &line = u"Line %1 of page %2 says what a page of a book would say here."_s)
{
    const QString path = folder.filePath(u"three pages.pdf"_s);
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 1; page <= 3; ++page) {
        if (page > 1)
            writer.newPage();
        painter.setFont(QFont(u"Liberation Serif"_s, 24, QFont::Bold));
        painter.drawText(20, 60, u"Chapter %1"_s.arg(page));
        painter.setFont(QFont(u"Liberation Serif"_s, 11));
        for (int number = 1; number <= 12; ++number)
            painter.drawText(20, 95 + 15 * number, line.arg(number).arg(page));
    }
    return path;
}

inline void drop(QWidget &window, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    ASSERT_TRUE(enter.isAccepted());
    QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

/// Whether every page of the open document has been read, or tried.
inline bool isRead(main_window::MainWindow &window)
{
    return window.session().isOpen() && !window.session().queue()->isReading()
        && std::ranges::all_of(window.session().store()->pages(), [](const document::Page &page) {
               return page.status != document::PageStatus::Unread && page.status != document::PageStatus::Reading;
           });
}

/// What the notices that are shown say, one after the other.
inline QString noticeText(main_window::MainWindow &window)
{
    QString text;
    for (const auto *bar : window.findChildren<main_window::NoticeBar *>()) {
        if (bar->isVisibleTo(&window))
            text += bar->text();
    }
    return text;
}

struct OpenWindow {
    explicit OpenWindow(const QString &path, const settings::Settings &settings = {})
        : window(settings)
    {
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        drop(window, path);
    }

    [[nodiscard]] const document::DocumentStore &store() { return *window.session().store(); }
    [[nodiscard]] bool waitUntilRead()
    {
        return QTest::qWaitFor([this] { return isRead(window); }, patience);
    }
    void saveScreenshot(const QString &name)
    {
        QDir().mkpath(QStringLiteral(SCREENSHOT_DIR));
        window.grab().save(QStringLiteral(SCREENSHOT_DIR "/%1.png").arg(name));
    }

    main_window::MainWindow window;
};
