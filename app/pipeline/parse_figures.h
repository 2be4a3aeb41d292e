// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "app/pipeline/engine.h"

namespace pipeline {

/// How figures are asked for.
struct FigureAsking {
    QString mode; ///< as ReadRequest::mode
    int maxTokens = 0; ///< as ReadOptions::maxTokens
};

/// Reads each picture that was cut from a page once more with the task `figure`, and puts what it shows into its block (deep parsing: the same
/// model, one more prompt). Pictures of less than 16 pixels a side are ornaments and are left alone. Blocks; any thread.
/// @param model  not Tesseract.
/// @return the first error; what was read before stays, what comes after it is still tried unless it was Cancelled.
[[nodiscard]] base::Result<void> parseFigures(Engine &engine, const QString &model, const FigureAsking &asking,
    const QList<document::Crop> &crops, QList<document::Block> &blocks, std::stop_token stop);

/// A page that was asked for a figure as a whole: a chart, drawing or molecule becomes one block; a description stays the blocks it is.
void takeFigure(const QString &transcript, int pageNumber, QList<document::Block> &blocks);

} // namespace pipeline
