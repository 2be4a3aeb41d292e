// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/session.h"

#include <QFile>
#include <QtConcurrentRun>


namespace main_window {

namespace {

constexpr qint64 pageBytes = qint64{96} << 20;     // a handful of pages at screen size, one at 300 dpi
constexpr qint64 thumbnailBytes = qint64{12} << 20; // some 150 thumbnails

std::shared_ptr<pipeline::Engine> engineFrom(const settings::Settings &settings)
{
    const ocr::EngineHome home = ocr::EngineHome::standard(settings::modelFolder(settings, {}));
    if (settings.engineAddress.isEmpty())
        return std::make_shared<pipeline::Engine>(home);
    QByteArray key;
    QFile file(QFile::decodeName(QByteArray::fromStdString(settings.apiKeyFile.native())));
    if (!settings.apiKeyFile.empty() && file.open(QIODevice::ReadOnly))
        key = file.readAll().trimmed();
    const auto address = ocr::engineAddressFrom(settings.engineAddress, key);
    return address ? std::make_shared<pipeline::Engine>(home, *address) : std::make_shared<pipeline::Engine>(home);
}

pipeline::ReadOptions readOptionsFrom(const settings::Settings &settings)
{
    pipeline::ReadOptions options;
    options.reader = pipeline::readerNamed(settings.reader).value_or(pipeline::Reader::Auto);
    options.languages = settings.languages;
    options.resolution = settings.resolution;
    return options;
}

} // namespace

Session::Session(settings::Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_images(pageBytes)
    , m_thumbnails(thumbnailBytes)
    , m_queue(&m_store)
{
}

Session::~Session()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void Session::open(const base::NativePath &path, const QString &password)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const int generation = ++m_generation;
    QtConcurrent::run(&m_pool, [path, password, stop = m_stop.get_token()] {
        auto opened = pipeline::PageSource::open(path, password, pipeline::WorkerSettings::fromEnvironment(), stop);
        using Shared = base::Result<std::shared_ptr<pipeline::PageSource>>;
        return opened ? Shared(std::move(*opened)) : Shared(std::unexpected(opened.error()));
    }).then(this, [this, generation, path](const base::Result<std::shared_ptr<pipeline::PageSource>> &source) {
        if (generation != m_generation)
            return;
        if (!source) {
            Q_EMIT openFailed(path, source.error());
            return;
        }
        m_path = path;
        m_source = *source;
        m_images.setSource(m_source);
        m_thumbnails.setSource(m_source);
        m_queue.setSource(m_source, engineFrom(m_settings), readOptionsFrom(m_settings));
        m_store.open(m_source->document());
        Q_EMIT opened();
    });
}

void Session::readAll()
{
    QList<int> unread;
    for (int index = 0; index < m_store.pageCount(); ++index) {
        if (m_store.page(index).status == document::PageStatus::Unread)
            unread.append(index);
    }
    m_queue.read(unread);
}

void Session::readPage(int pageIndex)
{
    m_queue.read({pageIndex});
}

} // namespace main_window
