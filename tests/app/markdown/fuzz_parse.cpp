// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a transcript: no crash, no hang, the same blocks wherever it is cut, and nothing but allowed HTML.
#include "app/document/block_markdown.h"
#include "app/document/safe_html.h"
#include "app/markdown/transcript_parser.h"
#include "app/markdown/write_transcript.h"

#include <cstdint>
#include <cstdlib>

using markdown::Grammar;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    const Grammar grammar = static_cast<Grammar>(data[0] % 3);
    const auto content = data[0] & 4 ? markdown::Content::PlainText : markdown::Content::Markdown;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data + 2), static_cast<qsizetype>(size - 2));
    const auto blocks = markdown::parseTranscript(text, grammar, 1, content);
    const qsizetype cut = text.isEmpty() ? 0 : data[1] * text.size() / 256;
    markdown::TranscriptParser parser(grammar, 1, content);
    parser.append(QStringView(text).first(cut));
    (void)parser.blocks();
    parser.append(QStringView(text).sliced(cut));
    parser.finish();
    if (parser.blocks() != blocks)
        abort();
    for (const document::Block &block : blocks) {
        const QString html = document::markdownHtml(block.markdown) + document::safeHtml(block.html);
        if (html.contains(QLatin1StringView("<script")) || html.contains(QLatin1StringView("<img")))
            abort();
        (void)document::blockMarkdown(block, document::MathDelimiters::Dollars);
    }
    (void)markdown::writeTranscript(blocks);
    return 0;
}
