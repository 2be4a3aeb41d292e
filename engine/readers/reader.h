// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/request_error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace readers {

/// How the network's tokens are chosen; Tesseract has no use for it.
struct Sampling {
    std::optional<int> maxTokens; ///< >= 1
    double temperature = 0; ///< 0 (greedy) .. 2
    double topP = 1; ///< > 0, <= 1
    std::optional<std::int64_t> seed;
    std::vector<std::string> stop; ///< at most 16, none empty
    bool logprobs = false;
    int topLogprobs = 0; ///< 0 .. 20
    bool skipSpecialTokens = false;
    std::optional<int> ngramSize; ///< vllm_xargs.ngram_size, >= 1
    std::optional<int> ngramWindow; ///< vllm_xargs.window_size, >= 1
    std::vector<int> ngramWhitelist; ///< vllm_xargs.whitelist_token_ids
};

/// recto.mode: a name, or the three sizes it stands for.
struct ModeWish {
    std::string name; ///< tiny, small, base, large, gundam, gundam-m; empty: the sizes count
    int baseSize = 0;
    int imageSize = 0;
    bool crop = false;
};

/// One request as every reader gets it: types and ranges are checked, the picture is still encoded.
struct ReadRequest {
    std::string picture; ///< encoded bytes; empty: text only
    std::string prompt; ///< without <image>; may be empty
    Sampling sampling;
    std::optional<ModeWish> mode;
    std::optional<int> maxTiles; ///< >= 1
    std::string draft;
    std::vector<std::string> languages; ///< Tesseract's names; empty: the reader finds out
    /// recto.orientation: look first whether the picture stands upright; one that must be turned with at least this confidence is not read. Not
    /// given: it is read as it is.
    std::optional<double> orientationFrom;
    nlohmann::json replay; ///< recto.replay as it came; null: nothing asked
    bool stream = false;
};

/// A word as printed. Box x0, y0, x1, y1: 0..1 of the sent picture, origin top left.
struct ReadWord {
    std::string text;
    double box[4] = {};
    double confidence = 0; ///< 0..1
};

/// Which way up a picture is.
struct PictureOrientation {
    int clockwiseDegrees = 0; ///< 0, 90, 180, 270: turn it this far clockwise to make it upright
    double confidence = 0; ///< Tesseract's OSD; 0: too few characters to tell
    std::string script; ///< "Latin", "Han", …; empty: unknown
    double scriptConfidence = 0;
    std::vector<std::string> languages; ///< installed data for the script
};

/// What is known when the last text has gone out.
struct ReadResult {
    std::string finishReason = "stop"; ///< stop, length, repetition
    int promptTokens = 0;
    int completionTokens = 0;
    int visionTokens = 0;
    int validVisionTokens = 0;
    bool repetition = false;
    std::string modelSha256; ///< of the weights or language data, hex
    std::vector<std::string> languages; ///< what Tesseract read with
    std::vector<std::pair<std::string, double>> timings; ///< name ("layout_ms"), milliseconds
    std::vector<ReadWord> words; ///< reading order
    std::optional<PictureOrientation> orientation; ///< when it was asked for; a page that must be turned has no text
    nlohmann::json recto; ///< fields that replace the above in the answer's recto object (replay); null: none
};

/// Where a reading puts its text. Called from the reading's thread alone.
class Output {
public:
    virtual ~Output() = default;
    /// @param text      a whole number of UTF-8 characters.
    /// @param logprobs  the OpenAI logprobs object of these tokens; null: none.
    virtual void text(std::string_view text, const nlohmann::json &logprobs = nullptr) = 0;
    /// Bytes of the answer's body as they are (replay).
    virtual void raw(std::string_view bytes) = 0;
};

/// One request a reader has accepted: everything that could be refused has been.
class Reading {
public:
    virtual ~Reading() = default;

    /// Reads and fills @p output. Runs once, on one of the reader's threads; gives up soon after a stop request (its
    /// result is then thrown away). @throws RequestError, base::Exception.
    virtual ReadResult run(Output &output, std::stop_token stop) = 0;

    /// Set: output comes as raw bytes of this content type; "": the connection is closed without a byte.
    virtual std::optional<std::string> rawContentType() const { return std::nullopt; }
};

/// What /v1/models says of a reader.
struct ReaderInfo {
    std::string id;
    std::string version;
    std::string modelSha256; ///< empty: none
    std::vector<std::string> languages; ///< Tesseract's installed ones
};

/// Something that can read a picture. All functions may be called by many threads at once.
class Reader {
public:
    virtual ~Reader() = default;
    virtual ReaderInfo info() const = 0;
    /// How many readings may run at the same time. Constant.
    virtual int slots() const = 0;
    /// Checks the request as far as can be told without reading; decodes the picture.
    /// @throws RequestError with what is wrong.
    virtual std::unique_ptr<Reading> accept(ReadRequest request) = 0;
};

/// Answers the orientation route.
class OrientationFinder {
public:
    virtual ~OrientationFinder() = default;
    /// @param picture  encoded bytes. @throws RequestError. Any thread.
    virtual PictureOrientation find(const std::string &picture, std::stop_token stop) = 0;
};

} // namespace readers
