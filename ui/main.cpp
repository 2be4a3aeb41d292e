// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/base/version.h"
#include "app/settings/settings.h"
#include "ui/main_window/language.h"
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QLocale>

#include <cstdio>
#include <cstdlib>
#include <malloc.h>

namespace {

/// Without a display Qt would abort with a message for developers.
bool hasDisplay()
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (const char *value = std::getenv(name); value && *value)
            return true;
    }
    return false;
}

/// Pictures of pages come and go by the hundred, on many threads. Left to itself the library keeps a heap for each thread, and in them, full
/// of holes, what it has seen freed once: after 200 pages as much again as the window needs.
void keepMemoryTight()
{
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 << 10); // larger pieces go back to the system at once
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
}

std::vector<base::NativePath> filesFrom(int argc, char *argv[])
{
    std::vector<base::NativePath> files;
    for (int i = 1; i < argc; ++i) {
        if (const std::string_view argument = argv[i]; argument != "--")
            files.emplace_back(argument);
    }
    return files;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!hasDisplay()) {
        std::fputs("recto: there is no display for the window here; log in at a screen (or set DISPLAY), or convert "
                   "without one: "
                   "recto convert FILE\n",
            stderr);
        return 1;
    }
    keepMemoryTight();
    base::sendMessagesToLog();
    const std::vector<base::NativePath> files = filesFrom(argc, argv); // before Qt takes arguments of its own
    main_window::MainWindow::prepareProcess();
    const settings::Settings settings = settings::load();
    QLocale::setDefault(main_window::localeOf(settings.language));
    std::error_code ignored;
    std::shared_ptr<main_window::OpeningAhead> ahead;
    if (files.size() == 1 && std::filesystem::is_regular_file(files.front(), ignored))
        ahead = std::make_shared<main_window::OpeningAhead>(files.front());
    QApplication application(argc, argv);
    main_window::MainWindow::prepareApplication(application, settings);
    main_window::MainWindow window(settings, std::move(ahead));
    QObject::connect(
        &window, &main_window::MainWindow::openedElsewhere, &application,
        [&window] {
            if (!window.session().isOpen())
                QApplication::quit(); // its window has come to the front
        },
        Qt::QueuedConnection);
    window.show();
    window.openFiles(files);
    return QApplication::exec();
}
