// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui_locate {

/// One line over the page: what is looked for, what came of it, and the ways on. Enter and Shift+Enter step, Ctrl+Enter asks the model,
/// Esc closes.
class LocateBar : public QWidget {
    Q_OBJECT
public:
    explicit LocateBar(QWidget *parent = nullptr);

    /// Shows the bar with the words selected, ready to be typed over.
    void open(const QString &words = {});
    void close();
    [[nodiscard]] QString words() const;
    /// What came of it, in a few words.
    void setState(const QString &text);
    [[nodiscard]] QString state() const;
    void setSteppable(bool isSteppable);

Q_SIGNALS:
    void wordsChanged(const QString &words);
    void nextWanted();
    void previousWanted();
    void modelWanted();
    void copyTextWanted();
    void copyPictureWanted();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    QLineEdit *m_words;
    QLabel *m_state;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_ask;
};

} // namespace ui_locate
