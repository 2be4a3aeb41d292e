// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/figure.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QChart;
QT_END_NAMESPACE

namespace figures {

/// A chart's table as numbers: a column of names, then series.
struct ChartData {
    struct Series {
        QString name;
        QList<double> values; ///< as many as categories; NaN where the cell holds no number
    };
    QString title; ///< of the column of names
    QStringList categories;
    QList<Series> series;
};

/// Reads the rows of a table, the head first. "1,234", "12 %", "3.4k" and "-5" are numbers. Nothing when no column is one of numbers.
[[nodiscard]] std::optional<ChartData> chartData(const QList<QStringList> &rows);

/// A number as charts print it; NaN for anything else.
[[nodiscard]] double numberFrom(const QString &cell);

enum class ChartKind { Bars, Lines };

/// Lines where the names are many or times and numbers, else bars.
[[nodiscard]] ChartKind usualKind(const ChartData &data);

/// The chart in the colours of the palette. The caller owns it.
[[nodiscard]] QChart *makeChart(const ChartData &data, ChartKind kind);

} // namespace figures
