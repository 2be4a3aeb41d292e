// SPDX-License-Identifier: GPL-3.0-or-later
// How long a search takes: bench_locate FILE.pdf [TEXT…] reads the text layer of every page, then searches all of it ten times for each text.
#include "app/locate/text_index.h"
#include "app/pipeline/digitize_page.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int rounds = 10;

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_locate FILE.pdf [TEXT...]\n");
        return 2;
    }
    pipeline::WorkerSettings workers;
    workers.program = PROGRAM_DIR "/recto";
    auto source = pipeline::PageSource::open(argv[1], {}, workers);
    if (!source) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(source.error().what));
        return 1;
    }
    pipeline::Engine engine(ocr::EngineHome::standard({}));
    pipeline::ReadOptions options;
    options.reader = pipeline::Reader::Text;
    options.crops = pipeline::Crops::Skip;
    QList<document::Page> pages;
    qsizetype words = 0;
    for (int index = 0; index < (*source)->document().pages.size(); ++index) {
        pages.append(pipeline::digitizePage(**source, engine, options, index, {}, {}).page);
        for (const document::Block &block : pages.last().blocks)
            words += block.words.size();
    }
    locate::TextIndex index;
    QElapsedTimer clock;
    clock.start();
    for (int page = 0; page < pages.size(); ++page)
        index.setPage(page, pages[page]);
    std::printf("%lld pages, %lld words: index %.1f ms\n", static_cast<long long>(pages.size()),
        static_cast<long long>(words), milliseconds(clock));
    QStringList texts{QStringLiteral("the"), QStringLiteral("quiet"), QStringLiteral("Chantry"),
        QStringLiteral("the quiet valley"), QStringLiteral("nothing is written like this anywhere"),
        QStringLiteral("Kirkwa11")};
    if (argc > 2)
        texts = application.arguments().mid(2);
    for (const QString &text : std::as_const(texts)) {
        QList<double> took;
        qsizetype found = 0;
        for (int round = 0; round < rounds; ++round) {
            clock.restart();
            found = index.find(text).total;
            took.append(milliseconds(clock));
        }
        std::ranges::sort(took);
        clock.restart();
        const qsizetype here = index.find(text, 2000, int(pages.size()) / 2).total;
        std::printf("%-40s %6lld places, %6.1f ms median, %6.1f ms at most; one page: %lld places, %.2f ms\n",
            qUtf8Printable(text), static_cast<long long>(found), took[rounds / 2], took.last(),
            static_cast<long long>(here), milliseconds(clock));
    }
    return 0;
}
