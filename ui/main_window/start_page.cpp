// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/start_page.h"

#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace main_window {

namespace {

constexpr int columnWidth = 560; // a line length that is easy to read

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_readerLine(new QLabel(this))
    , m_recentTitle(new QLabel(tr("Recent documents"), this))
    , m_recent(new QListWidget(this))
    , m_dropArea(new QWidget(this))
{
    auto *drop = new QVBoxLayout(m_dropArea);
    drop->setContentsMargins(32, 40, 32, 40);
    drop->setSpacing(12);
    auto *title = new QLabel(tr("Drop a PDF, a scan or a photo here"), m_dropArea);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    auto *sentence = new QLabel(tr("Its pages are read at once, the first one first. Nothing leaves this computer, and "
                                   "your file is never changed."),
        m_dropArea);
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setMinimumHeight(
        sentence->heightForWidth(columnWidth - 64)); // the layouts above ask for no height by width
    auto *open = new QPushButton(tr("Open…"), m_dropArea);
    open->setMinimumWidth(140);
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    drop->addWidget(title);
    drop->addWidget(sentence);
    drop->addSpacing(8);
    drop->addWidget(open, 0, Qt::AlignCenter);

    m_readerLine->setAlignment(Qt::AlignCenter);
    m_readerLine->setWordWrap(true);
    m_readerLine->setForegroundRole(QPalette::PlaceholderText);
    QFont strong = font();
    strong.setBold(true);
    m_recentTitle->setFont(strong);
    m_recent->setAccessibleName(tr("Recent documents"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setMaximumHeight(200);
    m_recent->viewport()->setAutoFillBackground(false);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    const auto choose
        = [this](const QListWidgetItem *item) { Q_EMIT recentChosen(item->data(Qt::UserRole).toString()); };
    connect(m_recent, &QListWidget::itemActivated, this, choose);
    connect(m_recent, &QListWidget::itemClicked, this, choose);

    auto *column = new QWidget(this);
    column->setFixedWidth(columnWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(16);
    layout->addWidget(m_dropArea);
    layout->addWidget(m_readerLine);
    layout->addSpacing(8);
    layout->addWidget(m_recentTitle);
    layout->addWidget(m_recent);
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addWidget(column, 0, Qt::AlignHCenter);
    page->addStretch(3);
    setRecent({});
}

void StartPage::setRecent(const QStringList &paths)
{
    list(tr("Recent documents"), paths);
}

void StartPage::setOffered(const QString &title, const QStringList &paths)
{
    list(title, paths);
    m_recent->setFocus();
    m_recent->setCurrentRow(0);
}

void StartPage::list(const QString &title, const QStringList &paths)
{
    m_recentTitle->setText(title);
    m_recent->setAccessibleName(title);
    m_recent->clear();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        auto *item = new QListWidgetItem(
            tr("%1   %2", "a file's name and its folder").arg(file.fileName(), file.path()), m_recent);
        item->setIcon(QIcon::fromTheme(QStringLiteral("recto-page")));
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
    }
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
}

void StartPage::setReaderLine(const QString &text)
{
    m_readerLine->setText(text);
}

void StartPage::addShelf(QWidget *shelf)
{
    constexpr int shelfWidth = 840; // five demonstrations, and a window need not be wider
    shelf->setFixedWidth(shelfWidth);
    auto *page = static_cast<QVBoxLayout *>(layout());
    page->insertSpacing(2, 20);
    page->insertWidget(3, shelf, 0, Qt::AlignHCenter);
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(palette().color(QPalette::Mid), 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(palette().color(QPalette::Base));
    const QRect area(m_dropArea->mapTo(this, QPoint()), m_dropArea->size());
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 10, 10);
}

} // namespace main_window
