// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document_store.h"

#include <QDateTime>

namespace document {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 typingPauseMs = 1000; // as long as a person stops between two thoughts

/// Ids of the blocks whose text, type or boxes differ between two states of a page.
QSet<QString> changedBlocks(const Page &before, const Page &after)
{
    QHash<QString, const Block *> old;
    for (const Block &block : before.blocks)
        old.insert(block.id, &block);
    QSet<QString> changed;
    for (const Block &block : after.blocks) {
        const Block *was = old.value(block.id);
        if (!was || was->markdown != block.markdown || was->type != block.type || was->level != block.level
            || was->boxes != block.boxes || was->html != block.html)
            changed.insert(block.id);
    }
    return changed;
}

} // namespace

DocumentStore::DocumentStore(QObject *parent)
    : QObject(parent)
{
}

void DocumentStore::open(const Document &document)
{
    restore(document, {}, {});
}

void DocumentStore::restore(const Document &document, const QList<Page> &snapshot, const std::vector<Command> &history)
{
    m_document = document;
    m_pages = snapshot;
    for (int index = static_cast<int>(m_pages.size()); index < document.pages.size(); ++index) {
        Page page;
        page.number = index + 1;
        page.geometry = document.pages[index];
        m_pages.append(page);
    }
    m_undo.clear();
    m_redo.clear();
    m_corrected = QList<QSet<QString>>(m_pages.size());
    m_lastSeq = 0;
    m_mergeKey.clear();
    for (const Command &command : history)
        apply(command, false);
    Q_EMIT documentOpened();
    Q_EMIT historyChanged();
}

void DocumentStore::setLive(int index, const Page &page)
{
    m_pages[index] = page;
    Q_EMIT pageChanged(index);
}

void DocumentStore::setContent(int index, const Page &page, const QString &author)
{
    Command command;
    command.kind = u"read"_s;
    command.author = author;
    command.pageIndex = index;
    command.before = m_pages[index];
    command.after = page;
    QHash<QString, const Block *> corrected;
    for (const Block &block : m_pages[index].blocks) {
        if (m_corrected[index].contains(block.id))
            corrected.insert(block.id, &block);
    }
    for (Block &block : command.after.blocks) {
        if (const Block *kept = corrected.value(block.id))
            block = *kept;
    }
    command.timeMs = QDateTime::currentMSecsSinceEpoch();
    command.seq = m_lastSeq + 1;
    apply(command, false);
    Q_EMIT commandRecorded(command, false);
    Q_EMIT pageChanged(index);
    Q_EMIT historyChanged();
}

void DocumentStore::edit(
    int index, const Page &page, const QString &author, const QString &label, const QString &mergeKey)
{
    if (m_pages[index] == page)
        return;
    Command command;
    command.kind = u"edit-blocks"_s;
    command.author = author;
    command.label = label;
    command.pageIndex = index;
    command.before = m_pages[index];
    command.after = page;
    command.timeMs = QDateTime::currentMSecsSinceEpoch();
    command.seq = m_lastSeq + 1;
    const bool merges = !mergeKey.isEmpty() && mergeKey == m_mergeKey && !m_undo.empty()
        && m_undo.back().seq == m_lastSeq && m_undo.back().pageIndex == index
        && command.timeMs - m_undo.back().timeMs < typingPauseMs;
    if (merges) {
        command.seq = m_lastSeq;
        command.before = m_undo.back().before;
    }
    apply(command, merges);
    m_mergeKey = mergeKey;
    Q_EMIT commandRecorded(command, merges);
    Q_EMIT pageChanged(index);
    Q_EMIT historyChanged();
}

QString DocumentStore::undoLabel() const
{
    return m_undo.empty() ? QString() : m_undo.back().label;
}

QString DocumentStore::redoLabel() const
{
    return m_redo.empty() ? QString() : m_redo.back().label;
}

void DocumentStore::undo()
{
    if (canUndo())
        step(m_undo, m_redo, true);
}

void DocumentStore::redo()
{
    if (canRedo())
        step(m_redo, m_undo, false);
}

bool DocumentStore::isCorrected(int index, const QString &blockId) const
{
    return m_corrected.at(index).contains(blockId);
}

/// Takes the last step of @p from, appends its reverse to the journal and moves it to @p to.
void DocumentStore::step(std::vector<Command> &from, std::vector<Command> &to, bool isUndo)
{
    const Command &done = from.back();
    Command command = done;
    command.kind = isUndo ? u"undo"_s : u"redo"_s;
    command.reverts = done.seq;
    command.isUndo = isUndo;
    command.before = m_pages[done.pageIndex];
    command.after = isUndo ? done.before : done.after;
    command.timeMs = QDateTime::currentMSecsSinceEpoch();
    command.seq = m_lastSeq + 1;
    to.push_back(done);
    from.pop_back();
    m_pages[command.pageIndex] = command.after;
    m_lastSeq = command.seq;
    m_mergeKey.clear();
    Q_EMIT commandRecorded(command, false);
    Q_EMIT pageChanged(command.pageIndex);
    Q_EMIT historyChanged();
}

/// Puts a command's result in place and keeps the undo lists as they were when it happened, also when a journal is played.
void DocumentStore::apply(Command command, bool replacesLast)
{
    if (command.pageIndex < 0 || command.pageIndex >= m_pages.size())
        return;
    m_pages[command.pageIndex] = command.after;
    m_lastSeq = command.seq;
    if (command.kind == "undo"_L1 && !m_undo.empty()) {
        m_redo.push_back(m_undo.back());
        m_undo.pop_back();
    } else if (command.kind == "redo"_L1 && !m_redo.empty()) {
        m_undo.push_back(m_redo.back());
        m_redo.pop_back();
    } else if (command.kind != "read"_L1) {
        m_corrected[command.pageIndex].unite(changedBlocks(command.before, command.after));
        m_redo.clear();
        if (replacesLast)
            m_undo.back() = std::move(command);
        else
            m_undo.push_back(std::move(command));
    }
}

} // namespace document
