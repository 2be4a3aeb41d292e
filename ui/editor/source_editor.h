// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QPlainTextEdit>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
}

namespace editor {

/// The Markdown source of one page, highlighted; knows which block each line belongs to.
class SourceEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceEditor(QWidget *parent = nullptr);
    ~SourceEditor() override;

    void setPage(const document::Page &page);
    void highlightBlock(const QString &blockId);

Q_SIGNALS:
    void caretMoved(const QString &blockId);

private:
    [[nodiscard]] QString blockAtCaret() const;

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
    QStringList m_blockIds;
    QList<qsizetype> m_firstLines; ///< line each block begins on, ascending
};

} // namespace editor
