// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"
#include "page_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <random>

using namespace layout_test;
using namespace Qt::StringLiterals;

namespace {

/// Words, rules and pictures anywhere, of any size, in any direction.
document::TextLayer randomLayer(unsigned seed, int words)
{
    std::mt19937 random(seed);
    const auto share = [&] { return double(random() % 1000) / 999; };
    document::TextLayer layer;
    layer.size = QSizeF(600, 800);
    for (int i = 0; i < words; ++i) {
        document::TextLayerWord word;
        word.text = u"w%1"_s.arg(i);
        if (random() % 7 == 0)
            word.text += u'-';
        if (random() % 9 == 0)
            word.text = u"\u05D0%1"_s.arg(i);
        const double x = share();
        const double y = share();
        word.box = base::NormalizedRect::of(x, y, x + 0.1 * share(), y + 0.03 * share());
        word.font.size = 1 + double(random() % 30);
        word.font.bold = random() % 3 == 0;
        word.font.monospace = random() % 11 == 0;
        word.rotation = random() % 5 == 0 ? 90 * int(random() % 4) : 0;
        word.spaceAfter = random() % 2 == 0;
        layer.words.append(word);
    }
    for (unsigned i = 0; i < random() % 40; ++i) {
        const double x = share();
        const double y = share();
        layer.rules.append(
            {base::NormalizedRect::of(x, y, random() % 2 == 0 ? share() : x, random() % 2 == 0 ? share() : y)});
    }
    for (unsigned i = 0; i < random() % 4; ++i)
        layer.pictures.append(base::NormalizedRect::of(share(), share(), share(), share()));
    return layer;
}

/// Seconds that this thread has computed: other programs on the machine do not count.
double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

QStringList sortedLetters(QStringList words)
{
    for (QString &word : words)
        std::sort(word.begin(), word.end());
    words.sort();
    return words;
}

} // namespace

TEST(Properties, noWordIsLostOrInventedAndTheAnswerIsAlwaysTheSame)
{
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const document::TextLayer layer = randomLayer(seed, 1 + int(seed) * 2);
        QStringList given;
        for (const document::TextLayerWord &word : layer.words)
            given.append(word.text);
        const auto blocks = layout::readTextLayer(layer, 1);
        QStringList read;
        for (const document::Block &block : blocks) {
            for (const document::Word &word : block.words)
                read.append(word.text);
        }
        ASSERT_EQ(sortedLetters(read), sortedLetters(given)) << "seed " << seed;
        ASSERT_EQ(blocks, layout::readTextLayer(layer, 1)) << "seed " << seed;
        (void)layout::judgeTextLayer(layer);
    }
}

TEST(Properties, emptyAndFlatPagesAreRead)
{
    EXPECT_TRUE(layout::readTextLayer({}, 1).isEmpty());
    document::TextLayer flat = randomLayer(1, 20);
    flat.size = QSizeF(0, 0);
    for (document::TextLayerWord &word : flat.words)
        word.box = {};
    EXPECT_FALSE(layout::readTextLayer(flat, 1).isEmpty());
}

TEST(Properties, twentyThousandWordsTakeNoMoreThanTheirShare)
{
    const auto timeOf = [](int lines) {
        PageBuilder page;
        page.layer.size = QSizeF(600, 15.0 * lines);
        for (int i = 0; i < lines; ++i)
            page.line(60, 12 * i, u"ten words of no meaning stand here on a line"_s);
        const double before = processorTime();
        EXPECT_FALSE(layout::readTextLayer(page.layer, 1).isEmpty());
        return processorTime() - before;
    };
    const double few = std::min({timeOf(200), timeOf(200), timeOf(200)});
    const double many = std::min({timeOf(2000), timeOf(2000), timeOf(2000)});
    EXPECT_LT(many, 40 * few); // ten times the words: 100 would be quadratic
}
