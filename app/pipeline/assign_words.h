// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace pipeline {

/// Gives each word to the block it stands in, and makes the blocks' printed lines from them. Pure.
///
/// A word belongs to the block whose box holds its middle, the one further on in reading order when several do; a word in
/// none goes to the nearest. Words keep their order.
/// @param words  in reading order, boxes in the same frame as the blocks'.
void assignWords(const QList<document::Word> &words, QList<document::Block> &blocks);

} // namespace pipeline
