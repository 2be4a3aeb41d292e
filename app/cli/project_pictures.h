// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/pipeline/page_source.h"

#include <memory>
#include <stop_token>

namespace cli {

/// The pictures that a project's pages name, cut from its document, which is opened when the first one is wanted.
class ProjectPictures {
public:
    /// @param project  its document is looked for where it was, then beside the project, both having been moved.
    ProjectPictures(const base::NativePath &project, const document::Document &document, QString password);

    /// Whether the document must be there for the pictures of this page.
    [[nodiscard]] static bool areNamedBy(const document::Page &page);
    /// @return FileUnreadable when the document is not there or is not the one that was read; errors of PageSource::open.
    [[nodiscard]] base::Result<void> open(std::stop_token stop);
    /// After open. @return errors of PageSource::renderPage.
    [[nodiscard]] base::Result<QList<document::Crop>> cut(const document::Page &page, std::stop_token stop);

private:
    base::NativePath m_path;
    QByteArray m_sha256; ///< of the document as it was read; empty: not known
    QString m_password;
    std::unique_ptr<pipeline::PageSource> m_source; ///< null until open
};

} // namespace cli
