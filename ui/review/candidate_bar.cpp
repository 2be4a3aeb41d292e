// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/candidate_bar.h"

#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace review {

QString differenceText(const QList<pipeline::DiffWord> &words)
{
    QStringList texts;
    for (const pipeline::DiffWord &word : words) {
        using Kind = pipeline::DiffWord::Kind;
        texts.append(word.kind == Kind::Kept ? word.text
                : word.kind == Kind::Removed ? u"[-%1-]"_s.arg(word.text)
                                             : u"{+%1+}"_s.arg(word.text));
    }
    return texts.join(u' ');
}

QString differenceHtml(const QList<pipeline::DiffWord> &words, bool isDark)
{
    const QString removed = isDark ? u"color:#ff9a8f;background:#4a2320"_s : u"color:#a1261b;background:#fbe3e0"_s;
    const QString added = isDark ? u"color:#8ee0a4;background:#1e3d28"_s : u"color:#17653a;background:#dff3e5"_s;
    QStringList html;
    for (const pipeline::DiffWord &word : words) {
        const QString text = word.text.toHtmlEscaped();
        using Kind = pipeline::DiffWord::Kind;
        html.append(word.kind == Kind::Kept  ? text
                : word.kind == Kind::Removed ? u"<s style=\"%1\">%2</s>"_s.arg(removed, text)
                                             : u"<u style=\"%1\">%2</u>"_s.arg(added, text));
    }
    return html.join(u' ');
}

CandidateBar::CandidateBar(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_difference(new QLabel)
    , m_take(new QToolButton)
    , m_next(new QToolButton)
    , m_other(new QToolButton)
{
    setAccessibleName(tr("Read again"));
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_difference->setWordWrap(true);
    m_difference->setTextFormat(Qt::RichText);
    m_difference->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_difference->setMargin(2);
    m_take->setText(tr("Take it"));
    m_take->setProperty("main", true);
    setObjectName(u"candidates"_s);
    setStyleSheet(u"#candidates { background: palette(base); border: none; border-bottom: 1px solid palette(mid); }"
                  "QToolButton[main=\"true\"] { background: palette(highlight); color: palette(highlighted-text); "
                  "font-weight: 600; }"
                  "QToolButton[main=\"true\"]:hover { background: palette(link); }"
                  "QToolButton[main=\"true\"]:disabled { background: palette(mid); }"_s);
    m_take->setToolTip(tr("Put these words in place of the old ones (Enter)"));
    m_next->setText(tr("Next candidate"));
    m_next->setToolTip(tr("Look at the next candidate (Tab)"));
    m_other->setText(tr("Another way…"));
    m_other->setToolTip(tr("Read it in another way as well"));
    auto *leaveButton = new QToolButton;
    leaveButton->setText(tr("Leave as it was"));
    leaveButton->setToolTip(tr("Esc"));
    for (QToolButton *button : {m_take, m_next, m_other, leaveButton}) {
        button->setProperty("flat", true);
        button->setFocusPolicy(Qt::NoFocus); // Tab and Enter belong to the bar
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_difference);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMaximumHeight(150);
    scroll->setMinimumHeight(54);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    for (QToolButton *button : {m_take, m_next, m_other, leaveButton})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 10, 10);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(scroll);
    hide();
    connect(m_take, &QToolButton::clicked, this, &CandidateBar::take);
    connect(m_next, &QToolButton::clicked, this, &CandidateBar::next);
    connect(m_other, &QToolButton::clicked, this, &CandidateBar::otherWayWanted);
    connect(leaveButton, &QToolButton::clicked, this, &CandidateBar::leave);
}

void CandidateBar::begin(
    int pageIndex, const base::NormalizedRect &area, const QString &before, const QString &waitingFor)
{
    const bool isSameArea = isVisible() && pageIndex == m_pageIndex && area == m_area;
    if (!isSameArea)
        m_candidates.clear();
    m_pageIndex = pageIndex;
    m_area = area;
    m_before = before;
    m_message = waitingFor;
    m_current = m_candidates.size();
    show();
    setFocus();
    showCandidate();
}

void CandidateBar::add(const Candidate &candidate)
{
    m_candidates.append(candidate);
    m_current = m_candidates.size() - 1;
    m_message.clear();
    showCandidate();
}

void CandidateBar::fail(const QString &sentence)
{
    m_message = sentence;
    m_current = m_candidates.size();
    showCandidate();
}

void CandidateBar::leave()
{
    hide();
    m_candidates.clear();
    Q_EMIT left();
}

QString CandidateBar::shownText() const
{
    if (m_current >= m_candidates.size())
        return m_message;
    return differenceText(pipeline::wordDiff(m_before, pipeline::textOf(m_candidates[m_current].reading)));
}

void CandidateBar::showCandidate()
{
    const bool hasOne = m_current < m_candidates.size();
    m_take->setEnabled(hasOne);
    m_next->setVisible(m_candidates.size() > 1 || (m_candidates.size() == 1 && !hasOne));
    if (!hasOne) {
        m_title->setText(tr("Read again"));
        m_difference->setText(m_message.toHtmlEscaped());
        return;
    }
    const Candidate &candidate = m_candidates[m_current];
    m_title->setText(m_candidates.size() > 1
            ? tr("%1 – candidate %2 of %3").arg(candidate.title).arg(m_current + 1).arg(m_candidates.size())
            : candidate.title);
    const QList<pipeline::DiffWord> words = pipeline::wordDiff(m_before, pipeline::textOf(candidate.reading));
    const bool isSame = std::ranges::all_of(
        words, [](const pipeline::DiffWord &word) { return word.kind == pipeline::DiffWord::Kind::Kept; });
    m_difference->setText(words.isEmpty() ? tr("Nothing was read there.").toHtmlEscaped()
            : isSame                      ? tr("It reads the same: %1").arg(differenceHtml(words, look::isDark()))
                                          : differenceHtml(words, look::isDark()));
    m_difference->setAccessibleName(differenceText(words));
}

void CandidateBar::next()
{
    if (m_candidates.isEmpty())
        return;
    m_current = (m_current + 1) % m_candidates.size();
    showCandidate();
}

void CandidateBar::take()
{
    if (m_current >= m_candidates.size())
        return;
    const Candidate candidate = m_candidates[m_current];
    hide();
    m_candidates.clear();
    Q_EMIT taken(candidate);
}

void CandidateBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return;
    case Qt::Key_Escape:
        leave();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

/// Tab would move the focus, Esc would stop reading: here they are the bar's.
bool CandidateBar::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab) {
        next();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter)
            event->accept();
    }
    return QFrame::event(event);
}

} // namespace review
