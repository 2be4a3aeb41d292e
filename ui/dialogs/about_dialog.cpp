// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_dialog.h"

#include "app/base/version.h"

#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace dialogs {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    const QString name = QLatin1StringView(base::productName);
    setWindowTitle(tr("About %1").arg(name));
    auto *icon = new QLabel;
    icon->setPixmap(windowIcon().pixmap(64, 64));
    icon->setAlignment(Qt::AlignTop);
    auto *title = new QLabel(tr("%1 %2").arg(name, QLatin1StringView(base::productVersion)));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    title->setFont(large);
    auto *text = new QLabel(
        tr("Turns PDFs, scans and photos into text a person can trust. Everything is done on this computer, unless you "
           "name a "
           "server yourself.\n\nFree software under the GNU General Public License, version 3 or later. Built with Qt, "
           "Poppler, Tesseract, OpenCV, KaTeX and the open model DeepSeek-OCR."));
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *words = new QVBoxLayout;
    words->addWidget(title);
    words->addWidget(text);
    words->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(icon);
    top->addLayout(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(top);
    layout->addWidget(buttons);
}

} // namespace dialogs
