// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/source_editor.h"

#include "ui/editor/completions.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>
#include <array>

namespace editor {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMarks = 2000; // more cannot be told apart, and each costs time to draw

/// Where a text differs: how much is equal before and after.
struct Difference {
    qsizetype from;
    qsizetype oldEnd;
    qsizetype newEnd;
};

Difference differenceOf(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {head, before.size() - tail, after.size() - tail};
}

/// A text document keeps some letters for itself and gives no-break spaces back as spaces. Shown as what comes back, they are no
/// difference that somebody typed, and lines are counted alike.
QString asGivenBack(QString text)
{
    constexpr std::array<QChar, 6> others{QChar::Nbsp, QChar::LineSeparator, QChar::ParagraphSeparator, u'\r',
        QChar(0xfdd0), QChar(0xfdd1)}; // the last two are its frames'
    for (QChar &letter : text) {
        if (std::ranges::find(others, letter) != others.end())
            letter = u' ';
    }
    return text;
}

} // namespace

SourceEditor::SourceEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(document()))
    , m_completer(new QCompleter(this))
{
    setAccessibleName(tr("Source"));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
    setLineWrapMode(WidgetWidth);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true); // the keyboard must get out again
    document()->setDocumentMargin(16);
    setPlaceholderText(tr("Nothing has been read on this page yet. F5 reads it."));
    setUndoRedoEnabled(false); // the document has one history for everything
    m_completer->setWidget(this);
    m_completer->setModel(new QStringListModel(m_completer));
    m_completer->popup()->setAccessibleName(tr("Completions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &chosen) {
        QTextCursor cursor = textCursor();
        cursor.insertText(chosen.mid(begunTag().size()));
        setTextCursor(cursor);
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_isShowing)
            return;
        const qsizetype index = indexAtCaret();
        if (index < 0)
            return;
        QTextCursor cursor = textCursor();
        cursor.select(QTextCursor::WordUnderCursor);
        const QString word = cursor.selectedText();
        const auto [begin, end] = placeOf(index);
        const QString before = toPlainText().mid(begin, cursor.selectionStart() - begin);
        Q_EMIT caretMoved(m_seen.blockIds[index], word, word.isEmpty() ? 0 : int(before.count(word)));
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        // Colours that the highlighter puts on later count as changes too; words are what matters.
        const QString text = toPlainText();
        if (m_isShowing || text == m_settled)
            return;
        m_settled = text;
        Q_EMIT sourceEdited(text);
    });
}

SourceEditor::~SourceEditor() = default;

/// The repository knows some 400 languages: it waits until a source is looked at.
void SourceEditor::showEvent(QShowEvent *event)
{
    QPlainTextEdit::showEvent(event);
    if (m_repository)
        return;
    m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
    m_highlighter->setDefinition(m_repository->definitionForName(u"Markdown"_s));
    chooseTheme();
}

void SourceEditor::chooseTheme()
{
    if (!m_repository)
        return;
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    m_highlighter->setTheme(m_repository->defaultTheme(
        isDark ? KSyntaxHighlighting::Repository::DarkTheme : KSyntaxHighlighting::Repository::LightTheme));
    m_highlighter->rehighlight();
}

void SourceEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_repository)
        chooseTheme();
}

void SourceEditor::setPage(const document::Page &page)
{
    m_seen = pipeline::writtenSource(page);
    setReadOnly(page.blocks.isEmpty());
    const QString text = asGivenBack(m_seen.lines.join(u'\n'));
    m_seen.lines = text.split(u'\n');
    const QString shown = toPlainText();
    m_settled = text;
    if (text == shown)
        return;
    m_isShowing = true;
    const Difference difference = differenceOf(shown, text);
    QTextCursor cursor(document());
    cursor.setPosition(int(difference.from));
    cursor.setPosition(int(difference.oldEnd), QTextCursor::KeepAnchor);
    const QTextCursor caret = textCursor();
    const bool isCaretAtEdge = caret.position() == difference.from && difference.from == difference.oldEnd;
    cursor.insertText(text.mid(difference.from, difference.newEnd - difference.from));
    if (isCaretAtEdge) { // what grows at the caret grows behind it
        QTextCursor back = textCursor();
        back.setPosition(int(difference.from));
        setTextCursor(back);
    }
    m_isShowing = false;
}

qsizetype SourceEditor::indexAtCaret() const
{
    const qsizetype line = textCursor().blockNumber();
    const auto next = std::ranges::upper_bound(m_seen.firstLines, line);
    const qsizetype index = next - m_seen.firstLines.begin() - 1;
    return index < m_seen.blockIds.size() ? index : -1;
}

