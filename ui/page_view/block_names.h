// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace page_view {

/// What a block is, in plain words: "Heading 2", "Table", "Text". A label nobody has heard of stays as it is.
[[nodiscard]] QString blockTypeInWords(const document::Block &block);

} // namespace page_view
