// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/start_page.h"

#include "ui/look/style.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace main_window {

namespace {

constexpr int widestColumn = 864; // four demonstrations beside each other
constexpr int sideMargin = 32;
constexpr int rowHeight = 40;
constexpr int mostRows = 5; // more are in the menu, or a scroll away
enum Role { PathRole = Qt::UserRole, FolderRole };

/// Where a document is dropped: a dashed field that says so.
class DropArea : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Dark), 1.5, Qt::CustomDashLine, Qt::RoundCap));
        QPen pen = painter.pen();
        pen.setDashPattern({4, 4});
        painter.setPen(pen);
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 12, 12);
    }
};

/// A file: its name, and its folder more quietly at the other end of the row.
class FileDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, rowHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const QRect row = option.rect.adjusted(0, 1, 0, -1);
        look::paintRow(*painter, row, option);
        const QRect inside = row.adjusted(14, 0, -14, 0);
        constexpr int icon = 18;
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(inside.left(), inside.center().y() - icon / 2 + 1, icon, icon));
        const QRect words = inside.adjusted(icon + 10, 0, 0, 0);
        const QString name = option.fontMetrics.elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, words.width() * 3 / 5);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, name);
        const int room = words.width() - option.fontMetrics.horizontalAdvance(name) - 24;
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(FolderRole).toString(), Qt::ElideMiddle, std::max(0, room)));
        painter->restore();
    }
};

QLabel *heading(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont strong = label->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() * 1.1);
    label->setFont(strong);
    return label;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QScrollArea(parent)
    , m_column(new QWidget)
    , m_readerLine(new QLabel)
    , m_recentTitle(heading(m_column))
    , m_recent(new QListWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
    setFocusPolicy(Qt::NoFocus);
    auto *dropArea = new DropArea;
    auto *drop = new QVBoxLayout(dropArea);
    drop->setContentsMargins(sideMargin, 28, sideMargin, 26);
    drop->setSpacing(10);
    auto *sign = new QLabel;
    sign->setPixmap(QApplication::windowIcon().pixmap(QSize(52, 52), devicePixelRatioF()));
    sign->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(tr("Drop a PDF, a scan or a photo here"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto *sentence = new QLabel(tr("Its pages are read at once, the first one first. Nothing leaves this computer, and "
                                   "your file is never changed."));
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    auto *open = new QPushButton(tr("Open…"));
    open->setMinimumSize(150, 34);
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    drop->addWidget(sign);
    drop->addWidget(title);
    drop->addWidget(sentence);
    drop->addSpacing(6);
    drop->addWidget(open, 0, Qt::AlignCenter);

    m_readerLine->setAlignment(Qt::AlignCenter);
    m_readerLine->setWordWrap(true);
    m_readerLine->setForegroundRole(QPalette::PlaceholderText);
    m_recent->setAccessibleName(tr("Recent documents"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setItemDelegate(new FileDelegate(m_recent));
    m_recent->setUniformItemSizes(true);
    m_recent->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->viewport()->setBackgroundRole(QPalette::Window);
    const auto choose = [this](const QListWidgetItem *item) { Q_EMIT recentChosen(item->data(PathRole).toString()); };
    connect(m_recent, &QListWidget::itemActivated, this, choose);
    connect(m_recent, &QListWidget::itemClicked, this, choose);

    auto *layout = new QVBoxLayout(m_column);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(dropArea);
    layout->addWidget(m_readerLine);
    layout->addSpacing(8);
    layout->addWidget(m_recentTitle);
    layout->addWidget(m_recent);
    auto *page = new QWidget;
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(sideMargin, 20, sideMargin, 20);
    outer->addStretch(2);
    outer->addWidget(m_column, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    setWidget(page);
    page->setAutoFillBackground(false);
    setRecent({});
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_column->setFixedWidth(std::clamp(viewport()->width() - 2 * sideMargin, 280, widestColumn));
}

void StartPage::setRecent(const QStringList &paths)
{
    list(tr("Recent documents"), paths, mostRows);
}

void StartPage::setOffered(const QString &title, const QStringList &paths)
{
    list(title, paths, 2 * mostRows);
    m_recent->setFocus();
    m_recent->setCurrentRow(0);
}

void StartPage::list(const QString &title, const QStringList &paths, int rows)
{
    m_recentTitle->setText(title);
    m_recent->setAccessibleName(title);
    m_recent->clear();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        auto *item = new QListWidgetItem(QIcon::fromTheme(QStringLiteral("recto-page")), file.fileName(), m_recent);
        item->setData(PathRole, path);
        item->setData(FolderRole, file.path());
        item->setData(
            Qt::AccessibleTextRole, tr("%1   %2", "a file's name and its folder").arg(file.fileName(), file.path()));
        item->setToolTip(path);
    }
    m_recent->setFixedHeight(rowHeight * int(std::min<qsizetype>(rows, paths.size())));
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
}

void StartPage::setReaderLine(const QString &text)
{
    m_readerLine->setText(text);
}

void StartPage::addShelf(QWidget *shelf)
{
    auto *column = static_cast<QVBoxLayout *>(m_column->layout());
    column->addSpacing(8);
    column->addWidget(shelf);
}

} // namespace main_window
