// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/words.h"

#include <QByteArray>

#include <memory>

namespace poppler {
class document;
}

namespace render {

/// The words of a PDF's pages as poppler-cpp finds them, in its own order.
class PdfWords {
public:
    PdfWords(const QString &fileName, const QByteArray &password);
    ~PdfWords();
    PdfWords(const PdfWords &) = delete;
    PdfWords &operator=(const PdfWords &) = delete;

    /// Boxes, fonts by name, rotation; links and invisibility are left to @c ContentScan. Empty for a page that is none.
    [[nodiscard]] QList<document::TextLayerWord> read(int pageIndex) const;

private:
    std::unique_ptr<poppler::document> m_document;
};

/// Family, weight and slant as a PostScript name tells them: "ABCDEF+Times-BoldItalic".
[[nodiscard]] document::FontStyle styleOfName(const std::string &postScriptName, double size);

} // namespace render
