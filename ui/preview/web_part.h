// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QVariant>

#include <functional>

class QWidget;

namespace preview {

/// The scheme that the preview's pictures come by: `recto-figure:/NAME`.
constexpr auto figureScheme = "recto-figure";

/// What our own script in the web page tells.
struct WebEvents {
    std::function<void(const QString &blockId)> hovered;
    std::function<void(const QString &blockId, const QString &word, int nth)> clicked;
    std::function<void()> loaded; ///< also once more after @c lost
    std::function<void()> lost; ///< the web process ended; what the page showed is gone
};

/// The web page that shows the parse. Its library is loaded at run time: Chromium's takes longer to load than all the rest of the window,
/// and nobody waits for it before the first page is seen. UI thread.
class WebPart {
public:
    WebPart() = default;
    virtual ~WebPart() = default;
    WebPart(const WebPart &) = delete;
    WebPart &operator=(const WebPart &) = delete;

    [[nodiscard]] virtual QWidget *widget() = 0; ///< goes with this object
    /// @param script  ours, never a document's. @param take  gets what it gives.
    virtual void run(const QString &script, const std::function<void(const QVariant &)> &take) = 0;
    virtual void setFigures(const QHash<QString, QImage> &figures) = 0; ///< replaces those of the same name
    virtual void setGround(const QColor &colour) = 0;
    virtual void setZoomFactor(double factor) = 0;
    [[nodiscard]] virtual double zoomFactor() const = 0;
};

/// What the library `recto-web-view.so` exports under the name `rectoMakeWebPart`. @return to be deleted by the caller.
using MakeWebPart = WebPart *(*)(QWidget *parent, const WebEvents *events);

} // namespace preview
