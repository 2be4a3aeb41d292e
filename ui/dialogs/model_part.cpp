// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/model_part.h"

#include "app/settings/model_check.h"
#include "ui/dialogs/form_parts.h"
#include "ui/look/error_words.h"

#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QtConcurrentRun>

namespace dialogs {

namespace {

constexpr int typingPauseMs = 400;

void tell(StateLine *state, const settings::ModelCheck &check)
{
    const QLocale locale;
    const QString sizes
        = ModelPart::tr("%1 of weights, about %2 of memory needed, %3 free")
              .arg(locale.formattedDataSize(check.weightBytes, 1), locale.formattedDataSize(check.neededBytes, 1),
                  locale.formattedDataSize(check.freeBytes, 1));
    switch (check.fit) {
    case settings::ModelCheck::Fit::Good:
        state->say(look::Meaning::Good, ModelPart::tr("The model is whole and fits: %1.").arg(sizes));
        return;
    case settings::ModelCheck::Fit::Tight:
        state->say(look::Meaning::Busy,
            ModelPart::tr("The model is whole; it fits when other programs are closed, slower until then: %1.")
                .arg(sizes));
        return;
    case settings::ModelCheck::Fit::No:
        state->say(look::Meaning::Bad,
            ModelPart::tr("The model is whole but too large for this computer: %1. A server can read instead.")
                .arg(sizes));
        return;
    }
}

} // namespace

ModelPart::ModelPart(const base::NativePath &folder, QWidget *parent)
    : QWidget(parent)
    , m_folder(new QLineEdit(base::decodeNative(folder.native())))
    , m_state(new StateLine)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 0, 0, 0);
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the model folder"));
    connect(browse, &QPushButton::clicked, this,
        [this] { chooseInto(m_folder, QFileDialog::Directory, tr("Folder of the model")); });
    m_folder->setPlaceholderText(tr("none: Tesseract reads"));
    m_folder->setAccessibleName(tr("Folder of the model"));
    form->addRow(tr("Model folder:"), withButton(m_folder, browse));
    form->addRow(QString(), m_state);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPauseMs);
    connect(&m_soon, &QTimer::timeout, this, &ModelPart::check);
    connect(m_folder, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    check();
}

base::NativePath ModelPart::folder() const
{
    return base::encodeNative(m_folder->text().trimmed());
}

bool ModelPart::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) // files may have come meanwhile
        m_soon.start();
    return QWidget::event(event);
}

/// On a worker: the folder may lie on a disk that sleeps. The answer to a folder that is no longer named, and to a closed window, is dropped.
void ModelPart::check()
{
    const QString folder = m_folder->text().trimmed();
    if (folder.isEmpty()) {
        m_state->say(
            look::Meaning::Quiet, tr("Without a model Tesseract reads: printed text, no formulas, no tables."));
    } else if (folder != m_checked) {
        m_state->say(look::Meaning::Quiet, tr("Looking at the folder…"));
    }
    m_checked = folder;
    if (folder.isEmpty())
        return;
    QtConcurrent::run([path = this->folder()] {
        return settings::checkModel(path);
    }).then(this, [this, folder](const base::Result<settings::ModelCheck> &check) {
        if (folder != m_folder->text().trimmed())
            return;
        if (check)
            tell(m_state, *check);
        else
            m_state->say(look::Meaning::Bad, look::inOneSentence(check.error()));
        m_state->setToolTip(check ? QString() : check.error().detail);
    });
}

} // namespace dialogs
