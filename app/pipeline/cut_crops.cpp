// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/cut_crops.h"

#include <algorithm>

namespace pipeline {

namespace {

bool isPicture(const document::Block &block)
{
    return block.type == QLatin1StringView("image") && !block.box().isEmpty();
}

} // namespace

bool hasPictures(const QList<document::Block> &blocks)
{
    return std::ranges::any_of(blocks, isPicture);
}

QList<document::Crop> cutCrops(const QImage &picture, int pageNumber, QList<document::Block> &blocks)
{
    QList<document::Crop> crops;
    for (document::Block &block : blocks) {
        if (!isPicture(block))
            continue;
        const QRect cut = block.box().on(picture.size()).toAlignedRect().intersected(picture.rect());
        if (cut.isEmpty())
            continue;
        block.image = QStringLiteral("p%1-%2.png")
                          .arg(pageNumber, 4, 10, QLatin1Char('0'))
                          .arg(crops.size() + 1, 2, 10, QLatin1Char('0'));
        crops.append({block.image, picture.copy(cut)});
    }
    return crops;
}

} // namespace pipeline
