// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace ocr {

/// Where a text's tokens begin, by its letters alone: foreign servers send no ids. Rather too few tokens than too many.
class TokenEstimate {
public:
    /// Takes the next letter. @return whether a token begins with it.
    bool begins(QChar c);
    /// A tag ended, which is a token of its own: what follows begins anew.
    void restart() { m_kind = 0; }

private:
    int m_run = 0; ///< letters of one kind in a row
    int m_kind = 0;
};

} // namespace ocr
