// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settings_dialog.h"

#include "ui/dialogs/engine_page.h"
#include "ui/dialogs/keys_page.h"
#include "ui/dialogs/reading_page.h"
#include "ui/dialogs/window_page.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dialogs {

SettingsDialog::SettingsDialog(const settings::Settings &settings, const QList<NamedAction> &actions, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_names(new QListWidget)
    , m_pages(new QStackedWidget)
    , m_engine(new EnginePage(settings))
    , m_reading(new ReadingPage(settings))
    , m_keys(new KeysPage(settings, actions))
    , m_window(new WindowPage(settings))
{
    setWindowTitle(tr("Settings"));
    resize(760, 520);
    m_names->setAccessibleName(tr("Groups of settings"));
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setFixedWidth(150);
    m_names->setSpacing(1);
    m_names->viewport()->setBackgroundRole(QPalette::Window);
    m_names->setIconSize(QSize(18, 18));
    const std::initializer_list<std::tuple<QWidget *, QString, QString>> pages{
        {m_engine, QStringLiteral("recto-tasks"), tr("Engine")},
        {m_reading, QStringLiteral("recto-read-page"), tr("Reading")},
        {m_keys, QStringLiteral("recto-keyboard"), tr("Keys")}, {m_window, QStringLiteral("recto-page"), tr("Window")}};
    for (const auto &[page, icon, name] : pages) {
        m_names->addItem(new QListWidgetItem(QIcon::fromTheme(icon), name));
        m_pages->addWidget(page);
    }
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_names->setCurrentRow(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addWidget(m_names);
    middle->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 14);
    layout->setSpacing(12);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
}

void SettingsDialog::choose()
{
    if (!m_engine->isUsable()) {
        m_names->setCurrentRow(m_pages->indexOf(m_engine));
        return;
    }
    m_engine->fill(m_settings);
    m_reading->fill(m_settings);
    m_keys->fill(m_settings);
    m_window->fill(m_settings);
    Q_EMIT chosen(m_settings);
    accept();
}

} // namespace dialogs
