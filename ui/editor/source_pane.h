// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "ui/editor/find_bar.h"

#include <QThreadPool>
#include <QWidget>

namespace editor {

class SourceEditor;

/// The source editor with find and replace under it, over a page or the whole document. Replace all is one step of the history.
class SourcePane : public QWidget {
    Q_OBJECT
public:
    explicit SourcePane(document::DocumentStore *store, QWidget *parent = nullptr);
    ~SourcePane() override;

    [[nodiscard]] SourceEditor *editor() { return m_editor; }
    void setPage(int pageIndex, const document::Page &page);

    void find();
    void replace();
    void findNext();
    void findPrevious();
    void replaceAll();

Q_SIGNALS:
    /// A match stands on another page.
    void pageWanted(int pageIndex);

private:
    enum class Direction { Forward, Backward };
    void search(Direction direction);
    [[nodiscard]] bool searchPage(Direction direction, int from);
    void showCount();
    void replaceOne();

    document::DocumentStore *m_store;
    SourceEditor *m_editor;
    FindBar *m_bar;
    QThreadPool m_pool;
    int m_pageIndex = -1;
    int m_generation = 0; ///< of countings; an older answer is dropped
};

} // namespace editor
