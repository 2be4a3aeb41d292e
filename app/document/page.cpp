// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/page.h"

namespace document {

namespace {

/// What is shared would become two.
template <class List>
void squeezeUnshared(List &list)
{
    if (list.isDetached())
        list.squeeze();
}

} // namespace

void squeeze(Page &page)
{
    for (Block &block : page.blocks) {
        squeezeUnshared(block.markdown);
        squeezeUnshared(block.text);
        for (Line &line : block.lines)
            squeezeUnshared(line.text);
        for (Word &word : block.words)
            squeezeUnshared(word.text);
        squeezeUnshared(block.lines);
        squeezeUnshared(block.words);
    }
}

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
