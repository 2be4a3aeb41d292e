// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/parse_preview.h"

#include "app/base/log.h"
#include "app/base/native_path.h"
#include "app/document/safe_html.h"
#include "ui/preview/web_part.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLibrary>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace preview {

namespace {

using namespace Qt::StringLiterals;

/// For X11 and for Wayland.
constexpr std::pair<const char *, const char *> withoutOpenGl[]{
    {"QT_XCB_GL_INTEGRATION", "none"}, {"QT_WAYLAND_DISABLE_HW_INTEGRATION", "1"}};

QString formulaHtml(const QString &tex, bool display)
{
    return u"<span class=\"%1\">%2</span>"_s.arg(display ? u"tex display"_s : u"tex"_s, tex.toHtmlEscaped());
}

QString inlineHtml(const document::Block &block)
{
    return document::markdownHtml(block.markdown, formulaHtml);
}

QString blockHtml(const document::Block &block)
{
    if (!block.html.isEmpty())
        return document::safeHtml(block.html, formulaHtml);
    if (block.figure && block.image.isEmpty())
        return document::figureHtml(*block.figure, formulaHtml);
    if (block.level > 0)
        return u"<h%1>%2</h%1>"_s.arg(std::min(block.level, 6)).arg(inlineHtml(block));
    if (block.type == "image"_L1 && !block.image.isEmpty())
        return u"<figure><img src=\"%1:/%2\" alt=\"%3\"></figure>"_s.arg(QLatin1StringView(figureScheme),
                   QString::fromUtf8(QUrl::toPercentEncoding(block.image)),
                   (block.text.isEmpty() ? ParsePreview::tr("Figure") : block.text).toHtmlEscaped())
            + (block.figure ? u"<div class=\"reading\">%1</div>"_s.arg(document::figureHtml(*block.figure, formulaHtml))
                            : QString());
    return inlineHtml(block);
}

/// Beside this program, or beside the one that RECTO_PROGRAM names, for tests.
QString webViewFile()
{
    std::error_code ignored;
    const char *named = std::getenv("RECTO_PROGRAM");
    const base::NativePath program
        = named && *named ? base::NativePath(named) : std::filesystem::read_symlink("/proc/self/exe", ignored);
    return base::decodeNative((program.parent_path() / "recto-web-view.so").native());
}

} // namespace

/// A page of text needs no graphics card, and its drivers (or their stand-in) are 80 MB of this process and a fifth of a second. The web
/// engine makes a context with the application whatever is asked of it, so the platform is told to have none until then.
void ParsePreview::prepareProcess()
{
    for (const auto &[name, value] : withoutOpenGl) {
        if (!qEnvironmentVariableIsSet(name))
            qputenv(name, value);
    }
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts); // as the web engine wants it
}

ParsePreview::ParsePreview(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    setAccessibleName(tr("Rendered parse"));
}

ParsePreview::~ParsePreview() = default;

void ParsePreview::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    // Programs that we start, a browser for a link, have their own ways.
    for (const auto &[name, value] : withoutOpenGl) {
        if (qgetenv(name) == value)
            qunsetenv(name);
    }
    QLibrary library(webViewFile());
    const auto make = reinterpret_cast<MakeWebPart>(library.resolve("rectoMakeWebPart"));
    if (!make) {
        qCWarning(base::logWindow) << "no web view:" << library.errorString();
        auto *sorry
            = new QLabel(tr("The rendered parse cannot be shown: a part of Recto is missing. Install Recto anew; "
                            "meanwhile the source shows the same text."));
        sorry->setAlignment(Qt::AlignCenter);
        sorry->setWordWrap(true);
        layout()->addWidget(sorry);
        return;
    }
    const WebEvents events{[this](const QString &blockId) { Q_EMIT blockHovered(blockId); },
        [this](const QString &blockId, const QString &word, int nth) { Q_EMIT blockClicked(blockId, word, nth); },
        [this] { becomeReady(); }, [this] { m_isReady = false; }};
    m_web.reset(make(this, &events));
    m_web->setFigures(std::exchange(m_figuresAhead, {}));
    dress();
    layout()->addWidget(m_web->widget());
}

