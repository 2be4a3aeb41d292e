// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace web_view {

/// What our own script in the preview tells the window. Nothing else of the window can be reached from there.
class PreviewBridge : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    Q_INVOKABLE void hover(const QString &blockId) { Q_EMIT hovered(blockId); }
    /// @param word  the word under the pointer, empty for none. @param nth  how many equal words stand before it in the block.
    Q_INVOKABLE void click(const QString &blockId, const QString &word, int nth) { Q_EMIT clicked(blockId, word, nth); }
    Q_INVOKABLE void loaded() { Q_EMIT pageLoaded(); }

Q_SIGNALS:
    void hovered(const QString &blockId);
    void clicked(const QString &blockId, const QString &word, int nth);
    void pageLoaded();
};

} // namespace web_view
