// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>

namespace golden {

/// Counts what is equal and what is not, by heading; prints each difference.
class Tally {
public:
    void count(const std::string &heading, bool equal, const std::string &what);
    /// Prints the table. @return true when nothing differs.
    bool print() const;
    /// Equal ones under headings that begin so; -1 when one differs or nothing was compared.
    int allEqual(const std::string &heading) const;

private:
    struct Numbers {
        int equal = 0;
        int different = 0;
    };
    std::map<std::string, Numbers> m_numbers;
};

nlohmann::json readJson(const std::filesystem::path &path);

/// A picture by its formula: wave, noise, bars, flat.
base::Rgb8Image formulaPicture(const std::string &formula, int width, int height);

/// @p samples empty: only pictures by formula.
void checkPreprocess(const std::filesystem::path &golden, const std::filesystem::path &samples, Tally &tally);

/// A vocabulary's strings and streams: @p folder holds strings.json and streams.json, @p model the tokenizer.json.
void checkTokenizer(const std::filesystem::path &folder, const std::filesystem::path &model, Tally &tally);

void checkNgram(const std::filesystem::path &golden, Tally &tally);
void checkPostprocess(const std::filesystem::path &golden, Tally &tally);

/// The weight formula against full/weights-check.json.
void checkFormula(const std::filesystem::path &golden, Tally &tally);

/// A whole small model by the formula against small/'s file.
void checkSmallWeights(const std::filesystem::path &golden, Tally &tally);

} // namespace golden
