// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/web_view/locked_page.h"

#include "app/base/log.h"
#include "ui/preview/web_part.h"

#include <QDesktopServices>

namespace web_view {

namespace {

/// Our page and its script come out of the program; KaTeX and its fonts from the packaged folder.
bool isOurs(const QUrl &url)
{
    if (url.scheme() == QLatin1StringView("qrc"))
        return true;
    return url.scheme() == QLatin1StringView(preview::figureScheme);
}

} // namespace

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    if (!isOurs(info.requestUrl()))
        info.block(true);
}

LockedPage::LockedPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
}

bool LockedPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool)
{
    if (url == ours())
        return true;
    const bool isForBrowser = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https")
        || url.scheme() == QLatin1StringView("mailto");
    if (type == NavigationTypeLinkClicked && isForBrowser)
        QDesktopServices::openUrl(url);
    return false;
}

QWebEnginePage *LockedPage::createWindow(WebWindowType)
{
    return nullptr;
}

void LockedPage::javaScriptConsoleMessage(
    JavaScriptConsoleMessageLevel, const QString &message, int line, const QString &)
{
    qCInfo(base::logWindow, "preview, line %d: %s", line, qUtf8Printable(message));
}

} // namespace web_view
