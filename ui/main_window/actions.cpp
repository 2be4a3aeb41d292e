// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/actions.h"

#include <QIcon>
#include <QRegularExpression>

namespace main_window {

QString plainText(QString text)
{
    // Where a language has no letters to underline, one stands behind in parentheses: "打开(&O)…".
    static const QRegularExpression mnemonic(QStringLiteral("\\(&[^&)]\\)"));
    text.remove(mnemonic);
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(u'&').replace(u'\x01', u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

Actions::Actions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *Actions::add(QMenu *menu, const ActionSpec &spec, const std::function<void()> &run)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    if (!spec.icon.isEmpty())
        action->setIcon(QIcon::fromTheme(spec.icon));
    action->setIconVisibleInMenu(false);
    action->setShortcuts(spec.keys);
    if (spec.where) { // in the menu for people who look there, its keys with the widget
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        spec.where->addAction(action);
    } else {
        m_window->addAction(action);
    }
    menu->addAction(action);
    connect(action, &QAction::triggered, this, run);
    m_actions.append(action);
    m_menus.insert(action, plainText(menu->title()));
    m_standard.insert(action, spec.keys);
    if (spec.when == When::DocumentOpen) {
        m_needDocument.append(action);
        action->setEnabled(false);
    }
    return action;
}

QAction *Actions::find(const QString &id) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == id)
            return action;
    }
    return nullptr;
}

void Actions::setKeys(const QHash<QString, QList<QKeySequence>> &chosen)
{
    for (QAction *action : std::as_const(m_actions))
        action->setShortcuts(chosen.value(action->objectName(), m_standard.value(action)));
}

void Actions::setDocumentOpen(bool isOpen)
{
    for (QAction *action : std::as_const(m_needDocument))
        action->setEnabled(isOpen);
}

} // namespace main_window
