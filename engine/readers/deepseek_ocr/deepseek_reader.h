// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/runtime/engine.h"

#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <thread>

namespace readers {

/// Reads with the DeepSeek-OCR network.
///
/// Pictures are decoded and cut on the caller's thread in accept(); runtime::Engine takes up to slots() requests together.
class DeepSeekReader final : public Reader {
public:
    /// Loads the model. @throws base::BadModel, base::BadRequest, base::Busy with one sentence.
    DeepSeekReader(const std::filesystem::path &folder, const runtime::EngineOptions &options);
    ~DeepSeekReader() override;

    ReaderInfo info() const override;
    int slots() const override { return m_slots; }
    std::unique_ptr<Reading> accept(ReadRequest request) override;

private:
    std::shared_ptr<runtime::Engine> m_engine;
    int m_slots;
    std::shared_future<std::string> m_hash; ///< of the weights; found in the background, answers wait for it
    std::jthread m_hashing;
};

/// The network's request for one of ours. @throws base::BadRequest, base::BadPicture.
runtime::Request runtimeRequest(const ReadRequest &request);

/// OpenAI's logprobs object for one token; null when none was asked.
nlohmann::json logprobsOf(const runtime::Token &token);

} // namespace readers
