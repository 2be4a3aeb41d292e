// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keys_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace dialogs {

QString keysInWords(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys) {
        if (!key.isEmpty())
            texts.append(key.toString(QKeySequence::NativeText));
    }
    return texts.join(KeysDialog::tr(" or "));
}

KeysDialog::KeysDialog(const QList<NamedAction> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    resize(560, 620);
    auto *search = new QLineEdit;
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search the keys"));
    search->setClearButtonEnabled(true);
    auto *list = new QTreeWidget;
    list->setAccessibleName(tr("Keys by menu"));
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setIndentation(14);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    QTreeWidgetItem *group = nullptr;
    const auto begin = [&](const QString &title) {
        group = new QTreeWidgetItem(list, {title});
        QFont strong = font();
        strong.setBold(true);
        group->setFont(0, strong);
        group->setFirstColumnSpanned(true);
    };
    for (const NamedAction &named : actions) {
        if (named.action->shortcuts().isEmpty())
            continue;
        if (!group || group->text(0) != named.menu)
            begin(named.menu);
        new QTreeWidgetItem(group, {named.text, keysInWords(named.action->shortcuts())});
    }
    begin(tr("On the page"));
    const QList<std::pair<QString, QString>> fixed{{tr("Scroll"), tr("arrows, wheel, two fingers")},
        {tr("Scroll by a screen"), tr("Shift+Page Up, Shift+Page Down")},
        {tr("Next or previous block"), tr("Alt+Down, Alt+Up")}, {tr("Zoom"), tr("Ctrl+wheel")},
        {tr("Move the page"), tr("Space held, or the middle button")}};
    for (const auto &[text, keys] : fixed)
        new QTreeWidgetItem(group, {text, keys});
    list->expandAll();
    connect(search, &QLineEdit::textChanged, this, [list](const QString &words) {
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            QTreeWidgetItem *menu = list->topLevelItem(i);
            bool hasAny = false;
            for (int j = 0; j < menu->childCount(); ++j) {
                QTreeWidgetItem *item = menu->child(j);
                const bool fits = item->text(0).contains(words, Qt::CaseInsensitive)
                    || item->text(1).contains(words, Qt::CaseInsensitive);
                item->setHidden(!fits);
                hasAny = hasAny || fits;
            }
            menu->setHidden(!hasAny);
        }
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 12);
    layout->addWidget(search);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
}

} // namespace dialogs
