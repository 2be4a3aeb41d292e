// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QComboBox;

namespace dialogs {

/// Light or dark, and the language of menus and messages.
class WindowPage : public QWidget {
    Q_OBJECT
public:
    explicit WindowPage(const settings::Settings &settings, QWidget *parent = nullptr);

    void fill(settings::Settings &settings) const;

private:
    QComboBox *m_appearance;
    QComboBox *m_language;
};

} // namespace dialogs
