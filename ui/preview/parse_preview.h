// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QHash>
#include <QImage>
#include <QWidget>

class QWebChannel;
class QWebEngineView;

namespace preview {

class FigureScheme;
class PreviewBridge;

/// The rendered parse of one page: headings, lists, tables with spans, formulas, figures.
///
/// Blocks are patched one by one, never the whole page reloaded. What was recognised is data: it passes the allow-list of
/// document::markdownHtml, and the page's content policy lets nothing but our own files and the figures of this document in. The
/// web engine is started by @c start, after the window's first paint.
class ParsePreview : public QWidget {
    Q_OBJECT
public:
    explicit ParsePreview(QWidget *parent = nullptr);
    ~ParsePreview() override;

    /// Registers the scheme figures come by; before the first Q*Application.
    static void registerScheme();

    void start();
    void setPage(int pageIndex, const document::Page &page);
    /// Pictures that blocks of any page name; replaces those of the same name.
    void setFigures(const QHash<QString, QImage> &figures);
    /// Lights a block; scrolls only when it is out of view.
    void highlight(const QString &blockId);
    void setZoomFactor(double factor);
    [[nodiscard]] bool isReady() const { return m_isReady; }

Q_SIGNALS:
    void blockHovered(const QString &blockId);
    void blockClicked(const QString &blockId);
    void ready();

private:
    void update();
    void run(const QString &function, const QJsonValue &argument);

    QWebEngineView *m_view = nullptr;
    FigureScheme *m_figures;
    PreviewBridge *m_bridge;
    bool m_isReady = false;
    int m_pageIndex = -1;
    document::Page m_page;
    QHash<QString, QString> m_shown; ///< block id -> HTML as the web page has it
    QStringList m_order;
};

} // namespace preview
