// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/digitize_page.h"

#include <chrono>
#include <vector>

namespace pipeline {

enum class SourceHash { Wanted, NotWanted };

/// One file to read.
struct QueuedSource {
    base::NativePath path;
    QString name; ///< for the document, where the path's own name says nothing ("stdin"); empty: the path's
};

/// How a run goes about its pages.
struct RunOptions {
    ReadOptions read;
    QString password; ///< tried on encrypted files; empty for none
    SourceHash hash = SourceHash::NotWanted;
    int pagesInFlight = 0; ///< 0: Engine::usualConcurrency
    /// Page numbers to read, from 1, ascending; each once and in the document. Called on any thread. Empty function: all.
    std::function<QList<int>(const document::Document &)> choosePages;
};

/// Hears what happened, in the order of sources and pages, on the thread that called digitizeSources. None may be empty.
struct RunListener {
    enum class Answer { GoOn, GiveUp }; ///< GiveUp: no more of this source is wanted

    /// The source was opened, or could not be. @p pages: what choosePages chose.
    std::function<Answer(size_t source, const base::Result<document::Document> &document, const QList<int> &pages)>
        opened;
    std::function<Answer(size_t source, document::PageContent content, std::chrono::milliseconds took)> read;
    /// All that was to be read of an opened source was handed over (or given up, or stopped).
    std::function<void(size_t source)> finished;
    /// Called about four times a second while nothing comes, with the number of the page that is waited for (0: none).
    std::function<void(size_t source, int pageNumber)> waiting;
};

/// Reads the pages of many sources, several pages at once, also across files.
///
/// Blocks until all is handed over. Pages that are ready early wait in a window of twice the pages in flight, so memory does not
/// grow with the number of pages, and the first is handed over before the last is begun. When @p stop is asked nothing new is
/// begun, what runs is given up, and the pages that follow on without a gap are still handed over; opened sources are finished.
void digitizeSources(const std::vector<QueuedSource> &sources, Engine &engine, const RunOptions &options,
    const RunListener &listener, std::stop_token stop);

} // namespace pipeline
