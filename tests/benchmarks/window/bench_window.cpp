// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_window: figures of the window on this machine, told beside what they are held to. Runs on a screen of its own (README.md).
// bench_window --make PAGES FILE.pdf: writes a book of set text for first_page.py; its heading has a colour of its own, to be seen by.

#include "tests/support/own_home.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"
#include "ui/page_view/page_canvas.h"
#include "ui/preview/parse_preview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWebEngineView>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace Qt::StringLiterals;

constexpr int patience = 120'000; // ms
constexpr QColor headingColour(200, 0, 100); // first_page.py looks for it

void report(const char *what, double value, const char *unit, double limit)
{
    std::printf("%-62s %8.1f %-3s  limit %6.1f  %s\n", what, value, unit, limit, value <= limit ? "met" : "MISSED");
    std::fflush(stdout);
}

double at(QList<double> times, double share)
{
    std::ranges::sort(times);
    return times.isEmpty() ? 0 : times[std::min<qsizetype>(times.size() - 1, qsizetype(share * double(times.size())))];
}

void writeBook(const QString &path, int pages)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        painter.setPen(headingColour);
        painter.setFont(QFont(u"Liberation Serif"_s, 40, QFont::Bold));
        painter.drawText(10, 60, u"Chapter %1"_s.arg(page));
        painter.setPen(Qt::black);
        painter.setFont(QFont(u"Liberation Serif"_s, 10));
        for (int line = 0; line < 38; ++line)
            painter.drawText(10, 90 + 17 * line,
                u"Line %1 of page %2 says what a page of a book would say, some eight words."_s.arg(line).arg(page));
    }
}

/// Made by a process of its own, so that none of its memory counts here.
QString bookOf(const QTemporaryDir &folder, int pages)
{
    const QString path = folder.filePath(u"%1 pages.pdf"_s.arg(pages));
    QProcess::execute(QCoreApplication::applicationFilePath(), {u"--make"_s, QString::number(pages), path});
    return path;
}

/// Times in which the event loop did not come round: by the clock, and by this thread's own work, which a busy machine does not change.
class LoopWatch {
public:
    LoopWatch()
    {
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            const double work = ownWorkMs();
            if (m_clock.isValid()) {
                m_gaps.append(double(m_clock.nsecsElapsed()) / 1e6);
                m_work.append(work - m_lastWork);
            }
            m_lastWork = work;
            m_clock.start();
        });
        m_timer.start(1);
    }
    [[nodiscard]] const QList<double> &gaps() const { return m_gaps; }
    [[nodiscard]] const QList<double> &work() const { return m_work; }

private:
    static double ownWorkMs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_lastWork = 0;
    QList<double> m_gaps;
    QList<double> m_work;
};

bool isDrawn(page_view::PageCanvas &canvas)
{
    const QImage image = canvas.viewport()->grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == headingColour)
                return true;
        }
    }
    return false;
}

settings::Settings quietSettings()
{
    settings::Settings settings;
    settings.readsByItself = false;
    return settings;
}

/// The window as large as people have it, its web view ready.
struct ReadyWindow {
    ReadyWindow()
        : window(quietSettings())
    {
        window.resize(1360, 850);
        window.show();
        const auto *preview = window.findChild<preview::ParsePreview *>();
        if (!QTest::qWaitForWindowExposed(&window) || !QTest::qWaitFor([&] { return preview->isReady(); }, patience))
            std::abort(); // nothing to be measured
    }
    main_window::MainWindow window;
};

void benchOpening(const QTemporaryDir &folder)
{
    const QString path = bookOf(folder, 1000);
    ReadyWindow ready;
    main_window::MainWindow &window = ready.window;
    auto *canvas = window.findChild<page_view::PageCanvas *>();
    QElapsedTimer clock;
    clock.start();
    window.openFile(path.toStdString());
    while (clock.elapsed() < patience && !(window.session().isOpen() && isDrawn(*canvas)))
        QTest::qWait(2);
    report("drop to first page of 1,000 painted", double(clock.elapsed()), "ms", 300);
    QTest::qWait(2000);
    window.actions().find(u"actual-size"_s)->trigger();
    QTest::qWait(800);
    for (const double zoom : {1.0, 4.0}) {
        canvas->setZoom(zoom);
        QScrollBar *bar = canvas->verticalScrollBar();
        const int range = std::min(bar->maximum(), 2 * canvas->viewport()->height()); // what the caches hold
        for (int place = 0; place < range; place += 100) {
            bar->setValue(place);
            QTest::qWait(60);
        }
        QList<double> frames;
        for (int frame = 0; frame < 300; ++frame) {
            bar->setValue((bar->value() + 7) % std::max(1, range));
            QElapsedTimer paint;
            paint.start();
            canvas->viewport()->repaint();
            frames.append(double(paint.nsecsElapsed()) / 1e6);
        }
        report(zoom > 1 ? "frame over cached tiles at 400 %, p99" : "frame over the cached page at 100 %, p99",
            at(frames, 0.99), "ms", 16.7);
    }
}

