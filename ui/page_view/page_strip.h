// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "app/pipeline/engine.h"

#include <QWidget>

class QActionGroup;
class QHBoxLayout;
class QLabel;

namespace page_view {

/// The strip over a page: what is done with it and why, to be clicked for another way; what is drawn over it; how large it is shown.
class PageStrip : public QWidget {
    Q_OBJECT
public:
    explicit PageStrip(QWidget *parent = nullptr);

    /// @param chosen  the reader that a person chose for this page; Auto for none.
    void setPage(const document::Page &page, pipeline::Reader chosen);
    /// For a page that was not read yet. @param plan  what will be done and why, without a full stop.
    void setPlan(const QString &plan);
    void setZoom(double factor);
    /// Whether the network can be chosen, and if not, why.
    void setNetworkUsable(bool isUsable, const QString &whyNot);
    /// A button that shows or hides something over the page.
    void addToggle(QAction *action);
    [[nodiscard]] QString chipText() const;
    void openMenu();

Q_SIGNALS:
    void readerChosen(pipeline::Reader reader);

private:
    void setChip(const QString &text, const QString &toolTip);

    class Chip;
    Chip *m_chip;
    QActionGroup *m_readers;
    QAction *m_network;
    QHBoxLayout *m_toggles;
    QLabel *m_zoom;
};

} // namespace page_view
