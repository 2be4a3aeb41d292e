// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace exporters {

enum class SymbolKind {
    Identifier, ///< Greek and such
    Operator, ///< relations, arrows, signs
    Large, ///< sums: limits stand above and below in display
    Integral, ///< limits stand beside
    Function, ///< sin, log
    Limit, ///< lim, max: limits stand below in display
};

struct TexSymbol {
    QString text; ///< empty: not known
    SymbolKind kind = SymbolKind::Operator;
};

/// A command without arguments (name without its backslash).
[[nodiscard]] TexSymbol texSymbol(QStringView command);

/// The accent a command puts over (or, for underline and underbrace, under) its argument; empty for none.
[[nodiscard]] QString texAccent(QStringView command);

/// @p letter in the alphabet of mathbf, mathbb, mathcal, mathfrak, mathsf, mathtt; itself where there is none.
[[nodiscard]] QString inAlphabet(QChar letter, QStringView command);

} // namespace exporters
