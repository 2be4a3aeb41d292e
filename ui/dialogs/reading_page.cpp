// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reading_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace dialogs {

ReadingPage::ReadingPage(const settings::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_byItself(new QCheckBox(tr("Read an opened document without being asked")))
    , m_reader(new QComboBox)
    , m_languages(new QLineEdit(settings.languages.join(u'+')))
    , m_resolution(new QSpinBox)
{
    m_byItself->setChecked(settings.readsByItself);
    m_reader->addItem(tr("Decide by what the page is"), QStringLiteral("auto"));
    m_reader->addItem(tr("Always keep the text of the file"), QStringLiteral("text"));
    m_reader->addItem(tr("Always read the picture with Tesseract"), QStringLiteral("tesseract"));
    m_reader->addItem(tr("Always read the picture with DeepSeek-OCR"), QStringLiteral("deepseek-ocr"));
    m_reader->setCurrentIndex(std::max(0, m_reader->findData(settings.reader)));
    m_reader->setAccessibleName(tr("Reader"));
    m_languages->setPlaceholderText(tr("found out page by page"));
    m_languages->setAccessibleName(tr("Languages for Tesseract"));
    m_resolution->setRange(0, 1200);
    m_resolution->setSingleStep(50);
    m_resolution->setSpecialValueText(tr("the reader's own"));
    m_resolution->setSuffix(tr(" dpi"));
    m_resolution->setValue(settings.resolution);
    m_resolution->setAccessibleName(tr("Resolution"));
    auto *note = new QLabel(tr("Names as Tesseract has them, joined by +: eng+deu, chi_sim"));
    note->setForegroundRole(QPalette::PlaceholderText);
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
    settings.languages = m_languages->text().simplified().split(u'+', Qt::SkipEmptyParts);
    settings.resolution = m_resolution->value() < 50 ? 0 : m_resolution->value();
}

} // namespace dialogs
