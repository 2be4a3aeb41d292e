// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/atomic_file.h"
#include "app/document/document.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace exporters {

enum class Format { Markdown, PlainText, Html, Json, Docx };

/// Where a writer's bytes go. Called in order, from the thread that calls the writer.
struct Output {
    std::function<base::Result<void>(QByteArrayView)> write; ///< the document itself; its error is passed on
    QString imagesFolder; ///< as links name it: "STEM_images", not encoded
    QStringList languages; ///< Tesseract's names, for lang attributes; empty: not known
    std::stop_token stop; ///< looked at while pandoc runs; then Cancelled
};

/// Writes one document page by page, so that memory does not grow with the number of pages (DOCX, HTML and JSON keep at most 100 KB a page).
///
/// begin, then addPage in page order, then finish, each once but addPage. One thread. Markdown, text, HTML and JSON write each
/// page's bytes at once; DOCX keeps pages in a private temporary folder (TMPDIR, mode 0700) until finish runs pandoc, and removes it
/// in every case. After an error the writer is only good for destruction.
class DocumentWriter {
public:
    virtual ~DocumentWriter() = default;
    /// ExportFailed; for DOCX also when pandoc is not installed, before a page is read.
    [[nodiscard]] virtual base::Result<void> begin(const document::Document &document) = 0;
    /// @p content's crops are written by the caller (image files beside the document); HTML and DOCX embed them.
    [[nodiscard]] virtual base::Result<void> addPage(const document::PageContent &content) = 0;
    [[nodiscard]] virtual base::Result<void> finish() = 0;
};

[[nodiscard]] std::unique_ptr<DocumentWriter> makeWriter(Format format, Output output);
[[nodiscard]] QString extensionOf(Format format); ///< "md", "txt", "html", "json", "docx"
[[nodiscard]] std::optional<Format> formatNamed(QStringView name);

} // namespace exporters
