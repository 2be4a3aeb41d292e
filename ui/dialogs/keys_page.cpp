// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keys_page.h"

#include "ui/dialogs/keys_dialog.h"
#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace dialogs {

KeysPage::KeysPage(const settings::Settings &settings, QList<NamedAction> actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(std::move(actions))
    , m_list(new QTreeWidget)
    , m_edit(new QKeySequenceEdit)
    , m_standard(new QPushButton(tr("Standard")))
    , m_clash(new QLabel)
{
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const NamedAction &named : std::as_const(m_actions)) {
        QList<QKeySequence> keys = named.standardKeys;
        if (const auto own = settings.keys.constFind(named.action->objectName()); own != settings.keys.cend()) {
            keys.clear();
            for (const QString &text : *own)
                keys.append(QKeySequence::fromString(text, QKeySequence::PortableText));
        }
        m_keys.append(keys);
        new QTreeWidgetItem(m_list, {tr("%1: %2", "menu: action").arg(named.menu, named.text), keysInWords(keys)});
    }
    m_edit->setAccessibleName(tr("New keys of the chosen action"));
    m_edit->setMaximumSequenceLength(1);
    m_edit->setClearButtonEnabled(true);
    m_clash->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Keys:")));
    row->addWidget(m_edit, 1);
    row->addWidget(m_standard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_clash);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::showChosen);
    connect(m_edit, &QKeySequenceEdit::editingFinished, this, [this] {
        assign(m_edit->keySequence().isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{m_edit->keySequence()});
    });
    connect(m_standard, &QPushButton::clicked, this, [this] {
        if (chosen() >= 0)
            assign(m_actions[chosen()].standardKeys);
    });
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

int KeysPage::chosen() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void KeysPage::showRow(int row)
{
    m_list->topLevelItem(row)->setText(1, keysInWords(m_keys[row]));
}

void KeysPage::showChosen()
{
    const int row = chosen();
    if (row < 0)
        return;
    const QSignalBlocker silent(m_edit);
    m_edit->setKeySequence(m_keys[row].value(0));
    m_standard->setEnabled(m_keys[row] != m_actions[row].standardKeys);
    QStringList others;
    for (int other = 0; other < m_keys.size(); ++other) {
        for (const QKeySequence &key : std::as_const(m_keys[other])) {
            if (other != row && !key.isEmpty() && m_keys[row].contains(key))
                others.append(m_actions[other].text);
        }
    }
    QPalette palette = m_clash->palette();
    palette.setColor(QPalette::WindowText, look::colour(look::Meaning::Bad));
    m_clash->setPalette(palette);
    m_clash->setText(others.isEmpty()
            ? QString()
            : tr("Also the key of: %1. Neither works until one is changed.").arg(others.join(tr(", "))));
}

void KeysPage::assign(const QList<QKeySequence> &keys)
{
    if (chosen() < 0)
        return;
    m_keys[chosen()] = keys;
    showRow(chosen());
    showChosen();
}

void KeysPage::fill(settings::Settings &settings) const
{
    settings.keys.clear();
    for (int row = 0; row < m_actions.size(); ++row) {
        if (m_keys[row] == m_actions[row].standardKeys)
            continue;
        QStringList texts;
        for (const QKeySequence &key : m_keys[row])
            texts.append(key.toString(QKeySequence::PortableText));
        settings.keys.insert(m_actions[row].action->objectName(), texts);
    }
}

} // namespace dialogs
