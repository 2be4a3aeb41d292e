// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/tesseract/languages.h"

#include <tesseract/baseapi.h>

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace readers {

/// Loaded Tesseract objects, lent to one page at a time. Loading costs about 0.1 s a language, so they are kept.
///
/// Any thread may take one; the object belongs to the taker until its handle goes.
class ApiPool {
public:
    using Api = tesseract::TessBaseAPI;

    /// Gives the object back (cleared of its picture) when destroyed.
    class Loan {
    public:
        Loan(ApiPool *pool, std::string languages, std::unique_ptr<Api> api)
            : m_pool(pool)
            , m_languages(std::move(languages))
            , m_api(std::move(api))
        {
        }
        Loan(Loan &&) = default;
        ~Loan();
        Api *operator->() const { return m_api.get(); }
        Api &operator*() const { return *m_api; }

    private:
        ApiPool *m_pool;
        std::string m_languages;
        std::unique_ptr<Api> m_api;
    };

    /// @param languages  must outlive this. @param mostIdle  objects kept while nobody uses them; the oldest go first.
    ApiPool(const Languages &languages, std::size_t mostIdle);

    /// @param names  "eng+deu" or "osd". @throws base::Exception when the data cannot be loaded.
    Loan take(const std::string &names);

private:
    void giveBack(std::string names, std::unique_ptr<Api> api);

    const Languages &m_languages;
    const std::size_t m_mostIdle;
    std::mutex m_mutex; ///< guards m_idle
    std::vector<std::pair<std::string, std::unique_ptr<Api>>> m_idle; ///< oldest first
};

} // namespace readers
