// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screenshots/stage.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QScreen>
#include <QTranslator>

#include <cstdio>

namespace {

/// The window and what lies over it, as the screen has them.
bool save(const QString &path)
{
    const QPixmap shot = QGuiApplication::primaryScreen()->grabWindow(0);
    const QWidget *window = QApplication::topLevelWidgets().isEmpty() ? nullptr : QApplication::activeWindow();
    Q_UNUSED(window)
    return shot.save(path);
}

bool play(const screenshots::State &state, const QDir &folder, QApplication &application)
{
    try {
        main_window::MainWindow::prepareApplication(application, state.settings);
        screenshots::Stage stage(state.settings);
        state.play(stage);
        stage.settle();
        if (save(folder.filePath(state.name + QStringLiteral(".png"))))
            return true;
        std::fprintf(stderr, "screenshots: %s: cannot be written\n", qPrintable(state.name));
    } catch (const std::exception &e) {
        std::fprintf(stderr, "screenshots: %s: %s\n", qPrintable(state.name), e.what());
        save(folder.filePath(state.name + QStringLiteral(".png")));
    }
    return false;
}

} // namespace

/// screenshots DIR [STATE…]: writes a picture of every state, or of those named. Exit code 1 when one could not be reached.
int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fputs("screenshots DIR [STATE...]\n", stderr);
        return 2;
    }
    const QTemporaryDir home; // nobody's settings, recent documents or engine
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home.path().toUtf8());
    qputenv("RECTO_PROGRAM", PROGRAM_DIR "/recto");
    qputenv("RECTO_ENGINE_PROGRAM", PROGRAM_DIR "/recto-engine");
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    QStringList wanted;
    for (int i = 2; i < argc; ++i)
        wanted.append(QString::fromLocal8Bit(argv[i]));
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    bool isGood = true;
    for (const screenshots::State &state : screenshots::allStates()) {
        if (wanted.isEmpty() || wanted.contains(state.name))
            isGood = play(state, folder, application) && isGood;
    }
    return isGood ? 0 : 1;
}
