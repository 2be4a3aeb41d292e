// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/page_furniture.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageNote)
};

} // namespace

bool isFurniture(const document::Block &block)
{
    return block.type == u"header" || block.type == u"footer" || block.type == u"page_number";
}

bool showsFigure(const document::Block &block)
{
    return block.figure && block.markdown.isEmpty() && block.html.isEmpty();
}

bool isBlank(const document::Block &block)
{
    return block.markdown.isEmpty() && block.text.isEmpty() && block.html.isEmpty() && block.image.isEmpty()
        && !block.figure;
}

QString pageNote(const document::Page &page)
{
    const QString why = page.error ? u": "_s + page.error->what : QString();
    switch (page.status) {
    case document::PageStatus::Ok:
        return {};
    case document::PageStatus::Partial:
        return Words::tr("Page %1 was read in part%2").arg(page.number).arg(why);
    default:
        return Words::tr("Page %1 could not be read%2").arg(page.number).arg(why);
    }
}

} // namespace exporters
