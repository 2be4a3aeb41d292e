// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace editor {

/// What a begun tag ("<t") or LaTeX command ("\fra") can become: tags of tables and text marks, commands that the preview draws, commonest
/// first. "</" offers first the tags that are open in @p lineBefore.
[[nodiscard]] QStringList completionsOf(const QString &begun, const QString &lineBefore);

} // namespace editor
