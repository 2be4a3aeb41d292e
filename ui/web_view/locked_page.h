// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWebEnginePage>
#include <QWebEngineUrlRequestInterceptor>

namespace web_view {

/// Lets the preview load its own page, its styles and fonts, and figures; nothing of the network or of other files.
class RequestGuard : public QWebEngineUrlRequestInterceptor {
    Q_OBJECT
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo &info) override;
};

/// A page that never leaves itself: links open in the person's browser when clicked, windows and downloads do not open.
class LockedPage : public QWebEnginePage {
    Q_OBJECT
public:
    explicit LockedPage(QWebEngineProfile *profile, QObject *parent = nullptr);

    /// The only page there ever is.
    [[nodiscard]] static QUrl ours() { return QUrl(QStringLiteral("qrc:/preview/preview.html")); }

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    void javaScriptConsoleMessage(
        JavaScriptConsoleMessageLevel level, const QString &message, int line, const QString &source) override;
};

} // namespace web_view
