// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/engine.h"
#include "app/pipeline/page_source.h"

namespace pipeline {

/// A part of a page that is to be read once more, or asked about, apart from the page's own reading.
struct AreaRequest {
    int pageIndex = 0; ///< from 0
    base::NormalizedRect box{0, 0, 1, 1}; ///< of the page as seen; empty means all of it
    int orientation = 0; ///< degrees clockwise the page is turned before it is read: Page::orientation
    Reader reader = Reader::Auto; ///< Text is no reader of pictures: taken as Auto
    QStringList languages; ///< Tesseract's names; empty: chosen by itself
    QString prompt; ///< without <image>; empty: a document to Markdown
    QString mode; ///< deepseek-ocr only, as in ReadOptions
    double resolution = 0; ///< dots per inch of a PDF page; 0: what suits the reader and the size of the box
};

/// What came back. Boxes are of the page as seen.
struct AreaReading {
    QString transcript; ///< the reader's raw text
    QList<document::Block> blocks; ///< ids as if the area were a page of its own
    QString reader; ///< who read: tesseract, deepseek-ocr, a server's model
    QByteArray modelSha256; ///< lower-case hex; empty for foreign servers
    bool isCut = false; ///< it repeated itself or was too long: the end is missing
};

/// Draws the area, turns it upright and asks the engine. Blocks; any thread.
/// @return errors as of PageSource::renderPage and Engine::read.
[[nodiscard]] base::Result<AreaReading> readArea(
    PageSource &source, Engine &engine, const AreaRequest &request, std::stop_token stop);

/// Boxes the model draws around @p words (a text of the page, or a thing in words) on a page; none when it finds nothing.
/// @param request  its page, area, orientation and reader; prompt is set here.
[[nodiscard]] base::Result<QList<base::NormalizedRect>> locateByModel(
    PageSource &source, Engine &engine, AreaRequest request, const QString &words, std::stop_token stop);

/// Whether @p model can be asked where something is: Tesseract reads, but knows no things.
[[nodiscard]] bool canLocate(QStringView model);

} // namespace pipeline
