// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/images_folder.h"

#include <optional>

namespace cli {

/// The files that DeepSeek-OCR's own script writes (--save-results): result.mmd with the clean text, images/0.jpg … with the pictures,
/// result_with_boxes.jpg with the page and its boxes; where the answer is a drawing of plane geometry, geo.jpg with that. Of a document with
/// several pages, as its PDF script does: the pages follow each other in result.mmd, pictures are images/PAGE_0.jpg …, pages
/// result_with_boxes_PAGE.jpg, PAGE from 0, and there is no geo.jpg.
///
/// addPage in order, then finish; destroyed before, nothing is left. One thread.
class OfficialResults {
public:
    enum class Pages { One, Several };

    OfficialResults(base::NativePath folder, Pages pages, base::AtomicFile::IfExists ifExists);

    /// @param content  with the picture the page was read from; a page without one (failed) is passed over. ExportFailed.
    [[nodiscard]] base::Result<void> addPage(const document::PageContent &content);
    /// Puts all of it in place. ExportFailed.
    [[nodiscard]] base::Result<void> finish();

    [[nodiscard]] base::NativePath textFile() const { return m_folder / "result.mmd"; }

private:
    [[nodiscard]] base::Result<void> begin();

    const base::NativePath m_folder;
    const Pages m_pages;
    const base::AtomicFile::IfExists m_ifExists;
    ImagesFolder m_images;
    ImagesFolder m_boxes;
    std::optional<base::AtomicFile> m_text;
};

} // namespace cli
