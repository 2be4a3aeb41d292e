// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/ocr/tasks.h"
#include "app/pipeline/engine.h"
#include "app/pipeline/page_source.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace pipeline {

enum class Crops { Cut, Skip };
enum class Figures { Crop, Parse };
enum class PagePicture { Keep, Drop };

/// How pages are to be read; the same from the command line and the window.
struct ReadOptions {
    Reader reader = Reader::Auto;
    QStringList languages; ///< Tesseract's names: eng, chi_sim; empty: chosen by itself
    double resolution = 0; ///< dots per inch for rendering PDF pages; 0: the reader's own
    ocr::Task task; ///< what is asked; anything but Markdown needs the page as a picture, a text layer does not do
    QString mode; ///< our own deepseek-ocr only, as ocr::modeFrom gives it; empty: the engine's own (gundam)
    int maxTokens
        = 0; ///< the network's longest answer to one question; 0: as long as it can. A page that reaches it is Partial
    Crops crops = Crops::Cut; ///< Skip: image blocks get no picture and no file name
    Figures figures = Figures::Crop; ///< Parse: each picture is read once more, into Block::figure; needs the network
    PagePicture picture = PagePicture::Drop; ///< Keep: PageContent::picture is the page as it was sent
};

/// What a page tells while it is being read. Called on the thread that reads it.
struct PageEvents {
    /// Blocks came or grew: the page so far, status Reading, boxes on the page as seen. May be empty.
    std::function<void(const document::Page &soFar)> grew;
    /// A page that repeated itself is read again: how, for people ("in mode base"). For the reading log. May be empty.
    std::function<void(const QString &step)> stepped;
};

/// Reads one page: decides between text layer and reader, draws it, turns it upright, asks the engine, parses, lays words against blocks,
/// cuts pictures out. The one order of work; the command line and the window both call it. Blocks; any thread, many at once.
///
/// @param pageIndex  from 0.
/// @return never fails as such: a page that could not be read has status Failed and an error; one that was read in part (engine died twice, text
///         that loops or was cut off, stopped) has status Partial and an error. Stopped before anything was read: Unread, error Cancelled.
[[nodiscard]] document::PageContent digitizePage(PageSource &source, Engine &engine, const ReadOptions &options,
    int pageIndex, const PageEvents &events, std::stop_token stop);

} // namespace pipeline
