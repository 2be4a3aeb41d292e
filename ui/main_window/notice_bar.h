// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace main_window {

/// A calm line over what it is about: what is the matter, what can be done, and buttons that do it. In place of a dialog.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Trouble };
    struct Choice {
        QString text;
        std::function<void()> run;
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// @param sentence  may be empty. A choice hides the bar before it runs.
    void tell(Kind kind, const QString &title, const QString &sentence, const QList<Choice> &choices = {});
    void dismiss();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeButtons();

    Kind m_kind = Kind::Information;
    QLabel *m_icon;
    QToolButton *m_close;
    QLabel *m_title;
    QLabel *m_text;
    QBoxLayout *m_middle; ///< the words, and the buttons beside or below them
    QHBoxLayout *m_buttons;
};

} // namespace main_window
