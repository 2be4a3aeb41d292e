// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/demos.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace main_window {

namespace {

const QString folder = u":/demo/"_s;
constexpr QSize cardPicture(150, 104);

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
        demos.append({id, card["picture"_L1].toString(), *task, card["locate"_L1].toString(), title, sentence});
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
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    m_cards->setAccessibleName(title->text());
    m_cards->setViewMode(QListView::IconMode);
    m_cards->setFlow(QListView::LeftToRight);
    m_cards->setWrapping(false);
    m_cards->setMovement(QListView::Static);
    m_cards->setIconSize(cardPicture);
    m_cards->setGridSize(cardPicture + QSize(14, 34));
    m_cards->setFixedHeight(cardPicture.height() + 56);
    m_cards->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cards->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_cards->setFrameShape(QFrame::NoFrame);
    m_cards->viewport()->setAutoFillBackground(false);
    for (const Demo &demo : std::as_const(m_demos)) {
        QImage card(cardPicture, QImage::Format_ARGB32_Premultiplied);
        card.fill(Qt::white);
        const QImage picture = QImage(folder + demo.picture).convertToFormat(QImage::Format_RGB32);
        QPainter painter(&card);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize size = picture.size().scaled(cardPicture, Qt::KeepAspectRatioByExpanding);
        painter.drawImage(QRect(QPoint((cardPicture.width() - size.width()) / 2, 0), size),
            picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        painter.setPen(QColor(0, 0, 0, 60));
        painter.drawRect(card.rect().adjusted(0, 0, -1, -1));
        painter.end();
        auto *item = new QListWidgetItem(QIcon(QPixmap::fromImage(card)), demo.title, m_cards);
        item->setToolTip(demo.sentence);
        item->setData(Qt::AccessibleDescriptionRole, demo.sentence);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(m_cards);
    setVisible(!m_demos.isEmpty());
    const auto choose = [this](const QListWidgetItem *item) { Q_EMIT demoChosen(m_demos.at(m_cards->row(item))); };
    connect(m_cards, &QListWidget::itemActivated, this, choose);
    connect(m_cards, &QListWidget::itemClicked, this, choose);
}

} // namespace main_window
