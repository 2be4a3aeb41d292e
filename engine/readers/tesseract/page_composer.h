// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/readers/tesseract/page_layout.h"
#include "engine/readers/tesseract/paragraphs.h"

#include <string>
#include <vector>

namespace readers {

/// "<|ref|>text<|/ref|><|det|>[[x1, y1, x2, y2]]<|/det|>\n": 0..999 over a picture of that size, clamped to it.
std::string groundedHead(std::string_view label, const PixelBox &box, int pictureWidth, int pictureHeight);

/// Puts Tesseract's blocks into the grounded grammar, one after the other.
///
/// Labels come from layout and type size: title, sub_title, text, image, image_caption, table. A title is set at least
/// 1.6 times as high as the page's body, a sub_title 1.15 times, both alone and short; a caption is a short text right
/// under a picture. The paragraph a block ends with is held back while the next block may carry it on.
class PageComposer {
public:
    PageComposer(PageLayout layout, int pictureWidth, int pictureHeight);

    const PageLayout &layout() const { return m_layout; }
    /// Takes the lines of block @p index, which were read; blocks come in order, all of them.
    /// @return what can be sent now; may be empty.
    std::string compose(std::size_t index, std::vector<TesseractLine> lines);
    /// After the last block: what was held back.
    std::string finish() { return closeParagraph(); }
    std::vector<ReadWord> takeWords() { return std::move(m_words); }
    std::size_t wordCount() const { return m_words.size(); }

private:
    void enterFlow(std::size_t flow);
    void keepWords(const std::vector<TesseractLine> &lines);
    std::string closeParagraph();
    std::string composeParagraph(const Paragraph &paragraph) const;
    bool isCaption(const Paragraph &paragraph, const PixelBox &box) const;
    /// 1 for a title, 2 for a sub_title, 0 for text.
    int headingLevel(const Paragraph &paragraph, const std::string &text) const;
    std::string head(std::string_view label, const PixelBox &box) const;

    PageLayout m_layout;
    int m_width;
    int m_height;
    bool m_hasTitle = false;
    std::size_t m_flow = 0;
    Margins m_margins; ///< of the flow
    Paragraph m_open;
    std::vector<ReadWord> m_words;
};

} // namespace readers
