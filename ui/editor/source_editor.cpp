// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/source_editor.h"

#include "app/markdown/write_transcript.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QFontDatabase>
#include <QTextBlock>

#include <algorithm>

namespace editor {

using namespace Qt::StringLiterals;

SourceEditor::SourceEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_repository(std::make_unique<KSyntaxHighlighting::Repository>())
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(document()))
{
    setAccessibleName(tr("Source"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(WidgetWidth);
    setFrameShape(QFrame::NoFrame);
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    m_highlighter->setTheme(m_repository->defaultTheme(
        isDark ? KSyntaxHighlighting::Repository::DarkTheme : KSyntaxHighlighting::Repository::LightTheme));
    m_highlighter->setDefinition(m_repository->definitionForName(u"Markdown"_s));
    setUndoRedoEnabled(false); // the document has one history for everything
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_isShowing)
            Q_EMIT caretMoved(blockAtCaret());
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
            Q_EMIT sourceEdited(toPlainText());
    });
}

SourceEditor::~SourceEditor() = default;

void SourceEditor::setPage(const document::Page &page)
{
    setTypedPage(page);
    setReadOnly(page.status == document::PageStatus::Reading || page.blocks.isEmpty());
    const QString text = markdown::writeMarkdown(page.blocks).text;
    if (text == toPlainText())
        return;
    m_isShowing = true;
    const int caret = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min<int>(caret, int(text.size())));
    setTextCursor(cursor);
    m_isShowing = false;
}

void SourceEditor::setTypedPage(const document::Page &page)
{
    m_blockIds.clear();
    for (const document::Block &block : page.blocks)
        m_blockIds.append(block.id);
    m_firstLines = markdown::writeMarkdown(page.blocks).firstLines;
}

QString SourceEditor::blockAtCaret() const
{
    const qsizetype line = textCursor().blockNumber();
    const auto next = std::ranges::upper_bound(m_firstLines, line);
    const qsizetype index = next - m_firstLines.begin() - 1;
    return index >= 0 && index < m_blockIds.size() ? m_blockIds[index] : QString();
}

void SourceEditor::highlightBlock(const QString &blockId)
{
    QList<QTextEdit::ExtraSelection> selections;
    if (const qsizetype index = m_blockIds.indexOf(blockId); index >= 0) {
        const qsizetype first = m_firstLines[index];
        const qsizetype end = index + 1 < m_firstLines.size() ? m_firstLines[index + 1] : blockCount();
        for (qsizetype line = first; line < end; ++line) {
            QTextEdit::ExtraSelection selection;
            QColor colour = palette().color(QPalette::Highlight);
            colour.setAlpha(30);
            selection.format.setBackground(colour);
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selection.cursor = QTextCursor(document()->findBlockByNumber(int(line)));
            selections.append(selection);
        }
    }
    setExtraSelections(selections);
}

} // namespace editor
