// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/reader_shelf.h"

#include <algorithm>

namespace server {

void ReaderShelf::add(std::shared_ptr<readers::Reader> reader)
{
    readers::ReaderInfo info = reader->info();
    const int slots = reader->slots();
    m_entries.push_back({std::move(reader), std::move(info), std::make_unique<JobQueue>(slots, mostWaiting)});
}

void ReaderShelf::addUnavailable(std::string id, std::string reason)
{
    m_unavailable.push_back({std::move(id), std::move(reason)});
}

const ReaderShelf::Entry &ReaderShelf::find(const std::string &id) const
{
    for (const Entry &entry : m_entries)
        if (entry.info.id == id)
            return entry;
    for (const Unavailable &reader : m_unavailable)
        if (reader.id == id)
            throw readers::RequestError(
                404, "model_not_found", "model", "The reader " + id + " is not available: " + reader.reason);
    std::string names;
    for (const Entry &entry : m_entries)
        names += (names.empty() ? "" : ", ") + entry.info.id;
    throw readers::RequestError(
        404, "model_not_found", "model", "There is no such reader; this engine has " + names + ".");
}

bool ReaderShelf::giveUpAll(std::chrono::milliseconds limit)
{
    for (const Entry &entry : m_entries)
        entry.queue->giveUpAll();
    const auto end = std::chrono::steady_clock::now() + limit;
    const auto isAtWork = [](const Entry &entry) { return entry.queue->running() > 0; };
    while (std::any_of(m_entries.begin(), m_entries.end(), isAtWork)) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

} // namespace server
