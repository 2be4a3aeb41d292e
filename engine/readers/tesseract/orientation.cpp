// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/orientation.h"

#include "engine/readers/tesseract/picture.h"

#include <leptonica/allheaders.h>
#include <omp.h>

#include <algorithm>

namespace readers {

namespace {

constexpr int longestSide
    = 2500; ///< pixels: larger pictures are looked at in this size; measured, see app/prepare/README.md

/// @p pix, or it in grey and smaller; what is given back owns it.
PixPtr atMostLongest(Pix *pix)
{
    const int longest = std::max(pixGetWidth(pix), pixGetHeight(pix));
    if (longest <= longestSide)
        return PixPtr(pixClone(pix));
    const PixPtr grey(pixConvertTo8(pix, 0));
    const float scale = static_cast<float>(longestSide) / static_cast<float>(longest);
    PixPtr small(grey ? pixScaleAreaMap(grey.get(), scale, scale) : nullptr);
    return small ? std::move(small) : PixPtr(pixClone(pix));
}

} // namespace

bool isScriptSure(const PictureOrientation &found)
{
    // Pages whose script was told right have one of the two (ndl-vertical-print 2.5 and 1.5, arabic-two-columns 27 and 94);
    // handwriting and photos taken for Japanese have neither (candide_ms_12 1.1 and 0.2, exif-orientation-6 0.7 and 0.3).
    return found.confidence >= 2 || found.scriptConfidence >= 1;
}

PictureOrientation detectOrientation(Pix *pix, ApiPool &pool, const Languages &languages)
{
    omp_set_max_active_levels(0);
    PictureOrientation found;
    ApiPool::Loan api = pool.take("osd");
    api->SetPageSegMode(tesseract::PSM_OSD_ONLY);
    const PixPtr small = atMostLongest(pix);
    api->SetImage(small.get());
    int turned = 0;
    float confidence = 0;
    float scriptConfidence = 0;
    const char *script = nullptr;
    if (api->DetectOrientationScript(&turned, &confidence, &script, &scriptConfidence)) {
        found.clockwiseDegrees
            = (360 - turned) % 360; // it tells how far the page is turned; asked is the turn that mends it
        found.confidence = std::max(0.0F, confidence);
        found.script = script ? script : "";
        found.scriptConfidence = std::max(0.0F, scriptConfidence);
    }
    found.languages = languages.forScript(isScriptSure(found) ? found.script : "Latin");
    return found;
}

} // namespace readers
