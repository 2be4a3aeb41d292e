// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engine_page.h"

#include "ui/dialogs/model_part.h"
#include "ui/dialogs/server_part.h"

#include <QFormLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace dialogs {

namespace {

/// Fields of several forms under each other.
void alignLabels(const QList<QWidget *> &parts)
{
    int widest = 0;
    QList<QWidget *> labels;
    for (const QWidget *part : parts) {
        const auto *form = static_cast<const QFormLayout *>(part->layout());
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole)) {
                labels.append(label->widget());
                widest = std::max(widest, label->widget()->sizeHint().width());
            }
        }
    }
    for (QWidget *label : labels)
        label->setMinimumWidth(widest);
}

} // namespace

EnginePage::EnginePage(const settings::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_isLocal(new QRadioButton(tr("On this computer")))
    , m_isServer(new QRadioButton(tr("By a server")))
    , m_model(new ModelPart(settings.modelFolder))
    , m_server(new ServerPart(settings.engineAddress, settings.apiKeyFile))
{
    auto *title = new QLabel(tr("Where pages are read"));
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_isLocal);
    layout->addWidget(m_model);
    layout->addSpacing(6);
    layout->addWidget(m_isServer);
    layout->addWidget(m_server);
    layout->addStretch();
    alignLabels({m_model, m_server});
    (settings.engineAddress.isEmpty() ? m_isLocal : m_isServer)->setChecked(true);
    connect(m_isLocal, &QRadioButton::toggled, this, &EnginePage::showParts);
    showParts();
}

void EnginePage::showParts()
{
    m_model->setEnabled(m_isLocal->isChecked());
    m_server->setEnabled(m_isServer->isChecked());
}

bool EnginePage::isUsable()
{
    return m_isLocal->isChecked() || m_server->requireAddress();
}

void EnginePage::fill(settings::Settings &settings) const
{
    settings.modelFolder = m_model->folder();
    settings.engineAddress = m_isServer->isChecked() ? m_server->address() : QString();
    settings.apiKeyFile = m_server->keyFile();
}

} // namespace dialogs
