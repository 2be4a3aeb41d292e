// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace pipeline {

enum class Reader { Auto, Text, Tesseract, DeepseekOcr, Replay };

/// How pages are to be read; the same from the command line and the window.
struct ReadOptions {
    Reader reader = Reader::Auto;
    QStringList languages;           ///< Tesseract's names: eng, chi_sim; empty: chosen by itself
    double resolution = 0;           ///< dots per inch for rendering PDF pages; 0: the reader's own
    QString prompt;                  ///< empty: the reader's default task
    QString mode;                    ///< deepseek-ocr only: tiny … gundam-m; empty: gundam
};

} // namespace pipeline
