// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/office/run_pandoc.h"

#include "app/base/log.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace exporters {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunPandoc)
};

constexpr int pollMilliseconds = 50;

qint64 limitMilliseconds(int pages)
{
    return 60'000 + 500LL * pages; // measured: 90 ms for a page full of formulas, on two busy cores
}

std::unexpected<base::Error> pandocFailure(const QString &what, const QString &detail)
{
    qCWarning(base::logExport).noquote() << "pandoc:" << detail;
    return base::failure(ErrorCode::ExportFailed, what, Words::tr("choose another format (--to)"), detail);
}

} // namespace

base::Result<QString> findPandoc()
{
    const QString path = QStandardPaths::findExecutable(u"pandoc"_s);
    if (path.isEmpty()) {
        return base::failure(ErrorCode::ExportFailed,
            Words::tr("DOCX needs the program pandoc, which is not installed"),
            Words::tr("install the package pandoc, or choose another format (--to)"));
    }
    return path;
}

base::Result<void> runPandoc(const QString &folder, int pages, std::stop_token stop)
{
    const base::Result<QString> program = findPandoc();
    if (!program)
        return std::unexpected(program.error());
    QProcess pandoc;
    pandoc.setWorkingDirectory(folder);
    pandoc.setProcessChannelMode(QProcess::MergedChannels);
    pandoc.setStandardInputFile(QProcess::nullDevice());
    pandoc.setChildProcessModifier([parent = getpid()] {
        setpgid(0, 0); // Ctrl-C is ours to answer
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
    });
    const QString reference = folder + u"/reference.docx"_s;
    if (!QFile::copy(u":/exporters/reference.docx"_s, reference))
        return pandocFailure(Words::tr("the styles for DOCX could not be written to the temporary folder"), reference);
    const QStringList arguments{u"-f"_s, u"html"_s, u"-t"_s, u"docx"_s, u"--reference-doc=reference.docx"_s, u"-o"_s,
        u"document.docx"_s, u"document.html"_s};
    pandoc.start(*program, arguments);
    if (!pandoc.waitForStarted())
        return pandocFailure(Words::tr("pandoc could not be started"), pandoc.errorString());
    QElapsedTimer clock;
    clock.start();
    while (!pandoc.waitForFinished(pollMilliseconds)) {
        if (pandoc.state() == QProcess::NotRunning)
            break;
        const bool isLate = clock.elapsed() > limitMilliseconds(pages);
        if (!isLate && !stop.stop_requested())
            continue;
        pandoc.kill();
        pandoc.waitForFinished();
        if (isLate) {
            return base::failure(ErrorCode::TimedOut, Words::tr("pandoc did not finish the DOCX file in time"),
                Words::tr("convert fewer pages at once (--pages), or choose another format (--to)"));
        }
        return base::failure(ErrorCode::Cancelled, Words::tr("stopped while the DOCX file was made"));
    }
    const QString said = QString::fromUtf8(pandoc.readAll()).simplified().left(2000);
    if (pandoc.exitStatus() != QProcess::NormalExit || pandoc.exitCode() != 0
        || !QFile::exists(folder + u"/document.docx"_s))
        return pandocFailure(Words::tr("pandoc could not make the DOCX file"), said);
    if (!said.isEmpty())
        qCInfo(base::logExport).noquote() << "pandoc:" << said;
    return {};
}

} // namespace exporters