/// From a pointer over a block of the rendered parse to its box painted on the page, and the other way round until the parse was told.
void benchHover(main_window::MainWindow &window)
{
    auto *canvas = window.findChild<page_view::PageCanvas *>();
    const document::Page &page = window.session().store()->page(canvas->pageIndex());
    QList<double> onPage;
    QList<double> inParse;
    for (int event = 0; event < 200 && !page.blocks.isEmpty(); ++event) {
        const document::Block &block = page.blocks[event % page.blocks.size()];
        const QPoint place = canvas->toViewport(block.boxes.first()).center().toPoint();
        QTest::mouseMove(canvas->viewport(), QPoint(1, 1));
        QElapsedTimer clock;
        clock.start();
        QTest::mouseMove(canvas->viewport(), place);
        QTest::qWaitFor([&] { return canvas->lit() == block.id; }, 1000);
        canvas->viewport()->repaint();
        onPage.append(double(clock.nsecsElapsed()) / 1e6);
    }
    auto *view = window.findChild<QWebEngineView *>();
    QWidget *receiver = view->focusProxy();
    for (int event = 0; event < 200; ++event) {
        const document::Block &block = page.blocks[event % page.blocks.size()];
        QVariantList box;
        bool isAnswered = false;
        view->page()->runJavaScript(u"recto.placeOf('%1')"_s.arg(block.id), [&](const QVariant &answer) {
            box = answer.toList();
            isAnswered = true;
        });
        QTest::qWaitFor([&] { return isAnswered; }, 1000);
        const QPoint place(box.value(0).toInt() + 20, box.value(1).toInt() + 8);
        if (box.size() != 4 || !receiver->rect().contains(place))
            continue;
        QTest::mouseMove(receiver, QPoint(2, receiver->height() - 3));
        QTest::qWaitFor([&] { return canvas->lit() != block.id; }, 200);
        QElapsedTimer clock;
        clock.start();
        QTest::mouseMove(receiver, place);
        if (!QTest::qWaitFor([&] { return canvas->lit() == block.id; }, 1000))
            continue;
        canvas->viewport()->repaint();
        inParse.append(double(clock.nsecsElapsed()) / 1e6);
    }
    report("pointer over a box of the page to lit and painted, p95", at(onPage, 0.95), "ms", 50);
    report("pointer over a block of the parse to its box painted, p95", at(inParse, 0.95), "ms", 50);
    std::printf(
        "    %lld and %lld events\n", static_cast<long long>(onPage.size()), static_cast<long long>(inParse.size()));
}

void benchReading(const QTemporaryDir &folder)
{
    const QString path = bookOf(folder, 200);
    ReadyWindow ready;
    main_window::MainWindow &window = ready.window;
    window.openFile(path.toStdString());
    QTest::qWaitFor([&] { return window.session().isOpen(); }, patience);
    QTest::qWait(1500);
    {
        const LoopWatch watch;
        QElapsedTimer clock;
        clock.start();
        window.session().readAll();
        QTest::qWaitFor([&] { return !window.session().queue()->isReading(); }, patience);
        std::printf("200 pages read in %.1f s\n", double(clock.elapsed()) / 1000);
        report("longest stall of the window in a 200-page job, by the clock", at(watch.gaps(), 1), "ms", 50);
        report("the same by the window's own work", at(watch.work(), 1), "ms", 50);
        report("stall p99, by the clock", at(watch.gaps(), 0.99), "ms", 32);
    }
    benchHover(window);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 4 && QByteArrayView(argv[1]) == "--make") {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        writeBook(QString::fromLocal8Bit(argv[3]), QByteArrayView(argv[2]).toInt());
        return 0;
    }
    const support::OwnHome home(PROGRAM_DIR);
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    main_window::MainWindow::prepareApplication(application, {});
    double load = 0;
    getloadavg(&load, 1);
    std::printf("load of the machine when this began: %.1f\n", load);
    const QTemporaryDir folder;
    benchOpening(folder);
    benchReading(folder);
    return 0;
}
