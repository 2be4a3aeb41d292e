// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace preview {

/// What our own script in the preview tells the window. Nothing else of the window can be reached from there.
class PreviewBridge : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    Q_INVOKABLE void hover(const QString &blockId) { Q_EMIT hovered(blockId); }
    Q_INVOKABLE void click(const QString &blockId) { Q_EMIT clicked(blockId); }
    Q_INVOKABLE void loaded() { Q_EMIT pageLoaded(); }

Q_SIGNALS:
    void hovered(const QString &blockId);
    void clicked(const QString &blockId);
    void pageLoaded();
};

} // namespace preview
