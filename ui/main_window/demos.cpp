// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/demos.h"

#include "ui/look/emptiness.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace main_window {

namespace {

const QString folder = u":/demo/"_s;
constexpr QSize cardPicture(204, 128);
constexpr int cardGap = 16;
constexpr int sentenceLines = 3;
constexpr double round = 8;

/// The upper part of a page with round corners, its title and what there is to see.
class CardDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFontMetrics small(smaller(option.font));
        return cardPicture
            + QSize(cardGap, 10 + option.fontMetrics.height() + 3 + sentenceLines * small.lineSpacing() + 6);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect card(option.rect.topLeft() + QPoint(0, 2), cardPicture);
        const bool isNear = option.state.testFlag(QStyle::State_MouseOver);
        const bool isChosen
            = option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_HasFocus);
        QPainterPath shape;
        shape.addRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
        painter->save();
        painter->setClipPath(shape);
        painter->drawPixmap(card, index.data(Qt::DecorationRole).value<QPixmap>());
        painter->restore();
        const QPalette &palette = option.palette;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(
            QPen(palette.color(isNear || isChosen ? QPalette::Highlight : QPalette::Mid), isNear || isChosen ? 2 : 1));
        painter->drawPath(shape);
        QFont strong = option.font;
        strong.setWeight(QFont::DemiBold);
        painter->setFont(strong);
        painter->setPen(palette.color(QPalette::Text));
        QRect line(card.left(), card.bottom() + 9, card.width(), option.fontMetrics.height());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(strong).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, line.width()));
        const QFont small = smaller(option.font);
        painter->setFont(small);
        painter->setPen(palette.color(QPalette::PlaceholderText));
        const QRect words(
            card.left(), line.bottom() + 3, card.width(), sentenceLines * QFontMetrics(small).lineSpacing() + 2);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop,
            look::inLines(index.data(Qt::ToolTipRole).toString(), small, words.width(), sentenceLines));
        painter->restore();
    }

private:
    static QFont smaller(QFont font)
    {
        font.setPointSizeF(font.pointSizeF() * 0.92);
        return font;
    }
};

/// Where the print of a picture begins and ends, so that a card shows no empty paper.
QRect inkOf(const QImage &picture)
{
    const QImage grey = picture.scaled(160, 160, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_Grayscale8);
    QRect ink;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            if (grey.constScanLine(y)[x] < 235)
                ink |= QRect(x, y, 1, 1);
        }
    }
    const double scale = double(picture.width()) / grey.width();
    constexpr int paper = 6; // of the small picture's pixels
    ink = ink.adjusted(-paper, -paper, paper, paper).intersected(grey.rect());
    return QRectF(ink.x() * scale, ink.y() * scale, ink.width() * scale, ink.height() * scale).toAlignedRect();
}

constexpr int fillAfterMs = 120; // a document named on the command line is there before

