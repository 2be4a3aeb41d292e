// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/figure.h"

#include <QStringView>

namespace markdown {

/// The answer to the task `figure` as what it means: a table in it is a chart's, a literal with lines and circles is geometry, words that
/// are nothing but SMILES are a molecule, and all else describes the picture. Pure, never fails, evaluates nothing, about linear time.
///
/// A literal that was cut off keeps what is whole in it. Geometry whose points are named only ("A -- B") takes them from its end points.
/// @param answer  as the model gave it; tags in it are left out.
[[nodiscard]] document::Figure parseFigure(QStringView answer);

/// Whether all words of @p text are SMILES by their form: atoms, bonds, branches that close and rings that close.
[[nodiscard]] bool looksLikeSmiles(QStringView text);

} // namespace markdown
