// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace exporters {

/// Tesseract's name of a language ("chi_sim") as a lang attribute has it ("zh-Hans"); empty for one we do not know.
[[nodiscard]] QString languageTag(QStringView tesseractName);

/// The lang attribute of @p text: of the languages asked for, the first that is written in the text's script; without one, what the
/// script alone tells (Chinese, Japanese, Korean, Arabic, Hebrew, …); else empty.
[[nodiscard]] QString languageOf(QStringView text, const QStringList &tesseractNames);

} // namespace exporters