void ParsePreview::becomeReady()
{
    m_isReady = true;
    m_shown.clear();
    m_order.clear();
    dress();
    update();
    Q_EMIT ready();
}

/// In the colours of the window, from the first paint on.
void ParsePreview::dress()
{
    const QColor ground = palette().color(QPalette::Base);
    if (m_web)
        m_web->setGround(ground);
    run(u"dress"_s, ground.lightness() < 128);
}

void ParsePreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void ParsePreview::setPage(int pageIndex, const document::Page &page)
{
    const bool isOther = pageIndex != m_pageIndex;
    m_pageIndex = pageIndex;
    m_page = page;
    if (isOther)
        run(u"scrollToTop"_s, {});
    update();
}

void ParsePreview::setFigures(const QHash<QString, QImage> &figures)
{
    if (m_web)
        m_web->setFigures(figures);
    else
        m_figuresAhead.insert(figures);
}

void ParsePreview::highlight(const QString &blockId, const QString &word, int nth)
{
    if (m_lit == std::tuple(blockId, word, nth))
        return;
    m_lit = {blockId, word, nth};
    run(u"light"_s, QJsonArray{blockId, word, nth});
}

void ParsePreview::pictureOf(const QString &blockId, const std::function<void(const QImage &picture)> &take)
{
    if (!m_isReady || !isVisible()) {
        take({});
        return;
    }
    const QByteArray id = QJsonDocument(QJsonArray{blockId}).toJson(QJsonDocument::Compact);
    m_web->run(u"recto.placeOf(...%1)"_s.arg(QString::fromUtf8(id)), [this, take](const QVariant &answer) {
        const QVariantList place = answer.toList();
        const double zoom = m_web->zoomFactor();
        QRectF box;
        if (place.size() == 4)
            box = {place[0].toDouble() * zoom, place[1].toDouble() * zoom, place[2].toDouble() * zoom,
                place[3].toDouble() * zoom};
        const QRect inView = box.toAlignedRect().intersected(m_web->widget()->rect());
        take(inView.isEmpty() ? QImage() : m_web->widget()->grab(inView).toImage());
    });
}

void ParsePreview::setZoomFactor(double factor)
{
    if (m_web)
        m_web->setZoomFactor(factor);
}

/// Sends what changed since the last time: the order of blocks when it did, and the HTML of new and changed ones.
void ParsePreview::update()
{
    if (!m_isReady)
        return;
    QJsonArray changed;
    QStringList order;
    QHash<QString, QString> shown;
    for (const document::Block &block : std::as_const(m_page.blocks)) {
        order.append(block.id);
        const QString html = blockHtml(block);
        shown.insert(block.id, html);
        if (m_shown.value(block.id) != html || !m_shown.contains(block.id))
            changed.append(QJsonObject{{u"id"_s, block.id}, {u"type"_s, block.type}, {u"html"_s, html}});
    }
    const QString newest
        = m_page.status == document::PageStatus::Reading && !order.isEmpty() ? order.last() : QString();
    if (changed.isEmpty() && order == m_order && newest == m_newest)
        return;
    m_newest = newest;
    m_shown = shown;
    m_order = order;
    run(u"patch"_s,
        QJsonObject{{u"order"_s, QJsonArray::fromStringList(order)}, {u"changed"_s, changed}, {u"newest"_s, newest}});
}

void ParsePreview::run(const QString &function, const QJsonValue &argument)
{
    if (!m_isReady)
        return;
    const QJsonArray arguments = argument.isArray() ? argument.toArray() : QJsonArray{argument};
    const QByteArray json = QJsonDocument(arguments).toJson(QJsonDocument::Compact);
    m_web->run(u"recto.%1(...%2)"_s.arg(function, QString::fromUtf8(json)), {});
}

} // namespace preview
