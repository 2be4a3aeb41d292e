// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <QJsonObject>

namespace cli {

/// Text that can only be text on a terminal: control characters and those that turn the writing direction become visible escapes.
[[nodiscard]] QString printable(const QString &text);

/// "FILE: page N: what; remedy (detail)", without what is empty or 0. One line, printable. The detail is shown where an engine cannot be
/// reached: who sits at a terminal can do something about a path or an exit code.
[[nodiscard]] QString errorLine(const QString &file, int pageNumber, const base::Error &error);

/// All that a command says beside its result: error lines and the progress line on standard error, events. One thread.
class Console {
public:
    enum class Events { None, StandardOutput, StandardError };
    enum class Progress { Shown, Hidden };

    /// @param errors    descriptor of standard error; progress is only shown when it is a terminal.
    Console(int errors, Events events, Progress progress);
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    void error(const QString &file, int pageNumber, const base::Error &error);
    void line(const QString &text);
    /// One JSON object a line, if events are wanted.
    void event(const QJsonObject &event);
    [[nodiscard]] bool showsProgress() const { return m_showsProgress; }
    /// Replaces the progress line; cut to the terminal's width.
    void progress(const QString &text);
    void eraseProgress();

private:
    const int m_errors;
    const Events m_events;
    bool m_showsProgress;
    bool m_hasProgress = false;
};

/// Writes all of it. False when the descriptor is closed or full.
bool writeAll(int descriptor, QByteArrayView bytes);

} // namespace cli
