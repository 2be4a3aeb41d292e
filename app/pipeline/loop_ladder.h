// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/ask_picture.h"
#include "app/pipeline/engine.h"

#include <QImage>
#include <QStringList>

namespace pipeline {

/// What the ladder stands on: the reading that broke off, and how to ask again.
struct LadderGround {
    Engine &engine;
    const QImage &picture; ///< upright, as it was sent
    Question question; ///< as it was asked first
    bool isGrounded = true; ///< the task gives blocks with boxes: the same page can be asked for as plain text
    bool readsWholePages = true; ///< a task that reads all text, so parts of the page may be read on their own
    QStringList languages; ///< for Tesseract
    HearBlocks grew; ///< blocks so far; may be empty
    std::function<void(const QString &step)> stepped; ///< what is tried next, for people; may be empty
    std::stop_token stop;
};

/// What came of it.
struct Climbed {
    QList<document::Block>
        blocks; ///< boxes are shares of the picture; at the seam between two readings a block is doubted
    QString transcript; ///< of all readings that are in the blocks
    QStringList steps; ///< what was tried and how it went, for people; empty where no ink was left to read
    bool isWhole
        = false; ///< the page was read to its end without a loop; else the text before the loop is all there is
    std::optional<base::Error> error; ///< stopped, or the engine was lost
};

/// Reads a page again that looped or was too long (model specification 7.4, interactions I5), each step only when the one before looped too:
/// the n-gram rule 20/90; another mode (our own engine only); plain text; what was not read yet by halves, each half by Tesseract where it loops
/// again. A page that was merely too long goes to the halves at once. Blocks; any thread.
[[nodiscard]] Climbed climbLadder(const Reading &first, const LadderGround &ground);

} // namespace pipeline
