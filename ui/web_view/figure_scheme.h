// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QWebEngineUrlSchemeHandler>

namespace web_view {

/// Answers `recto-figure:/NAME` with the picture of that name, and with nothing else.
class FigureScheme : public QWebEngineUrlSchemeHandler {
    Q_OBJECT
public:
    using QWebEngineUrlSchemeHandler::QWebEngineUrlSchemeHandler;

    void setFigures(const QHash<QString, QImage> &figures) { m_figures.insert(figures); }
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    QHash<QString, QImage> m_figures;
};

} // namespace web_view
