// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_view.h"

#include "ui/figures/chart_of_table.h"
#include "ui/figures/geometry_picture.h"

#include <QChartView>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLegendMarker>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace figures {

namespace {

/// A picture that keeps its shape in whatever room there is.
class PictureWidget : public QWidget {
public:
    explicit PictureWidget(const QImage &picture)
        : m_picture(picture)
    {
        setMinimumSize(120, 90);
        setAccessibleName(FigureView::tr("The picture as it was printed"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QRectF place(QPointF(), QSizeF(m_picture.size()).scaled(QSizeF(size()), Qt::KeepAspectRatio));
        place.moveCenter(QRectF(rect()).center());
        painter.drawImage(place, m_picture);
    }

private:
    QImage m_picture;
};

/// A chart whose names stand upright where there is room, aslant where there is little, and on end where there is none.
class ChartWidget : public QChartView {
public:
    ChartWidget(QChart *chart, const QStringList &names)
        : QChartView(chart)
        , m_names(names)
    {
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setBackgroundBrush(palette().color(QPalette::Base));
        setMinimumSize(240, 260);
        for (QLegendMarker *marker : chart->legend()->markers())
            marker->setPen(QPen(marker->brush().color()));
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QChartView::resizeEvent(event);
        for (QAbstractAxis *axis : chart()->axes(Qt::Horizontal)) {
            const QFontMetrics metrics(axis->labelsFont());
            int widest = 1;
            for (const QString &name : std::as_const(m_names))
                widest = std::max(widest, metrics.horizontalAdvance(name));
            const int room = (width() - 80) / std::max(1, int(m_names.size())); // 80: numbers and margins
            axis->setLabelsAngle(widest + 8 < room ? 0 : metrics.height() * 3 / 2 < room ? -45 : -90);
        }
    }

private:
    QStringList m_names;
};

QTableWidget *tableOf(const QList<QStringList> &rows)
{
    const auto columns = rows.isEmpty() ? 0 : rows.first().size();
    auto *table = new QTableWidget(int(rows.size()) - 1, int(columns));
    table->setAccessibleName(FigureView::tr("The chart's numbers"));
    table->setHorizontalHeaderLabels(rows.value(0));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFrameShape(QFrame::NoFrame);
    for (int row = 1; row < rows.size(); ++row) {
        for (int column = 0; column < columns; ++column) {
            auto *item = new QTableWidgetItem(rows[row].value(column));
            const bool isNumber = !std::isnan(numberFrom(item->text()));
            item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            table->setItem(row - 1, column, item);
        }
    }
    table->resizeColumnsToContents();
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    constexpr int mostRows = 12; // before it scrolls
    table->setMinimumHeight(table->horizontalHeader()->sizeHint().height()
        + table->verticalHeader()->defaultSectionSize() * std::min(mostRows, table->rowCount()) + 4);
    return table;
}

} // namespace

FigureView::FigureView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_other(new QToolButton)
    , m_copy(new QToolButton)
    , m_content(new QSplitter(Qt::Horizontal))
{
    m_title->setForegroundRole(QPalette::PlaceholderText);
    for (QToolButton *button : {m_other, m_copy})
        button->setProperty("flat", true);
    m_copy->setText(tr("Copy"));
    m_copy->setIcon(QIcon::fromTheme(u"recto-copy"_s));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *head = new QHBoxLayout;
    head->setContentsMargins({});
    head->addWidget(m_title, 1);
    head->addWidget(m_other);
    head->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_content, 1);
    m_content->setChildrenCollapsible(false);
    m_content->setHandleWidth(1);
    connect(m_copy, &QToolButton::clicked, this, &FigureView::copy);
    connect(m_other, &QToolButton::clicked, this, [this] {
        m_isOther = !m_isOther;
        const bool isOther = m_isOther;
        setFigure(m_figure, m_picture);
        m_isOther = isOther;
    });
    clear();
}

/// Beside each other where there is room, else one under the other.
void FigureView::resizeEvent(QResizeEvent *event)
{
    constexpr int narrow = 640; // pixels; below it half is too little for a chart
    QWidget::resizeEvent(event);
    m_content->setOrientation(width() < narrow ? Qt::Vertical : Qt::Horizontal);
}

void FigureView::clear()
{
    while (m_content->count() > 0)
        delete m_content->widget(0);
    m_title->clear();
    m_other->hide();
    m_copy->hide();
}

QString FigureView::title() const
{
    return m_title->text();
}

QWidget *FigureView::pictureWidget() const
{
    return new PictureWidget(m_picture);
}

void FigureView::setFigure(const document::Figure &figure, const QImage &picture)
{
    if (!(figure == m_figure))
        m_isOther = false;
    clear();
    m_figure = figure;
    m_picture = picture;
    m_copy->show();
    if (const auto *table = std::get_if<document::ChartTable>(&figure))
        showChart(*table);
    else if (const auto *geometry = std::get_if<document::Geometry>(&figure))
        showGeometry(*geometry);
    else if (const auto *smiles = std::get_if<document::Smiles>(&figure))
        showText(smiles->notation, true);
    else if (const auto *description = std::get_if<document::Description>(&figure))
        showText(description->markdown, false);
}

void FigureView::showChart(const document::ChartTable &table)
{
    m_title->setText(tr("Chart"));
    m_copy->setToolTip(tr("Copy the numbers, for a spreadsheet"));
    if (!m_picture.isNull())
        m_content->addWidget(pictureWidget());
    auto *right = new QSplitter(Qt::Vertical);
    right->setHandleWidth(1);
    if (const auto numbers = chartData(table.rows)) {
        const ChartKind usual = usualKind(*numbers);
        const ChartKind other = usual == ChartKind::Bars ? ChartKind::Lines : ChartKind::Bars;
        const ChartKind kind = m_isOther ? other : usual;
        auto *view = new ChartWidget(makeChart(*numbers, kind), numbers->categories);
        view->setAccessibleName(tr("The chart drawn again from what was read"));
        right->addWidget(view);
        m_other->setText(kind == ChartKind::Bars ? tr("As lines") : tr("As bars"));
        m_other->show();
    }
    if (table.rows.size() > 1)
        right->addWidget(tableOf(table.rows));
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    m_content->addWidget(right);
    m_content->setStretchFactor(0, 1);
    m_content->setStretchFactor(1, 1);
}

void FigureView::showGeometry(const document::Geometry &geometry)
{
    m_title->setText(tr("Drawing"));
    m_copy->setToolTip(tr("Copy the points, lines and circles"));
    auto *drawing = new GeometryPicture;
    drawing->setDrawing(geometry, m_picture);
    drawing->setReadingShown(!m_isOther);
    m_content->addWidget(drawing);
    m_other->setText(m_isOther ? tr("Show the reading") : tr("Hide the reading"));
    m_other->show();
}

void FigureView::showText(const QString &text, bool isNotation)
{
    m_title->setText(isNotation ? tr("Molecule") : tr("Description"));
    m_copy->setToolTip(isNotation ? tr("Copy the SMILES notation") : tr("Copy the description"));
    if (!m_picture.isNull())
        m_content->addWidget(pictureWidget());
    auto *words = new QPlainTextEdit(text);
    words->setReadOnly(true);
    words->setFrameShape(QFrame::NoFrame);
    words->setAccessibleName(isNotation ? tr("SMILES notation") : tr("Description"));
    if (isNotation) {
        QFont fixed(u"DejaVu Sans Mono"_s);
        fixed.setPointSizeF(font().pointSizeF() * 1.15);
        words->setFont(fixed);
    }
    m_content->addWidget(words);
}

void FigureView::copy()
{
    auto *copyOf = new QMimeData;
    if (const auto *table = std::get_if<document::ChartTable>(&m_figure)) {
        copyOf->setHtml(table->html);
        QStringList lines;
        for (const QStringList &row : table->rows)
            lines.append(row.join(u'\t'));
        copyOf->setText(lines.join(u'\n'));
    } else if (const auto *smiles = std::get_if<document::Smiles>(&m_figure)) {
        copyOf->setText(smiles->notation);
    } else {
        copyOf->setText(document::figureText(m_figure));
    }
    QGuiApplication::clipboard()->setMimeData(copyOf);
    Q_EMIT copied(tr("Copied"));
}

} // namespace figures
