// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <array>

namespace locate {

/// A stretch of folded text that is nearly what was looked for.
struct NearMatch {
    qsizetype begin = 0;
    qsizetype end = 0;
    int cost = 0; ///< in quarters of an edit; 1 for a confusion that readers make

    bool operator==(const NearMatch &) const = default;
};

/// Finds a folded text as a reader may have misread it: confusions of letters count a quarter of an edit, blanks half a one, any other letter
/// a whole one. How much is allowed grows with the length: up to five letters confusions alone, then an edit for every five or so.
class NearText {
public:
    /// @param folded  as @c fold gives it.
    explicit NearText(const QString &folded);

    /// Too short for anything but the text itself.
    [[nodiscard]] bool isEmpty() const { return m_budget == 0; }
    /// What a match may cost, in quarters of an edit.
    [[nodiscard]] int budget() const { return m_budget; }
    /// Matches in @p folded that cost something, in order, none overlapping; each begins where a word does. Linear in @p folded.
    [[nodiscard]] QList<NearMatch> find(QStringView folded) const;

private:
    [[nodiscard]] quint64 positionsOf(char16_t letter) const;
    [[nodiscard]] NearMatch best(QStringView folded, qsizetype from, qsizetype end) const;

    QString m_text;
    QString m_skeleton; ///< its first 64 letters at most
    std::array<quint64, 128> m_ascii{}; ///< per letter: where it stands in m_skeleton, a bit each
    QHash<char16_t, quint64> m_others;
    int m_budget = 0;
    int m_edits = 0; ///< whole edits within the budget
};

} // namespace locate
