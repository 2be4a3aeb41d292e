// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace look {

/// A reader's name for people: "Tesseract", "text of the file", "a recording". A foreign server's model stays as it is called.
[[nodiscard]] QString readerInWords(const QString &reader);

} // namespace look
