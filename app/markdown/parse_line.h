// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QStringView>

namespace markdown {

/// How refs are to be taken: as labels of blocks, or as the text itself ("OCR this image.", "Locate").
enum class Grammar { Labels, TextInRefs, Plain };

/// Where the parse stands between two lines. A value: kept per line, so an edit re-parses from its line until it agrees again.
struct ParseState {
    Grammar grammar = Grammar::Labels;
    bool operator==(const ParseState &) const = default;
};

} // namespace markdown
