// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/page_reading.h"

#include "engine/readers/tesseract/characters.h"
#include "engine/readers/tesseract/page_composer.h"
#include "engine/readers/tesseract/upright_check.h"

#include <leptonica/allheaders.h>
#include <omp.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <memory>

namespace readers {

namespace {

using tesseract::RIL_BLOCK;
using tesseract::RIL_TEXTLINE;
using tesseract::RIL_WORD;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

TesseractLine emptyLineAt(const tesseract::ResultIterator &place)
{
    TesseractLine line;
    line.shape = lineShape(place);
    line.rightToLeft = !place.ParagraphIsLtr();
    tesseract::Orientation orientation{};
    tesseract::WritingDirection direction{};
    tesseract::TextlineOrder order{};
    float skew = 0;
    place.Orientation(&orientation, &direction, &order, &skew);
    line.vertical
        = direction == tesseract::WRITING_DIRECTION_TOP_TO_BOTTOM || orientation != tesseract::ORIENTATION_PAGE_UP;
    return line;
}

/// The lines of the block the iterator stands at; all its words have been read.
std::vector<TesseractLine> linesOfBlock(const tesseract::ResultIterator &block)
{
    std::vector<TesseractLine> lines;
    tesseract::ResultIterator place(block);
    bool newLine = true;
    do {
        if (place.Empty(RIL_WORD))
            continue;
        if (newLine || place.IsAtBeginningOf(RIL_TEXTLINE)) {
            lines.push_back(emptyLineAt(place));
            newLine = false;
        }
        const std::unique_ptr<char[]> text(place.GetUTF8Text(RIL_WORD));
        if (text && countVisible(text.get()) > 0)
            lines.back().words.push_back({text.get(), boundingBox(place, RIL_WORD), place.Confidence(RIL_WORD)});
    } while (place.Next(RIL_WORD) && !place.IsAtBeginningOf(RIL_BLOCK));
    std::erase_if(lines, [](const TesseractLine &line) { return line.words.empty(); });
    return lines;
}

/// Follows recognition word by word and sends each block on when it is whole.
class BlockStream {
public:
    /// @param check  nothing is sent before it is content; null: none is needed.
    BlockStream(tesseract::TessBaseAPI &api, PageComposer &composer, Output &output, UprightCheck *check,
        const std::stop_token &stop)
        : m_api(api)
        , m_check(check)
        , m_composer(composer)
        , m_output(output)
        , m_stop(stop)
    {
        m_monitor.cancel = [](void *self, int) { return static_cast<BlockStream *>(self)->beforeWord(); };
        m_monitor.cancel_this = this;
    }

    tesseract::ETEXT_DESC *monitor() { return &m_monitor; }

    /// Sends what is left once all words are read. @return false when the check is not content.
    bool finish()
    {
        if (m_check && m_check->look(m_api, true) == UprightCheck::Verdict::Stop)
            return false;
        sendUpTo(m_composer.layout().blocks.size());
        m_output.text(m_composer.finish());
        return true;
    }

    /// An exception must not pass through Tesseract: it waits here.
    void rethrow() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    /// @return true to give up.
    bool beforeWord()
    {
        const auto &blocks = m_composer.layout().blocks;
        std::size_t whole = m_sent;
        while (whole < blocks.size() && blocks[whole].wordsUpToHere <= m_wordsRead)
            ++whole;
        ++m_wordsRead;
        try {
            const auto verdict = m_check ? m_check->look(m_api, false) : UprightCheck::Verdict::GoOn;
            if (verdict == UprightCheck::Verdict::Stop)
                return true;
            if (verdict == UprightCheck::Verdict::GoOn)
                sendUpTo(whole);
        } catch (...) {
            m_failure = std::current_exception();
            return true;
        }
        return m_stop.stop_requested();
    }

    void sendUpTo(std::size_t end)
    {
        if (m_sent == end)
            return;
        const std::unique_ptr<tesseract::ResultIterator> page(m_api.GetIterator());
        if (!page)
            return;
        for (std::size_t index = 0; index < end; ++index) {
            if (index >= m_sent) {
                const bool isText
                    = m_composer.layout().blocks[index].kind != BlockKind::Image && !page->Empty(RIL_BLOCK);
                m_output.text(m_composer.compose(index, isText ? linesOfBlock(*page) : std::vector<TesseractLine>{}));
            }
            page->Next(RIL_BLOCK);
        }
        m_sent = end;
    }

