// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/normalized_rect.h"
#include "app/base/result.h"
#include "app/ocr/tasks.h"

#include <QIcon>
#include <QList>
#include <QListWidget>
#include <QTemporaryDir>
#include <QVariantAnimation>

#include <memory>

namespace main_window {

/// A recording that shows what the program does, without a model: resources/demo/README.md.
struct Demo {
    QString id;
    QString picture; ///< file name in the folder of demos
    base::NormalizedRect card; ///< the part of the picture its card shows
    ocr::Task task; ///< what the page is asked when it is opened
    QString locate; ///< what to look for then; empty for nothing
    QString title; ///< translated
    QString sentence; ///< what there is to see, translated
};

/// All demos, in the order they are offered; read from the program itself. Empty when it was built without them.
[[nodiscard]] QList<Demo> allDemos();

/// Demos laid out in a private folder that goes when the last holder goes: a person's own folders are never touched. The engine finds the
/// recordings there (RECTO_RECORDINGS of this process).
/// @return ExportFailed when there is no room for them.
[[nodiscard]] base::Result<std::shared_ptr<QTemporaryDir>> unpackDemos();

/// "See how it works": a card for each demo, in one row that two buttons turn.
class DemoShelf : public QWidget {
    Q_OBJECT
public:
    explicit DemoShelf(QWidget *parent = nullptr);

Q_SIGNALS:
    void demoChosen(const main_window::Demo &demo);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    QList<Demo> m_demos;
    QListWidget *m_cards;
    bool m_hasCards = false;
    QVariantAnimation m_turn;
};

} // namespace main_window
