// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cli/golden_case.h"

#include <optional>
#include <string>
#include <vector>

namespace cli {

/// One stage's verdict.
struct StageResult {
    std::string name;
    double relativeL2 = 0; ///< |ours − golden| / |golden| over the stored values that still take part
    double tolerance = 0;
    bool within = false;
    std::string remark; ///< empty, or what is wrong or left out
};

/// How far a stage may be off, and why: float32 as the golden files' README states; bfloat16 is our own bound.
double toleranceFor(const std::string &stage, std::int64_t decoderLayers, bool reduced);

/// Compares the stages of a case as they come by.
///
/// Where a token's router was undecided (margin ≤ 1e-4) and it took other experts than the reference, the token leaves the
/// comparison from that layer on. One thread.
class StageCheck {
public:
    StageCheck(const GoldenCase &golden, std::int64_t decoderLayers, bool reduced);

    /// @param value the whole stage, any type and device. Stages that the case does not hold are passed over.
    void see(const std::string &name, const at::Tensor &value);

    const std::vector<StageResult> &results() const { return m_results; }
    std::vector<std::string> missing() const; ///< stages of the case that never came
    std::int64_t droppedTokens() const;

private:
    StageResult compareExperts(const GoldenStage &stage, const at::Tensor &ours, const at::Tensor &golden);
    StageResult compareValues(const GoldenStage &stage, const at::Tensor &ours, const at::Tensor &golden) const;

    const GoldenCase &m_golden;
    std::int64_t m_decoderLayers;
    bool m_reduced;
    std::vector<bool> m_dropped; ///< by token of the prompt
    std::vector<StageResult> m_results;
};

} // namespace cli
