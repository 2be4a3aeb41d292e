// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/action_palette.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dialogs {

namespace {

constexpr int actionRole = Qt::UserRole;

} // namespace

ActionPalette::ActionPalette(const QList<NamedAction> &actions, QWidget *parent)
    : QDialog(parent)
    , m_words(new QLineEdit)
    , m_list(new QTreeWidget)
{
    setWindowTitle(tr("All actions"));
    resize(520, 420);
    m_words->setPlaceholderText(tr("What would you like to do?"));
    m_words->setAccessibleName(tr("Name of an action"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const NamedAction &named : actions) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, tr("%1: %2", "menu: action").arg(named.menu, named.text));
        item->setText(1, named.action->shortcut().toString(QKeySequence::NativeText));
        item->setForeground(1, palette().color(QPalette::PlaceholderText));
        item->setData(0, actionRole, QVariant::fromValue(named.action));
        item->setDisabled(!named.action->isEnabled());
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    connect(m_words, &QLineEdit::textChanged, this, &ActionPalette::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &ActionPalette::run);
    connect(m_list, &QTreeWidget::itemActivated, this, &ActionPalette::run);
    filter({});
}

/// Every word typed must begin some word of the action.
void ActionPalette::filter(const QString &words)
{
    const QStringList typed = words.split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const bool fits = std::ranges::all_of(
            typed, [item](const QString &word) { return item->text(0).contains(word, Qt::CaseInsensitive); });
        item->setHidden(!fits);
        if (fits && !first && !item->isDisabled())
            first = item;
    }
    m_list->setCurrentItem(first);
}

void ActionPalette::run()
{
    QTreeWidgetItem *item = m_list->currentItem();
    if (!item || item->isDisabled())
        return;
    const QPointer<QAction> action = item->data(0, actionRole).value<QAction *>();
    accept();
    QTimer::singleShot(0, qApp, [action] { // the palette is gone first, and the focus is where it was
        if (action)
            action->trigger();
    });
}

bool ActionPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace dialogs
