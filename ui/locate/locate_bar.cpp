// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/locate/locate_bar.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui_locate {

namespace {

QToolButton *button(const QString &icon, const QString &name, const QString &toolTip)
{
    auto *made = new QToolButton;
    made->setIcon(QIcon::fromTheme(icon));
    made->setAccessibleName(name);
    made->setToolTip(toolTip);
    made->setProperty("flat", true);
    made->setAutoRaise(true);
    return made;
}

} // namespace

LocateBar::LocateBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit)
    , m_state(new QLabel)
    , m_previous(button(u"recto-up"_s, tr("Previous place"), tr("Previous place (Shift+Enter)")))
    , m_next(button(u"recto-down"_s, tr("Next place"), tr("Next place (Enter)")))
    , m_ask(new QToolButton)
{
    setAccessibleName(tr("Locate"));
    m_words->setPlaceholderText(tr("Words, or a thing on the page: “red stamp”"));
    m_words->setAccessibleName(tr("What to locate"));
    m_words->setMinimumWidth(170);
    m_words->setClearButtonEnabled(true);
    m_words->addAction(QIcon::fromTheme(u"recto-locate"_s), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setTextFormat(Qt::PlainText);
    m_ask->setText(tr("Ask the model"));
    m_ask->setToolTip(tr("Let the model look for it on this page (Ctrl+Enter)"));
    m_ask->setProperty("flat", true);
    auto *shut = button(u"recto-close"_s, tr("Close"), tr("Close (Esc)"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 6, 5);
    layout->setSpacing(4);
    layout->addWidget(m_words, 3);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addSpacing(4);
    layout->addWidget(m_state, 2);
    layout->addWidget(m_ask);
    layout->addWidget(shut);
    setSteppable(false);
    hide();

    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_ask->setEnabled(!words.trimmed().isEmpty());
        Q_EMIT wordsChanged(words);
    });
    connect(m_previous, &QToolButton::clicked, this, &LocateBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &LocateBar::nextWanted);
    connect(m_ask, &QToolButton::clicked, this, &LocateBar::modelWanted);
    connect(shut, &QToolButton::clicked, this, &LocateBar::close);
    m_ask->setEnabled(false);
}

void LocateBar::open(const QString &words)
{
    show();
    if (!words.isEmpty() && words != m_words->text())
        m_words->setText(words);
    else if (!m_words->text().isEmpty())
        Q_EMIT wordsChanged(m_words->text());
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void LocateBar::close()
{
    hide();
    Q_EMIT closed();
}

QString LocateBar::words() const
{
    return m_words->text();
}

void LocateBar::setState(const QString &text)
{
    m_state->setText(text);
    m_state->setToolTip(text);
}

QString LocateBar::state() const
{
    return m_state->text();
}

void LocateBar::setSteppable(bool isSteppable)
{
    m_previous->setEnabled(isSteppable);
    m_next->setEnabled(isSteppable);
}

/// Keys of the bar come before those of the window: Esc would stop reading, Ctrl+Enter is nobody else's.
bool LocateBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isOurs = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
            || (key->key() == Qt::Key_C && key->modifiers().testFlag(Qt::ControlModifier));
        if (event->type() == QEvent::ShortcutOverride && isOurs) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && isOurs && handleKey(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool LocateBar::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Escape) {
        close();
    } else if (key == Qt::Key_C) {
        if (modifiers.testFlag(Qt::ShiftModifier))
            Q_EMIT copyPictureWanted();
        else if (m_words->hasSelectedText() && m_words->selectedText() != m_words->text())
            return false; // a part of what was typed is meant
        else
            Q_EMIT copyTextWanted();
    } else if (modifiers.testFlag(Qt::ControlModifier)) {
        Q_EMIT modelWanted();
    } else if (modifiers.testFlag(Qt::ShiftModifier)) {
        Q_EMIT previousWanted();
    } else {
        Q_EMIT nextWanted();
    }
    return true;
}

} // namespace ui_locate
