// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <sys/ioctl.h>
#include <unistd.h>

namespace cli {

namespace {

constexpr int widthUnknown = 80;

int terminalWidth(int descriptor)
{
    winsize size{};
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : widthUnknown;
}

bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

/// Cells a character takes on a terminal, near enough: wide in East Asian scripts and emoji.
int cellsOf(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    const bool isWide = script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana || script == QChar::Script_Hangul || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F300;
    return QChar::isMark(c) ? 0 : isWide ? 2 : 1;
}

QString cutToCells(const QString &text, int cells)
{
    QString cut;
    for (const char32_t c : text.toUcs4()) {
        cells -= cellsOf(c);
        if (cells < 0)
            break;
        cut += QString::fromUcs4(&c, 1);
    }
    return cut;
}

} // namespace

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = write(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

QString printable(const QString &text)
{
    QString shown;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\n')
            shown += QStringLiteral("\\n");
        else if (QChar::category(c) == QChar::Other_Control || turnsDirection(c))
            shown += QStringLiteral("\\x%1").arg(static_cast<uint>(c), 2, 16, QLatin1Char('0'));
        else
            shown += QString::fromUcs4(&c, 1);
    }
    return shown;
}

QString errorLine(const QString &file, int pageNumber, const base::Error &error)
{
    QString line;
    if (!file.isEmpty())
        line += file + QStringLiteral(": ");
    if (pageNumber > 0)
        line += QStringLiteral("page %1: ").arg(pageNumber); // fixed: scripts read it
    line += error.what;
    if (!error.remedy.isEmpty())
        line += QStringLiteral("; ") + error.remedy;
    if (error.code == base::ErrorCode::EngineUnreachable && !error.detail.isEmpty() && !line.contains(error.detail))
        line += QStringLiteral(" (%1)").arg(error.detail);
    return printable(line);
}

Console::Console(int errors, Events events, Progress progress)
    : m_errors(errors)
    , m_events(events)
    , m_showsProgress(progress == Progress::Shown && isatty(errors))
{
}

Console::~Console()
{
    eraseProgress();
}

void Console::error(const QString &file, int pageNumber, const base::Error &error)
{
    line(errorLine(file, pageNumber, error));
}

void Console::line(const QString &text)
{
    eraseProgress();
    writeAll(m_errors, text.toUtf8() + '\n');
}

void Console::event(const QJsonObject &event)
{
    if (m_events == Events::None)
        return;
    const int descriptor = m_events == Events::StandardError ? m_errors : STDOUT_FILENO;
    if (isatty(descriptor))
        eraseProgress();
    writeAll(descriptor, QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
}

void Console::progress(const QString &text)
{
    if (!m_showsProgress)
        return;
    writeAll(m_errors, "\r" + cutToCells(printable(text), terminalWidth(m_errors) - 1).toUtf8() + "\x1b[K");
    m_hasProgress = true;
}

void Console::eraseProgress()
{
    if (m_hasProgress)
        writeAll(m_errors, QByteArrayView("\r\x1b[K"));
    m_hasProgress = false;
}

} // namespace cli
