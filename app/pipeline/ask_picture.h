// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "app/markdown/transcript_parser.h"
#include "app/ocr/client.h"
#include "app/ocr/request.h"
#include "app/pipeline/ink_map.h"

#include <memory>

namespace pipeline {

/// What is asked about a picture, and how the answer is to be taken.
struct Question {
    QString model; ///< as Engine::modelFor gives it
    ocr::ReadRequest request;
    markdown::Grammar grammar = markdown::Grammar::Labels;
    markdown::Content content = markdown::Content::Markdown;
    int pageNumber = 1; ///< for block ids
    std::shared_ptr<const InkMap> ink; ///< of the picture, where all its text and nothing else is asked for; else none
};

/// One answer, with the blocks it comes to.
struct Reading {
    base::Result<ocr::Transcription> answer;
    QString transcript; ///< what came, without the later rounds of a loop; also where the answer is an error
    QList<document::Block> blocks; ///< of the transcript; boxes are shares of the picture that was sent
    bool leftPage = false; ///< the text went on past its picture's ink, and was cut

    /// The text went round, or left its page, and was cut.
    [[nodiscard]] bool loops() const { return answer && answer->finishReason == u"repetition"; }
    /// The text reached the longest answer that was asked for: its end is missing.
    [[nodiscard]] bool isTooLong() const { return answer && answer->finishReason == u"length"; }
    /// The text came to its end.
    [[nodiscard]] bool isWhole() const { return answer && !loops() && !isTooLong(); }
};

/// Sends a question with this listener and waits for the answer.
using SendQuestion = std::function<base::Result<ocr::Transcription>(const ocr::TextListener &)>;
/// Hears the blocks so far; may be empty.
using HearBlocks = std::function<void(const QList<document::Block> &soFar)>;

/// Asks once: parses the answer as it arrives, lays the reader's words against its blocks. Blocks; any thread.
[[nodiscard]] Reading askPicture(const Question &question, const SendQuestion &send, const HearBlocks &grew);

} // namespace pipeline
