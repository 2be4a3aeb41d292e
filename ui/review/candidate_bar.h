// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/splice_area.h"

#include <QFrame>

class QLabel;
class QScrollArea;
class QToolButton;

namespace review {

/// A way in which an area was read again.
struct Candidate {
    QString title; ///< "Tesseract, German"
    pipeline::AreaReading reading;
};

/// What an area says now against what it was read as again, word by word. Tab goes on to the next candidate, Enter takes it, Esc leaves all.
class CandidateBar : public QFrame {
    Q_OBJECT
public:
    explicit CandidateBar(QWidget *parent = nullptr);

    /// Begins anew for an area; the bar shows and waits. @param before  what stands there.
    void begin(int pageIndex, const base::NormalizedRect &area, const QString &before, const QString &waitingFor);
    void add(const Candidate &candidate);
    void fail(const QString &sentence);
    void leave();

    [[nodiscard]] int pageIndex() const { return m_pageIndex; }
    [[nodiscard]] const base::NormalizedRect &area() const { return m_area; }
    [[nodiscard]] qsizetype count() const { return m_candidates.size(); }
    [[nodiscard]] QString shownText() const; ///< of the difference, without colours: "the [-lnvoice-] {+invoice+}"

Q_SIGNALS:
    void taken(const review::Candidate &candidate);
    void left();
    void otherWayWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showCandidate();
    void next();
    void take();

    int m_pageIndex = -1;
    base::NormalizedRect m_area;
    QString m_before;
    QList<Candidate> m_candidates;
    qsizetype m_current = 0;
    QString m_message; ///< in place of a difference: waiting, failed
    QLabel *m_title;
    QLabel *m_difference;
    QToolButton *m_take;
    QToolButton *m_next;
    QToolButton *m_other;
};

/// A difference as rich text: removed words struck out and marked, added ones underlined; colour is not the only sign.
[[nodiscard]] QString differenceHtml(const QList<pipeline::DiffWord> &words, bool isDark);
/// The same as plain text, for screen readers and tests.
[[nodiscard]] QString differenceText(const QList<pipeline::DiffWord> &words);

} // namespace review
