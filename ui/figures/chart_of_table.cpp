// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/chart_of_table.h"

#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QPalette>
#include <QPen>
#include <QRegularExpression>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace figures {

namespace {

constexpr qsizetype mostBars = 12; // names that still can be read under bars
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

// Told apart by people who see colours differently, and on white and dark alike (Okabe and Ito's, a little darker).
constexpr QRgb colours[] = {0xff2f6db5, 0xffd5742a, 0xff3c9d63, 0xffb14f8f, 0xff8a6d1c, 0xff4aa3c7, 0xff7a5fb0};

bool isNumberColumn(const QList<QStringList> &rows, qsizetype column)
{
    qsizetype numbers = 0;
    qsizetype filled = 0;
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const QString cell = rows[row].value(column).trimmed();
        filled += cell.isEmpty() ? 0 : 1;
        numbers += std::isnan(numberFrom(cell)) ? 0 : 1;
    }
    return numbers > 0 && 2 * numbers >= filled;
}

} // namespace

double numberFrom(const QString &cell)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^[^\d\-−+.]{0,4}([\-−+]?[\d ,.'\x{A0}\x{202F}]*\d)\s*([kKmMbB]?)\s*(%|‰|[^\d\s]{0,6})$)"));
    const QRegularExpressionMatch match = form.match(cell.trimmed());
    if (!match.hasMatch())
        return notANumber;
    QString digits = match.captured(1);
    digits.replace(QChar(0x2212), QChar(u'-'));
    digits.remove(QRegularExpression(QStringLiteral(R"([ '\x{A0}\x{202F}])")));
    static const QRegularExpression thousands(QStringLiteral(R"(^[\-+]?\d{1,3}(,\d{3})+(\.\d+)?$)"));
    static const QRegularExpression decimalComma(QStringLiteral(R"(^[\-+]?\d+,\d+$)"));
    if (thousands.match(digits).hasMatch())
        digits.remove(u',');
    else if (decimalComma.match(digits).hasMatch())
        digits.replace(u',', u'.');
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    if (!isNumber)
        return notANumber;
    const QString unit = match.captured(2).toLower();
    return number * (unit == u"k" ? 1e3 : unit == u"m" ? 1e6 : unit == u"b" ? 1e9 : 1);
}

std::optional<ChartData> chartData(const QList<QStringList> &rows)
{
    if (rows.size() < 2)
        return {};
    const qsizetype columns = rows.first().size();
    ChartData data;
    const bool hasNames = columns > 1;
    data.title = hasNames ? rows.first().value(0).trimmed() : QString();
    for (qsizetype row = 1; row < rows.size(); ++row)
        data.categories.append(hasNames ? rows[row].value(0).simplified() : QString::number(row));
    for (qsizetype column = hasNames ? 1 : 0; column < columns; ++column) {
        if (!isNumberColumn(rows, column))
            continue;
        ChartData::Series series{rows.first().value(column).simplified(), {}};
        for (qsizetype row = 1; row < rows.size(); ++row)
            series.values.append(numberFrom(rows[row].value(column)));
        data.series.append(series);
    }
    return data.series.isEmpty() ? std::nullopt : std::optional(data);
}

ChartKind usualKind(const ChartData &data)
{
    const bool areNumbers
        = std::ranges::all_of(data.categories, [](const QString &name) { return !std::isnan(numberFrom(name)); });
    return data.categories.size() > mostBars || (areNumbers && data.categories.size() > 3) ? ChartKind::Lines
                                                                                           : ChartKind::Bars;
}

QChart *makeChart(const ChartData &data, ChartKind kind)
{
    auto *chart = new QChart;
    double least = 0;
    double most = 0;
    for (const ChartData::Series &series : data.series) {
        for (const double value : series.values) {
            if (std::isnan(value))
                continue;
            least = std::min(least, value);
            most = std::max(most, value);
        }
    }
    auto *names = new QBarCategoryAxis;
    names->append(data.categories);
    auto *values = new QValueAxis;
    values->setRange(least, most > least ? most : least + 1);
    values->applyNiceNumbers();
    const double step = (values->max() - values->min()) / std::max(1, values->tickCount() - 1);
    values->setLabelFormat(step >= 1 ? QStringLiteral("%.0f") : QStringLiteral("%.2f"));
    chart->addAxis(names, Qt::AlignBottom);
    chart->addAxis(values, Qt::AlignLeft);

    auto *bars = kind == ChartKind::Bars ? new QBarSeries : nullptr;
    for (qsizetype index = 0; index < data.series.size(); ++index) {
        const ChartData::Series &series = data.series[index];
        const QColor colour = QColor::fromRgba(colours[size_t(index) % std::size(colours)]);
        if (bars) {
            auto *set = new QBarSet(series.name);
            for (const double value : series.values)
                set->append(std::isnan(value) ? 0 : value);
            set->setColor(colour);
            set->setBorderColor(colour);
            bars->append(set);
            continue;
        }
        auto *line = new QLineSeries;
        line->setName(series.name);
        line->setPen(QPen(colour, 2));
        for (qsizetype at = 0; at < series.values.size(); ++at) {
            if (!std::isnan(series.values[at]))
                line->append(double(at), series.values[at]);
        }
        line->setPointsVisible(series.values.size() <= 40);
        chart->addSeries(line);
        line->attachAxis(names);
        line->attachAxis(values);
    }
    if (bars) {
        chart->addSeries(bars);
        bars->attachAxis(names);
        bars->attachAxis(values);
    }
    const QPalette palette = QApplication::palette();
    const QColor ink = palette.color(QPalette::Text);
    QFont small = QApplication::font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    for (QAbstractAxis *axis : chart->axes()) {
        axis->setLabelsColor(ink);
        axis->setLabelsFont(small);
        axis->setTruncateLabels(false);
        axis->setGridLineColor(palette.color(QPalette::Midlight));
        axis->setLinePenColor(palette.color(QPalette::Mid));
    }
    chart->setBackgroundBrush(palette.color(QPalette::Base));
    chart->setBackgroundRoundness(0);
    chart->setMargins({4, 4, 4, 4});
    chart->legend()->setVisible(data.series.size() > 1 || !data.series.first().name.isEmpty());
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setLabelColor(ink);
    chart->legend()->setFont(small);
    return chart;
}

} // namespace figures
