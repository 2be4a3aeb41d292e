// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/server_part.h"

#include "ui/dialogs/ask_server.h"
#include "ui/dialogs/form_parts.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QtConcurrentRun>

namespace dialogs {

ServerPart::ServerPart(const QString &address, const base::NativePath &keyFile, QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit(address))
    , m_keyFile(new QLineEdit(base::decodeNative(keyFile.native())))
    , m_state(new StateLine)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 0, 0, 0);
    m_address->setPlaceholderText(QStringLiteral("http://workstation:8000"));
    m_address->setAccessibleName(tr("Address of the server"));
    form->addRow(tr("Address:"), m_address);
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the key file"));
    connect(browse, &QPushButton::clicked, this,
        [this] { chooseInto(m_keyFile, QFileDialog::ExistingFile, tr("File with the server's key")); });
    m_keyFile->setPlaceholderText(tr("none"));
    m_keyFile->setAccessibleName(tr("File with the server's key"));
    form->addRow(tr("Key file:"), withButton(m_keyFile, browse));
    auto *test = new QPushButton(tr("Test"));
    test->setAccessibleName(tr("Test the server"));
    connect(test, &QPushButton::clicked, this, &ServerPart::test);
    auto *result = new QHBoxLayout;
    result->setSpacing(10);
    result->addWidget(test, 0, Qt::AlignTop);
    result->addWidget(m_state, 1);
    form->addRow(QString(), result);
    for (const QLineEdit *line : {m_address, m_keyFile})
        connect(line, &QLineEdit::textChanged, this, &ServerPart::explain);
    explain();
}

ServerPart::~ServerPart()
{
    m_stop.request_stop();
}

QString ServerPart::address() const
{
    return m_address->text().trimmed();
}

base::NativePath ServerPart::keyFile() const
{
    return base::encodeNative(m_keyFile->text().trimmed());
}

bool ServerPart::requireAddress()
{
    const ServerAnswer answer = lookAtAddress(address());
    if (answer.isGood)
        return true;
    m_state->say(look::Meaning::Bad, answer.sentence);
    m_address->setFocus();
    return false;
}

/// Back to the beginning: what was said of another address is no longer true.
void ServerPart::explain()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_state->say(look::Meaning::Quiet,
        tr("Pictures of the pages are sent to it. Any OpenAI-compatible server with DeepSeek-OCR will do."));
}

/// The button stays usable meanwhile, so that the focus stays on it; pressed again it asks anew.
void ServerPart::test()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_state->say(look::Meaning::Quiet, tr("Asking the server…"));
    QTimer::singleShot(m_patience, this, [stop = m_stop]() mutable { stop.request_stop(); });
    QtConcurrent::run(askServer, address(), keyFile(), m_patience, m_stop.get_token())
        .then(this, [this, asked = m_stop.get_token()](const ServerAnswer &answer) {
            if (asked == m_stop.get_token())
                m_state->say(answer.isGood ? look::Meaning::Good : look::Meaning::Bad, answer.sentence);
        });
}

} // namespace dialogs
