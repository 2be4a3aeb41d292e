// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace review {

/// Answers to questions about pages, latest first: what was asked, where, and what came back.
class AnswersPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit AnswersPanel(QWidget *parent = nullptr);

    /// @param content  takes the whole width; owned by the panel. @param text  what Copy copies.
    void add(const QString &title, QWidget *content, const QString &text);
    /// One calm line while an answer is waited for; empty: none.
    void setWaiting(const QString &text);
    void clear();
    [[nodiscard]] int count() const { return m_count; }

private:
    QVBoxLayout *m_list;
    QLabel *m_waiting;
    int m_count = 0;
};

/// Text to be read and selected, as tall as it is.
[[nodiscard]] QWidget *textContent(const QString &text);

} // namespace review
