// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/open_file.h"
#include "app/render/render_page.h"

namespace render {

/// Pages of a picture file. JPEG is decoded here, the other formats by Qt's plugins, loaded when first needed.
class PictureSource : public PageSource {
public:
    PictureSource(base::OpenFile file, document::Document document);
    base::Result<QImage> renderPage(
        int pageIndex, base::Dpi resolution, Annotations shown, std::stop_token stop) override;
    base::Result<document::TextLayer> textLayer(int pageIndex) override;

private:
    [[nodiscard]] base::Result<QImage> decode(const document::PageGeometry &page, const std::stop_token &stop) const;

    base::OpenFile m_file;
    document::Document m_document;
};

} // namespace render
