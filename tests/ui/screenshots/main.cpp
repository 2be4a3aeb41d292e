// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_home.h"
#include "tests/ui/screenshots/stage.h"

#include <QApplication>
#include <QDir>
#include <QMap>
#include <QPainter>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTranslator>

#include <cstdio>

namespace {

/// The window and what lies over it, as the screen has them; a line around dialogs, which a window manager would draw.
bool save(screenshots::Stage &stage, const QString &path)
{
    const QRect window = stage.window().geometry();
    QPixmap shot
        = QGuiApplication::primaryScreen()->grabWindow(0, window.x(), window.y(), window.width(), window.height());
    QPainter painter(&shot);
    painter.setPen(QPen(QApplication::palette().color(QPalette::Dark), 1));
    for (const QWidget *over : QApplication::topLevelWidgets()) {
        if (over->isVisible() && over->isModal())
            painter.drawRect(over->geometry().translated(-window.topLeft()).adjusted(0, 0, -1, -1));
    }
    painter.end();
    return shot.save(path);
}

bool play(const screenshots::State &state, const QDir &folder, QApplication &application)
{
    try {
        main_window::MainWindow::prepareApplication(application, state.settings);
        screenshots::Stage stage(state.settings, state.size);
        const auto finish = [&] { return save(stage, folder.filePath(state.name + QStringLiteral(".png"))); };
        try {
            state.play(stage);
            stage.settle();
            if (finish())
                return true;
            std::fprintf(stderr, "screenshots: %s: cannot be written\n", qPrintable(state.name));
        } catch (const std::exception &e) {
            std::fprintf(stderr, "screenshots: %s: %s\n", qPrintable(state.name), e.what());
            finish();
        }
    } catch (const std::exception &e) {
        std::fprintf(stderr, "screenshots: %s: %s\n", qPrintable(state.name), e.what());
    }
    return false;
}

/// States of another scale need a process of their own: Qt asks for the scale once.
bool playScaled(const QString &folder, const QMap<int, QStringList> &names)
{
    bool isGood = true;
    for (const auto &[scale, states] : names.asKeyValueRange()) {
        QProcess own;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(scale));
        own.setProcessEnvironment(environment);
        own.setProcessChannelMode(QProcess::ForwardedChannels);
        own.start(QApplication::applicationFilePath(), QStringList{folder} + states);
        isGood = own.waitForFinished(-1) && own.exitCode() == 0 && isGood;
    }
    return isGood;
}

} // namespace

/// screenshots DIR [STATE…]: writes a picture of every state, or of those named. Exit code 1 when one could not be reached.
int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fputs("screenshots DIR [STATE...]\n", stderr);
        return 2;
    }
    const support::OwnHome home(PROGRAM_DIR);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    QStringList wanted;
    for (int i = 2; i < argc; ++i)
        wanted.append(QString::fromLocal8Bit(argv[i]));
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const int scale = std::max(1, qEnvironmentVariableIntValue("QT_SCALE_FACTOR"));
    QMap<int, QStringList> others;
    bool isGood = true;
    for (const screenshots::State &state : screenshots::allStates()) {
        if (!wanted.isEmpty() && !wanted.contains(state.name))
            continue;
        if (state.scale == scale)
            isGood = play(state, folder, application) && isGood;
        else
            others[state.scale].append(state.name);
    }
    return playScaled(folder.path(), others) && isGood ? 0 : 1;
}
