// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace look {

/// A remedy as a window says it: without options and variables of the command line, which stand in parentheses ("name a server (--engine)").
[[nodiscard]] QString inWindow(const QString &remedy);

/// Begun with a capital, unless it begins with an address ("http://host answers with a web page") or a file ("a.recto is damaged").
[[nodiscard]] QString capital(const QString &text);

/// "Nothing answers at http://host; check that it runs.": what happened and what can be done, begun with a @c capital, ended with a full stop.
[[nodiscard]] QString inOneSentence(const base::Error &error);

} // namespace look
