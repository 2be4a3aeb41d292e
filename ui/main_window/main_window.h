// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/session.h"

#include <QMainWindow>

class QLabel;
class QProgressBar;
class QSpinBox;
class QStackedWidget;
class QTabWidget;

namespace editor {
class SourceEditor;
}
namespace page_view {
class PageCanvas;
}
namespace pages {
class PagesPanel;
}
namespace preview {
class ParsePreview;
}

namespace main_window {

class StartPage;

/// The window: pages, page, parse; everything else hangs on its menus. Documents are dropped anywhere on it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// What must happen before the first Q*Application.
    static void prepareProcess();

    explicit MainWindow(settings::Settings settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openFile(const base::NativePath &path);
    [[nodiscard]] Session &session() { return m_session; }
    /// What the status bar says last, for people who hear it and for tests.
    [[nodiscard]] QString messageText() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildPanels();
    void buildActions();
    void buildStatusBar();
    void connectSession();
    void chooseFile();
    void askForPassword(const base::NativePath &path, const base::Error &error);
    void exportDocument();
    void showDocument();
    void showPage(int pageIndex);
    void showPageContent();
    void showProgress();
    void showHistory();
    void lightBlock(const QString &blockId);
    QAction *addAction(
        QMenu *menu, const QString &text, const QKeySequence &shortcut, const std::function<void()> &run);

    Session m_session;
    int m_pageIndex = -1;
    bool m_isTyping = false; ///< the change that is being shown came from the source editor

    QStackedWidget *m_stack;
    StartPage *m_startPage;
    pages::PagesPanel *m_pages;
    QDockWidget *m_pagesDock;
    page_view::PageCanvas *m_canvas;
    QTabWidget *m_tabs;
    preview::ParsePreview *m_preview;
    editor::SourceEditor *m_source;
    QSpinBox *m_pageNumber;
    QLabel *m_pageCount;
    QLabel *m_pageState;
    QLabel *m_readerState;
    QProgressBar *m_progress;
    QLabel *m_message;
    QList<QAction *> m_documentActions; ///< enabled while a document is open
    QAction *m_stopAction = nullptr;
    QAction *m_undoAction = nullptr;
    QAction *m_redoAction = nullptr;
};

} // namespace main_window
