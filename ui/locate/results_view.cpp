// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/locate/results_view.h"

#include "ui/locate/place_delegate.h"
#include "ui/look/placeholder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace ui_locate {

ResultsView::ResultsView(PlacesModel *model, QWidget *parent)
    : QListView(parent)
    , m_places(model)
{
    setModel(model);
    m_placeholder = new look::Placeholder(this, QStringLiteral("recto-locate")); // watches the model there is
    setItemDelegate(new PlaceDelegate(model, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Places found"));
}

void ResultsView::setEmptyText(const QString &title, const QString &sentence)
{
    m_placeholder->setText(title, sentence);
}

void ResultsView::step(int by, int pageIndex)
{
    const QList<locate::Place> &places = m_places->places();
    if (places.isEmpty())
        return;
    const int count = int(places.size());
    int row = current() + by;
    if (current() < 0) {
        const auto here = std::ranges::lower_bound(places, pageIndex, {}, &locate::Place::pageIndex);
        row = by > 0 ? int(here - places.begin()) : int(here - places.begin()) - 1;
    }
    setCurrentIndex(model()->index((row + count) % count, 0));
    scrollTo(currentIndex());
}

void ResultsView::copyText() const
{
    if (current() >= 0)
        QGuiApplication::clipboard()->setText(m_places->places()[current()].text);
}

void ResultsView::copyPicture() const
{
    const QImage picture = current() >= 0 ? m_places->picture(m_places->places()[current()]) : QImage();
    if (!picture.isNull())
        QGuiApplication::clipboard()->setImage(picture);
}

void ResultsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT placeChosen(current.row());
}

void ResultsView::keyPressEvent(QKeyEvent *event)
{
    const bool copies = event->key() == Qt::Key_C && event->modifiers().testFlag(Qt::ControlModifier);
    if (!copies) {
        QListView::keyPressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        copyPicture();
    else
        copyText();
}

bool ResultsView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_C && key->modifiers().testFlag(Qt::ControlModifier))
            event->accept();
    }
    return QListView::event(event);
}

} // namespace ui_locate
