// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace page_view {
class PageCanvas;
}
namespace preview {
class ParsePreview;
}

namespace main_window {

/// While \ is held, the block that is lit on the page is covered by what was read from it, as the parse shows it: a formula flickers between
/// print and reading. Not while a person types.
class Compare : public QObject {
    Q_OBJECT
public:
    /// Watches the keys of the whole window @p window.
    Compare(QWidget *window, page_view::PageCanvas *canvas, preview::ParsePreview *preview);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void hide();

    QWidget *m_window;
    page_view::PageCanvas *m_canvas;
    preview::ParsePreview *m_preview;
    bool m_isHeld = false;
};

} // namespace main_window
