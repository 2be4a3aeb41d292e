// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace look {

/// A language that pages can be read in.
struct ReadingLanguage {
    QString code; ///< as Tesseract has it: "deu", "chi_sim"
    QString name; ///< in the language itself, so that it is found by who reads it
};

/// Those that people most often need.
[[nodiscard]] QList<ReadingLanguage> readingLanguages();

} // namespace look
