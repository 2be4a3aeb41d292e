// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"

#include <memory>
#include <string>

namespace readers {

/// The path of recto-tesseract where it stands beside the running program.
/// @throws base::Exception when the system does not tell where that is.
std::string workerProgramBesideOurs();

/// Reads pages with Tesseract and says what it sees in the grounded grammar, block by block as they are recognised.
///
/// One process a page (worker_process.h), @p threads pages at once. Layout comes first (nothing can be sent before it ends); from then on each
/// block goes out when its last word is read: Tesseract's progress callback is asked before each word, recognition itself
/// runs over the whole page as `tesseract --psm 3` does, so that its text is the same.
class TesseractReader final : public Reader, public OrientationFinder {
public:
    /// @param threads  >= 1. @param workerProgram  the path of recto-tesseract, which is started for each worker.
    /// @param dataFolder  *.traineddata; empty: Tesseract's own choice.
    TesseractReader(int threads, const std::string &workerProgram, const std::string &dataFolder = {});
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
