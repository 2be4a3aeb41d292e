// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/render_page.h"

#include "app/base/open_file.h"
#include "app/render/pdf_source.h"
#include "app/render/picture_source.h"

namespace render {

base::Result<std::unique_ptr<PageSource>> PageSource::open(
    const document::Document &document, const QByteArray &password)
{
    base::Result<base::OpenFile> file = base::OpenFile::open(document.source.path);
    if (!file)
        return std::unexpected(file.error());
    if (document.source.kind == document::SourceKind::Pdf)
        return std::make_unique<PdfSource>(std::move(*file), document, password);
    return std::make_unique<PictureSource>(std::move(*file), document);
}

base::Result<QImage> PageSource::renderPart(int, base::Dpi, const QRect &, std::stop_token)
{
    return base::failure(base::ErrorCode::RenderFailed, {}); // nobody asks a picture
}

} // namespace render
