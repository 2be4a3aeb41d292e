// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/source_pane.h"

#include "app/markdown/write_transcript.h"
#include "app/pipeline/edit_source.h"
#include "ui/editor/source_editor.h"

#include <QTextDocument>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace editor {

SourcePane::SourcePane(document::DocumentStore *store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_editor(new SourceEditor)
    , m_bar(new FindBar)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_bar);
    setFocusProxy(m_editor);
    connect(m_bar, &FindBar::patternChanged, this, &SourcePane::showCount);
    connect(m_bar, &FindBar::nextWanted, this, &SourcePane::findNext);
    connect(m_bar, &FindBar::previousWanted, this, &SourcePane::findPrevious);
    connect(m_bar, &FindBar::replaceWanted, this, &SourcePane::replaceOne);
    connect(m_bar, &FindBar::replaceAllWanted, this, &SourcePane::replaceAll);
    connect(m_bar, &FindBar::closed, this, [this] {
        m_editor->markMatches(QRegularExpression(QString()));
        m_editor->setFocus();
    });
}

SourcePane::~SourcePane()
{
    m_pool.waitForDone();
}

void SourcePane::setPage(int pageIndex, const document::Page &page)
{
    m_pageIndex = pageIndex;
    m_editor->setPage(page);
    if (m_bar->isVisible())
        showCount();
}

void SourcePane::find()
{
    m_bar->openToFind(m_editor->textCursor().selectedText());
}

void SourcePane::replace()
{
    m_bar->openToReplace(m_editor->textCursor().selectedText());
}

void SourcePane::findNext()
{
    search(Direction::Forward);
}

void SourcePane::findPrevious()
{
    search(Direction::Backward);
}

void SourcePane::showCount()
{
    const QRegularExpression pattern = m_bar->pattern();
    const int generation = ++m_generation;
    if (!pattern.isValid()) {
        m_editor->markMatches(QRegularExpression(QString()));
        m_bar->setResult(tr("Not a valid expression"));
        return;
    }
    const int here = m_editor->markMatches(pattern);
    if (pattern.pattern().isEmpty()) {
        m_bar->setResult({});
        return;
    }
    m_bar->setResult(tr("%n match(es)", nullptr, here));
    if (m_bar->scope() == FindBar::Scope::Page)
        return;
    QtConcurrent::run(&m_pool, [pages = m_store->pages(), pattern] {
        int count = 0;
        for (const document::Page &page : pages) {
            auto matches = pattern.globalMatch(markdown::writeMarkdown(page.blocks).text);
            for (; matches.hasNext(); matches.next())
                ++count;
        }
        return count;
    }).then(this, [this, generation](int count) {
        if (generation == m_generation)
            m_bar->setResult(tr("%n match(es)", nullptr, count));
    });
}

bool SourcePane::searchPage(Direction direction, int from)
{
    const QString text = m_editor->toPlainText();
    QRegularExpressionMatch found;
    auto matches = m_bar->pattern().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        if (direction == Direction::Forward && match.capturedStart() >= from) {
            found = match;
            break;
        }
        if (direction == Direction::Backward && match.capturedEnd() <= from)
            found = match;
    }
    if (!found.hasMatch())
        return false;
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(int(found.capturedStart()));
    cursor.setPosition(int(found.capturedEnd()), QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->ensureCursorVisible();
    return true;
}

/// From the caret on; past the last page from the first one again.
void SourcePane::search(Direction direction)
{
    const QRegularExpression pattern = m_bar->pattern();
    if (pattern.pattern().isEmpty()) {
        find();
        return;
    }
    if (!pattern.isValid())
        return;
    const bool isForward = direction == Direction::Forward;
    const QTextCursor caret = m_editor->textCursor();
    if (searchPage(direction, isForward ? caret.selectionEnd() : caret.selectionStart()))
        return;
    if (m_bar->scope() == FindBar::Scope::Document) {
        const int count = m_store->pageCount();
        for (int step = 1; step < count; ++step) {
            const int index = (m_pageIndex + (isForward ? step : count - step)) % count;
            if (!pattern.match(markdown::writeMarkdown(m_store->page(index).blocks).text).hasMatch())
                continue;
            Q_EMIT pageWanted(index);
            break;
        }
    }
    const int edge = isForward ? 0 : int(m_editor->toPlainText().size());
    if (!searchPage(direction, edge))
        m_bar->setResult(tr("No match"));
}

void SourcePane::replaceOne()
{
    const QRegularExpression pattern = m_bar->pattern();
    const QString selected = m_editor->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    const QRegularExpressionMatch match = pattern.match(selected);
    if (!pattern.pattern().isEmpty() && match.hasMatch() && match.capturedLength() == selected.size())
        m_editor->replaceSelection(filledIn(m_bar->replacement(), match));
    findNext();
    showCount();
}

/// Worked out on the side, since a thousand pages take longer than a frame; a page that changed meanwhile is left as it is.
void SourcePane::replaceAll()
{
    const QRegularExpression pattern = m_bar->pattern();
    if (pattern.pattern().isEmpty() || !pattern.isValid())
        return;
    QMap<int, document::Page> before;
    for (int index = 0; index < m_store->pageCount(); ++index) {
        if (m_bar->scope() == FindBar::Scope::Document || index == m_pageIndex)
            before.insert(index, m_store->page(index));
    }
    struct Replaced {
        QMap<int, document::Page> pages;
        int count = 0;
    };
    QtConcurrent::run(&m_pool, [before, pattern, replacement = m_bar->replacement()] {
        Replaced replaced;
        for (const auto &[index, page] : before.asKeyValueRange()) {
            const QString text = markdown::writeMarkdown(page.blocks).text;
            int count = 0;
            const QString changed = replacedIn(text, pattern, replacement, &count);
            if (count > 0)
                replaced.pages.insert(index, pipeline::editSource(page, changed));
            replaced.count += count;
        }
        return replaced;
    }).then(this, [this, before](Replaced replaced) {
        for (const int index : replaced.pages.keys()) {
            if (index >= m_store->pageCount() || m_store->page(index) != before.value(index))
                replaced.pages.remove(index);
        }
        m_store->editPages(replaced.pages, tr("me"), tr("Replace all"));
        m_bar->setResult(tr("%n replaced", nullptr, replaced.count));
    });
}

} // namespace editor
