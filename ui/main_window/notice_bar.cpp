// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/notice_bar.h"

#include "ui/look/error_words.h"
#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace main_window {

namespace {

constexpr int fewestWords = 260; // pixels for the words, else the buttons stand below them
constexpr int narrowest = 180;
constexpr int stripe = 3; // pixels at the left edge, in the colour of what it means

/// Begun with a capital and ended as a sentence, whatever it came with.
QString asSentence(const QString &text)
{
    const QString words = text.trimmed();
    if (words.isEmpty())
        return {};
    const QString begun = look::capital(words);
    const bool isEnded = QStringLiteral(".!?…。！？").contains(begun.back());
    return isEnded ? begun : NoticeBar::tr("%1.", "ends a sentence").arg(begun);
}

QString asHeading(const QString &text)
{
    QString words = asSentence(text);
    if (words.endsWith(u'.') || words.endsWith(u'。'))
        words.chop(1);
    return words;
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_close(new QToolButton)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_middle(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QHBoxLayout)
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_close->setProperty("flat", true);
    m_close->setIcon(QIcon::fromTheme(QStringLiteral("recto-close")));
    m_close->setAccessibleName(tr("Hide this message"));
    m_close->setToolTip(tr("Hide this message"));
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 9, 8, 10);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(m_middle, 1);
    layout->addWidget(m_close);
    m_middle->setSpacing(8);
    m_middle->addLayout(words, 1);
    m_middle->addLayout(m_buttons);
    m_buttons->setSpacing(6);
    hide();
}

void NoticeBar::tell(Kind kind, const QString &title, const QString &sentence, const QList<Choice> &choices)
{
    m_kind = kind;
    const QString icon = kind == Kind::Trouble ? QStringLiteral("recto-warning") : QStringLiteral("recto-information");
    m_icon->setPixmap(QIcon::fromTheme(icon).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_title->setText(asHeading(title));
    m_text->setText(asSentence(look::inWindow(sentence)));
    m_text->setVisible(!sentence.isEmpty());
    setAccessibleName(text());
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text);
        connect(button, &QPushButton::clicked, this, [this, run = choice.run] {
            dismiss();
            run();
        });
        m_buttons->addWidget(button, 0, Qt::AlignLeft);
    }
    placeButtons();
    show();
    update();
}

void NoticeBar::dismiss()
{
    hide();
    m_title->clear();
    m_text->clear();
}

QString NoticeBar::text() const
{
    const QString title = asSentence(m_title->text());
    return m_text->text().isEmpty() ? title : title + u' ' + m_text->text();
}

QSize NoticeBar::minimumSizeHint() const
{
    return {narrowest, QFrame::minimumSizeHint().height()};
}

void NoticeBar::placeButtons()
{
    const int beside
        = width() - m_buttons->sizeHint().width() - (QFrame::sizeHint().width() - m_middle->sizeHint().width());
    const bool isBelow = m_buttons->count() > 0 && beside < fewestWords;
    m_middle->setDirection(isBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    layout()->setAlignment(m_close, isBelow ? Qt::AlignTop : Qt::AlignVCenter);
    m_middle->setAlignment(m_buttons, isBelow ? Qt::AlignLeft : Qt::AlignVCenter);
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor meant
        = m_kind == Kind::Trouble ? look::colour(look::Meaning::Busy) : palette().color(QPalette::Highlight);
    QColor tint = meant;
    tint.setAlpha(look::isDark() ? 36 : 20);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, stripe, height()), meant);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace main_window
