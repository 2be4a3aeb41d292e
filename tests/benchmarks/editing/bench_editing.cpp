// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_editing [BLOCKS]: what one keystroke in the source costs in the real window, on a page of so many blocks (300). README.md.

#include "app/markdown/write_transcript.h"
#include "app/pipeline/edit_source.h"
#include "ui/editor/source_editor.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include <algorithm>
#include <cstdio>

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

void report(const char *what, QList<double> times, double limit)
{
    std::ranges::sort(times);
    const auto at
        = [&](double share) { return times[std::min(times.size() - 1, qsizetype(share * double(times.size())))]; };
    std::printf("%-44s median %6.2f  p95 %6.2f  most %6.2f ms  limit %5.1f  %s\n", what, at(0.5), at(0.95),
        times.last(), limit, at(0.95) <= limit ? "met" : "MISSED");
}

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir home;
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home.path().toUtf8());
    qputenv("RECTO_PROGRAM", PROGRAM_DIR "/recto");
    qputenv("RECTO_ENGINE_PROGRAM", "/nowhere/recto-engine"); // nothing is read
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    settings::Settings settings;
    settings.readsByItself = false;
    main_window::MainWindow::prepareApplication(application, settings);
    const int blocks = argc > 1 ? QByteArray(argv[1]).toInt() : 300;

    QImage paper(600, 800, QImage::Format_RGB32);
    paper.fill(Qt::white);
    const QString file = home.filePath(u"page.png"_s);
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
    // Within paragraphs, as people correct; then also into the empty lines between them, which joins and begins paragraphs.
    for (const bool isBetween : {false, true}) {
        QList<double> reparse;
        QList<double> whole;
        QElapsedTimer clock;
        for (int stroke = 0; stroke < strokes; ++stroke) {
            const int lines = editor->document()->blockCount();
            const int line = isBetween ? (stroke * 7) % lines : ((stroke * 7) % (lines / 2)) * 2;
            QTextCursor caret(editor->document()->findBlockByNumber(line));
            caret.movePosition(QTextCursor::EndOfBlock);
            editor->setTextCursor(caret);
            QCoreApplication::processEvents();
            const document::Page before = store.page(0);
            clock.start();
            QTest::keyClick(editor, Qt::Key_X, Qt::NoModifier, -1);
            whole.append(double(clock.nsecsElapsed()) / 1e6); // parsed, kept, told to all; painted with the next frame
            const QString source = editor->toPlainText();
            clock.start();
            const document::Page after = pipeline::editSource(before, source);
            reparse.append(double(clock.nsecsElapsed()) / 1e6);
            QCoreApplication::processEvents();
        }
        report(isBetween ? "reparse, between paragraphs too" : "reparse, within paragraphs", reparse, 16);
        report(isBetween ? "whole keystroke, between paragraphs too" : "whole keystroke, within paragraphs", whole, 16);
    }
    return 0;
}
