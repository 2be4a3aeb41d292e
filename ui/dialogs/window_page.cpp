// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/window_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace dialogs {

WindowPage::WindowPage(const settings::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_appearance(new QComboBox)
    , m_language(new QComboBox)
{
    m_appearance->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    m_appearance->setCurrentIndex(static_cast<int>(settings.appearance));
    m_appearance->setAccessibleName(tr("Appearance"));
    // Each language by its own name, so that it is found by who reads no other.
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->addItem(QString::fromUtf8("简体中文"), QStringLiteral("zh_CN"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_language->setAccessibleName(tr("Language"));
    auto *note = new QLabel(tr("A new language shows when Recto is started again."));
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(10);
    form->addRow(tr("Appearance:"), m_appearance);
    form->addRow(tr("Language:"), m_language);
    form->addRow(QString(), note);
}

void WindowPage::fill(settings::Settings &settings) const
{
    settings.appearance = static_cast<settings::Appearance>(m_appearance->currentIndex());
    settings.language = m_language->currentData().toString();
}

} // namespace dialogs
