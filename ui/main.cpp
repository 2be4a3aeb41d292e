// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/base/version.h"
#include "app/settings/settings.h"
#include "ui/main_window/main_window.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

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
    base::sendMessagesToLog();
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QString::fromLatin1(base::productName));
    QApplication::setApplicationVersion(QString::fromLatin1(base::productVersion));
    main_window::MainWindow window(settings::load());
    window.show();
    if (argc > 1)
        window.openFile(argv[argc - 1]);
    return QApplication::exec();
}
