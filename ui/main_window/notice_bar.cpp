// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/notice_bar.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace main_window {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("notice"));
    setStyleSheet(QStringLiteral(
        "#notice { background: palette(alternate-base); border: none; border-bottom: 1px solid palette(mid); }"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setProperty("flat", true);
    close->setIcon(QIcon::fromTheme(QStringLiteral("recto-close")));
    close->setAccessibleName(tr("Hide this message"));
    close->setToolTip(tr("Hide this message"));
    connect(close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 8, 7);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(close);
    hide();
}

void NoticeBar::tell(Kind kind, const QString &title, const QString &sentence, const QList<Choice> &choices)
{
    const QString icon = kind == Kind::Trouble ? QStringLiteral("recto-warning") : QStringLiteral("recto-information");
    m_icon->setPixmap(QIcon::fromTheme(icon).pixmap(20, 20));
    const auto begun = [](const QString &text) { return text.left(1).toUpper() + text.mid(1); };
    m_text->setText(sentence.isEmpty()
            ? begun(title)
            : tr("%1. %2.", "what is the matter; what to do").arg(begun(title), begun(sentence)));
    setAccessibleName(m_text->text());
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
        m_buttons->addWidget(button);
    }
    show();
}

void NoticeBar::dismiss()
{
    hide();
    m_text->clear();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

} // namespace main_window
