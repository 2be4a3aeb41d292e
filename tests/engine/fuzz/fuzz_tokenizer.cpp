// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as text, as ids and as tokenizer.json. Decoding in one go and as a stream must agree.
#include "engine/base/exceptions.h"
#include "engine/tokenizer/stream_decoder.h"
#include "engine/tokenizer/tokenizer.h"

#include <cstdlib>
#include <cstring>

using tokenizer::SpecialTokens;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto subject = tokenizer::Tokenizer::load(std::string(TEST_DATA_DIR) + "/engine/golden/small");
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    std::vector<std::int32_t> ids = subject.encode(text);
    // Half of the inputs also as ids of their own, valid or not.
    if (size % 2 == 0)
        for (std::size_t i = 0; i + 1 < size; i += 2)
            ids.push_back(data[i] | data[i + 1] << 8);
    const std::string whole = subject.decode(ids, SpecialTokens::Keep);
    tokenizer::StreamDecoder stream(subject, SpecialTokens::Keep);
    std::string shown;
    for (const std::int32_t id : ids)
        shown += stream.push(id);
    if (shown + stream.finish() != whole)
        std::abort();
    try {
        tokenizer::Tokenizer::parse(text, "fuzz");
    } catch (const base::BadModel &) {
        // Refused, as it should be.
    }
    return 0;
}
