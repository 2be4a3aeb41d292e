// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QHash>
#include <QImage>
#include <QWidget>

#include <functional>
#include <memory>
#include <tuple>

namespace preview {

class WebPart;

/// The rendered parse of one page: headings, lists, tables with spans, formulas, figures.
///
/// Blocks are patched one by one, never the whole page reloaded. What was recognised is data: it passes the allow-list of
/// document::markdownHtml, and the page's content policy lets nothing but our own files and the figures of this document in. The
/// web engine is loaded and started by @c start, after the window's first paint; where its library is not there, the preview says so.
class ParsePreview : public QWidget {
    Q_OBJECT
public:
    explicit ParsePreview(QWidget *parent = nullptr);
    ~ParsePreview() override;

    /// Does without OpenGL; before the first Q*Application.
    static void prepareProcess();

    void start();
    void setPage(int pageIndex, const document::Page &page);
    /// Pictures that blocks of any page name; replaces those of the same name.
    void setFigures(const QHash<QString, QImage> &figures);
    /// Lights a block, and in it the @p nth of the words that are (or hold) @p word; scrolls only when it is out of view or near its edge.
    void highlight(const QString &blockId, const QString &word = {}, int nth = 0);
    /// What a block looks like in the parse, for comparing it with the page; @p take gets a null picture when it is not shown.
    void pictureOf(const QString &blockId, const std::function<void(const QImage &picture)> &take);
    void setZoomFactor(double factor);
    [[nodiscard]] bool isReady() const { return m_isReady; }

Q_SIGNALS:
    void blockHovered(const QString &blockId);
    /// @p word  the word that was clicked, empty for none; @p nth  how many equal ones stand before it.
    void blockClicked(const QString &blockId, const QString &word, int nth);
    void ready();

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void update();
    void run(const QString &function, const QJsonValue &argument);
    void becomeReady();

    std::unique_ptr<WebPart> m_web;
    QHash<QString, QImage> m_figuresAhead; ///< those that came before the web engine was started
    bool m_isStarted = false;
    bool m_isReady = false;
    int m_pageIndex = -1;
    document::Page m_page;
    QHash<QString, QString> m_shown; ///< block id -> HTML as the web page has it
    QStringList m_order;
    std::tuple<QString, QString, int> m_lit; ///< block, word, the how manieth
    QString m_newest; ///< the block that is being read
};

} // namespace preview
