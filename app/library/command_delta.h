// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"

#include <QJsonObject>

namespace library {

/// What a command changed, as the journal keeps it: the blocks that were replaced and, where it changed, the rest of the page.
[[nodiscard]] QJsonObject deltaOf(const document::Command &command);

/// What @p delta changes of @p before, the page it was made of. One that does not fit (a damaged journal) changes as much as it can.
[[nodiscard]] document::PageChange changeFrom(const QJsonObject &delta, const document::Page &before);

} // namespace library
