// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document_store.h"

#include "app/document/corrections.h"

#include <QDateTime>

#include <utility>

namespace document {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 typingPauseMs = 1000; // as long as a person stops between two thoughts

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
    m_lastSeq = 0;
    m_mergeKey.clear();
    m_texts.clear();
    for (const Command &command : history) {
        if (command.pageIndex < 0 || command.pageIndex >= m_pages.size())
            continue;
        m_pages[command.pageIndex] = applied(command.change, std::move(m_pages[command.pageIndex]));
        apply(command, false);
    }
    for (Page &page : m_pages) {
        if (page.status == PageStatus::Reading) // its reading ended with the program
            page.status = page.blocks.isEmpty() ? PageStatus::Unread : PageStatus::Partial;
        m_texts.share(page);
    }
    Q_EMIT documentOpened();
    Q_EMIT historyChanged();
}

void DocumentStore::setLive(int index, const Page &page)
{
    if (!m_journalled.contains(index))
        m_journalled.insert(index, m_pages[index]);
    m_pages[index] = withCorrections(page, m_pages[index].blocks);
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

Command DocumentStore::nextCommand(int index, const QString &kind, const QString &author) const
{
    Command command;
    command.seq = m_lastSeq + 1;
    command.kind = kind;
    command.author = author;
    command.pageIndex = index;
    return command;
}

void DocumentStore::setContent(int index, const Page &page, const QString &author)
{
    Page after = withCorrections(page, m_pages[index].blocks);
    m_texts.share(after);
    Command command = nextCommand(index, u"read"_s, author);
    command.change = changeBetween(m_journalled.contains(index) ? m_journalled.take(index) : m_pages[index], after);
    record(std::move(command), after, false);
    Q_EMIT historyChanged();
}

/// A step on a page that is being read: what was read so far is journalled first, so that the step is one against what the journal knows.
void DocumentStore::journalLive(int index)
{
    if (!m_journalled.contains(index) || m_journalled.value(index) == m_pages[index])
        return;
    Command command = nextCommand(index, u"read"_s, m_pages[index].reader);
    command.change = changeBetween(m_journalled.value(index), m_pages[index]);
    record(std::move(command), m_pages[index], false);
}

void DocumentStore::edit(
    int index, const Page &page, const QString &author, const QString &label, const QString &mergeKey)
{
    if (m_pages[index] == page)
        return;
    journalLive(index);
    const Page after = withMarks(page, m_pages[index].blocks);
    Command command = nextCommand(index, u"edit-blocks"_s, author);
    command.label = label;
    const bool merges = !mergeKey.isEmpty() && mergeKey == m_mergeKey && !m_undo.empty()
        && m_undo.back().seq == m_lastSeq && m_undo.back().pageIndex == index
        && QDateTime::currentMSecsSinceEpoch() - m_undo.back().timeMs < typingPauseMs;
    if (merges) {
        command.seq = m_lastSeq;
        command.change = changeBetween(applied(inverse(m_undo.back().change), m_pages[index]), after);
    } else {
        command.change = changeBetween(m_pages[index], after);
    }
    m_mergeKey = mergeKey;
    record(std::move(command), after, merges);
    Q_EMIT historyChanged();
}

void DocumentStore::editPages(const QMap<int, Page> &pages, const QString &author, const QString &label)
{
    qint64 group = 0;
    for (const auto &[index, page] : pages.asKeyValueRange()) {
        if (m_pages[index] == page)
            continue;
        journalLive(index);
        const Page after = withMarks(page, m_pages[index].blocks);
        Command command = nextCommand(index, u"edit-blocks"_s, author);
        command.label = label;
        command.change = changeBetween(m_pages[index], after);
        group = group == 0 ? command.seq : group;
        command.group = group;
        record(std::move(command), after, false);
    }
    m_mergeKey.clear();
    Q_EMIT historyChanged();
}

/// Puts a new command in place and tells of it.
void DocumentStore::record(Command command, const Page &after, bool replacesLast)
{
    command.timeMs = QDateTime::currentMSecsSinceEpoch();
    m_pages[command.pageIndex] = after;
    if (m_journalled.contains(command.pageIndex))
        m_journalled[command.pageIndex] = after;
    apply(command, replacesLast);
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
        step(m_undo.back(), true);
    } while (group != 0 && canUndo() && m_undo.back().group == group);
    Q_EMIT historyChanged();
}

void DocumentStore::redo()
{
    if (!canRedo())
        return;
    const qint64 group = m_redo.back().group;
    do {
        step(m_redo.back(), false);
    } while (group != 0 && canRedo() && m_redo.back().group == group);
    Q_EMIT historyChanged();
}

/// Appends the reverse of a step, or the step again, to the journal.
void DocumentStore::step(const Command &done, bool isUndo)
{
    journalLive(done.pageIndex);
    const Page &page = m_pages[done.pageIndex];
    const Page after = applied(isUndo ? inverse(done.change) : done.change, page);
    Command command = nextCommand(done.pageIndex, isUndo ? u"undo"_s : u"redo"_s, done.author);
    command.label = done.label;
    command.group = done.group;
    command.reverts = done.seq;
    command.isUndo = isUndo;
    command.change = changeBetween(page, after);
    m_mergeKey.clear();
    record(std::move(command), after, false);
}

/// Keeps the undo lists as they are after a command, also when a journal is played.
void DocumentStore::apply(const Command &command, bool replacesLast)
{
    m_lastSeq = command.seq;
    if (command.kind == "undo"_L1) {
        if (!m_undo.empty()) {
            m_redo.push_back(std::move(m_undo.back()));
            m_undo.pop_back();
        }
    } else if (command.kind == "redo"_L1) {
        if (!m_redo.empty()) {
            m_undo.push_back(std::move(m_redo.back()));
            m_redo.pop_back();
        }
    } else if (command.kind != "read"_L1) {
        m_redo.clear();
        if (replacesLast)
            m_undo.back() = command;
        else
            m_undo.push_back(command);
    }
}

} // namespace document
