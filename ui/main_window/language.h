// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace main_window {

/// Menus and messages in a language from now on; windows that are open keep theirs.
/// @param language  "de", "zh_CN", "en"; empty: the system's, English where there is none.
void speak(QApplication &application, const QString &language);

} // namespace main_window
