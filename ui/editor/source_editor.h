// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QPlainTextEdit>

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

    /// Shows a page's source. While it is being read it cannot be typed in.
    void setPage(const document::Page &page);
    /// The page that a person's typing made: what they typed stays as it is, only the lines' blocks are told anew.
    void setTypedPage(const document::Page &page);
    void highlightBlock(const QString &blockId);

Q_SIGNALS:
    void caretMoved(const QString &blockId);
    void sourceEdited(const QString &text);

private:
    [[nodiscard]] QString blockAtCaret() const;

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
    QStringList m_blockIds;
    QList<qsizetype> m_firstLines; ///< line each block begins on, ascending
    bool m_isShowing = false; ///< text is being set by us, not typed
};

} // namespace editor
