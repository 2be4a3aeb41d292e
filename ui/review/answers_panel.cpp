// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/answers_panel.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace review {

AnswersPanel::AnswersPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_waiting(new QLabel)
{
    setAccessibleName(tr("Answers"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget;
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(20, 14, 16, 16);
    m_list->setSpacing(20);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    m_waiting->setWordWrap(true);
    m_list->addWidget(m_waiting);
    m_list->addStretch(1);
    setWidget(inside);
    setWaiting({});
}

void AnswersPanel::setWaiting(const QString &text)
{
    m_waiting->setText(
        text.isEmpty() && m_count == 0 ? tr("Nothing was asked yet. Choose a task in the Tools menu.") : text);
    m_waiting->setVisible(!m_waiting->text().isEmpty());
}

void AnswersPanel::add(const QString &title, QWidget *content, const QString &text)
{
    auto *card = new QWidget;
    auto *name = new QLabel(title);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() * 1.1);
    name->setFont(strong);
    name->setWordWrap(true);
    const auto button = [](const QString &icon, const QString &what) {
        auto *made = new QToolButton;
        made->setIcon(QIcon::fromTheme(icon));
        made->setToolTip(what);
        made->setAccessibleName(what);
        made->setProperty("flat", true);
        return made;
    };
    QToolButton *copy = button(u"recto-copy"_s, tr("Copy this answer"));
    QToolButton *close = button(u"recto-close"_s, tr("Close this answer"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins({});
    head->addWidget(name, 1);
    head->addWidget(copy);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(content);
    m_list->insertWidget(1, card);
    ++m_count;
    connect(copy, &QToolButton::clicked, card, [text] { QGuiApplication::clipboard()->setText(text); });
    connect(close, &QToolButton::clicked, card, [this, card] {
        card->deleteLater();
        --m_count;
        setWaiting({});
    });
    setWaiting({});
}

void AnswersPanel::clear()
{
    while (m_list->count() > 2) // all but the line above and the stretch below
        delete m_list->itemAt(1)->widget();
    m_count = 0;
    setWaiting({});
}

QWidget *textContent(const QString &text)
{
    auto *words = new QLabel(text);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return words;
}

} // namespace review
