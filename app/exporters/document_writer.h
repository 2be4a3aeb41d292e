// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/atomic_file.h"
#include "app/document/document.h"

#include <QStringList>

#include <functional>

namespace exporters {

enum class Format { Markdown, PlainText, Html, Json, Docx };

/// Where a writer's bytes go. Both are called in order from one thread.
struct Output {
    std::function<base::Result<void>(QByteArrayView)> write;                            ///< the document itself
    QString imagesFolder;                                                               ///< as links name it: "STEM_images"
};

/// Writes one document page by page, so that memory does not grow with the number of pages (DOCX, HTML and JSON keep at most 100 KB a page).
///
/// begin, then addPage in page order, then finish. One thread. Markdown and text write each page's bytes at once.
class DocumentWriter {
public:
    virtual ~DocumentWriter() = default;
    [[nodiscard]] virtual base::Result<void> begin(const document::Document &document) = 0;
    /// @p content's crops are written by the caller (image files beside the document); HTML and DOCX embed them.
    [[nodiscard]] virtual base::Result<void> addPage(const document::PageContent &content) = 0;
    [[nodiscard]] virtual base::Result<void> finish() = 0;
};

[[nodiscard]] std::unique_ptr<DocumentWriter> makeWriter(Format format, Output output);
[[nodiscard]] QString extensionOf(Format format); ///< "md", "txt", "html", "json", "docx"
[[nodiscard]] std::optional<Format> formatNamed(QStringView name);

} // namespace exporters
