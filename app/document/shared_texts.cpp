// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/shared_texts.h"

namespace document {

namespace {

constexpr qsizetype mostWords = 200'000; // of all languages' largest books; a document of random letters ends here

} // namespace

void SharedTexts::share(Page &page)
{
    for (Block &block : page.blocks) {
        if (block.text == block.markdown)
            block.text = block.markdown;
        for (Word &word : block.words) {
            if (const auto known = m_words.constFind(word.text); known != m_words.constEnd())
                word.text = *known;
            else if (m_words.size() < mostWords)
                m_words.insert(word.text);
        }
    }
}

} // namespace document
