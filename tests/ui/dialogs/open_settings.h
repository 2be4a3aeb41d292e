// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/form_parts.h"
#include "ui/dialogs/model_part.h"
#include "ui/dialogs/server_part.h"
#include "ui/dialogs/settings_dialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

inline constexpr int patience = 30'000; // ms; far beyond what an answer takes, so that only a hang runs into it

/// The settings on the screen, with hands for mouse and keys.
struct OpenSettings {
    explicit OpenSettings(const settings::Settings &settings = {})
        : dialog(std::make_unique<dialogs::SettingsDialog>(settings, QList<dialogs::NamedAction>()))
    {
        dialog->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(dialog.get()));
        dialog->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(dialog.get()));
    }

    template <class Widget, class Part>
    [[nodiscard]] Widget *in(const QString &name) const
    {
        const auto widgets = dialog->findChild<Part *>()->template findChildren<Widget *>();
        const auto found = std::ranges::find(widgets, name, &QWidget::accessibleName);
        EXPECT_NE(found, widgets.end()) << qPrintable(name);
        return *found;
    }
    template <class Part>
    [[nodiscard]] QString said() const
    {
        return dialog->findChild<Part *>()->template findChild<dialogs::StateLine *>()->text();
    }
    void chooseServer() const
    {
        for (QRadioButton *button : dialog->findChildren<QRadioButton *>()) {
            if (button->text() == u"By a server")
                QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));
        }
    }
    /// Types over what stands there, as a person does.
    static void type(QLineEdit *line, const QString &text)
    {
        QTest::mouseClick(line, Qt::LeftButton);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }
    [[nodiscard]] QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return dialog->findChild<QDialogButtonBox *>()->button(which);
    }

    std::unique_ptr<dialogs::SettingsDialog> dialog;
};