/// Positions in the text at which a block begins and ends.
std::pair<int, int> SourceEditor::placeOf(qsizetype index) const
{
    const QTextBlock first = document()->findBlockByNumber(int(m_seen.firstLines.value(index)));
    const QTextBlock next = index + 1 < m_seen.firstLines.size()
        ? document()->findBlockByNumber(int(m_seen.firstLines[index + 1]))
        : QTextBlock();
    return {first.position(), next.isValid() ? next.position() : document()->characterCount()};
}

void SourceEditor::highlightBlock(const QString &blockId, const QString &word)
{
    m_lit.clear();
    if (const qsizetype index = m_seen.blockIds.indexOf(blockId); index >= 0) {
        const auto [begin, end] = placeOf(index);
        QColor colour = palette().color(QPalette::Highlight);
        colour.setAlpha(30);
        for (QTextBlock line = document()->findBlock(begin); line.isValid() && line.position() < end;
            line = line.next()) {
            QTextEdit::ExtraSelection selection;
            selection.format.setBackground(colour);
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selection.cursor = QTextCursor(line);
            m_lit.append(selection);
        }
        const QTextCursor found = word.isEmpty() ? QTextCursor() : document()->find(word, begin);
        if (!found.isNull() && found.selectionEnd() <= end) {
            QTextEdit::ExtraSelection selection;
            colour.setAlpha(90);
            selection.format.setBackground(colour);
            selection.cursor = found;
            m_lit.append(selection);
        }
    }
    showSelections();
}

void SourceEditor::placeCaret(const QString &blockId, const QString &word, int nth)
{
    const qsizetype index = m_seen.blockIds.indexOf(blockId);
    if (index < 0)
        return;
    const auto [begin, end] = placeOf(index);
    QTextCursor place(document());
    place.setPosition(begin);
    for (int from = begin; !word.isEmpty() && nth >= 0; --nth) {
        const QTextCursor found = document()->find(word, from, QTextDocument::FindCaseSensitively);
        if (found.isNull() || found.selectionEnd() > end)
            break;
        place.setPosition(found.selectionStart());
        from = found.selectionEnd();
    }
    m_isShowing = true;
    setTextCursor(place);
    m_isShowing = false;
    ensureCursorVisible();
}

int SourceEditor::markMatches(const QRegularExpression &pattern)
{
    m_matches.clear();
    int count = 0;
    if (!pattern.pattern().isEmpty() && pattern.isValid()) {
        QColor colour(0xff, 0xc8, 0x00, 90);
        auto matches = pattern.globalMatch(toPlainText());
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() == 0)
                continue;
            ++count;
            if (count > mostMarks)
                continue;
            QTextEdit::ExtraSelection selection;
            selection.format.setBackground(colour);
            selection.cursor = QTextCursor(document());
            selection.cursor.setPosition(int(match.capturedStart()));
            selection.cursor.setPosition(int(match.capturedEnd()), QTextCursor::KeepAnchor);
            m_matches.append(selection);
        }
    }
    showSelections();
    return count;
}

void SourceEditor::showSelections()
{
    setExtraSelections(m_lit + m_matches);
}

void SourceEditor::replaceSelection(const QString &text)
{
    textCursor().insertText(text);
}

/// What stands before the caret and may become a tag or a command: "<t", "\fra"; empty for none.
QString SourceEditor::begunTag() const
{
    const QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    static const QRegularExpression begun(u"(</?[a-z]*|\\\\[A-Za-z]+)$"_s);
    return begun.match(before).captured(1);
}

void SourceEditor::complete()
{
    const QString begun = begunTag();
    const QStringList fitting = completionsOf(begun, textCursor().block().text().left(textCursor().positionInBlock()));
    if (fitting.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    static_cast<QStringListModel *>(m_completer->model())->setStringList(fitting);
    m_completer->setCompletionPrefix(begun);
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0)
        + m_completer->popup()->verticalScrollBar()->sizeHint().width() + 12);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    m_completer->complete(place);
}

/// Undo and redo are the document's, not the editor's: their keys go on to the window.
bool SourceEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || key->keyCombination() == QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Z)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void SourceEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_completer->popup()->isVisible();
    const int key = event->key();
    if (isOpen && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Escape)) {
        event->ignore(); // the list takes it
        return;
    }
    const bool isAsked = key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (!isAsked)
        QPlainTextEdit::keyPressEvent(event);
    const QString begun = begunTag();
    const bool typed = !event->text().isEmpty() && event->text().front().isPrint();
    if (isAsked || (typed && begun.size() >= 2))
        complete();
    else if (isOpen)
        m_completer->popup()->hide();
}

} // namespace editor
