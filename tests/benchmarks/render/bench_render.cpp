// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_render FILE [DPI] [PAGES]: time per page to draw through a page worker, transfer included, beside `pdftoppm -r DPI` on the
// same pages in the same run, and time per page to extract the text layer. One worker, one page at a time, like pdftoppm. Time is told
// by the clock and by the processor (both processes together): on a busy machine only the second is worth comparing.
// bench_render --look FILE FOLDER [DPI]: draws each page to FOLDER/pNNNN.png and prints what its text layer says.

#include "app/pipeline/page_source.h"
#include "app/pipeline/page_worker.h"

#include <QImage>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

std::string quoted(const std::string &text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

/// Proportional set size of this process and its children, in MB.
double proportionalMegabytes()
{
    const std::string command = "for p in " + std::to_string(getpid()) + " $(pgrep -P " + std::to_string(getpid())
        + "); do grep ^Pss: /proc/$p/smaps_rollup 2>/dev/null; done | awk '{s+=$2} END {print s/1024}'";
    double result = 0;
    if (std::FILE *pipe = popen(command.c_str(), "r")) {
        if (std::fscanf(pipe, "%lf", &result) != 1)
            result = 0;
        pclose(pipe);
    }
    return result;
}

double milliseconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
}

/// Processor time that this process (RUSAGE_SELF) or its ended children (RUSAGE_CHILDREN) took.
double processorMilliseconds(int whose)
{
    rusage used{};
    getrusage(whose, &used);
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

/// Processor time of this process and its living worker.
double processorMillisecondsWithWorker()
{
    double nanoseconds = 0;
    const std::string command = "cat $(pgrep -P " + std::to_string(getpid())
        + " | sed 's|.*|/proc/&/task/*/schedstat|') 2>/dev/null | awk '{s+=$1} END {printf \"%.0f\", s}'";
    if (std::FILE *pipe = popen(command.c_str(), "r")) {
        if (std::fscanf(pipe, "%lf", &nanoseconds) != 1)
            nanoseconds = 0;
        pclose(pipe);
    }
    return nanoseconds / 1e6 + processorMilliseconds(RUSAGE_SELF);
}

double load()
{
    double average = 0;
    return getloadavg(&average, 1) == 1 ? average : 0;
}

int fail(const base::Error &error)
{
    std::printf("code %d: %s; %s (%s)\n", static_cast<int>(error.code), qPrintable(error.what),
        qPrintable(error.remedy), qPrintable(error.detail));
    return 1;
}

int measure(const std::string &file, double dpi, int most)
{
    pipeline::WorkerSettings settings = pipeline::WorkerSettings::fromEnvironment();
    settings.workers = 1;
    const auto opening = Clock::now();
    const auto source = pipeline::PageSource::open(file, {}, settings);
    if (!source)
        return fail(source.error());
    std::printf(
        "open: %.1f ms, %d pages\n", milliseconds(opening), static_cast<int>((*source)->document().pages.size()));
    const int pages = std::min(most, static_cast<int>((*source)->document().pages.size()));

    const double beforeDrawing = processorMillisecondsWithWorker();
    const auto drawing = Clock::now();
    for (int page = 0; page < pages; ++page) {
        if (const auto image = (*source)->renderPage(page, base::Dpi{dpi}); !image)
            fail(image.error());
    }
    const double ours = milliseconds(drawing) / pages;
    const double ourWork = (processorMillisecondsWithWorker() - beforeDrawing) / pages;
    const double afterDrawing = proportionalMegabytes();

    // Standard output to /dev/null: neither side writes to a disk.
    const std::string command = "pdftoppm -q -r " + std::to_string(dpi) + " -l " + std::to_string(pages) + " "
        + quoted(file) + " > /dev/null";
    const double beforeTheirs = processorMilliseconds(RUSAGE_CHILDREN);
    const auto theirDrawing = Clock::now();
    if (std::system(command.c_str()) != 0)
        std::printf("pdftoppm failed\n");
    const double theirs = milliseconds(theirDrawing) / pages;
    const double theirWork = (processorMilliseconds(RUSAGE_CHILDREN) - beforeTheirs) / pages;
    std::printf("draw at %g dpi: %.2f ms a page; pdftoppm %.2f ms; ratio %.3f (%.0f MB with the worker, load %.1f)\n",
        dpi, ours, theirs, ours / theirs, afterDrawing, load());
    std::printf("  processor: %.2f ms a page; pdftoppm %.2f ms; ratio %.3f\n", ourWork, theirWork, ourWork / theirWork);

    qsizetype words = 0;
    const double beforeReading = processorMillisecondsWithWorker();
    const auto reading = Clock::now();
    for (int page = 0; page < pages; ++page) {
        if (const auto layer = (*source)->textLayer(page))
            words += layer->words.size();
        else
            fail(layer.error());
    }
    const double readingTook = milliseconds(reading) / pages;
    const double readingWork = (processorMillisecondsWithWorker() - beforeReading) / pages;
    std::printf("text layer: %.2f ms a page, processor %.2f ms, %.0f words a page (%.0f MB with the worker)\n",
        readingTook, readingWork, static_cast<double>(words) / pages, proportionalMegabytes());
    return 0;
}

void describe(int page, const document::TextLayer &layer)
{
    const auto invisible = std::ranges::count_if(layer.words, &document::TextLayerWord::invisible);
    std::printf("page %d: %.1f x %.1f pt, %lld words (%lld invisible), glyphs %lld, unmapped %lld, invisible %lld, "
                "pictures %lld covering %.2f, rules %lld, paths %lld\n",
        page + 1, layer.size.width(), layer.size.height(), static_cast<long long>(layer.words.size()),
        static_cast<long long>(invisible), static_cast<long long>(layer.paintedCharacters),
        static_cast<long long>(layer.unmappedCharacters), static_cast<long long>(layer.invisibleCharacters),
        static_cast<long long>(layer.pictures.size()), layer.pictureCoverage,
        static_cast<long long>(layer.rules.size()), static_cast<long long>(layer.paths));
    for (qsizetype i = 0; i < std::min<qsizetype>(layer.words.size(), 12); ++i) {
        const document::TextLayerWord &word = layer.words[i];
        std::printf("   \"%s\" %.3f %.3f %.3f %.3f  %s %.1f%s%s%s rot %d %s%s %s\n", qPrintable(word.text), word.box.x0,
            word.box.y0, word.box.x1, word.box.y1, qPrintable(word.font.family), word.font.size,
            word.font.bold ? " bold" : "", word.font.italic ? " italic" : "", word.font.monospace ? " mono" : "",
            word.rotation, word.invisible ? "invisible " : "", word.isVertical ? "vertical" : "",
            qPrintable(word.link));
    }
}

int look(const std::string &file, const std::string &folder, double dpi)
{
    const auto source = pipeline::PageSource::open(file, qEnvironmentVariable("PASSWORD"));
    if (!source)
        return fail(source.error());
    for (int page = 0; page < (*source)->document().pages.size(); ++page) {
        const document::PageGeometry &geometry = (*source)->document().pages[page];
        const auto started = Clock::now();
        const auto image = (*source)->renderPage(page, base::Dpi{dpi});
        if (!image) {
            std::printf("page %d, %.0f x %.0f: ", page + 1, geometry.size.width(), geometry.size.height());
            fail(image.error());
        } else {
            std::printf("%d x %d, format %d, %.1f dpi of %.1f, %.0f ms, %.0f MB\n", image->width(), image->height(),
                image->format(), image->dotsPerMeterX() * 0.0254, geometry.resolution.value, milliseconds(started),
                proportionalMegabytes());
            char name[32];
            std::snprintf(name, sizeof name, "/p%04d.png", page + 1);
            if (!folder.empty())
                image->save(QString::fromStdString(folder + name));
        }
        if (const auto layer = (*source)->textLayer(page))
            describe(page, *layer);
        else
            fail(layer.error());
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--page-worker") == 0)
        return pipeline::runPageWorker(argc, argv);
    if (argc > 3 && std::strcmp(argv[1], "--look") == 0)
        return look(argv[2], argv[3], argc > 4 ? std::atof(argv[4]) : 144);
    if (argc < 2 || argv[1][0] == '-') {
        std::fprintf(stderr, "bench_render FILE [DPI] [PAGES] | bench_render --look FILE FOLDER|'' [DPI]\n");
        return 2;
    }
    return measure(argv[1], argc > 2 ? std::atof(argv[2]) : 144, argc > 3 ? std::atoi(argv[3]) : 1'000'000);
}
