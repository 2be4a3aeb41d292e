// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/web_view/figure_scheme.h"

#include <QBuffer>
#include <QWebEngineUrlRequestJob>

namespace web_view {

void FigureScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QImage image = m_figures.value(job->requestUrl().path().mid(1));
    if (image.isNull()) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    auto *buffer = new QBuffer(job);
    buffer->open(QIODevice::ReadWrite);
    image.save(buffer, "PNG");
    buffer->seek(0);
    job->reply("image/png", buffer);
}

} // namespace web_view
