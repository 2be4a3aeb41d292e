// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QJsonObject>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace ocr {

/// A picture as it travels.
struct EncodedPicture {
    QByteArray bytes; ///< empty for a null picture
    QByteArray mimeType; ///< image/png, image/x-portable-anymap
};

/// Encodes a page for sending: lossless and fast. Grey stays grey, a page of black and white alone becomes 1 bit, alpha
/// is laid on white. PNG with the cheapest compression, so that it costs little beside reading the page. Any thread.
[[nodiscard]] EncodedPicture encodePicture(const QImage &page);

/// The same picture as its bare pixels (PNM), for our own engine on this machine: nothing is packed and nothing unpacked. A page in black and
/// white alone becomes 1 bit; one past 64 MB is encoded as by @c encodePicture. Any thread.
[[nodiscard]] EncodedPicture rawPicture(const QImage &page);

/// Bars a run of @c size tokens from coming again within @c window tokens; the model loops without it.
struct NgramBar {
    int size = 30;
    int window = 90;
    QList<int> whitelist{128821, 128822}; ///< token ids of <td> and </td>, which tables repeat rightly
};

/// The longest answer to ask a model for, in its tokens. 6900: what DeepSeek-OCR's 8192 positions leave beside the largest gundam
/// picture (1263) and a prompt; a vLLM server refuses more. Tesseract counts words and has no limit worth naming.
/// @param limit  of tokens that a person sets for networks, taken at their word; 0: none.
[[nodiscard]] int longestAnswer(QStringView model, int limit = 0);

/// What is asked about the picture. What a reader does not know it ignores.
struct ReadRequest {
    QString prompt; ///< without <image>: the server puts that before it
    int maxTokens = 6900; ///< always sent
    double temperature = 0; ///< always sent
    NgramBar ngramBar; ///< always sent; vLLM needs its logits processor for it, see README.md
    QStringList languages; ///< recto.languages, for Tesseract; empty: not sent
    QString mode; ///< recto.mode as ocr::modeFrom gives it: tiny … gundam-m or "1024,640,crop"; empty: not sent
    int maxTiles = 0; ///< recto.max_tiles; 0: not sent
    QString draft; ///< recto.draft; empty: not sent
    /// recto.orientation, our own Tesseract only: a page that must be turned with this confidence at least is not read, and the answer says how
    /// far. Not sent: it is read as it is.
    std::optional<double> leastTurnConfidence;
};

/// The body of one chat completion: one user message with the picture as a data URL and the prompt.
///
/// model and stream are left to Client. The recto object is there only when something in it is asked for.
[[nodiscard]] QJsonObject buildRequest(const EncodedPicture &picture, const ReadRequest &request);

/// The same for a picture that Client::transcribe sends beside the body.
[[nodiscard]] QJsonObject buildRequestForAttached(const ReadRequest &request);

/// The Content-ID of the attached picture.
inline constexpr char attachedId[] = "page";

} // namespace ocr
