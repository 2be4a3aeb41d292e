// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/form_parts.h"

#include <QAccessible>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace dialogs {

namespace {

constexpr int linesKept = 3; // what the longest of our sentences takes in English

QString mark(look::Meaning meaning)
{
    switch (meaning) {
    case look::Meaning::Good:
        return QStringLiteral("✓ ");
    case look::Meaning::Bad:
        return QStringLiteral("✗ ");
    default:
        return {};
    }
}

} // namespace

StateLine::StateLine(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText); // servers and files have their say in it
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrap(true);
    setMinimumHeight(fontMetrics().lineSpacing() * linesKept);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long address must not widen the window
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAlignment(Qt::AlignTop);
}

void StateLine::say(look::Meaning meaning, const QString &text)
{
    QPalette colours = palette();
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        colours.setColor(group, QPalette::WindowText, look::colour(meaning));
    setPalette(colours);
    const QString marked = mark(meaning) + text;
    if (marked == this->text())
        return;
    setText(marked);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
#endif
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

void chooseInto(QLineEdit *line, QFileDialog::FileMode mode, const QString &title)
{
    const QFileInfo now(line->text().trimmed());
    auto *dialog = new QFileDialog(line->window(), title, now.isDir() ? now.filePath() : now.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    dialog->setOption(QFileDialog::ShowDirsOnly, mode == QFileDialog::Directory);
    QObject::connect(dialog, &QFileDialog::filesSelected, line,
        [line](const QStringList &chosen) { line->setText(chosen.value(0)); });
    dialog->open();
}

} // namespace dialogs
