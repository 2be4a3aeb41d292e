// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reading_page.h"

#include "ui/look/language_names.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>

namespace dialogs {

ReadingPage::ReadingPage(const settings::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_byItself(new QCheckBox(tr("Read an opened document without being asked")))
    , m_reader(new QComboBox)
    , m_languages(new QListWidget)
    , m_resolution(new QSpinBox)
{
    m_byItself->setChecked(settings.readsByItself);
    m_reader->addItem(tr("Decide by what the page is"), QStringLiteral("auto"));
    m_reader->addItem(tr("Always keep the text of the file"), QStringLiteral("text"));
    m_reader->addItem(tr("Always read the picture with Tesseract"), QStringLiteral("tesseract"));
    m_reader->addItem(tr("Always read the picture with DeepSeek-OCR"), QStringLiteral("deepseek-ocr"));
    m_reader->setCurrentIndex(std::max(0, m_reader->findData(settings.reader)));
    m_reader->setAccessibleName(tr("Reader"));
    m_languages->setAccessibleName(tr("Languages for Tesseract"));
    QStringList others = settings.languages;
    const auto offer = [&](const QString &code, const QString &name) {
        auto *item = new QListWidgetItem(name, m_languages);
        item->setData(Qt::UserRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(settings.languages.contains(code) ? Qt::Checked : Qt::Unchecked);
        others.removeAll(code);
    };
    for (const look::ReadingLanguage &language : look::readingLanguages())
        offer(language.code, language.name);
    for (const QString &code : QStringList(others))
        offer(code, code);
    m_resolution->setFixedHeight(m_reader->sizeHint().height());
    m_resolution->setRange(0, 1200);
    m_resolution->setSingleStep(50);
    m_resolution->setSpecialValueText(tr("the reader's own"));
    m_resolution->setSuffix(tr(" dpi"));
    m_resolution->setValue(settings.resolution);
    m_resolution->setAccessibleName(tr("Resolution"));
    auto *note = new QLabel(tr("With none chosen, each page's language is found out. Fewer languages read better."));
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(10);
    form->addRow(m_byItself);
    form->addRow(tr("Reader:"), m_reader);
    form->addRow(tr("Languages:"), m_languages);
    form->addRow(QString(), note);
    form->addRow(tr("Resolution:"), m_resolution);
}

void ReadingPage::fill(settings::Settings &settings) const
{
    settings.readsByItself = m_byItself->isChecked();
    settings.reader = m_reader->currentData().toString();
    settings.languages.clear();
    for (int row = 0; row < m_languages->count(); ++row) {
        const QListWidgetItem *item = m_languages->item(row);
        if (item->checkState() == Qt::Checked)
            settings.languages.append(item->data(Qt::UserRole).toString());
    }
    settings.resolution = m_resolution->value() < 50 ? 0 : m_resolution->value();
}

} // namespace dialogs
