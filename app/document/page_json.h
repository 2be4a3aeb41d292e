// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QJsonObject>

namespace document {

/// Blocks and pages as JSON for the journal and for comparing; lossless but for crops. Not the export format, which
/// app/exporters owns. Unknown fields are ignored, missing ones take their default, so that older journals stay readable.
[[nodiscard]] QJsonObject toJson(const Block &block);
[[nodiscard]] QJsonObject toJson(const Page &page);
[[nodiscard]] Block blockFromJson(const QJsonObject &json);
[[nodiscard]] Page pageFromJson(const QJsonObject &json);

} // namespace document
