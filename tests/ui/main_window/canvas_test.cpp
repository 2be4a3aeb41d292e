// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/page_tiles.h"
#include "tests/ui/main_window/open_window.h"
#include "ui/locate/locate_bar.h"
#include "ui/page_view/block_bar.h"
#include "ui/page_view/page_canvas.h"

#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

namespace {

class Canvas : public testing::Test {
protected:
    void SetUp() override
    {
        m_open = std::make_unique<OpenWindow>(threePages(m_folder));
        ASSERT_TRUE(m_open->waitUntilRead());
        m_canvas = m_open->window.findChild<page_view::PageCanvas *>();
    }
    [[nodiscard]] QPoint middleOf(const document::Block &block) const
    {
        return m_canvas->toViewport(block.boxes.first()).center().toPoint();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenWindow> m_open;
    page_view::PageCanvas *m_canvas = nullptr;
};

} // namespace

TEST_F(Canvas, aClickedBoxOffersToLocateOthersLikeIt)
{
    const document::Block &block = m_open->store().page(0).blocks.first();
    EXPECT_FALSE(m_canvas->blockBar()->isVisible());
    QTest::mouseClick(
        m_canvas->viewport(), Qt::LeftButton, {}, m_canvas->toViewport(block.words.first().box).center().toPoint());
    ASSERT_TRUE(m_canvas->blockBar()->isVisible());
    QToolButton *alike = nullptr;
    for (auto *button : m_canvas->blockBar()->findChildren<QToolButton *>()) {
        if (button->defaultAction()->objectName() == "locate-alike"_L1)
            alike = button;
    }
    ASSERT_TRUE(alike);
    QTest::mouseClick(alike, Qt::LeftButton);
    auto *bar = m_open->window.findChild<ui_locate::LocateBar *>();
    EXPECT_TRUE(bar->isVisible());
    EXPECT_EQ(bar->words(), block.words.first().text);
}

TEST_F(Canvas, theBarGoesWithItsBlockAndAwayWithThePage)
{
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, middleOf(m_open->store().page(0).blocks.first()));
    ASSERT_TRUE(m_canvas->blockBar()->isVisible());
    const QPoint before = m_canvas->blockBar()->pos();
    m_canvas->setZoom(m_canvas->zoom() * 1.5);
    EXPECT_TRUE(!m_canvas->blockBar()->isVisible() || m_canvas->blockBar()->pos() != before);
    m_open->window.showPage(1);
    EXPECT_FALSE(m_canvas->blockBar()->isVisible());
}

TEST_F(Canvas, copyTakesTheBlockThatIsLit)
{
    const document::Block &block = m_open->store().page(0).blocks.first();
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, middleOf(block));
    m_open->window.actions().find(u"copy-block"_s)->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), block.text);
}

TEST_F(Canvas, placesStayTrueTurnedAndZoomed)
{
    const base::NormalizedRect box = m_open->store().page(0).blocks.first().boxes.first();
    for (const double zoom : {0.1, 0.67, 1.0, 8.0}) {
        for (const int turned : {0, 90, 180, 270}) {
            m_canvas->setZoom(zoom);
            m_canvas->setTurned(turned);
            EXPECT_DOUBLE_EQ(m_canvas->zoom(), zoom);
            const QRectF shown = m_canvas->toViewport(box);
            const QPointF middle = m_canvas->toPage(shown.center());
            EXPECT_NEAR(middle.x(), (box.x0 + box.x1) / 2, 1e-6) << zoom << " " << turned;
            EXPECT_NEAR(middle.y(), (box.y0 + box.y1) / 2, 1e-6) << zoom << " " << turned;
        }
    }
    m_canvas->setZoom(20);
    EXPECT_DOUBLE_EQ(m_canvas->zoom(), 8);
}

TEST_F(Canvas, tilesStayUnderTheirBound)
{
    m_canvas->setZoom(8);
    pipeline::PageTiles *tiles = m_open->window.session().tiles();
    constexpr qint64 bound = qint64{32} << 20;
    for (int step = 0; step < 24; ++step) {
        m_canvas->verticalScrollBar()->setValue(step * m_canvas->verticalScrollBar()->maximum() / 24);
        m_canvas->horizontalScrollBar()->setValue((step % 4) * m_canvas->horizontalScrollBar()->maximum() / 4);
        const qint64 before = tiles->bytesHeld();
        QTest::qWaitFor([&] { return tiles->bytesHeld() != before; }, 300);
        EXPECT_LE(tiles->bytesHeld(), bound);
    }
    EXPECT_GT(tiles->bytesHeld(), 0);
}

TEST_F(Canvas, keysChooseToolsOnThePageOnly)
{
    m_open->window.activateWindow();
    m_canvas->setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_canvas->hasFocus(); }, patience));
    QTest::keyClick(m_canvas, Qt::Key_H);
    EXPECT_EQ(m_canvas->tool(), page_view::PageCanvas::Tool::Pan);
    QTest::keyClick(m_canvas, Qt::Key_V);
    EXPECT_EQ(m_canvas->tool(), page_view::PageCanvas::Tool::Select);
}
