// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/web_part.h"
#include "ui/web_view/figure_scheme.h"
#include "ui/web_view/locked_page.h"
#include "ui/web_view/preview_bridge.h"

#include <QElapsedTimer>
#include <QQuickWindow>
#include <QWebChannel>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlScheme>
#include <QWebEngineView>

#include <memory>
#include <mutex>

namespace web_view {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostLosses = 3;
constexpr qint64 lossesWithinMs = 60'000;

/// Before the first profile: the scheme of figures, and no OpenGL, which a page of text does not need.
void prepareWebEngine()
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QWebEngineUrlScheme scheme(preview::figureScheme);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Path);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

class WebView : public preview::WebPart {
public:
    WebView(QWidget *parent, const preview::WebEvents &events)
        : m_profile(std::make_unique<QWebEngineProfile>()) // off the record: nothing is kept on disk
        , m_view(std::make_unique<QWebEngineView>(parent))
    {
        QObject::connect(&m_bridge, &PreviewBridge::hovered, &m_bridge, events.hovered);
        QObject::connect(&m_bridge, &PreviewBridge::clicked, &m_bridge, events.clicked);
        QObject::connect(&m_bridge, &PreviewBridge::pageLoaded, &m_bridge, events.loaded);
        m_profile->installUrlSchemeHandler(preview::figureScheme, &m_figures);
        m_profile->setUrlRequestInterceptor(new RequestGuard(m_profile.get()));
        auto *page = new LockedPage(m_profile.get(), m_view.get());
        page->settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessRemoteUrls, false);
        page->settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessFileUrls, false);
        page->settings()->setAttribute(QWebEngineSettings::JavascriptCanOpenWindows, false);
        page->settings()->setAttribute(QWebEngineSettings::PluginsEnabled, false);
        auto *channel = new QWebChannel(page);
        channel->registerObject(u"bridge"_s, &m_bridge);
        page->setWebChannel(channel);
        m_view->setPage(page);
        m_view->setContextMenuPolicy(Qt::NoContextMenu);
        page->load(LockedPage::ours());
        // Ended by the system, for want of memory: a new one is started, unless it ends again and again.
        QObject::connect(page, &QWebEnginePage::renderProcessTerminated, page, [this, page, lost = events.lost] {
            lost();
            if (m_lostBefore.size() < mostLosses || m_lostBefore.takeFirst().hasExpired(lossesWithinMs)) {
                m_lostBefore.append(QElapsedTimer());
                m_lostBefore.last().start();
                page->load(LockedPage::ours());
            }
        });
    }

    QWidget *widget() override { return m_view.get(); }
    void run(const QString &script, const std::function<void(const QVariant &)> &take) override
    {
        if (take)
            m_view->page()->runJavaScript(script, take);
        else
            m_view->page()->runJavaScript(script);
    }
    void setFigures(const QHash<QString, QImage> &figures) override { m_figures.setFigures(figures); }
    void setGround(const QColor &colour) override { m_view->page()->setBackgroundColor(colour); }
    void setZoomFactor(double factor) override { m_view->setZoomFactor(factor); }
    double zoomFactor() const override { return m_view->zoomFactor(); }

private:
    FigureScheme m_figures;
    PreviewBridge m_bridge;
    QList<QElapsedTimer> m_lostBefore; ///< when the last web processes ended
    std::unique_ptr<QWebEngineProfile> m_profile; ///< outlives its page
    std::unique_ptr<QWebEngineView> m_view;
};

} // namespace

} // namespace web_view

extern "C" Q_DECL_EXPORT preview::WebPart *rectoMakeWebPart(QWidget *parent, const preview::WebEvents *events)
{
    static std::once_flag isPrepared;
    std::call_once(isPrepared, web_view::prepareWebEngine);
    return new web_view::WebView(parent, *events);
}
