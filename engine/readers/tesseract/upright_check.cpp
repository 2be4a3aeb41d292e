// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/upright_check.h"

#include "engine/readers/tesseract/characters.h"
#include "engine/readers/tesseract/orientation.h"

#include <tesseract/resultiterator.h>

#include <memory>

namespace readers {

namespace {

using tesseract::RIL_TEXTLINE;
using tesseract::RIL_WORD;

bool isUprightLine(const tesseract::PageIterator &place)
{
    tesseract::Orientation orientation{};
    tesseract::WritingDirection direction{};
    tesseract::TextlineOrder order{};
    float skew = 0;
    place.Orientation(&orientation, &direction, &order, &skew);
    return orientation == tesseract::ORIENTATION_PAGE_UP && direction != tesseract::WRITING_DIRECTION_TOP_TO_BOTTOM;
}

/// A place on a page that is being read.
class Place : public tesseract::LTRResultIterator {
public:
    explicit Place(const tesseract::LTRResultIterator &other)
        : LTRResultIterator(other)
    {
    }
    /// Was the word here read already? Of one that was not, no text may be asked. The base class keeps the picture of a word until then.
    bool isRead() const { return word_ == nullptr; }
};

/// The first words of a page that is being read.
WordSigns signsOf(tesseract::TessBaseAPI &api)
{
    WordSigns signs;
    const std::unique_ptr<tesseract::ResultIterator> resultPlace(api.GetIterator());
    if (!resultPlace)
        return signs;
    Place place(*resultPlace); // an LTRResultIterator goes in the order of reading
    place.Begin();
    do {
        if (place.Empty(RIL_WORD) || !place.isRead())
            continue;
        const std::unique_ptr<char[]> text(place.GetUTF8Text(RIL_WORD));
        if (text && text[0] != '\0')
            signs.add(text.get(), place.Confidence(RIL_WORD), isUprightLine(place));
    } while (!signs.isEnough() && place.Next(RIL_WORD));
    return signs;
}

} // namespace

void WordSigns::add(std::string_view word, float confidence, bool isUpright)
{
    const std::size_t letters = countLetters(word);
    if (letters < 2)
        return;
    ++m_words;
    m_letters += static_cast<double>(letters);
    m_sum += isUpright ? static_cast<double>(letters) * static_cast<double>(confidence) : 0;
}

UprightCheck::UprightCheck(Pix *pix, const ReadRequest &request, ApiPool &pool, const Languages &languages)
    : m_pix(pix)
    , m_request(request)
    , m_pool(pool)
    , m_languages(languages)
{
    m_found.languages = firstLanguages();
}

std::vector<std::string> UprightCheck::firstLanguages() const
{
    return m_request.languages.empty() ? m_languages.forScript("Latin") : m_request.languages;
}

UprightCheck::Verdict UprightCheck::look(tesseract::TessBaseAPI &api, bool isWhole)
{
    if (m_verdict != Verdict::NotYet)
        return m_verdict;
    const WordSigns signs = signsOf(api);
    const bool tells = m_request.languages.empty() ? signs.showLanguage() : signs.showUpright();
    if (tells)
        m_verdict = Verdict::GoOn;
    else if (isWhole || signs.isEnough())
        m_verdict = judge(signs);
    return m_verdict;
}

bool UprightCheck::mustBeTurned() const
{
    return m_request.orientationFrom && m_found.clockwiseDegrees != 0
        && m_found.confidence >= *m_request.orientationFrom;
}

/// The words do not tell: the letters may.
UprightCheck::Verdict UprightCheck::judge(const WordSigns &signs)
{
    m_found = detectOrientation(m_pix, m_pool, m_languages);
    if (signs.showUpright()) { // the words know that better
        m_found.clockwiseDegrees = 0;
        m_found.confidence = 0;
    }
    if (mustBeTurned())
        return Verdict::Stop;
    const bool isOtherLanguage = m_request.languages.empty() && m_found.languages != firstLanguages();
    return isOtherLanguage ? Verdict::Stop : Verdict::GoOn;
}

} // namespace readers
