// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/tasks.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/session.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QApplication;
class QFileDialog;
class QLabel;
class QSpinBox;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTemporaryDir;

namespace contents {
class GalleryView;
class OutlineView;
class TablesView;
} // namespace contents
namespace editor {
class SourcePane;
}
namespace jobs {
class LogView;
class QueuePanel;
} // namespace jobs
namespace page_view {
class PageCanvas;
class PageStrip;
} // namespace page_view
namespace pages {
class PagesPanel;
}
namespace preview {
class ParsePreview;
}

namespace main_window {

struct Demo;
class LocateControl;
class EmptyParse;
class NoticeBar;
class ReviewControl;
class StartPage;
class StatusLine;
class WindowLock;

/// The window: pages, page, parse; everything else hangs on its menus. Documents are dropped anywhere on it.
///
/// Its parts by file: panels.cpp builds them, menus.cpp and toolbar.cpp the ways to act, session_signals.cpp says what follows what,
/// show.cpp what is shown when, documents.cpp opens, saves and exports, layouts.cpp arranges.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// What must happen before the first Q*Application.
    static void prepareProcess();
    /// Name, look and language; after the QApplication, before the first window.
    static void prepareApplication(QApplication &application, const settings::Settings &settings);

    /// @param ahead  a file that will be opened next: looked into while the window is being built.
    explicit MainWindow(settings::Settings settings, std::shared_ptr<OpeningAhead> ahead = {});
    ~MainWindow() override;

    /// Opens a document, a project or a folder; in a window of its own when this one has a document already.
    void openFile(const base::NativePath &path);
    void openFiles(const std::vector<base::NativePath> &paths);
    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] Actions &actions() { return *m_actions; }
    /// What the status bar says last, for people who hear it and for tests.
    [[nodiscard]] QString messageText() const;
    void showPage(int pageIndex);
    void applySettings(const settings::Settings &settings);

    enum class Layout { Read, Review, Prepare };
    void setLayout(Layout layout);

Q_SIGNALS:
    /// What was to be opened has a window already, which has come to the front.
    void openedElsewhere();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Menus {
        QMenu *file, *recent, *edit, *view, *page, *read, *locate, *tools, *help;
    };

    void buildPanels();
    QWidget *buildPageSide();
    QWidget *buildTextSide();
    void buildDocks();
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildPageMenu();
    void buildReadMenu();
    void buildHelpMenu();
    void buildToolBar();
    void buildLocate();
    void buildReview();
    void buildTasks();
    void buildDemos();
    void openDemo(const Demo &demo);
    void putTask(ocr::TaskKind kind);
    void showCanvasMenu(const QPoint &at);
    [[nodiscard]] QList<int> selectedPages() const;
    [[nodiscard]] QString textUnderFocus() const;
    void connectSession();
    void connectPanels();

    void copyBlock();
    void chooseFile();
    void chooseFolder();
    void openFolder(const base::NativePath &folder);
    void openInOwnWindow(const base::NativePath &path);
    void paste();
    void openPicture(const QImage &picture);
    void ask(QFileDialog *dialog, const std::function<void(const QStringList &)> &take);
    void saveProjectAs();
    void exportDocument();
    void exportTo(const base::NativePath &target);
    void remember(const base::NativePath &path);
    void showRecent();
    void askForPassword(const base::NativePath &path, const base::Error &error);
    void askForDocument(const base::NativePath &project, const base::NativePath &source);

    /// A document is shown, or will be in a moment and finds its place free.
    [[nodiscard]] bool hasDocument() const { return m_session.isOpen() || m_ahead; }
    void goOnOncePageIsSeen();
    void showDocument();
    void showPageContent();
    void showSource(const document::Page &page);
    void showNotice(const document::Page &page);
    void showProgress();
    void showEngine();
    void showHistory();
    void lightBlock(const QString &blockId, int word = -1);
    [[nodiscard]] int wordIndex(const QString &blockId, const QString &word, int nth) const;
    void goTo(int pageIndex, const QString &blockId);
    void showTab(QWidget *panel);
    void cyclePanes(int step);
    void saveLayout();
    void saveSettings();
    void showShortcuts();
    void showPalette();
    void showSettings();
    void showAbout();

    Session m_session;
    std::shared_ptr<OpeningAhead> m_ahead; ///< what the session is opening already
    Actions *m_actions;
    WindowLock *m_lock;
    Menus m_menus{};
    int m_pageIndex = -1;
    bool m_isTyping = false; ///< the change that is being shown came from the source editor
    Layout m_layout = Layout::Read;
    QHash<int, int> m_turned; ///< by page: degrees clockwise that a person turned the view
    QTimer m_showSoon; ///< a page that grows is shown so often and no more

    QStackedWidget *m_stack;
    NoticeBar *m_notice;
    StartPage *m_startPage;
    QSplitter *m_splitter;
    QWidget *m_pageSide;
    page_view::PageStrip *m_strip;
    NoticeBar *m_pageNotice;
    page_view::PageCanvas *m_canvas;
    QTabWidget *m_tabs;
    preview::ParsePreview *m_preview;
    EmptyParse *m_emptyParse;
    editor::SourcePane *m_source;
    contents::OutlineView *m_outline;
    contents::TablesView *m_tables;
    contents::GalleryView *m_gallery;
    jobs::LogView *m_log;
    pages::PagesPanel *m_pages;
    QDockWidget *m_pagesDock;
    jobs::QueuePanel *m_queue;
    QDockWidget *m_queueDock;
    QSpinBox *m_pageNumber;
    QLabel *m_pageCount;
    StatusLine *m_status;
    LocateControl *m_locate;
    ReviewControl *m_review;
    QString m_lastPrompt; ///< of one's own, offered again
    std::shared_ptr<QTemporaryDir> m_demoFolder; ///< while a demonstration is open
    QTimer m_memoryTimer;
    QTimer m_restSoon; ///< what starting and reading needed goes
    QTimer m_pageIsSeen; ///< runs while a document is being opened: what can wait does
    QAction *m_stopAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_retryAction = nullptr;
    QAction *m_undoAction = nullptr;
    QAction *m_redoAction = nullptr;
    QAction *m_boxesAction = nullptr;
    QAction *m_orderAction = nullptr;
    QList<QAction *> m_layoutActions;
};

} // namespace main_window
