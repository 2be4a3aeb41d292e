// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

/// One part of a program as a screen reader gets it.
struct BusPart {
    QString name;
    QString role; ///< in AT-SPI's words: "push button"
    bool isShowing = false;
    bool isFocusable = false;
    bool isEnabled = false;
    std::vector<BusPart> children;
};

/// The tree of the program of that name, asked for over the accessibility bus: found through the registry, as a screen reader does. Blocks; not
/// on the thread of the window. A part without a name and role stands for a program that is not there.
[[nodiscard]] BusPart treeOnTheBus(const QString &program);
