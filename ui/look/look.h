// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QColor>
#include <QObject>
#include <QString>

class QApplication;

namespace look {

/// Gives the program its style, colours and icons, and keeps them in step with the desktop's light and dark. Once, before the first window.
void prepare(QApplication &application);

/// Light, dark, or as the desktop has it. Icons and colours change at once.
void setAppearance(settings::Appearance appearance);
[[nodiscard]] bool isDark();

/// Lines and paddings of tool bars, tabs and docks, in colours of the palette as it is now; for a top window, and again when they change.
[[nodiscard]] QString styleSheet();

/// What colours mean, readable on the background of text in light and in dark. Never the only sign of anything.
enum class Meaning { Good, Busy, Bad, Quiet };
[[nodiscard]] QColor colour(Meaning meaning);

} // namespace look
