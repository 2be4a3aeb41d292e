// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace editor {

/// Find and replace: the words, plain or as a regular expression, in the page or the whole document.
class FindBar : public QWidget {
    Q_OBJECT
public:
    enum class Scope { Page, Document };

    explicit FindBar(QWidget *parent = nullptr);

    void openToFind(const QString &selection);
    void openToReplace(const QString &selection);
    /// What is searched; empty pattern for nothing, invalid when the expression is.
    [[nodiscard]] QRegularExpression pattern() const;
    [[nodiscard]] QString replacement() const;
    [[nodiscard]] Scope scope() const;
    void setResult(const QString &text);

Q_SIGNALS:
    void patternChanged();
    void nextWanted();
    void previousWanted();
    void replaceWanted();
    void replaceAllWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void open(const QString &selection);
    void dismiss();

    QLineEdit *m_words;
    QLineEdit *m_replacement;
    QWidget *m_replaceRow;
    QCheckBox *m_isExpression;
    QCheckBox *m_matchesCase;
    QComboBox *m_scope;
    QLabel *m_result;
};

/// A replacement as a person writes it, with \1 … \9 for what the expression caught; \\ for a backslash, \n for a new line.
[[nodiscard]] QString filledIn(const QString &replacement, const QRegularExpressionMatch &match);
/// All matches of a text replaced.
[[nodiscard]] QString replacedIn(
    const QString &text, const QRegularExpression &pattern, const QString &replacement, int *count);

} // namespace editor
