// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QLabel>

namespace main_window {

/// Lies over the rendered parse while there is nothing of the page in it, and says why.
class EmptyParse : public QLabel {
    Q_OBJECT
public:
    explicit EmptyParse(QWidget *parse);

    /// Shown only for a page without text: not read, being read, empty, or failed.
    void follow(const document::Page &page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace main_window
