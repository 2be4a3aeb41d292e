// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/transcript.h"

#include "engine/cli/literal.h"
#include "engine/tokenizer/unicode.h"

#include <algorithm>
#include <cmath>

namespace cli {

namespace {

constexpr std::string_view endToken = "<｜end▁of▁sentence｜>";
constexpr std::string_view refOpen = "<|ref|>", refClose = "<|/ref|><|det|>", detClose = "<|/det|>";
constexpr std::string_view imageTag = "<|ref|>image<|/ref|>";

/// One match of the official pattern: ref, label, det list, the first ends that fit.
struct Tag {
    std::string_view whole;
    std::string_view label;
    std::string_view boxes;

    bool isImage() const { return whole.find(imageTag) != std::string_view::npos; }

    /// A torn tag before it may have been swallowed: the last one opened counts.
    std::string_view lastLabel() const
    {
        const auto inner = label.rfind(refOpen);
        return inner == std::string_view::npos ? label : label.substr(inner + refOpen.size());
    }
};

std::optional<Tag> findTag(std::string_view text, std::size_t from)
{
    const auto begin = text.find(refOpen, from);
    if (begin == std::string_view::npos)
        return {};
    const auto label = begin + refOpen.size();
    const auto middle = text.find(refClose, label);
    if (middle == std::string_view::npos)
        return {};
    const auto boxes = middle + refClose.size();
    const auto end = text.find(detClose, boxes);
    if (end == std::string_view::npos)
        return {};
    return Tag{text.substr(begin, end + detClose.size() - begin), text.substr(label, middle - label),
        text.substr(boxes, end - boxes)};
}

std::optional<std::array<double, 4>> fourNumbers(const nlohmann::json &item)
{
    std::array<double, 4> box{};
    if (!item.is_array() || item.size() != box.size())
        return {};
    for (std::size_t i = 0; i < box.size(); ++i) {
        if (!item[i].is_number())
            return {};
        box[i] = item[i].get<double>();
    }
    return box;
}

/// The boxes up to the first that is none: there the official scripts stop, too.
std::vector<std::array<double, 4>> readBoxes(std::string_view literal)
{
    std::vector<std::array<double, 4>> boxes;
    const auto list = parseLiteral(literal);
    if (!list || !list->is_array())
        return boxes;
    for (const auto &item : *list) {
        const auto box = fourNumbers(item);
        if (!box)
            break;
        boxes.push_back(*box);
    }
    return boxes;
}

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    std::string result;
    std::size_t position = 0;
    for (std::size_t found; (found = text.find(from, position)) != std::string::npos; position = found + from.size())
        result.append(text, position, found - position).append(to);
    text = result.append(text, position);
}

/// At most one blank line in a row.
void collapseBlankLines(std::string &text)
{
    std::string result;
    std::size_t newlines = 0;
    for (const char c : text) {
        newlines = c == '\n' ? newlines + 1 : 0;
        if (newlines <= 2)
            result += c;
    }
    text = std::move(result);
}

std::string withoutEnd(std::string_view transcript, TranscriptFormat format, bool &ended)
{
    std::string text(transcript);
    ended = text.find(endToken) != std::string::npos;
    if (format == TranscriptFormat::Pdf)
        replaceAll(text, endToken, "");
    else if (text.ends_with(endToken))
        text.resize(text.size() - endToken.size());
    // The scripts' files are read back with any newline as one.
    replaceAll(text, "\r\n", "\n");
    replaceAll(text, "\r", "\n");
    return format == TranscriptFormat::Hf ? std::string(tokenizer::stripped(text)) : text;
}

} // namespace

PixelBox toPixels(const std::array<double, 4> &box, int width, int height)
{
    PixelBox pixels{};
    for (std::size_t i = 0; i < box.size(); ++i) {
        const int size = i % 2 == 0 ? width : height;
        // Clamped before the cast, which no number outside an int survives.
        pixels[i] = static_cast<int>(std::clamp(box[i] / 999 * size, 0.0, static_cast<double>(size)));
    }
    if (pixels[0] > pixels[2])
        std::swap(pixels[0], pixels[2]);
    if (pixels[1] > pixels[3])
        std::swap(pixels[1], pixels[3]);
    return pixels;
}

CleanTranscript cleanTranscript(std::string_view transcript, int width, int height, TranscriptFormat format, int page)
{
    CleanTranscript result;
    const std::string text = withoutEnd(transcript, format, result.ended);
    const std::string prefix = format == TranscriptFormat::Pdf ? std::to_string(page) + "_" : "";
    std::size_t position = 0, number = 0;
    const bool hasTags = findTag(text, 0).has_value();
    while (const auto tag = findTag(text, position)) {
        const auto start = static_cast<std::size_t>(tag->whole.data() - text.data());
        result.text.append(text, position, start - position);
        position = start + tag->whole.size();
        for (const auto &box : readBoxes(tag->boxes)) {
            const PixelBox pixels = toPixels(box, width, height);
            result.boxes.push_back({std::string(tag->isImage() ? "image" : tag->lastLabel()), pixels});
            if (!tag->isImage())
                continue;
            // A box without area has its number, but no file and no link.
            const std::string file = prefix + std::to_string(number++) + ".jpg";
            if (pixels[0] == pixels[2] || pixels[1] == pixels[3])
                continue;
            result.crops.push_back({pixels, file});
            result.text += "![](images/" + file + ")\n";
        }
    }
    result.text.append(text, position);
    replaceAll(result.text, "\\coloneqq", ":=");
    replaceAll(result.text, "\\eqqcolon", "=:");
    if (format == TranscriptFormat::Pdf && hasTags)
        collapseBlankLines(result.text);
    return result;
}

} // namespace cli
