// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/ask_picture.h"

#include "app/pipeline/assign_words.h"
#include "app/pipeline/ink_watch.h"

#include <optional>

namespace pipeline {

Reading askPicture(const Question &question, const SendQuestion &send, const HearBlocks &grew)
{
    const auto newParser
        = [&] { return markdown::TranscriptParser(question.grammar, question.pageNumber, question.content); };
    markdown::TranscriptParser parser = newParser();
    std::optional<InkWatch> watch;
    const auto watchAnew = [&] {
        if (question.ink)
            watch.emplace(question.ink);
    };
    watchAnew();
    ocr::TextListener listener;
    listener.restarted = [&] {
        parser = newParser();
        watchAnew();
    };
    listener.grew = [&](QStringView delta) {
        parser.append(delta);
        if (watch)
            watch->take(delta, parser);
        if (grew)
            grew(parser.blocks());
    };
    listener.isEnough = [&] { return watch && watch->end().has_value(); };
    Reading reading{send(listener), {}, {}, false};
    if (reading.loops() && listener.isEnough() && reading.answer->loopStart < 0) { // a loop was cut where it begins
        reading.answer->text.truncate(*watch->end());
        reading.answer->loopStart = *watch->end();
        reading.leftPage = true;
    }
    if (reading.loops()) { // the later rounds were heard already
        parser = newParser();
        parser.append(reading.answer->text);
    }
    parser.finish();
    reading.transcript = parser.transcript();
    reading.blocks = parser.blocks();
    if (reading.answer)
        assignWords(reading.answer->words, reading.blocks);
    return reading;
}

} // namespace pipeline
