// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/prompt.h"

#include "engine/base/exceptions.h"
#include "engine/tokenizer/unicode.h"

#include <string_view>

namespace runtime {

namespace {

constexpr std::string_view mark = "<image>";

} // namespace

PromptIds promptIds(
    const tokenizer::Tokenizer &tokenizer, const std::string &prompt, std::int64_t placeholders, std::int32_t beginId)
{
    std::string text(tokenizer::stripped(prompt));
    std::size_t place = text.find(mark);
    if (placeholders > 0 && place == std::string::npos) {
        const std::string whole = std::string(mark) + "\n" + prompt;
        text = tokenizer::stripped(whole); // blanks before the prompt are within it now
        place = 0;
    }
    if (placeholders == 0 && place != std::string::npos)
        throw base::BadRequest("the prompt has a place for a picture (<image>), but no picture came with it");
    PromptIds result;
    result.ids.push_back(beginId);
    const auto append = [&](std::string_view part) {
        const std::vector<std::int32_t> ids = tokenizer.encode(part);
        result.ids.insert(result.ids.end(), ids.begin(), ids.end());
    };
    if (place == std::string::npos) {
        append(text);
        return result;
    }
    const std::string_view before = std::string_view(text).substr(0, place);
    const std::string_view after = std::string_view(text).substr(place + mark.size());
    if (after.find(mark) != std::string_view::npos)
        throw base::BadRequest("the prompt has more than one place for a picture (<image>)");
    const auto id = tokenizer.idOf(mark);
    if (!id)
        throw base::BadRequest("this model's tokenizer has no <image> token");
    append(before);
    result.firstPlaceholder = static_cast<std::int64_t>(result.ids.size());
    result.ids.insert(result.ids.end(), static_cast<std::size_t>(placeholders), *id);
    append(after);
    return result;
}

} // namespace runtime
