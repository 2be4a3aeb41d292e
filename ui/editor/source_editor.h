// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/edit_source.h"

#include <QPlainTextEdit>
#include <QRegularExpression>

class QCompleter;

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
} // namespace KSyntaxHighlighting

namespace editor {

/// The Markdown source of one page, highlighted; knows which block each line belongs to.
class SourceEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceEditor(QWidget *parent = nullptr);
    ~SourceEditor() override;

    /// Shows a page's source. Of a page that grows only what changed is replaced, so that caret and place stay.
    void setPage(const document::Page &page);
    /// The text as shown or last told, and where the page's blocks begin in it: what @c sourceEdited is to be compared with.
    [[nodiscard]] const pipeline::SeenSource &seen() const { return m_seen; }
    /// What typing made of the page's blocks: what a person typed stays as it is, only the lines' blocks are told anew.
    void setSeen(const pipeline::SeenSource &seen) { m_seen = seen; }
    /// Lights a block and, where @p word is one of its words as they stand there, that word.
    void highlightBlock(const QString &blockId, const QString &word = {});
    /// Puts the caret at a word of a block (nth: which of several equal ones, from 0); at its begin when the word is not there.
    void placeCaret(const QString &blockId, const QString &word, int nth);
    /// Marks every place that matches; an empty pattern marks none. @return how many.
    int markMatches(const QRegularExpression &pattern);
    /// Replaces the selection by what a person wants there, as if typed.
    void replaceSelection(const QString &text);

Q_SIGNALS:
    /// @p word  what stands under the caret, @p nth  which of equal ones in its block.
    void caretMoved(const QString &blockId, const QString &word, int nth);
    void sourceEdited(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] qsizetype indexAtCaret() const;
    [[nodiscard]] std::pair<int, int> placeOf(qsizetype index) const;
    void showSelections();
    void chooseTheme();
    void complete();
    [[nodiscard]] QString begunTag() const;

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository; ///< null until the editor is seen
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
    QCompleter *m_completer;
    pipeline::SeenSource m_seen{{QString()}, {}, {}};
    QList<QTextEdit::ExtraSelection> m_lit;
    QList<QTextEdit::ExtraSelection> m_matches;
    QString m_settled; ///< the text as it was shown or last told
    bool m_isShowing = false; ///< text is being set by us, not typed
};

} // namespace editor
