// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/orientation.h"

#include <omp.h>

#include <algorithm>

namespace readers {

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
        found.clockwiseDegrees = (360 - turned) % 360; // it tells how far the page is turned; asked is the turn that mends it
        found.confidence = std::max(0.0F, confidence);
        found.script = script ? script : "";
        found.scriptConfidence = std::max(0.0F, scriptConfidence);
    }
    found.languages = languages.forScript(found.script);
    return found;
}

} // namespace readers
