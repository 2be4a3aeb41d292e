// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/open_file.h"
#include "app/render/render_page.h"

#include <memory>

namespace render {

class ContentScan;
class PdfPainter;
class PdfWords;

/// Pages of a PDF: pixels by Poppler's core, words by poppler-cpp, all else that a page says about itself by qpdf's parser. Each library has
/// a handle of its own, opened when first needed.
class PdfSource : public PageSource {
public:
    PdfSource(base::OpenFile file, document::Document document, QByteArray password);
    ~PdfSource() override;
    base::Result<QImage> renderPage(
        int pageIndex, base::Dpi resolution, Annotations shown, std::stop_token stop) override;
    base::Result<QImage> renderPart(
        int pageIndex, base::Dpi resolution, const QRect &part, std::stop_token stop) override;
    base::Result<document::TextLayer> textLayer(int pageIndex) override;

private:
    [[nodiscard]] base::Result<void> openForDrawing();

    base::OpenFile m_file;
    document::Document m_document;
    QByteArray m_password;
    std::unique_ptr<PdfPainter> m_painter;
    std::unique_ptr<PdfWords> m_words;
    std::unique_ptr<ContentScan> m_contents;
};

} // namespace render
