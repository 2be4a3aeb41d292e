// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/locate/places_model.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace ui_locate {

namespace {

constexpr qint64 imageBytes = qint64{24} << 20; // some ten pages
constexpr double resolution = 110; // dots per inch: words are legible, a page takes 2 MB
constexpr double beside = 0.11; // of the page's width: what is shown on either side of the words
constexpr double above = 0.25; // of the words' height: their own line and no other
constexpr double tallest = 0.12; // of the page's height: a picture in a row shows no more

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlacesModel)
};

} // namespace

QString kindInWords(locate::MatchKind kind)
{
    switch (kind) {
    case locate::MatchKind::Exact:
        return Words::tr("as typed");
    case locate::MatchKind::Folded:
        return Words::tr("but for case and accents");
    case locate::MatchKind::Fuzzy:
        return Words::tr("perhaps misread");
    case locate::MatchKind::Model:
        break;
    }
    return Words::tr("seen by the model");
}

PlacesModel::PlacesModel(document::DocumentStore *store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_images(imageBytes)
{
    connect(&m_images, &pipeline::PageImages::imageReady, this, [this](int pageIndex) {
        const auto first = std::ranges::find(m_places, pageIndex, &locate::Place::pageIndex);
        if (first == m_places.end())
            return;
        const auto behind = std::ranges::find_if(
            first, m_places.end(), [pageIndex](const locate::Place &place) { return place.pageIndex != pageIndex; });
        Q_EMIT dataChanged(
            index(int(first - m_places.begin())), index(int(behind - m_places.begin()) - 1), {PictureRole});
    });
}

void PlacesModel::setSource(std::shared_ptr<pipeline::PageSource> source)
{
    setPlaces({});
    m_images.setSource(std::move(source));
}

void PlacesModel::setPlaces(const QList<locate::Place> &places)
{
    if (places == m_places)
        return;
    beginResetModel();
    m_places = places;
    endResetModel();
}

void PlacesModel::addPlaces(const QList<locate::Place> &places)
{
    if (places.isEmpty())
        return;
    beginResetModel(); // they go between those of other pages
    m_places.removeIf([&](const locate::Place &place) {
        return place.kind == locate::MatchKind::Model && place.pageIndex == places.first().pageIndex;
    });
    m_places += places;
    std::ranges::stable_sort(m_places, {}, &locate::Place::pageIndex);
    endResetModel();
}

QImage PlacesModel::picture(const locate::Place &place) const
{
    if (place.boxes.isEmpty() || place.pageIndex >= m_store->pageCount())
        return {};
    const QImage page = m_images.image(place.pageIndex, resolution);
    if (page.isNull())
        return {};
    const base::NormalizedRect words = place.boxes.first();
    const double room = above * std::min(words.height(), tallest);
    const auto shown = base::NormalizedRect::of(
        words.x0 - beside, words.y0 - room, words.x1 + beside, std::min(words.y1 + room, words.y0 + tallest));
    const QRect cut = shown.on(page.size()).toAlignedRect().intersected(page.rect());
    QImage picture = page.copy(cut).convertToFormat(QImage::Format_RGB32);
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply); // as with a marker: ink stays ink
    painter.fillRect(words.on(page.size()).translated(-cut.topLeft()), QColor(255, 226, 130));
    return picture;
}

int PlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

QVariant PlacesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_places.size())
        return {};
    const locate::Place &place = m_places[index.row()];
    switch (role) {
    case PlaceRole:
        return QVariant::fromValue(place);
    case PictureRole:
        return picture(place);
    case Qt::DisplayRole:
        return place.snippet();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("Page %1, %2: %3").arg(place.pageIndex + 1).arg(kindInWords(place.kind), place.snippet());
    default:
        return {};
    }
}

} // namespace ui_locate
