// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pages_model.h"

#include "ui/look/reader_words.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

namespace pages {

namespace {

constexpr double dpiPerPixel = 20.0 / 120; // A4 becomes 165 x 234 for a thumbnail of 120 pixels

QString readerLabel(const document::Page &page)
{
    if (page.status != document::PageStatus::Ok && page.status != document::PageStatus::Partial)
        return {};
    const QString reader = look::readerInWords(page.reader);
    return reader.left(1).toUpper() + reader.mid(1);
}

} // namespace

QString statusInWords(const document::Page &page)
{
    switch (page.status) {
    case document::PageStatus::Unread:
        return PagesModel::tr("not read yet");
    case document::PageStatus::Reading:
        return PagesModel::tr("being read");
    case document::PageStatus::Ok:
        return PagesModel::tr("read");
    case document::PageStatus::Partial:
        return PagesModel::tr("read in part");
    case document::PageStatus::Failed:
        return PagesModel::tr("could not be read");
    }
    return {};
}

PagesModel::PagesModel(document::DocumentStore *store, pipeline::PageImages *thumbnails, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_thumbnails(thumbnails)
{
    connect(store, &document::DocumentStore::documentOpened, this, [this] {
        beginResetModel();
        endResetModel();
    });
    const auto changed = [this](int pageIndex) { Q_EMIT dataChanged(index(pageIndex), index(pageIndex)); };
    connect(store, &document::DocumentStore::pageChanged, this, changed);
    connect(thumbnails, &pipeline::PageImages::imageReady, this, changed);
}

void PagesModel::setThumbnailSize(const QSize &size)
{
    if (size == m_size)
        return;
    beginResetModel();
    m_size = size;
    endResetModel();
}

int PagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_store->pageCount();
}

QVariant PagesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_store->pageCount())
        return {};
    const document::Page &page = m_store->page(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(page.number);
    case Qt::DecorationRole:
        return thumbnail(index.row());
    case Qt::ToolTipRole:
        return page.reason.isEmpty() ? statusInWords(page) : tr("%1: %2").arg(statusInWords(page), page.reason);
    case Qt::AccessibleTextRole:
        return tr("Page %1, %2").arg(page.number).arg(statusInWords(page));
    case StatusRole:
        return static_cast<int>(page.status);
    case ReasonRole:
        return page.reason;
    case ReaderRole:
        return readerLabel(page);
    default:
        return {};
    }
}

QPixmap PagesModel::thumbnail(int pageIndex) const
{
    const double ratio = qGuiApp->devicePixelRatio();
    QPixmap pixmap((QSizeF(m_size) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QImage image = m_thumbnails->image(pageIndex, dpiPerPixel * m_size.width() * ratio);
    const QSizeF size = m_store->page(pageIndex).geometry.size.scaled(m_size, Qt::KeepAspectRatio);
    const QRectF place(
        (m_size.width() - size.width()) / 2, (m_size.height() - size.height()) / 2, size.width(), size.height());
    if (image.isNull())
        painter.fillRect(place, QColor(128, 128, 128, 40));
    else // in one good step: a page drawn finer than its thumbnail would lose its lines
        painter.drawImage(
            place, image.scaled((size * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(QColor(128, 128, 128, 120));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    return pixmap;
}

} // namespace pages