    tesseract::TessBaseAPI &m_api;
    UprightCheck *m_check;
    PageComposer &m_composer;
    Output &m_output;
    const std::stop_token &m_stop;
    tesseract::ETEXT_DESC m_monitor;
    std::size_t m_wordsRead = 0;
    std::size_t m_sent = 0;
    std::exception_ptr m_failure;
};

/// Type lower than this, descender to ascender, is read better twice as large. Measured on linn.png at 96 and 72 dpi (21
/// and 20 pixels: character error 2.5 to 1.0 and 32 to 3.6 %) and capr14.jpg halved (20 pixels: 12.6 to 4.8 %); from
/// 22.5 pixels on nothing is gained.
constexpr float smallestType = 22;
constexpr std::int64_t mostPixelsToScale = 10'000'000;

/// A4 at 600 dpi stays as it is. Layout analysis cannot be interrupted and takes longer with every pixel, and a client
/// that leaves must not be worked for.
constexpr double mostPixelsToRead = 40e6;

PixPtr atMostReadable(PixPtr pix)
{
    const double pixels = static_cast<double>(pixGetWidth(pix.get())) * pixGetHeight(pix.get());
    if (pixels <= mostPixelsToRead)
        return pix;
    const auto scale = static_cast<float>(std::sqrt(mostPixelsToRead / pixels));
    const PixPtr grey(pixConvertTo8(pix.get(), 0));
    PixPtr small(grey ? pixScale(grey.get(), scale, scale) : nullptr);
    return small ? std::move(small) : std::move(pix);
}

PageLayout analyseLayout(tesseract::TessBaseAPI &api, Pix *pix)
{
    api.SetImage(pix);
    // merge_similar_words as Recognize() does for LSTM data, so that both count the same words
    const std::unique_ptr<tesseract::PageIterator> found(api.AnalyseLayout(true));
    if (!found)
        return {};
    const std::unique_ptr<tesseract::ResultIterator> iterator(api.GetIterator());
    tesseract::LTRResultIterator page(*iterator); // nothing is read yet: no logical order to follow
    return layoutOf(page, pixGetWidth(pix), pixGetHeight(pix));
}

/// Analyses the layout, of @p pix at twice its size if its type is small; @p pix is then that.
PageLayout analyseAtGoodSize(tesseract::TessBaseAPI &api, PixPtr &pix)
{
    PageLayout layout = analyseLayout(api, pix.get());
    const std::int64_t pixels = std::int64_t{pixGetWidth(pix.get())} * pixGetHeight(pix.get());
    if (layout.bodyHeight <= 0 || layout.bodyHeight >= smallestType || pixels > mostPixelsToScale)
        return layout;
    const PixPtr grey(pixConvertTo8(pix.get(), 0));
    PixPtr large(grey ? pixScale(grey.get(), 2, 2) : nullptr);
    if (!large)
        return layout;
    pixSetResolution(large.get(), 0, 0);
    pix = std::move(large);
    return analyseLayout(api, pix.get());
}

/// Reads a page in the languages of @p result, which takes what was read.
/// @param check  as of BlockStream. @return false when it was not content.
bool readIn(
    PixPtr &pix, ApiPool &pool, UprightCheck *check, Output &output, const std::stop_token &stop, ReadResult &result)
{
    ApiPool::Loan api = pool.take(joined(result.languages));
    const auto layoutStart = Clock::now();
    api->SetPageSegMode(tesseract::PSM_AUTO);
    PageLayout layout = analyseAtGoodSize(*api, pix);
    PageComposer composer(std::move(layout), pixGetWidth(pix.get()), pixGetHeight(pix.get()));
    result.timings.emplace_back("layout_ms", millisecondsSince(layoutStart));
    const auto readStart = Clock::now();
    bool isContent = true;
    if (!stop.stop_requested()) {
        BlockStream stream(*api, composer, output, check, stop);
        const bool isWhole = composer.layout().isEmpty() || api->Recognize(stream.monitor()) == 0;
        stream.rethrow();
        isContent = isWhole ? stream.finish() : !check || !check->isStopped();
        if (!isWhole && isContent && !stop.stop_requested())
            throw base::Exception("Tesseract gave the page up.");
    }
    result.timings.emplace_back("read_ms", millisecondsSince(readStart));
    result.completionTokens = static_cast<int>(composer.wordCount());
    result.words = composer.takeWords();
    return isContent;
}

} // namespace

ReadResult readPage(PixPtr pix, const ReadRequest &request, ApiPool &pool, const Languages &languages, Output &output,
    const std::stop_token &stop)
{
    omp_set_max_active_levels(0); // one thread a page: see README.md
    pix = atMostReadable(std::move(pix));
    const PixPtr page(pixClone(pix.get())); // at its own size, while pix may be replaced by a larger one
    UprightCheck check(page.get(), request, pool, languages);
    const bool needsCheck = request.orientationFrom || request.languages.empty();
    ReadResult result;
    result.languages = check.firstLanguages();
    const bool wasContent = readIn(pix, pool, needsCheck ? &check : nullptr, output, stop, result);
    if (!wasContent && !check.mustBeTurned()) {
        result = {};
        result.languages = check.found().languages;
        readIn(pix, pool, nullptr, output, stop, result);
    }
    if (request.orientationFrom)
        result.orientation = check.found();
    result.modelSha256 = languages.sha256(result.languages);
    return result;
}

} // namespace readers
