// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;

namespace main_window {

/// The line at the foot of the window: the page, how far reading has come, who reads, what it costs, whether anything leaves the computer.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setPageState(const QString &text);
    /// @param wanted  pages of this run; 0 hides the bar.
    void setProgress(int done, int wanted, const QString &text);
    void setReader(const QString &text, const QString &toolTip);
    void setMemory(const QString &text, const QString &toolTip);
    void setNetwork(const QString &text, const QString &toolTip);
    /// What just happened ("Written: report.docx"); in place of the page's state until @c setPageState is called for another page.
    void say(const QString &text);
    [[nodiscard]] QString message() const;

private:
    QLabel *m_pageState;
    QLabel *m_message;
    QProgressBar *m_bar;
    QLabel *m_progress;
    QLabel *m_reader;
    QLabel *m_memory;
    QLabel *m_network;
};

} // namespace main_window
