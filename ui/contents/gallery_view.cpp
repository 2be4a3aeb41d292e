// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/gallery_view.h"

#include "ui/look/placeholder.h"

#include <QPainter>

namespace contents {

namespace {

constexpr QSize cropSize(148, 112);
enum Role { PageRole = Qt::UserRole, BlockRole };

/// The picture in the middle of its place, on a hairline, whatever its shape.
QPixmap framed(const QImage &image, const QPalette &palette)
{
    QPixmap pixmap(cropSize);
    pixmap.fill(palette.color(QPalette::Base));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize size = image.isNull() ? cropSize : image.size().scaled(cropSize - QSize(2, 2), Qt::KeepAspectRatio);
    const QRect place(QPoint((cropSize.width() - size.width()) / 2, (cropSize.height() - size.height()) / 2), size);
    if (image.isNull())
        painter.fillRect(place, palette.color(QPalette::AlternateBase));
    else
        painter.drawImage(place, image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(palette.color(QPalette::Mid));
    painter.drawRect(place.adjusted(-1, -1, 0, 0).intersected(pixmap.rect().adjusted(0, 0, -1, -1)));
    return pixmap;
}

} // namespace

GalleryView::GalleryView(document::DocumentStore *store, QWidget *parent)
    : QListWidget(parent)
    , m_figures(store,
          [](const document::Block &block) {
              return !block.image.isEmpty() || block.type == QLatin1StringView("image");
          })
    , m_placeholder(new look::Placeholder(this, QStringLiteral("recto-figure")))
{
    setAccessibleName(tr("Figures"));
    setFrameShape(QFrame::NoFrame);
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setIconSize(cropSize);
    setGridSize(cropSize + QSize(16, 36));
    setSpacing(6);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    const auto choose = [this](const QListWidgetItem *item) {
        Q_EMIT blockChosen(item->data(PageRole).toInt(), item->data(BlockRole).toString());
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
    connect(&m_figures, &BlockList::changed, this, &GalleryView::show);
    show();
}

void GalleryView::setFigures(const QHash<QString, QImage> &figures)
{
    for (const auto &[name, image] : figures.asKeyValueRange())
        m_pictures.insert(name, framed(image, palette()));
    m_shown.clear();
    show();
}

void GalleryView::show()
{
    const BlockList::Emptiness empty = m_figures.emptiness(tr("No figures were found"));
    m_placeholder->setText(empty.title, empty.sentence);
    const QList<PlacedBlock> figures = m_figures.blocks();
    if (figures == m_shown && !figures.isEmpty())
        return;
    m_shown = figures;
    clear();
    for (const PlacedBlock &figure : figures) {
        const QString words = figure.block.text.simplified();
        const QString title = words.isEmpty() ? tr("Page %1").arg(figure.pageIndex + 1)
                                              : tr("Page %1: %2").arg(figure.pageIndex + 1).arg(words);
        const QPixmap picture = m_pictures.value(figure.block.image);
        auto *item = new QListWidgetItem(QIcon(picture.isNull() ? framed({}, palette()) : picture), title, this);
        item->setToolTip(title);
        item->setData(PageRole, figure.pageIndex);
        item->setData(BlockRole, figure.block.id);
    }
}

} // namespace contents
