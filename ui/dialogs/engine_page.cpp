// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engine_page.h"

#include "app/ocr/client.h"
#include "app/settings/model_check.h"
#include "ui/look/look.h"

#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace dialogs {

namespace {

constexpr int typingPauseMs = 400;
constexpr std::chrono::milliseconds longestTest{8000};

QString pathText(const base::NativePath &path)
{
    return base::decodeNative(path.native());
}

QLabel *stateLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setMinimumHeight(label->fontMetrics().height() * 2 + 4); // the rest stays where it is when it speaks
    label->setAlignment(Qt::AlignTop);
    return label;
}

void say(QLabel *label, look::Meaning meaning, const QString &text)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, look::colour(meaning));
    label->setPalette(palette);
    label->setText(text);
}

QWidget *withButton(QLineEdit *line, QPushButton *button)
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins({});
    layout->addWidget(line, 1);
    layout->addWidget(button);
    both->setFocusProxy(line);
    return both;
}

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
    , m_folder(new QLineEdit(pathText(settings.modelFolder)))
    , m_folderState(stateLabel())
    , m_address(new QLineEdit(settings.engineAddress))
    , m_keyFile(new QLineEdit(pathText(settings.apiKeyFile)))
    , m_test(new QPushButton(tr("Test")))
    , m_testState(stateLabel())
    , m_localPart(localPart())
    , m_serverPart(serverPart())
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
    layout->addWidget(m_localPart);
    layout->addSpacing(6);
    layout->addWidget(m_isServer);
    layout->addWidget(m_serverPart);
    layout->addStretch();
    alignLabels({m_localPart, m_serverPart});
    (settings.engineAddress.isEmpty() ? m_isLocal : m_isServer)->setChecked(true);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(typingPauseMs);
    connect(&m_checkSoon, &QTimer::timeout, this, &EnginePage::checkModel);
    connect(m_folder, &QLineEdit::textChanged, &m_checkSoon, qOverload<>(&QTimer::start));
    connect(m_isLocal, &QRadioButton::toggled, this, &EnginePage::showParts);
    showParts();
    checkModel();
}

EnginePage::~EnginePage()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

QWidget *EnginePage::localPart()
{
    auto *part = new QWidget;
    auto *form = new QFormLayout(part);
    form->setContentsMargins(24, 0, 0, 0);
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the model folder"));
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the model"), m_folder->text());
        if (!folder.isEmpty())
            m_folder->setText(folder);
    });
    m_folder->setPlaceholderText(tr("none: Tesseract reads"));
    m_folder->setAccessibleName(tr("Folder of the model"));
    form->addRow(tr("Model folder:"), withButton(m_folder, browse));
    form->addRow(QString(), m_folderState);
    return part;
}

QWidget *EnginePage::serverPart()
{
    auto *part = new QWidget;
    auto *form = new QFormLayout(part);
    form->setContentsMargins(24, 0, 0, 0);
    m_address->setPlaceholderText(QStringLiteral("http://workstation:8000"));
    m_address->setAccessibleName(tr("Address of the server"));
    connect(m_test, &QPushButton::clicked, this, &EnginePage::testServer);
    m_test->setAccessibleName(tr("Test the server"));
    form->addRow(tr("Address:"), withButton(m_address, m_test));
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the key file"));
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("File with the server's key"), m_keyFile->text());
        if (!file.isEmpty())
            m_keyFile->setText(file);
    });
    m_keyFile->setPlaceholderText(tr("none"));
    m_keyFile->setAccessibleName(tr("File with the server's key"));
    form->addRow(tr("Key file:"), withButton(m_keyFile, browse));
    form->addRow(QString(), m_testState);
    say(m_testState, look::Meaning::Quiet,
        tr("Pictures of the pages are sent to it. Any OpenAI-compatible server with DeepSeek-OCR will do."));
    return part;
}

void EnginePage::showParts()
{
    m_localPart->setEnabled(m_isLocal->isChecked());
    m_serverPart->setEnabled(m_isServer->isChecked());
}

void EnginePage::fill(settings::Settings &settings) const
{
    settings.modelFolder = base::encodeNative(m_folder->text().trimmed());
    settings.engineAddress = m_isServer->isChecked() ? m_address->text().trimmed() : QString();
    settings.apiKeyFile = base::encodeNative(m_keyFile->text().trimmed());
}

void EnginePage::checkModel()
{
    const QString folder = m_folder->text().trimmed();
    if (folder.isEmpty()) {
        say(m_folderState, look::Meaning::Quiet,
            tr("Without a model Tesseract reads: printed text, no formulas, no tables."));
        return;
    }
    say(m_folderState, look::Meaning::Quiet, tr("Looking at the folder…"));
    QtConcurrent::run(&m_pool, [folder] {
        return settings::checkModel(base::encodeNative(folder));
    }).then(this, [this, folder](const base::Result<settings::ModelCheck> &check) {
        if (folder != m_folder->text().trimmed())
            return;
        if (!check) {
            say(m_folderState, look::Meaning::Bad, tr("%1; %2").arg(check.error().what, check.error().remedy));
            return;
        }
        const QLocale locale;
        const QString sizes
            = tr("%1 of weights, about %2 of memory needed, %3 free")
                  .arg(locale.formattedDataSize(check->weightBytes, 1), locale.formattedDataSize(check->neededBytes, 1),
                      locale.formattedDataSize(check->freeBytes, 1));
        switch (check->fit) {
        case settings::ModelCheck::Fit::Good:
            say(m_folderState, look::Meaning::Good, tr("✓ The model is whole and fits: %1").arg(sizes));
            return;
        case settings::ModelCheck::Fit::Tight:
            say(m_folderState, look::Meaning::Busy,
                tr("The model is whole; it fits when other programs are closed, slower until then: %1").arg(sizes));
            return;
        case settings::ModelCheck::Fit::No:
            say(m_folderState, look::Meaning::Bad,
                tr("The model is whole but does not fit this computer: %1. A server can read instead").arg(sizes));
            return;
        }
    });
}

/// Asks the server what it can read with. A stop after some seconds: a server that hangs is one that does not answer.
void EnginePage::testServer()
{
    QByteArray key;
    QFile file(m_keyFile->text());
    if (!m_keyFile->text().isEmpty() && file.open(QIODevice::ReadOnly))
        key = file.readLine().trimmed();
    const auto address = ocr::engineAddressFrom(m_address->text().trimmed(), key);
    if (!address) {
        say(m_testState, look::Meaning::Bad, tr("%1; %2").arg(address.error().what, address.error().remedy));
        return;
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_test->setEnabled(false);
    say(m_testState, look::Meaning::Quiet, tr("Asking the server…"));
    QTimer::singleShot(longestTest, this, [stop = m_stop]() mutable { stop.request_stop(); });
    ocr::ClientLimits limits;
    limits.firstByte = longestTest;
    limits.attempts = 1;
    QtConcurrent::run(&m_pool, [address = *address, limits, stop = m_stop.get_token()] {
        return ocr::Client(address, limits).models(stop);
    }).then(this, [this](const base::Result<QStringList> &models) {
        m_test->setEnabled(true);
        if (!models && models.error().code == base::ErrorCode::Cancelled)
            say(m_testState, look::Meaning::Bad,
                tr("The server did not answer within %1 seconds").arg(longestTest.count() / 1000));
        else if (!models)
            say(m_testState, look::Meaning::Bad, tr("%1; %2").arg(models.error().what, models.error().remedy));
        else
            say(m_testState, look::Meaning::Good,
                tr("✓ The server answers. It reads with: %1").arg(models->join(tr(", "))));
    });
}

} // namespace dialogs
