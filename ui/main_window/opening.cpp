// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/opening.h"

#include "app/library/project_file.h"

#include <QLocale>

#include <cstdlib>

namespace main_window {

namespace {

/// Pages are drawn by the `recto` beside this program; RECTO_PROGRAM names another one, for tests.
pipeline::WorkerSettings workersBesideUs()
{
    pipeline::WorkerSettings settings = pipeline::WorkerSettings::fromEnvironment();
    std::error_code ignored;
    const char *named = std::getenv("RECTO_PROGRAM");
    settings.program = named && *named
        ? base::NativePath(named)
        : std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "recto";
    settings.language = QLocale().name().toStdString();
    return settings;
}

base::Result<base::NativePath> documentOf(const base::NativePath &project)
{
    auto file = library::ProjectFile::open(project);
    if (!file)
        return std::unexpected(file.error());
    const auto saved = file->load();
    if (!saved)
        return std::unexpected(saved.error());
    std::error_code ignored;
    const base::NativePath &stored = saved->document.source.path;
    const base::NativePath beside = project.parent_path() / stored.filename();
    return !std::filesystem::exists(stored, ignored) && std::filesystem::exists(beside, ignored) ? beside : stored;
}

bool isProject(const base::NativePath &path)
{
    return path.extension() == ".recto";
}

} // namespace

base::Result<Opening> openProjectAt(const base::NativePath &project, const base::NativePath &source,
    const QString &password, const std::stop_token &stop)
{
    auto opened = pipeline::PageSource::open(source, password, workersBesideUs(), stop);
    if (!opened)
        return std::unexpected(opened.error());
    return Opening{std::move(*opened), project, {}, {}};
}

base::Result<Opening> openPath(const base::NativePath &path, const QString &password, const std::stop_token &stop)
{
    if (!isProject(path))
        return openProjectAt({}, path, password, stop);
    const auto document = documentOf(path);
    if (!document)
        return std::unexpected(document.error());
    std::error_code ignored;
    if (!std::filesystem::exists(*document, ignored))
        return Opening{{}, path, *document, {}};
    return openProjectAt(path, *document, password, stop);
}

OpeningAhead::OpeningAhead(const base::NativePath &path)
    : m_path(path)
{
    if (isProject(path))
        return;
    auto begun = pipeline::PageSource::beginOpening(path, workersBesideUs());
    if (!begun)
        return; // said when it is opened
    std::promise<base::Result<Opening>> promise;
    m_result = promise.get_future();
    m_thread = std::jthread([source = std::shared_ptr(std::move(*begun)), promise = std::move(promise)](
                                const std::stop_token &stop) mutable {
        if (const base::Result<void> finished = source->finishOpening({}, stop); !finished) {
            promise.set_value(std::unexpected(finished.error()));
            return;
        }
        const base::Result<QImage> first = source->renderPage(0, firstPageResolution, stop);
        promise.set_value(Opening{std::move(source), {}, {}, first.value_or(QImage())});
    });
}

base::Result<Opening> OpeningAhead::take(const std::stop_token &stop)
{
    if (!m_result.valid())
        return openPath(m_path, {}, stop);
    const std::stop_callback stopToo(stop, [this] { m_thread.request_stop(); });
    return m_result.get();
}

} // namespace main_window
