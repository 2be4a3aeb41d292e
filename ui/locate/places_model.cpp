// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/locate/places_model.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace ui_locate {

namespace {

constexpr qint64 imageBytes = qint64{24} << 20; // some five pages; what was cut from them is kept apart
constexpr double resolution = 144; // dots per inch: small print is legible in a row
constexpr int mostCuts = 200; // several times what a list shows at once
constexpr double around
    = 2.6; // the picture's height in heights of the words: their line, and a glimpse of those beside it
constexpr double aroundThing = 1.3; // the same for what the model points at
constexpr double least = 0.022; // of the page's height: a dash is not blown up
constexpr double usualShape = 6; // width by height

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
        return Words::tr("other case or accents");
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
    , m_cuts(mostCuts)
{
    connect(&m_images, &pipeline::PageImages::imageReady, this, [this](int pageIndex) {
        const auto first = std::ranges::find(m_places, pageIndex, &locate::Place::pageIndex);
        if (first == m_places.end())
            return;
        const auto behind = std::ranges::find_if(
            first, m_places.end(), [pageIndex](const locate::Place &place) { return place.pageIndex != pageIndex; });
        Q_EMIT dataChanged(index(int(first - m_places.begin())), index(int(behind - m_places.begin()) - 1));
    });
}

void PlacesModel::setSource(std::shared_ptr<pipeline::PageSource> source)
{
    setPlaces({});
    m_cuts.clear();
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

QImage PlacesModel::picture(const locate::Place &place, double shape) const
{
    if (place.boxes.isEmpty() || place.pageIndex >= m_store->pageCount())
        return {};
    const QSizeF size = m_store->page(place.pageIndex).geometry.size;
    const base::NormalizedRect words = place.boxes.first();
    const bool isThing = place.kind == locate::MatchKind::Model;
    // As high as the words ask for, wider where they are longer; then moved onto the page.
    const double toWidth = (shape > 0 ? shape : usualShape) * size.height() / std::max(1.0, size.width());
    double height = std::max(least, words.height() * (isThing ? aroundThing : around));
    height = std::min({std::max(height, words.width() * 1.15 / toWidth), 1 / toWidth, 1.0});
    const double width = height * toWidth;
    const auto onto = [](double from, double length) { return std::clamp(from, 0.0, std::max(0.0, 1 - length)); };
    const double left = onto((words.x0 + words.x1 - width) / 2, width);
    const double top = onto((words.y0 + words.y1 - height) / 2, height);
    const auto pixels = [&](const base::NormalizedRect &box) {
        constexpr double scale = 4096; // stands for the page in the key, whatever its picture's size
        return box.on({scale, scale}).toAlignedRect();
    };
    const base::NormalizedRect shown{left, top, left + width, top + height};
    const Cut key{place.pageIndex, pixels(shown), pixels(words)};
    if (const QImage *known = m_cuts.object(key))
        return *known;
    const QImage page = m_images.image(place.pageIndex, resolution);
    if (page.isNull())
        return {};
    const QRect cut = shown.on(page.size()).toAlignedRect().intersected(page.rect());
    auto *picture = new QImage(page.copy(cut).convertToFormat(QImage::Format_RGB32));
    QPainter painter(picture);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply); // as with a marker: ink stays ink
    painter.fillRect(words.on(page.size()).translated(-cut.topLeft()).adjusted(-2, -1, 2, 1), QColor(255, 226, 130));
    painter.end();
    const QImage made = *picture;
    m_cuts.insert(key, picture);
    return made;
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
