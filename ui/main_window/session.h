// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/pipeline/digitize_page.h"
#include "app/pipeline/page_images.h"
#include "app/pipeline/page_tiles.h"
#include "app/settings/settings.h"
#include "ui/jobs/reading_queue.h"
#include "ui/main_window/opening.h"
#include "ui/main_window/project_keeper.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace main_window {

/// One open document with everything that works on it: its pages, their pictures, their reading. Opening happens on a worker.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(settings::Settings settings, QObject *parent = nullptr);
    ~Session() override;

    /// Opens a document or a project and starts reading where it is. @c opened, @c openFailed or @c sourceMissing follows.
    void open(const base::NativePath &path, const QString &password = {});
    void open(const std::shared_ptr<OpeningAhead> &ahead);
    /// A project whose document was found elsewhere.
    void openProject(const base::NativePath &project, const base::NativePath &source, const QString &password = {});
    void close();
    /// A picture with a recording: read with these options, by our own engine, whatever the settings say.
    void openDemo(const base::NativePath &picture, const pipeline::ReadOptions &options);
    [[nodiscard]] bool isDemo() const { return m_demoOptions.has_value(); }

    void readAll();
    void readPage(int pageIndex);
    /// Reads pages by a reader that a person chose; it stays theirs for the next time.
    void readPagesWith(const QList<int> &pageIndexes, pipeline::Reader reader);
    /// The reader a person chose for a page; Auto for none.
    [[nodiscard]] pipeline::Reader chosenReader(int pageIndex) const;
    /// Looks at a page that was not read yet, to say what will be done with it and why; @c planKnown follows.
    void plan(int pageIndex);
    /// Cuts the pictures that a page's blocks name and that are not there (a reopened project).
    void cutFigures(int pageIndex);

    /// From now on; pages that are being read end as they began.
    void applySettings(const settings::Settings &settings);
    [[nodiscard]] const settings::Settings &settings() const { return m_settings; }
    [[nodiscard]] settings::Settings &settings() { return m_settings; } ///< for what the window itself remembers

    [[nodiscard]] bool isOpen() const { return m_store.pageCount() > 0; }
    [[nodiscard]] document::DocumentStore *store() { return &m_store; }
    [[nodiscard]] pipeline::PageImages *images() { return &m_images; }
    [[nodiscard]] pipeline::PageTiles *tiles() { return &m_tiles; }
    [[nodiscard]] pipeline::PageImages *thumbnails() { return &m_thumbnails; }
    [[nodiscard]] jobs::ReadingQueue *queue() { return &m_queue; }
    [[nodiscard]] ProjectKeeper *keeper() { return &m_keeper; }
    [[nodiscard]] std::shared_ptr<pipeline::PageSource> source() const { return m_source; } ///< null while none is open
    [[nodiscard]] std::shared_ptr<pipeline::Engine> engine() const { return m_engine; }
    [[nodiscard]] const base::NativePath &path() const { return m_path; } ///< of the document
    [[nodiscard]] const base::NativePath &project() const { return m_project; } ///< empty: nothing is kept, or not yet
    /// Index of the page a person was on when the document was last open.
    [[nodiscard]] int place() const { return m_place; }
    /// Whether pages go to a server that a person named.
    [[nodiscard]] bool usesServer() const { return m_engine && m_engine->isServer(); }

Q_SIGNALS:
    void opened();
    void projectPlaced(); ///< after @c opened: @c project() is known
    void closed();
    void openFailed(const base::NativePath &path, const base::Error &error);
    /// A project's document is not where it was.
    void sourceMissing(const base::NativePath &project, const base::NativePath &source);
    /// A project's document has other bytes than when it was read.
    void sourceChanged();
    /// Work is kept elsewhere than expected, or not at all (@c project() is empty).
    void projectTrouble(const base::Error &error);
    /// @p plan  what will be done with the page and why, without a full stop.
    void planKnown(int pageIndex, const QString &plan);

private:
    void start(const base::NativePath &shown, const std::function<base::Result<Opening>(std::stop_token)> &work);
    void take(const base::NativePath &shown, const base::Result<Opening> &opening);
    void hashSource(int generation);
    void begin(const std::optional<library::SavedProject> &saved);
    void compareHashes();

    settings::Settings m_settings;
    base::NativePath m_path;
    base::NativePath m_project;
    std::shared_ptr<pipeline::PageSource> m_source;
    std::shared_ptr<pipeline::Engine> m_engine;
    document::DocumentStore m_store;
    pipeline::PageImages m_images;
    pipeline::PageTiles m_tiles;
    pipeline::PageImages m_thumbnails;
    jobs::ReadingQueue m_queue;
    ProjectKeeper m_keeper;
    std::optional<pipeline::ReadOptions> m_demoOptions; ///< of the demonstration that is open
    QHash<int, pipeline::Reader> m_chosenReaders;
    int m_place = 0;
    QByteArray m_sha256; ///< of the document as it is now; empty until it has been hashed
    QByteArray m_readSha256; ///< as it was when it was read
    bool m_hasBegun = false; ///< what was kept of the document is shown
    QTimer m_rest; ///< workers that nobody needs go
    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_generation = 0;
};

} // namespace main_window
