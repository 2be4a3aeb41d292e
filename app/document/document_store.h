// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/document/page_change.h"
#include "app/document/shared_texts.h"

#include <QHash>
#include <QMap>
#include <QObject>

#include <vector>

namespace document {

/// One step of a document's history: what it did to one page, with what undoes it. Append-only: undoing appends the
/// reverse step, so the journal tells everything that ever happened.
///
/// Kinds: "read" (a reader's content), "edit-blocks" (a person changed text, type, order or boxes), "page" (turn, reader
/// override), and their reversals, which carry the seq they revert.
struct Command {
    qint64 seq = 0; ///< from 1, no gaps
    qint64 timeMs = 0; ///< since the epoch, UTC
    QString author; ///< a person's name, or the reader's
    QString kind;
    int pageIndex = 0;
    QString label; ///< for the Edit menu: "Type", "Merge blocks"; translated where made
    qint64 reverts = 0; ///< seq of the command that this one undoes or redoes; 0 for none
    bool isUndo = false; ///< reverts: this undoes; otherwise this redoes
    qint64 group = 0; ///< seq of the first command of a step over several pages; 0: a step by itself
    PageChange change;

    bool operator==(const Command &) const = default;
};

/// The one owner of an open document. Everything shown or exported is a projection of its pages; every change is a command.
///
/// UI thread only. Undo covers a person's steps ("edit-blocks", "page"), never a machine's reading; its depth is bounded only by the journal.
/// Undoing a step on a page that was read anew since takes back that step alone.
/// Typing in one block within a second is one step.
class DocumentStore : public QObject {
    Q_OBJECT
public:
    explicit DocumentStore(QObject *parent = nullptr);

    /// Begins anew with unread pages. Clears the history.
    void open(const Document &document);
    /// Plays a journal from the start, or from a snapshot of pages followed by the commands after it.
    void restore(const Document &document, const QList<Page> &snapshot, const std::vector<Command> &history);

    [[nodiscard]] const Document &document() const { return m_document; }
    /// The source's SHA-256, which is known some time after its pages are; no step of the history.
    void setSourceHash(const QByteArray &sha256) { m_document.source.sha256 = sha256; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] const Page &page(int index) const { return m_pages.at(index); }
    [[nodiscard]] const QList<Page> &pages() const { return m_pages; }

    /// A page while it is being read: shown, not journalled, forgotten when the content comes or reading stops. Blocks that a person has
    /// corrected stay as with setContent, also those corrected while it grows.
    void setLive(int index, const Page &page);
    /// Reading ended without content: the page is again what the journal says.
    void dropLive(int index);
    /// A reader's content for a page. What a person has corrected stays as the person has it: in place of what was read at its boxes, or,
    /// where nothing was read there, by itself.
    void setContent(int index, const Page &page, const QString &author);
    /// A person's change of one page. @p mergeKey: steps with the same non-empty key within a second are one undo step.
    void edit(int index, const Page &page, const QString &author, const QString &label, const QString &mergeKey = {});
    /// A person's change of several pages at once, by index: one undo step.
    void editPages(const QMap<int, Page> &pages, const QString &author, const QString &label);

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    void undo();
    void redo();

Q_SIGNALS:
    void documentOpened();
    void pageChanged(int index);
    void historyChanged();
    /// For the journal. @p replacesLast: this one is the last command grown by more typing.
    void commandRecorded(const document::Command &command, bool replacesLast);

private:
    void apply(const Command &command, bool replacesLast);
    void record(Command command, const Page &after, bool replacesLast);
    void journalLive(int index);
    [[nodiscard]] Command nextCommand(int index, const QString &kind, const QString &author) const;
    void step(const Command &done, bool isUndo);

    Document m_document;
    QList<Page> m_pages;
    SharedTexts m_texts; ///< of m_pages
    std::vector<Command> m_undo;
    std::vector<Command> m_redo;
    QHash<int, Page> m_journalled; ///< of pages that are being read: as the journal has them
    qint64 m_lastSeq = 0;
    QString m_mergeKey;
};

} // namespace document
