// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/prompt_dialog.h"

#include "ui/dialogs/form_parts.h"
#include "ui/look/error_words.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dialogs {

PromptDialog::PromptDialog(ocr::TaskKind kind, const QString &begun, QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_words(new QLineEdit(begun))
    , m_state(new StateLine)
{
    setWindowTitle(tr("A prompt of your own"));
    setMinimumWidth(460);
    auto *label = new QLabel(tr("&What the model is asked"));
    label->setBuddy(m_words);
    m_words->setAccessibleName(tr("What the model is asked"));
    m_words->selectAll();
    m_state->say(look::Meaning::Quiet,
        tr("The model was not taught to follow instructions: prompts that its makers published work best."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *put = buttons->addButton(tr("Ask"), QDialogButtonBox::AcceptRole);
    put->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PromptDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_words);
    layout->addWidget(m_state, 1);
    layout->addWidget(buttons);
}

void PromptDialog::ask()
{
    if (m_words->text().trimmed().isEmpty()) {
        m_state->say(look::Meaning::Bad, tr("There is nothing to ask yet: type a prompt."));
        m_words->setFocus();
        return;
    }
    const auto task = ocr::taskFrom(QString(ocr::infoOf(m_kind).name) + u'=' + m_words->text());
    if (!task) {
        m_state->say(look::Meaning::Bad, look::inOneSentence(task.error()));
        m_words->setFocus();
        return;
    }
    accept();
    Q_EMIT asked(*task);
}

} // namespace dialogs