/// The beginning of the print in a part of a page, as large as a card takes it. Any thread.
QImage cardOf(const QString &path, const base::NormalizedRect &part, double ratio)
{
    QImage card((QSizeF(cardPicture) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    card.fill(Qt::white);
    const QImage page = QImage(path).convertToFormat(QImage::Format_RGB32);
    const QImage picture = page.copy(part.on(page.size()).toRect());
    const QRect ink = inkOf(picture);
    const QSize size = ink.size().scaled(card.size(), Qt::KeepAspectRatioByExpanding);
    QPainter painter(&card);
    painter.drawImage(QPoint(), picture.copy(ink).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.end();
    card.setDevicePixelRatio(ratio);
    return card;
}

QToolButton *turner(const QString &icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setProperty("flat", true);
    button->setIcon(QIcon::fromTheme(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

/// Title and sentence of a demo: here, so that they are translated with the rest.
std::pair<QString, QString> wordsOf(const QString &id)
{
    const QHash<QString, std::pair<QString, QString>> words{
        {u"paper"_s,
            {DemoShelf::tr("A paper"), DemoShelf::tr("Headings, text and a table with spans appear as they are read")}},
        {u"formulas"_s,
            {DemoShelf::tr("Formulas"), DemoShelf::tr("Formulas are set as they were printed; hold \\ to compare")}},
        {u"chinese"_s, {DemoShelf::tr("Chinese"), DemoShelf::tr("A page of a Chinese handbook")}},
        {u"tables"_s, {DemoShelf::tr("Tables"), DemoShelf::tr("A Korean slide with two tables and a map")}},
        {u"chart"_s, {DemoShelf::tr("A chart"), DemoShelf::tr("Its numbers, drawn again beside it")}},
        {u"geometry"_s, {DemoShelf::tr("Geometry"), DemoShelf::tr("Lines and circles, drawn over the picture")}},
        {u"molecule"_s, {DemoShelf::tr("A molecule"), DemoShelf::tr("Its structure as SMILES")}},
        {u"describe"_s, {DemoShelf::tr("Describe"), DemoShelf::tr("A picture in words")}},
        {u"objects"_s, {DemoShelf::tr("Objects"), DemoShelf::tr("All that can be seen, with boxes")}},
        {u"locate"_s, {DemoShelf::tr("Locate"), DemoShelf::tr("Name a thing, and it lights up: try “the lighthouse”")}},
        {u"lines"_s, {DemoShelf::tr("Lines"), DemoShelf::tr("Text line by line with boxes")}},
        {u"screenshot"_s, {DemoShelf::tr("A screenshot"), DemoShelf::tr("Three blocks of a browser window")}},
        {u"loop"_s, {DemoShelf::tr("A loop"), DemoShelf::tr("The reader repeats itself; it is noticed and cut")}},
        {u"cut-short"_s,
            {DemoShelf::tr("Cut short"), DemoShelf::tr("An answer that ends early: what was read is kept")}}};
    return words.value(id, {id, QString()});
}

/// What a card shows of its picture: x0, y0, x1, y1; all of it when nothing is said.
base::NormalizedRect partFrom(const QJsonArray &sides)
{
    if (sides.size() != 4)
        return {0, 0, 1, 1};
    return {sides[0].toDouble(), sides[1].toDouble(), sides[2].toDouble(), sides[3].toDouble()};
}

} // namespace

QList<Demo> allDemos()
{
    QList<Demo> demos;
    QFile file(folder + u"demos.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return demos;
    const QJsonArray cards = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &card : cards) {
        const auto task = ocr::taskFrom(card["task"_L1].toString());
        if (!task)
            continue;
        const QString id = card["id"_L1].toString();
        const auto [title, sentence] = wordsOf(id);
        demos.append({id, card["picture"_L1].toString(), partFrom(card["card"_L1].toArray()), *task,
            card["locate"_L1].toString(), title, sentence});
    }
    return demos;
}

base::Result<std::shared_ptr<QTemporaryDir>> unpackDemos()
{
    static std::weak_ptr<QTemporaryDir> shared; // windows of one process share them
    if (auto held = shared.lock())
        return held;
    auto made = std::make_shared<QTemporaryDir>(QDir::tempPath() + u"/recto-demo-XXXXXX"_s);
    const auto noRoom = [] {
        return base::failure(base::ErrorCode::ExportFailed, DemoShelf::tr("There is no room for the demonstrations"),
            DemoShelf::tr("Free some space for temporary files"));
    };
    if (!made->isValid())
        return noRoom();
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        const QString target = made->filePath(name);
        if (!QFile::copy(folder + name, target))
            return noRoom();
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
    qputenv("RECTO_RECORDINGS", QFile::encodeName(made->path()));
    shared = made;
    return made;
}

DemoShelf::DemoShelf(QWidget *parent)
    : QWidget(parent)
    , m_demos(allDemos())
    , m_cards(new QListWidget)
{
    auto *title = new QLabel(tr("See how it works"));
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() * 1.1);
    title->setFont(strong);
    m_cards->setAccessibleName(title->text());
    m_cards->setItemDelegate(new CardDelegate(m_cards));
    m_cards->setFlow(QListView::LeftToRight);
    m_cards->setWrapping(false);
    m_cards->setUniformItemSizes(true);
    m_cards->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the buttons turn it, and so do keys and wheel
    m_cards->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cards->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_cards->setFrameShape(QFrame::NoFrame);
    m_cards->viewport()->setBackgroundRole(QPalette::Window);
    for (const Demo &demo : std::as_const(m_demos)) {
        auto *item = new QListWidgetItem(demo.title, m_cards);
        item->setToolTip(demo.sentence);
        item->setData(Qt::AccessibleDescriptionRole, demo.sentence);
    }
    m_cards->setFixedHeight(m_cards->sizeHintForRow(0) + 2);
    QToolButton *back = turner(u"recto-previous"_s, tr("Earlier ones"));
    QToolButton *on = turner(u"recto-next"_s, tr("More of them"));
    QScrollBar *place = m_cards->horizontalScrollBar();
    const auto showEnds = [place, back, on] {
        back->setEnabled(place->value() > place->minimum());
        on->setEnabled(place->value() < place->maximum());
    };
    connect(place, &QScrollBar::valueChanged, this, showEnds);
    connect(place, &QScrollBar::rangeChanged, this, showEnds);
    m_turn.setDuration(220);
    m_turn.setEasingCurve(QEasingCurve::OutCubic);
    connect(
        &m_turn, &QVariantAnimation::valueChanged, place, [place](const QVariant &at) { place->setValue(at.toInt()); });
    const auto turn = [this, place](int direction) {
        const int card = cardPicture.width() + cardGap;
        const int whole = std::max(1, m_cards->viewport()->width() / card) * card;
        m_turn.setStartValue(place->value());
        m_turn.setEndValue(std::clamp(place->value() + direction * whole, place->minimum(), place->maximum()));
        m_turn.start();
    };
    connect(back, &QToolButton::clicked, this, [turn] { turn(-1); });
    connect(on, &QToolButton::clicked, this, [turn] { turn(1); });
    showEnds();
    auto *head = new QHBoxLayout;
    head->setContentsMargins({});
    head->setSpacing(2);
    head->addWidget(title, 1);
    head->addWidget(back);
    head->addWidget(on);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_cards);
    setVisible(!m_demos.isEmpty());
    const auto choose = [this](const QListWidgetItem *item) { Q_EMIT demoChosen(m_demos.at(m_cards->row(item))); };
    connect(m_cards, &QListWidget::itemActivated, this, choose);
    connect(m_cards, &QListWidget::itemClicked, this, choose);
}

void DemoShelf::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_hasCards)
        QTimer::singleShot(fillAfterMs, this, &DemoShelf::fill);
}

/// The cards' pictures, on workers; not at all while a document is being opened in their place.
void DemoShelf::fill()
{
    if (!isVisible() || std::exchange(m_hasCards, true))
        return;
    for (int row = 0; row < m_demos.size(); ++row) {
        QtConcurrent::run(cardOf, folder + m_demos[row].picture, m_demos[row].card, devicePixelRatioF())
            .then(this, [this, row](const QImage &card) {
                m_cards->item(row)->setData(Qt::DecorationRole, QPixmap::fromImage(card));
            });
    }
}

} // namespace main_window
