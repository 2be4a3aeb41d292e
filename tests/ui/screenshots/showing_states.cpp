// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screenshots/stage.h"
#include "ui/locate/locate_bar.h"
#include "ui/locate/results_view.h"
#include "ui/page_view/page_canvas.h"
#include "ui/review/answers_panel.h"
#include "ui/review/candidate_bar.h"

#include <QApplication>
#include <QCursor>
#include <QLineEdit>
#include <QTest>

namespace screenshots {

using namespace Qt::StringLiterals;

namespace {

template <class Widget>
Widget *find(Stage &stage)
{
    return stage.window().findChild<Widget *>();
}

/// A demonstration, read to its end at once.
void playDemo(Stage &stage, const QString &id)
{
    qputenv("RECTO_REPLAY", R"({"speed": 0})");
    stage.act(u"demo-"_s + id);
    stage.wait("the demonstration is open", [&stage] { return stage.window().session().isOpen(); });
    stage.waitUntilRead();
    qunsetenv("RECTO_REPLAY");
}

State demo(const QString &name, const QString &id)
{
    return {name, {}, [id](Stage &stage) { playDemo(stage, id); }};
}

std::function<void(Stage &)> answered(const QString &id)
{
    return [id](Stage &stage) {
        playDemo(stage, id);
        stage.wait("the answer is there", [&stage] { return find<review::AnswersPanel>(stage)->count() > 0; });
        stage.settle();
    };
}

State answer(const QString &name, const QString &id)
{
    return {name, {}, answered(id)};
}

void locate(Stage &stage)
{
    stage.open(stage.report(5));
    stage.waitUntilRead();
    stage.act(u"locate"_s);
    auto *bar = find<ui_locate::LocateBar>(stage);
    QTest::keyClicks(bar->findChild<QLineEdit *>(), u"page"_s);
    auto *results = find<ui_locate::ResultsView>(stage);
    stage.wait("places are found", [results] { return results->model()->rowCount() > 0; });
    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Return);
    stage.settle();
}

void locateByModel(Stage &stage)
{
    playDemo(stage, u"locate"_s);
    stage.wait("the model has answered", [&stage] { return !find<page_view::PageCanvas>(stage)->marks().isEmpty(); });
    stage.settle();
}

/// A formula lit in both panes, its print on the page beside the reading.
void formula(Stage &stage)
{
    playDemo(stage, u"formulas"_s);
    stage.settle();
    const auto &blocks = stage.window().session().store()->page(0).blocks;
    const auto equation = std::ranges::find(blocks, u"equation"_s, &document::Block::type);
    if (equation != blocks.end())
        Q_EMIT find<page_view::PageCanvas>(stage)->blockClicked(equation->id, -1);
    stage.settle();
}

/// The same with \ held: the reading over the print.
void formulaCompared(Stage &stage)
{
    formula(stage);
    find<page_view::PageCanvas>(stage)->setFocus();
    QTest::keyPress(find<page_view::PageCanvas>(stage), Qt::Key_Backslash);
    stage.settle();
}

void difference(Stage &stage)
{
    playDemo(stage, u"screenshot"_s);
    auto *bar = find<review::CandidateBar>(stage);
    const document::Block &block = stage.window().session().store()->page(0).blocks.at(1);
    bar->begin(0, block.box(), block.text, {});
    pipeline::AreaReading reading;
    document::Block again = block;
    again.text = QString(block.text).replace(u"appear in"_s, u"show in"_s).replace(u"cookies"_s, u"c0okies"_s);
    reading.blocks = {again};
    reading.reader = u"tesseract"_s;
    bar->add({u"Tesseract"_s, reading});
    stage.settle();
}

void ways(Stage &stage)
{
    playDemo(stage, u"screenshot"_s);
    auto *canvas = find<page_view::PageCanvas>(stage);
    Q_EMIT canvas->regionChosen({0.06, 0.34, 0.88, 0.62});
    stage.wait("the ways are offered", [] { return QApplication::activePopupWidget(); });
    stage.settle();
}

/// A box that was clicked, with what can be done with it.
void clicked(Stage &stage)
{
    stage.open(stage.report(5));
    stage.waitUntilRead();
    auto *canvas = find<page_view::PageCanvas>(stage);
    const document::Block &block = stage.window().session().store()->page(0).blocks.at(1);
    QTest::mouseClick(
        canvas->viewport(), Qt::LeftButton, {}, canvas->toViewport(block.boxes.first()).center().toPoint());
    stage.settle();
}

void loupe(Stage &stage)
{
    stage.open(stage.report(5));
    stage.waitUntilRead();
    auto *canvas = find<page_view::PageCanvas>(stage);
    QCursor::setPos(canvas->viewport()->mapToGlobal(QPoint(280, 260)));
    canvas->setFocus();
    QTest::keyPress(canvas, Qt::Key_Z);
    stage.settle();
}

void growing(Stage &stage)
{
    stage.act(u"demo-paper"_s);
    stage.wait("some blocks are there", [&stage] {
        return stage.window().session().isOpen() && stage.window().session().store()->page(0).blocks.size() > 3;
    });
}

settings::Settings in(const QString &language)
{
    settings::Settings settings;
    settings.language = language;
    return settings;
}

settings::Settings dark()
{
    settings::Settings settings;
    settings.appearance = settings::Appearance::Dark;
    return settings;
}

} // namespace

QList<State> showingStates()
{
    QList<State> states{
        {u"reading"_s, {}, growing},
        {u"locate"_s, {}, locate},
        {u"locate-model"_s, {}, locateByModel},
        answer(u"figure"_s, u"geometry"_s),
        answer(u"chart"_s, u"chart"_s),
        answer(u"molecule"_s, u"molecule"_s),
        answer(u"describe"_s, u"describe"_s),
        answer(u"objects"_s, u"objects"_s),
        {u"formula"_s, {}, formula},
        {u"formula-compared"_s, {}, formulaCompared},
        {u"diff"_s, {}, difference},
        {u"ways"_s, {}, ways},
        {u"clicked"_s, {}, clicked},
        {u"loupe"_s, {}, loupe},
        {u"figures"_s, {},
            [](Stage &stage) {
                playDemo(stage, u"tables"_s);
                stage.act(u"panel-5"_s);
            }},
        demo(u"loop"_s, u"loop"_s),
        demo(u"cut-short"_s, u"cut-short"_s),
        demo(u"table"_s, u"paper"_s),
        {u"dark-chart"_s, dark(), answered(u"chart"_s)},
        {u"dark-locate"_s, dark(), locate},
    };
    for (const auto &[prefix, with] : {std::pair(u"german-"_s, in(u"de"_s)), std::pair(u"chinese-"_s, in(u"zh_CN"_s))})
        states += {
            {prefix + u"reading"_s, with, growing},
            {prefix + u"locate"_s, with, locate},
            {prefix + u"locate-model"_s, with, locateByModel},
            {prefix + u"chart"_s, with, answered(u"chart"_s)},
            {prefix + u"objects"_s, with, answered(u"objects"_s)},
            {prefix + u"loop"_s, with, [](Stage &stage) { playDemo(stage, u"loop"_s); }},
            {prefix + u"diff"_s, with, difference},
            {prefix + u"ways"_s, with, ways},
            {prefix + u"clicked"_s, with, clicked},
        };
    return states;
}

} // namespace screenshots
