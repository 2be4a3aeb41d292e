// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/dpi.h"
#include "app/base/native_path.h"
#include "app/document/document.h"

#include <QRect>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace pipeline {

struct Frame;
struct Request;
class WorkerProcess;

/// How page workers are run.
struct WorkerSettings {
    base::NativePath program; ///< recto itself; empty: the program that is running (/proc/self/exe)
    int workers = 2; ///< processes at most for one document, each with its own handle on the file
    std::chrono::milliseconds pageLimit{60'000}; ///< for one call; the worker is killed past it
    qint64 memoryLimit = qint64{2} << 30; ///< bytes one worker may hold; it is ended past them
    std::string language; ///< of its messages, as QLocale names it; empty: English

    /// The defaults, as many workers as processors (1..8); RECTO_PAGE_LIMIT_S (seconds, fractions allowed) and RECTO_PAGE_LIMIT_MB
    /// override the limits. The window sets @c program to the `recto` beside itself.
    static WorkerSettings fromEnvironment();
};

/// A document whose pages are drawn and whose text layers are extracted in worker processes (`recto --page-worker`).
///
/// Calls block and may come from any number of threads at once; as many run in parallel as there are workers, the others wait
/// their turn. Workers are started when first needed and end with this object, and by themselves when this process dies. A page that
/// crashes its worker, or goes past a limit, fails alone: the next call starts a fresh worker. So does the one after a worker's hundredth.
class PageSource {
public:
    /// Starts a worker, which tells the type, tries the password, counts and measures the pages. Nothing is drawn.
    ///
    /// @param path      a regular file; any bytes but NUL in its name; must stay readable while this object lives.
    /// @param password  as typed; empty for none.
    /// @return          or FileUnreadable, FileDamaged, FormatUnknown, PasswordNeeded (also for certificates), TooLarge, TimedOut,
    ///                  WorkerDied, Cancelled.
    [[nodiscard]] static base::Result<std::unique_ptr<PageSource>> open(const base::NativePath &path,
        const QString &password, const WorkerSettings &settings = WorkerSettings::fromEnvironment(),
        std::stop_token stop = {});
    /// The first half of @c open: a worker starts while the caller does other things. Nothing may be asked before @c finishOpening.
    [[nodiscard]] static base::Result<std::unique_ptr<PageSource>> beginOpening(
        const base::NativePath &path, const WorkerSettings &settings);
    /// The other half; once, whatever comes of it. Errors as for @c open.
    [[nodiscard]] base::Result<void> finishOpening(const QString &password, std::stop_token stop = {});
    ~PageSource();
    PageSource(const PageSource &) = delete;
    PageSource &operator=(const PageSource &) = delete;

    /// Source (its @c sha256 empty: see @c intake::hashFile) and pages with their sizes.
    [[nodiscard]] const document::Document &document() const { return m_document; }

    /// Draws one page, annotations and filled form fields shown, white behind.
    ///
    /// @param pageIndex   from 0.
    /// @param resolution  of a PDF page; a picture comes at its own pixels.
    /// @return Format_RGB888, or Format_Grayscale8 when the page has no colour, a large one in memory shared with the worker and read-only
    ///         (writing to it makes a copy first); ceil(points / 72 * dpi) pixels wide; dotsPerMeterX tells the resolution, lower than asked when
    ///         the page was too large for it, and nothing for a picture whose geometry states none. Or TooLarge, RenderFailed, FileDamaged, TimedOut, WorkerDied,
    ///         Cancelled.
    [[nodiscard]] base::Result<QImage> renderPage(int pageIndex, base::Dpi resolution, std::stop_token stop = {});

    /// Draws a part of a PDF page. @param part  pixels of the page at @p resolution, at most 4 megapixels. Errors as for @c renderPage.
    [[nodiscard]] base::Result<QImage> renderPart(
        int pageIndex, base::Dpi resolution, const QRect &part, std::stop_token stop = {});

    /// What a PDF page says about itself; an empty layer for a picture. Errors as for @c renderPage.
    [[nodiscard]] base::Result<document::TextLayer> textLayer(int pageIndex, std::stop_token stop = {});

    /// Ends all idle workers but one when nothing was asked since this was called last; for those who keep a source open for a person, every
    /// few seconds.
    void letIdleWorkersGo();

private:
    PageSource(const base::NativePath &path, const WorkerSettings &settings);
    class Lease;
    [[nodiscard]] base::Result<std::unique_ptr<WorkerProcess>> takeWorker(std::stop_token stop);
    void giveBack(std::unique_ptr<WorkerProcess> worker);
    template <class Value>
    [[nodiscard]] base::Result<Value> askAboutPage(const Request &request,
        std::optional<base::Result<Value>> (*unpack)(const Frame &), const std::stop_token &stop);

    const base::NativePath m_path;
    const WorkerSettings m_settings;
    document::Document m_document;
    QByteArray m_password; ///< the bytes that opened the file

    std::mutex m_mutex; ///< guards all below
    std::condition_variable_any m_workerCameBack;
    std::vector<std::unique_ptr<WorkerProcess>> m_idle;
    int m_busy = 0;
    bool m_wasAsked = false; ///< since letIdleWorkersGo
};

} // namespace pipeline
