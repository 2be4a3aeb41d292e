// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/tokenizer.h"

#include <cstdint>
#include <string>

namespace tokenizer {

/// Turns ids into text as they come; half a character waits for its rest. One thread at a time.
/// All pieces and finish() together are what Tokenizer::decode gives for all ids.
class StreamDecoder {
public:
    /// @p tokenizer must outlive this.
    StreamDecoder(const Tokenizer &tokenizer, SpecialTokens special);

    /// What is certain after one more id; may be empty.
    std::string push(std::int32_t id);

    /// The end: U+FFFD for what stayed unfinished, else empty.
    std::string finish();

private:
    const Tokenizer *m_tokenizer;
    SpecialTokens m_special;
    std::string m_waiting; ///< 0 to 3 bytes
};

} // namespace tokenizer
