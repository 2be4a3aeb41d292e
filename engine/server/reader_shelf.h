// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/server/job_queue.h"

#include <memory>
#include <string>
#include <vector>

namespace server {

/// The readers that can be asked, each with its queue, and those that cannot, with the reason.
class ReaderShelf {
public:
    /// Requests that wait for a reader beyond those that run: a page of the slowest reader each, and 32 clients at once fit.
    static constexpr std::size_t mostWaiting = 64;

    struct Entry {
        std::shared_ptr<readers::Reader> reader;
        readers::ReaderInfo info;
        std::unique_ptr<JobQueue> queue;
    };
    struct Unavailable {
        std::string id;
        std::string reason; ///< one sentence
    };

    void add(std::shared_ptr<readers::Reader> reader);
    void addUnavailable(std::string id, std::string reason);
    void setOrientationFinder(std::shared_ptr<readers::OrientationFinder> finder) { m_finder = std::move(finder); }

    /// @throws readers::RequestError 404 model_not_found, with what is wrong with it.
    const Entry &find(const std::string &id) const;
    const std::vector<Entry> &entries() const { return m_entries; }
    const std::vector<Unavailable> &unavailable() const { return m_unavailable; }
    /// nullptr when this build has none.
    readers::OrientationFinder *orientationFinder() const { return m_finder.get(); }

    /// Asks all work to stop. @return false when some did not within @p limit. Readers stay: clients may still look at them.
    bool giveUpAll(std::chrono::milliseconds limit);

private:
    std::vector<Entry> m_entries;
    std::vector<Unavailable> m_unavailable;
    std::shared_ptr<readers::OrientationFinder> m_finder;
};

} // namespace server
