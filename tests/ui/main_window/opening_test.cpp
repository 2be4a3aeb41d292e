// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main_window/open_window.h"
#include "ui/main_window/opening.h"
#include "ui/main_window/start_page.h"
#include "ui/page_view/page_canvas.h"

#include <QFile>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using main_window::OpeningAhead;

namespace {

/// A window that is built while its document is being opened, as main does it.
struct WindowWithAhead {
    explicit WindowWithAhead(const QString &path)
        : window(settings::Settings{}, std::make_shared<OpeningAhead>(path.toStdString()))
    {
        window.show();
        window.openFiles({path.toStdString()});
    }
    main_window::MainWindow window;
};

} // namespace

TEST(Opening, aDocumentOpenedAheadComesWithItsFirstPage)
{
    const QTemporaryDir folder;
    OpeningAhead ahead(threePages(folder).toStdString());
    const auto opening = ahead.take({});
    ASSERT_TRUE(opening.has_value());
    EXPECT_EQ(opening->source->document().pages.size(), 3);
    EXPECT_EQ(opening->firstPage.width(), 794); // A4 at 96 dpi
    EXPECT_TRUE(opening->source->renderPage(2, base::Dpi{36}).has_value());
}

TEST(Opening, whatCannotBeOpenedAheadIsSaidByWhoTakesIt)
{
    const QTemporaryDir folder;
    QFile broken(folder.filePath(u"broken.pdf"_s));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("%PDF-1.7\nand no more");
    broken.close();
    OpeningAhead ahead(broken.fileName().toStdString());
    const auto opening = ahead.take({});
    ASSERT_FALSE(opening.has_value());
    EXPECT_EQ(opening.error().code, base::ErrorCode::FileDamaged);
    OpeningAhead never(folder.filePath(u"nothing.pdf"_s).toStdString()); // goes without having been taken
}

TEST(Opening, aProjectWaitsForTheApplicationAndOpensAllTheSame)
{
    const QTemporaryDir folder;
    {
        OpenWindow open(threePages(folder));
        ASSERT_TRUE(open.waitUntilRead());
        open.window.session().keeper()->detach();
    }
    WindowWithAhead again(folder.filePath(u"three pages.recto"_s));
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.window.session().isOpen(); }, patience));
    EXPECT_EQ(again.window.session().store()->page(1).status, document::PageStatus::Ok);
}

TEST(Opening, theWindowKeepsThePlaceFreeAndShowsThePageThere)
{
    const QTemporaryDir folder;
    WindowWithAhead ahead(threePages(folder));
    EXPECT_TRUE(ahead.window.findChild<page_view::PageCanvas *>()->isVisible());
    EXPECT_FALSE(ahead.window.findChild<main_window::StartPage *>()->isVisible());
    ASSERT_TRUE(QTest::qWaitFor([&] { return isRead(ahead.window); }, patience));
    EXPECT_FALSE(ahead.window.session().project().empty());
    EXPECT_NE(ahead.window.actions().find(u"demo-paper"_s), nullptr); // built later, but built
}

TEST(Opening, theStartPageComesBackWhenNothingCouldBeOpened)
{
    const QTemporaryDir folder;
    QFile broken(folder.filePath(u"broken.pdf"_s));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("%PDF-1.7\nand no more");
    broken.close();
    WindowWithAhead ahead(broken.fileName());
    const auto *start = ahead.window.findChild<main_window::StartPage *>();
    EXPECT_TRUE(QTest::qWaitFor([&] { return start->isVisible(); }, patience));
    EXPECT_TRUE(noticeText(ahead.window).contains(u"Cannot open broken.pdf: it is"_s))
        << noticeText(ahead.window).toStdString();
}
