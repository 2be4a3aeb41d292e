// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/readers/tesseract/api_pool.h"

#include <optional>
#include <string_view>

struct Pix;

namespace readers {

/// What the words read so far, the first of a page, say about how it stands. Words well read stand upright: nothing else does Tesseract take for
/// words. Measured on 48 pages in four positions, upright pages in their own language against those on their head or side: see README.md.
class WordSigns {
public:
    /// @param confidence  Tesseract's, 0 .. 100. @param isUpright  its line runs from left to right or right to left.
    void add(std::string_view word, float confidence, bool isUpright);
    /// Enough words were read to know as much as more would tell.
    bool isEnough() const { return m_words >= 40; }
    /// The page stands upright.
    bool showUpright() const { return m_words >= 20 && mean() >= 60; }
    /// The page is also written in the language, or at least the script, it was read in.
    bool showLanguage() const { return m_words >= 20 && mean() >= 80; }

private:
    double mean() const { return m_letters == 0 ? 0 : m_sum / m_letters; }

    int m_words = 0; ///< of two letters or more
    double m_letters = 0;
    double m_sum = 0; ///< of the letters' confidences
};

/// Looks whether a page that is being read stands upright, and whether its language was guessed well. The words tell as they come; where they
/// do not, its letters are looked at (detectOrientation), once.
class UprightCheck {
public:
    enum class Verdict { NotYet, GoOn, Stop };

    /// @param pix      the page. @param request  asks for the orientation, or names no language, or both. All must outlive this.
    UprightCheck(Pix *pix, const ReadRequest &request, ApiPool &pool, const Languages &languages);

    /// @param api      reads the page, in @c firstLanguages. @param isWhole  all its words are read.
    /// @return Stop    when the page must be turned, or read in other languages; the same for ever after.
    Verdict look(tesseract::TessBaseAPI &api, bool isWhole);

    bool isStopped() const { return m_verdict == Verdict::Stop; }

    /// What to begin with: the request's, else {"eng"}.
    std::vector<std::string> firstLanguages() const;
    /// What was found: degrees 0 and confidence 0 when the words told.
    const PictureOrientation &found() const { return m_found; }
    /// The page is not to be read as it stands.
    bool mustBeTurned() const;

private:
    Verdict judge(const WordSigns &signs);

    Pix *m_pix;
    const ReadRequest &m_request;
    ApiPool &m_pool;
    const Languages &m_languages;
    Verdict m_verdict = Verdict::NotYet;
    PictureOrientation m_found;
};

} // namespace readers
