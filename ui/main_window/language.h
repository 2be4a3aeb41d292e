// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QApplication;

namespace main_window {

/// @param language  "de", "zh_CN", "en"; empty: the system's.
[[nodiscard]] QLocale localeOf(const QString &language);

/// Menus and messages in a language from now on; windows that are open keep theirs.
/// @param language  as for @c localeOf; English where there is none.
void speak(QApplication &application, const QString &language);

} // namespace main_window
