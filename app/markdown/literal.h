// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringView>

#include <optional>

namespace markdown {

/// A literal as Python writes it, read as data: dictionaries, lists, tuples (as lists), strings, numbers, True, False, None. Nothing is
/// ever evaluated: a name, a call or an operator ends the reading.
///
/// A text that ends in the middle (the model was cut off) gives what was read so far, open brackets closed; so does one that stops making
/// sense inside. Text behind the literal is left alone.
/// @return nothing where no dictionary or list begins @p text (after blanks). Nesting beyond 32 and more than 100,000 values end it.
[[nodiscard]] std::optional<QJsonValue> readLiteral(QStringView text);

/// The same for a text that must be one literal and nothing else, blanks around it aside, all brackets closed.
[[nodiscard]] std::optional<QJsonValue> readWholeLiteral(QStringView text);

} // namespace markdown
