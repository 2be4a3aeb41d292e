// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/page_source.h"

#include <QImage>

#include <future>
#include <thread>

namespace main_window {

/// What opening gives: pages to draw, and the project they belong to where one was named.
struct Opening {
    std::shared_ptr<pipeline::PageSource> source;
    base::NativePath project;
    base::NativePath missing; ///< the project's document that is not there; then there is no source
    QImage firstPage; ///< drawn at @c firstPageResolution while the window was not ready to ask for it; null for not
};

constexpr base::Dpi firstPageResolution{96};

/// Opens a document, or a project's document (where it was or, both having been moved together, beside it). Any thread; blocks.
/// @return or what @c pipeline::PageSource::open and @c library::ProjectFile::open fail with.
[[nodiscard]] base::Result<Opening> openPath(
    const base::NativePath &path, const QString &password, const std::stop_token &stop);
/// A project whose document was found at @p source.
[[nodiscard]] base::Result<Opening> openProjectAt(const base::NativePath &project, const base::NativePath &source,
    const QString &password, const std::stop_token &stop);

/// Opens a document and draws its first page while the program itself is still starting: made on the main thread before the QApplication, when the default
/// QLocale is set. Stops what it began when it goes.
class OpeningAhead {
public:
    /// @param path  as given on the command line; a project waits for the application, which its database needs.
    explicit OpeningAhead(const base::NativePath &path);

    [[nodiscard]] const base::NativePath &path() const { return m_path; }
    /// What came of it, once; waits. Any thread.
    [[nodiscard]] base::Result<Opening> take(const std::stop_token &stop);

private:
    base::NativePath m_path;
    std::future<base::Result<Opening>> m_result; ///< none: nothing was begun
    std::jthread m_thread;
};

} // namespace main_window
