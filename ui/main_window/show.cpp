// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/version.h"
#include "ui/editor/source_editor.h"
#include "ui/editor/source_pane.h"
#include "ui/jobs/log_view.h"
#include "ui/look/error_words.h"
#include "ui/look/reader_words.h"
#include "ui/main_window/empty_parse.h"
#include "ui/main_window/locate_control.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/notice_bar.h"
#include "ui/main_window/review_control.h"
#include "ui/main_window/start_page.h"
#include "ui/main_window/status_line.h"
#include "ui/page_view/page_canvas.h"
#include "ui/page_view/page_strip.h"
#include "ui/pages/pages_panel.h"
#include "ui/preview/parse_preview.h"

#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>
#include <unistd.h>

namespace main_window {

namespace {

using namespace Qt::StringLiterals;

/// Bytes of memory this process holds itself, without what it shares.
qint64 ownMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return (fields.value(1).toLongLong() - fields.value(2).toLongLong()) * sysconf(_SC_PAGESIZE);
}

QString timeInWords(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 999) / 1000;
    return seconds < 3600
        ? MainWindow::tr("%1:%2 left", "minutes:seconds").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
        : MainWindow::tr("%n hour(s) left", nullptr, int((seconds + 1800) / 3600));
}

} // namespace

void MainWindow::showDocument()
{
    const bool isOpen = m_session.isOpen();
    m_stack->setCurrentIndex(hasDocument() ? 1 : 0);
    m_actions->setDocumentOpen(isOpen);
    m_pageNumber->setEnabled(isOpen);
    const QSignalBlocker silent(m_pageNumber);
    m_pageNumber->setRange(1, std::max(1, m_session.store()->pageCount()));
    m_pageNumber->setValue(1);
    m_pageCount->setText(isOpen ? tr("of %1").arg(m_session.store()->pageCount()) : QString());
    const QString product = QLatin1StringView(base::productName);
    setWindowTitle(isOpen ? tr("%1 – %2").arg(base::displayName(m_session.path().filename()), product) : product);
    m_status->say({});
    m_status->setPageState({});
    m_notice->dismiss();
    m_turned.clear();
    m_pageIndex = -1;
    if (!hasDocument()) {
        m_canvas->clear();
        m_preview->setPage(-1, {});
        m_startPage->setRecent(m_session.settings().recent);
        m_pagesDock->hide();
        m_queueDock->hide();
    } else {
        setLayout(m_layout);
        m_canvas->setFocus(Qt::OtherFocusReason);
    }
    showProgress();
    showHistory();
    showEngine();
}

void MainWindow::showPage(int pageIndex)
{
    if (pageIndex < 0 || pageIndex >= m_session.store()->pageCount() || pageIndex == m_pageIndex)
        return;
    m_pageIndex = pageIndex;
    m_session.queue()->setFocus(pageIndex);
    m_session.keeper()->setPlace(pageIndex);
    m_pages->setCurrentPage(pageIndex);
    m_log->setCurrentPage(pageIndex);
    m_status->say({});
    const QSignalBlocker silent(m_pageNumber);
    m_pageNumber->setValue(pageIndex + 1);
    showPageContent();
    if (m_turned.contains(pageIndex))
        m_canvas->setTurned(m_turned.value(pageIndex));
    m_locate->setPage(pageIndex);
    m_review->setPage(pageIndex);
    m_session.cutFigures(pageIndex);
    if (!m_session.queue()->isReading() && !m_pageIsSeen.isActive())
        m_session.plan(pageIndex);
    m_actions->find(QStringLiteral("previous-page"))->setEnabled(pageIndex > 0);
    m_actions->find(QStringLiteral("next-page"))->setEnabled(pageIndex + 1 < m_session.store()->pageCount());
}

void MainWindow::showPageContent()
{
    m_showSoon.stop();
    if (m_pageIndex < 0 || m_pageIndex >= m_session.store()->pageCount())
        return;
    const document::Page &page = m_session.store()->page(m_pageIndex);
    m_canvas->setPage(m_pageIndex, page);
    m_preview->setPage(m_pageIndex, page);
    m_emptyParse->follow(page);
    m_strip->setPage(page, m_session.chosenReader(m_pageIndex));
    showSource(page);
    showNotice(page);
    QString state = tr("Page %1: %2").arg(page.number).arg(pages::statusInWords(page));
    const bool isPlayed = page.reader == QLatin1StringView("replay"); // nobody chose a way to read it
    const QString why = page.reason.section(u';', isPlayed ? 1 : 0, isPlayed ? 1 : 0).trimmed();
    if (!page.error && !why.isEmpty()) // the steps of a reading in their length are in the log
        state += tr(" – %1").arg(why);
    m_status->setPageState(state);
}

/// The source is laid out only while it is seen: a page that grows would be highlighted again and again for nobody.
void MainWindow::showSource(const document::Page &page)
{
    if (m_isTyping)
        return; // what a person types stays as typed
    if (m_tabs->currentWidget() == m_source || page.status != document::PageStatus::Reading)
        m_source->setPage(m_pageIndex, page);
}

/// Errors stand on their page, with what can be done.
void MainWindow::showNotice(const document::Page &page)
{
    const jobs::Trip *trip = m_session.queue()->lastTrip(m_pageIndex);
    const auto error = trip && trip->error ? trip->error : page.error;
    if (!error || page.status == document::PageStatus::Reading || page.status == document::PageStatus::Unread) {
        m_pageNotice->dismiss();
        return;
    }
    const int index = m_pageIndex;
    QList<NoticeBar::Choice> choices{{tr("Retry"), [this, index] { m_session.readPage(index); }}};
    if (page.reader != QLatin1StringView("tesseract"))
        choices.append({tr("Read with Tesseract"),
            [this, index] { m_session.readPagesWith({index}, pipeline::Reader::Tesseract); }});
    choices.append({tr("Show log"), [this] { showTab(m_log); }});
    m_pageNotice->tell(NoticeBar::Kind::Trouble, error->what, error->remedy, choices);
}

