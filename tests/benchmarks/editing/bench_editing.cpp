// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_editing [BLOCKS]: what one keystroke in the source costs in the real window, on a page of so many blocks (300). README.md.

#include "app/markdown/write_transcript.h"
#include "app/pipeline/edit_source.h"
#include "tests/support/own_home.h"
#include "ui/editor/source_editor.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTextBlock>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace {

using namespace Qt::StringLiterals;

constexpr int patience = 60'000; // ms
constexpr int strokes = 200;

document::Page pageOf(document::Page page, int blocks)
{
    page.blocks.clear();
    for (int index = 0; index < blocks; ++index) {
        document::Block block;
        block.id = u"p1-b%1"_s.arg(index + 1);
        block.type = u"text"_s;
        block.markdown = block.text
            = u"Paragraph %1 says in some words what a paragraph of a dense page says, with *marks* and numbers such as 12.5."_s
                  .arg(index + 1);
        const double top = double(index) / blocks;
        block.boxes = {{0.1, top, 0.9, top + 0.8 / blocks}};
        const QStringList words = block.text.split(u' ');
        for (qsizetype word = 0; word < words.size(); ++word) {
            const double left = 0.1 + 0.8 * double(word) / double(words.size());
            block.words.append({words[word], {left, top, left + 0.03, top + 0.8 / blocks}, 0.9});
        }
        page.blocks.append(block);
    }
    return page;
}

void report(const QString &what, QList<double> times, double limit)
{
    std::ranges::sort(times);
    const auto at
        = [&](double share) { return times[std::min(times.size() - 1, qsizetype(share * double(times.size())))]; };
    std::printf("%-44s median %6.2f  p95 %6.2f  most %6.2f ms  limit %5.1f  %s\n", qPrintable(what), at(0.5), at(0.95),
        times.last(), limit, at(0.95) <= limit ? "met" : "MISSED");
}

/// A key at the end of a line.
struct Stroke {
    Qt::Key key;
    int line;
};

void benchTyping(editor::SourceEditor &editor, document::DocumentStore &store, const char *where,
    const std::function<Stroke(int stroke, int lines)> &strokeAt)
{
    QList<double> reparse;
    QList<double> whole;
    QElapsedTimer clock;
    for (int index = 0; index < strokes; ++index) {
        const Stroke stroke = strokeAt(index, editor.document()->blockCount());
        QTextCursor caret(editor.document()->findBlockByNumber(stroke.line));
        caret.movePosition(QTextCursor::EndOfBlock);
        editor.setTextCursor(caret);
        QCoreApplication::processEvents();
        const document::Page before = store.page(0);
        const pipeline::SeenSource seen = editor.seen();
        clock.start();
        QTest::keyClick(&editor, stroke.key, Qt::NoModifier, -1);
        whole.append(double(clock.nsecsElapsed()) / 1e6); // parsed, kept, told to all; painted with the next frame
        const QString source = editor.toPlainText();
        clock.start();
        const pipeline::EditedSource after = pipeline::editSource(before, seen, source); // as the window did just now
        reparse.append(double(clock.nsecsElapsed()) / 1e6);
        if (after.page.blocks.size() != store.page(0).blocks.size())
            std::abort(); // not what the window does
        QCoreApplication::processEvents();
    }
    report(u"reparse, %1"_s.arg(QLatin1StringView(where)), reparse, 16);
    report(u"whole keystroke, %1"_s.arg(QLatin1StringView(where)), whole, 16);
}

} // namespace

int main(int argc, char *argv[])
{
    const support::OwnHome home(PROGRAM_DIR);
    qputenv("RECTO_ENGINE_PROGRAM", "/nowhere/recto-engine"); // nothing is read
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    settings::Settings settings;
    settings.readsByItself = false;
    main_window::MainWindow::prepareApplication(application, settings);
    const int blocks = argc > 1 ? QByteArray(argv[1]).toInt() : 300;

    QImage paper(600, 800, QImage::Format_RGB32);
    paper.fill(Qt::white);
    const QString file = home.folder().filePath(u"page.png"_s);
    paper.save(file);
    main_window::MainWindow window(settings);
    window.show();
    window.openFile(file.toStdString());
    if (!QTest::qWaitFor([&] { return window.session().isOpen(); }, patience))
        return 1;
    document::DocumentStore &store = *window.session().store();
    store.edit(0, pageOf(store.page(0), blocks), u"bench"_s, u"Fill"_s);
    window.actions().find(u"panel-2"_s)->trigger();
    auto *editor = window.findChild<editor::SourceEditor *>();
    QTest::qWait(1000);

    std::printf("%d blocks, %lld characters, %d keystrokes each\n", blocks,
        static_cast<long long>(editor->toPlainText().size()), strokes);
    benchTyping(*editor, store, "within paragraphs",
        [](int stroke, int lines) { return Stroke{Qt::Key_X, stroke * 7 % (lines / 2) * 2}; });
    benchTyping(*editor, store, "between paragraphs too",
        [](int stroke, int lines) { return Stroke{Qt::Key_X, stroke * 7 % lines}; });
    benchTyping(*editor, store, "empty lines and words",
        [](int stroke, int lines) { return Stroke{stroke % 2 == 0 ? Qt::Key_Return : Qt::Key_X, stroke * 7 % lines}; });
    return 0;
}
