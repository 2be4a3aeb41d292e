// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace exporters {

/// TeX of a formula as MathML, which browsers draw without a script. What we do not know of TeX is shown as its own letters; a formula
/// whose braces or environments do not match is shown as TeX whole. The TeX stays in an annotation. Linear; nesting is bounded.
[[nodiscard]] QString mathMl(const QString &tex, bool display);

} // namespace exporters
