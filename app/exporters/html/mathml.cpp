// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/html/mathml.h"

using namespace Qt::StringLiterals;

namespace exporters {

QString mathMl(const QString &tex, bool display)
{
    return display ? u"<code class=\"tex\">\\[%1\\]</code>"_s.arg(tex.toHtmlEscaped())
                   : u"<code class=\"tex\">\\(%1\\)</code>"_s.arg(tex.toHtmlEscaped());
}

} // namespace exporters
