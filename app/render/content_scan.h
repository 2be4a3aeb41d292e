// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/words.h"

#include <QByteArray>

#include <map>
#include <memory>

class QPDF;
class QPDFObjectHandle;

namespace render {

class PdfFont;

/// Reads what a page's content stream does without drawing it: which text is invisible, which glyphs have no Unicode value, where pictures
/// and lines lie, where links lead. With qpdf's parser.
class ContentScan {
public:
    ContentScan(const QString &fileName, const QByteArray &password);
    ~ContentScan();
    ContentScan(const ContentScan &) = delete;
    ContentScan &operator=(const ContentScan &) = delete;

    /// Fills in all but size and words, which @p layer has already; marks words that are invisible or links. A page that qpdf cannot
    /// find keeps the words alone.
    void describe(int pageIndex, document::TextLayer &layer);

private:
    std::shared_ptr<const PdfFont> font(QPDFObjectHandle dictionary);

    std::unique_ptr<QPDF> m_pdf; ///< null for a file that qpdf cannot open
    std::map<std::pair<int, int>, std::shared_ptr<const PdfFont>> m_fonts; ///< by object and generation
};

} // namespace render
