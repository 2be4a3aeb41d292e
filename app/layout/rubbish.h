// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/words.h"

namespace layout {

/// Where a layer stops being worth keeping. Print and careful readings of scans stay under 2 %; a layer above that was read badly, and
/// reading the scan again costs little. A born-digital page (formulas, code, part numbers) is given up only when it cannot be text.
constexpr double mostRubbishInScans = 0.03;
constexpr double mostRubbishInPrint = 0.45;

/// Share of the words (by count, 0..1) that look like no word of any language: scripts mixed inside a word, capitals and digits
/// scattered among small letters, symbols among letters, letters without a vowel, stray single letters. Knows no dictionary; scripts
/// without case and vowels are judged by script mixing and symbols alone.
[[nodiscard]] double rubbishShare(const document::TextLayer &layer);

/// One word; numbers, addresses and abbreviations are no rubbish.
[[nodiscard]] bool isRubbish(QStringView word);

} // namespace layout
