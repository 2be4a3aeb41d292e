// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QListWidget;
class QSpinBox;

namespace dialogs {

/// How pages are read: by itself or not, by which reader, in which languages, how finely.
class ReadingPage : public QWidget {
    Q_OBJECT
public:
    explicit ReadingPage(const settings::Settings &settings, QWidget *parent = nullptr);

    void fill(settings::Settings &settings) const;

private:
    QCheckBox *m_byItself;
    QComboBox *m_reader;
    QListWidget *m_languages; ///< each with its code, chosen by its mark
    QSpinBox *m_resolution;
};

} // namespace dialogs
