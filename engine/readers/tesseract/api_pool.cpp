// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/api_pool.h"

#include "engine/base/exceptions.h"

#include <algorithm>

namespace readers {

ApiPool::Loan::~Loan()
{
    if (m_api)
        m_pool->giveBack(std::move(m_languages), std::move(m_api));
}

ApiPool::ApiPool(const Languages &languages, std::size_t mostIdle)
    : m_languages(languages)
    , m_mostIdle(mostIdle)
{
}

ApiPool::Loan ApiPool::take(const std::string &names)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto last
            = std::find_if(m_idle.rbegin(), m_idle.rend(), [&](const auto &idle) { return idle.first == names; });
        if (last != m_idle.rend()) {
            std::unique_ptr<Api> api = std::move(last->second);
            m_idle.erase(std::next(last).base());
            return {this, names, std::move(api)};
        }
    }
    static std::mutex loading; // Tesseract's loading touches globals
    const std::lock_guard lock(loading);
    auto api = std::make_unique<Api>();
    static const bool quiet = api->SetVariable("debug_file", "/dev/null"); // a global of Tesseract's, set once
    static_cast<void>(quiet);
    if (api->Init(m_languages.dataFolder().c_str(), names.c_str(), tesseract::OEM_DEFAULT) != 0)
        throw base::Exception("Tesseract cannot load its data for " + names + " from " + m_languages.dataFolder()
            + "; install it again.");
    return {this, names, std::move(api)};
}

void ApiPool::giveBack(std::string names, std::unique_ptr<Api> api)
{
    api->Clear();
    std::unique_ptr<Api> tooMany; // destroyed outside the lock
    const std::lock_guard lock(m_mutex);
    m_idle.emplace_back(std::move(names), std::move(api));
    if (m_idle.size() > m_mostIdle) {
        tooMany = std::move(m_idle.front().second);
        m_idle.erase(m_idle.begin());
    }
}

} // namespace readers
