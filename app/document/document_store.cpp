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
    m_journalled.clear();
    m_corrected = QList<QSet<QString>>(m_pages.size());
    m_lastSeq = 0;
    m_mergeKey.clear();
    for (const Command &command : history)
        apply(command, false);
    for (Page &page : m_pages) { // its reading ended with the program
        if (page.status == PageStatus::Reading)
            page.status = page.blocks.isEmpty() ? PageStatus::Unread : PageStatus::Partial;
    }
    Q_EMIT documentOpened();
    Q_EMIT historyChanged();
}

void DocumentStore::setLive(int index, const Page &page)
{
    if (!m_journalled.contains(index))
        m_journalled.insert(index, m_pages[index]);
    m_pages[index] = withCorrections(index, page);
    Q_EMIT pageChanged(index);
}

void DocumentStore::dropLive(int index)
{
    if (!m_journalled.contains(index))
        return;
    m_pages[index] = m_journalled.take(index);
    if (m_pages[index].status == PageStatus::Reading) // a person's step fell into the reading
        m_pages[index].status = PageStatus::Partial;
    Q_EMIT pageChanged(index);
}

Page DocumentStore::withCorrections(int index, Page page) const
{
    const QSet<QString> &corrected = m_corrected[index];
    if (corrected.isEmpty())
        return page;
    QHash<QString, const Block *> kept;
    for (const Block &block : m_pages[index].blocks) {
        if (corrected.contains(block.id))
            kept.insert(block.id, &block);
    }
    for (Block &block : page.blocks) {
        if (const Block *mine = kept.value(block.id))
            block = *mine;
    }
    return page;
}

void DocumentStore::setContent(int index, const Page &page, const QString &author)
{
    Command command;
    command.kind = u"read"_s;
    command.author = author;
    command.pageIndex = index;
    command.after = withCorrections(index, page);
    command.before = m_journalled.contains(index) ? m_journalled.take(index) : m_pages[index];
    command.seq = m_lastSeq + 1;
    record(std::move(command), false);
    Q_EMIT historyChanged();
}

/// A step on a page that is being read: what was read so far is journalled first, so that the step is one against what the journal knows.
void DocumentStore::journalLive(int index)
{
    if (!m_journalled.contains(index))
        return;
    Command command;
    command.kind = u"read"_s;
    command.author = m_pages[index].reader;
    command.pageIndex = index;
    command.before = m_journalled.value(index);
    command.after = m_pages[index];
    command.seq = m_lastSeq + 1;
    if (command.before != command.after)
        record(std::move(command), false);
    m_journalled[index] = m_pages[index];
}

void DocumentStore::edit(
    int index, const Page &page, const QString &author, const QString &label, const QString &mergeKey)
{
    if (m_pages[index] == page)
        return;
    journalLive(index);
    Command command;
    command.kind = u"edit-blocks"_s;
    command.author = author;
    command.label = label;
    command.pageIndex = index;
    command.before = m_pages[index];
    command.after = page;
    command.seq = m_lastSeq + 1;
    const bool merges = !mergeKey.isEmpty() && mergeKey == m_mergeKey && !m_undo.empty()
        && m_undo.back().seq == m_lastSeq && m_undo.back().pageIndex == index
        && QDateTime::currentMSecsSinceEpoch() - m_undo.back().timeMs < typingPauseMs;
    if (merges) {
        command.seq = m_lastSeq;
        command.before = m_undo.back().before;
    }
    m_mergeKey = mergeKey;
    record(std::move(command), merges);
    Q_EMIT historyChanged();
}

void DocumentStore::editPages(const QMap<int, Page> &pages, const QString &author, const QString &label)
{
    qint64 group = 0;
    for (const auto &[index, page] : pages.asKeyValueRange()) {
        if (m_pages[index] == page)
            continue;
        journalLive(index);
        Command command;
        command.kind = u"edit-blocks"_s;
        command.author = author;
        command.label = label;
        command.pageIndex = index;
        command.before = m_pages[index];
        command.after = page;
        command.seq = m_lastSeq + 1;
        group = group == 0 ? command.seq : group;
        command.group = group;
        record(std::move(command), false);
    }
    m_mergeKey.clear();
    Q_EMIT historyChanged();
}

/// Puts a new command in place and tells of it.
void DocumentStore::record(Command command, bool replacesLast)
{
    command.timeMs = QDateTime::currentMSecsSinceEpoch();
    apply(command, replacesLast);
    if (m_journalled.contains(command.pageIndex))
        m_journalled[command.pageIndex] = command.after;
    Q_EMIT commandRecorded(command, replacesLast);
    Q_EMIT pageChanged(command.pageIndex);
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
    if (!canUndo())
        return;
    const qint64 group = m_undo.back().group;
    do {
        step(m_undo, m_redo, true);
    } while (group != 0 && canUndo() && m_undo.back().group == group);
    Q_EMIT historyChanged();
}

void DocumentStore::redo()
{
    if (!canRedo())
        return;
    const qint64 group = m_redo.back().group;
    do {
        step(m_redo, m_undo, false);
    } while (group != 0 && canRedo() && m_redo.back().group == group);
    Q_EMIT historyChanged();
}

bool DocumentStore::isCorrected(int index, const QString &blockId) const
{
    return m_corrected.at(index).contains(blockId);
}

/// Takes the last step of @p from, appends its reverse to the journal and moves it to @p to.
void DocumentStore::step(std::vector<Command> &from, std::vector<Command> &to, bool isUndo)
{
    const Command done = std::move(from.back());
    from.pop_back();
    journalLive(done.pageIndex);
    Command command = done;
    command.kind = isUndo ? u"undo"_s : u"redo"_s;
    command.reverts = done.seq;
    command.isUndo = isUndo;
    command.before = m_pages[done.pageIndex];
    command.after = isUndo ? done.before : done.after;
    command.timeMs = QDateTime::currentMSecsSinceEpoch();
    command.seq = m_lastSeq + 1;
    to.push_back(done);
    m_pages[command.pageIndex] = command.after;
    if (m_journalled.contains(command.pageIndex))
        m_journalled[command.pageIndex] = command.after;
    m_lastSeq = command.seq;
    m_mergeKey.clear();
    Q_EMIT commandRecorded(command, false);
    Q_EMIT pageChanged(command.pageIndex);
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
