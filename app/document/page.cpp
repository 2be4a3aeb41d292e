// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/page.h"

namespace document {

QString statusName(PageStatus status)
{
    switch (status) {
    case PageStatus::Unread:
        return QStringLiteral("unread");
    case PageStatus::Reading:
        return QStringLiteral("reading");
    case PageStatus::Ok:
        return QStringLiteral("ok");
    case PageStatus::Partial:
        return QStringLiteral("partial");
    case PageStatus::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

QString unitName(PageUnit unit)
{
    return unit == PageUnit::Points ? QStringLiteral("pt") : QStringLiteral("px");
}

} // namespace document
