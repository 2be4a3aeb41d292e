// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view/block_names.h"

#include <QCoreApplication>

namespace page_view {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BlockNames)
};

} // namespace

QString blockTypeInWords(const document::Block &block)
{
    if (block.level > 0)
        return Words::tr("Heading %1").arg(block.level);
    const QHash<QString, QString> names{{QStringLiteral("text"), Words::tr("Text")},
        {QStringLiteral("title"), Words::tr("Title")}, {QStringLiteral("sub_title"), Words::tr("Heading")},
        {QStringLiteral("image"), Words::tr("Picture")}, {QStringLiteral("table"), Words::tr("Table")},
        {QStringLiteral("equation"), Words::tr("Formula")}, {QStringLiteral("list"), Words::tr("List")},
        {QStringLiteral("code"), Words::tr("Code")},
        {QStringLiteral("image_caption"), Words::tr("Caption of a picture")},
        {QStringLiteral("table_caption"), Words::tr("Caption of a table")},
        {QStringLiteral("table_footnote"), Words::tr("Note of a table")},
        {QStringLiteral("footnote"), Words::tr("Footnote")}, {QStringLiteral("page_footnote"), Words::tr("Footnote")},
        {QStringLiteral("header"), Words::tr("Page header")}, {QStringLiteral("footer"), Words::tr("Page footer")},
        {QStringLiteral("page_header"), Words::tr("Page header")},
        {QStringLiteral("page_footer"), Words::tr("Page footer")},
        {QStringLiteral("page_number"), Words::tr("Page number")},
        {QStringLiteral("reference"), Words::tr("Reference")}};
    return names.value(block.type, block.type);
}

} // namespace page_view
