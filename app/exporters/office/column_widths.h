// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace exporters {

/// Gives each <table> of @p html (as @c document::safeHtml writes it, of the tables @p source) a <colgroup> with shares of the line by what
/// its columns hold. Without one, office programs make all columns alike and break words.
[[nodiscard]] QString withColumnWidths(QString html, const QString &source);

} // namespace exporters