void MainWindow::showProgress()
{
    const jobs::ReadingQueue &queue = *m_session.queue();
    const jobs::Progress progress = queue.progress();
    const bool isReading = queue.isReading();
    m_stopAction->setEnabled(isReading || queue.isPaused());
    m_pauseAction->setEnabled(isReading || queue.isPaused());
    m_pauseAction->setText(queue.isPaused() ? tr("G&o on") : tr("Pa&use"));
    m_retryAction->setEnabled(progress.failed > 0);
    if (!isReading) {
        const QString text = queue.isPaused() ? tr("Paused at %1 of %2").arg(progress.done).arg(progress.wanted)
            : progress.failed > 0             ? tr("%n page(s) could not be read", nullptr, progress.failed)
                                              : QString();
        m_status->setProgress(progress.done, queue.isPaused() ? progress.wanted : 0, text);
        return;
    }
    QString text = tr("Reading %1 of %2").arg(progress.done + 1).arg(progress.wanted);
    if (progress.pagesPerSecond > 0)
        text += tr(" · %1 pages/s")
                    .arg(QLocale().toString(progress.pagesPerSecond, 'f', progress.pagesPerSecond < 10 ? 1 : 0));
    if (progress.leftMs >= 0)
        text += tr(" · %1").arg(timeInWords(progress.leftMs));
    m_status->setProgress(2 * progress.done + 1, 2 * progress.wanted, text); // a page that is begun is half done
}

/// Who reads, on what, with how much memory, and whether anything leaves this computer.
void MainWindow::showEngine()
{
    const settings::Settings &settings = m_session.settings();
    const bool hasServer = !settings.engineAddress.isEmpty();
    const bool hasModel = !settings::modelFolder(settings, {}).empty();
    const QString last = m_pageIndex >= 0 && m_pageIndex < m_session.store()->pageCount()
        ? m_session.store()->page(m_pageIndex).reader
        : QString();
    const QString reader = m_session.isDemo() ? look::capital(look::readerInWords(u"replay"_s))
        : last == QLatin1StringView("text") || last.isEmpty()
        ? (hasServer || hasModel ? QStringLiteral("DeepSeek-OCR") : QStringLiteral("Tesseract"))
        : look::capital(look::readerInWords(last));
    m_status->setReader(hasServer || m_session.isDemo() ? reader : tr("%1 on this computer").arg(reader),
        tr("Pages without usable text are read by it"));
    m_status->setMemory(
        tr("%1 MB").arg(ownMemory() >> 20), tr("Memory of this window, without page workers, engine and web view"));
    m_status->setNetwork(hasServer ? tr("Server: %1").arg(settings.engineAddress.section(u'#', 0, 0)) : tr("Offline"),
        hasServer ? tr("Pictures of pages are sent to this server, which you chose in the settings")
                  : tr("Nothing leaves this computer"));
    m_strip->setNetworkUsable(hasServer || hasModel, tr("No model is installed: see Settings"));
    m_startPage->setReaderLine(hasServer
            ? tr("Pictures of pages are read by the server %1.").arg(settings.engineAddress.section(u'#', 0, 0))
            : hasModel ? tr("DeepSeek-OCR is installed and will read.")
                       : tr("No model is installed: Tesseract will read."));
}

void MainWindow::showHistory()
{
    const document::DocumentStore &store = *m_session.store();
    m_undoAction->setEnabled(store.canUndo());
    m_redoAction->setEnabled(store.canRedo());
    m_undoAction->setText(store.canUndo() ? tr("&Undo: %1").arg(store.undoLabel()) : tr("&Undo"));
    m_redoAction->setText(store.canRedo() ? tr("&Redo: %1").arg(store.redoLabel()) : tr("&Redo"));
}

void MainWindow::lightBlock(const QString &blockId, int word)
{
    m_canvas->highlight(blockId, word);
    QString text;
    const document::Page &page = m_canvas->page();
    const auto block = std::ranges::find(page.blocks, blockId, &document::Block::id);
    if (block != page.blocks.end() && word >= 0 && word < block->words.size())
        text = block->words[word].text;
    const auto isSame = [&text](const document::Word &other) { return other.text == text; };
    const qsizetype nth = text.isEmpty() ? 0 : std::count_if(block->words.begin(), block->words.begin() + word, isSame);
    m_preview->highlight(blockId, text, int(nth));
    m_source->editor()->highlightBlock(blockId, text);
}

/// The block's word that @p word means, the @p nth of those that hold it; -1 for none.
int MainWindow::wordIndex(const QString &blockId, const QString &word, int nth) const
{
    if (word.isEmpty() || m_pageIndex < 0)
        return -1;
    const document::Page &page = m_canvas->page();
    const auto block = std::ranges::find(page.blocks, blockId, &document::Block::id);
    for (qsizetype i = 0; block != page.blocks.end() && i < block->words.size(); ++i) {
        if (block->words[i].text.contains(word) && nth-- == 0)
            return int(i);
    }
    return -1;
}

void MainWindow::goTo(int pageIndex, const QString &blockId)
{
    showPage(pageIndex);
    lightBlock(blockId);
}

} // namespace main_window
