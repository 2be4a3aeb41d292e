// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tokenizer {

/// The three patterns of the published pre-tokenizer, as tokenizer.json writes them (control characters as \r, \n).
extern const std::string_view numberPattern;
extern const std::string_view eastAsianPattern;
extern const std::string_view wordPattern;

/// Cuts text as the three Split steps do, one after the other, and hands out one piece after the other.
/// Linear in the text, whatever it holds.
class WordSplitter {
public:
    /// @p text must outlive this; bytes that are no UTF-8 count as characters of no kind.
    explicit WordSplitter(std::string_view text);

    /// The next piece, empty at the end. The pieces make up the whole text.
    std::string_view next();

private:
    void findSlice();
    std::size_t matchAt(std::size_t position) const;
    std::size_t matchSpace(std::size_t position) const;
    std::size_t runEnd(std::size_t position, unsigned kinds) const;

    std::string_view m_text;
    std::size_t m_position = 0; ///< where the next piece starts
    std::size_t m_sliceEnd = 0; ///< end of what the first two steps left in one piece
    std::size_t m_pending = 0; ///< end of a match found behind a gap; 0: none
};

} // namespace tokenizer
