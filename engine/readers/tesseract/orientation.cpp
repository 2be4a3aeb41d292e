// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/orientation.h"

#include <omp.h>

#include <algorithm>

namespace readers {

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
    api->SetImage(pix);
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
