// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/pipeline/digitize_page.h"
#include "app/pipeline/page_images.h"
#include "app/settings/settings.h"
#include "ui/jobs/reading_queue.h"
#include "ui/main_window/project_keeper.h"

#include <QObject>
#include <QThreadPool>

namespace main_window {

/// One open document with everything that works on it: its pages, their pictures, their reading. Opening happens on a worker.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(settings::Settings settings, QObject *parent = nullptr);
    ~Session() override;

    /// Opens a file and starts reading from its first page. @c opened or @c openFailed follows.
    void open(const base::NativePath &path, const QString &password = {});
    void readAll();
    void readPage(int pageIndex);

    [[nodiscard]] bool isOpen() const { return m_store.pageCount() > 0; }
    [[nodiscard]] document::DocumentStore *store() { return &m_store; }
    [[nodiscard]] pipeline::PageImages *images() { return &m_images; }
    [[nodiscard]] pipeline::PageImages *thumbnails() { return &m_thumbnails; }
    [[nodiscard]] jobs::ReadingQueue *queue() { return &m_queue; }
    [[nodiscard]] ProjectKeeper *keeper() { return &m_keeper; }
    [[nodiscard]] const base::NativePath &path() const { return m_path; }
    /// Index of the page a person was on when the document was last open.
    [[nodiscard]] int place() const { return m_place; }

Q_SIGNALS:
    void opened();
    void openFailed(const base::NativePath &path, const base::Error &error);

private:
    void hashSource(int generation);
    void begin(const std::optional<library::SavedProject> &saved);

    settings::Settings m_settings;
    base::NativePath m_path;
    std::shared_ptr<pipeline::PageSource> m_source;
    document::DocumentStore m_store;
    pipeline::PageImages m_images;
    pipeline::PageImages m_thumbnails;
    jobs::ReadingQueue m_queue;
    ProjectKeeper m_keeper;
    int m_place = 0;
    QByteArray m_sha256;
    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_generation = 0;
};

} // namespace main_window
