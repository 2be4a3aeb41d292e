// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"

#include <memory>
#include <string>

namespace readers {

/// Reads pages with Tesseract and says what it sees in the grounded grammar, block by block as they are recognised.
///
/// One process a page (worker_process.h), @p threads pages at once. Layout comes first (nothing can be sent before it ends); from then on each
/// block goes out when its last word is read: Tesseract's progress callback is asked before each word, recognition itself
/// runs over the whole page as `tesseract --psm 3` does, so that its text is the same.
class TesseractReader final : public Reader, public OrientationFinder {
public:
    /// @param dataFolder  *.traineddata; empty: Tesseract's own choice. @param threads  >= 1. The running program must answer
    /// `tesseract-worker FOLDER` with runTesseractWorker: it is started again for each worker.
    TesseractReader(int threads, const std::string &dataFolder = {});
    ~TesseractReader() override;

    ReaderInfo info() const override;
    int slots() const override;
    std::unique_ptr<Reading> accept(ReadRequest request) override;
    PictureOrientation find(const std::string &picture, std::stop_token stop) override;

    struct Shared; ///< language data, workers; outlives the readings

private:
    std::shared_ptr<Shared> m_shared;
};

} // namespace readers
