// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/tesseract/paragraphs.h"

#include <string>
#include <vector>

namespace readers {

/// The lines of a table block as "<table><tr><td>…</td></tr></table>", a row each; columns stand where a vertical strip
/// stays free of words over all lines. Empty when there are fewer than two rows or columns: then it is no table.
std::string tableHtml(const std::vector<TesseractLine> &lines);

} // namespace readers
