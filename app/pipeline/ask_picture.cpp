// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/ask_picture.h"

#include "app/pipeline/assign_words.h"

namespace pipeline {

Reading askPicture(const Question &question, const SendQuestion &send, const HearBlocks &grew)
{
    const auto newParser
        = [&] { return markdown::TranscriptParser(question.grammar, question.pageNumber, question.content); };
    markdown::TranscriptParser parser = newParser();
    ocr::TextListener listener;
    listener.restarted = [&] { parser = newParser(); };
    listener.grew = [&](QStringView delta) {
        parser.append(delta);
        if (grew)
            grew(parser.blocks());
    };
    Reading reading{send(listener), {}, {}};
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
