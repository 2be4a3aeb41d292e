// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/token_estimate.h"

namespace ocr {

namespace {

enum Kind { Blank = 1, Letter, Digit, Sign, Ideograph };

Kind kindOf(QChar c)
{
    if (c.isSpace())
        return Blank;
    if (c.isDigit())
        return Digit;
    if (c.unicode() >= 0x2E80 && c.isLetter())
        return Ideograph;
    return c.isLetter() || c.isMark() ? Letter : Sign;
}

/// Letters of one kind that make one token, rather too many.
constexpr int lengthOfToken(int kind)
{
    switch (kind) {
    case Letter:
        return 5;
    case Digit:
        return 3; // the tokenizer parts digits so
    case Sign:
        return 8; // leaders: "........" is one
    case Ideograph:
        return 2;
    default:
        return 1 << 20; // blanks go with what follows
    }
}

} // namespace

bool TokenEstimate::begins(QChar c)
{
    const int kind = kindOf(c);
    m_run = kind == m_kind ? m_run + 1 : 1;
    m_kind = kind;
    return kind != Blank && (m_run - 1) % lengthOfToken(kind) == 0;
}

} // namespace ocr
