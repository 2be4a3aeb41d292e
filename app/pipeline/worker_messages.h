// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/dpi.h"
#include "app/document/document.h"
#include "app/pipeline/worker_channel.h"

#include <QRect>

#include <optional>

namespace pipeline {

/// What a parent asks of its page worker. A request is answered by one frame; Cancel by none, and the answer to the request under way
/// comes all the sooner.
struct Request {
    enum class Kind : quint8 {
        Open, ///< path, password as typed
        Attach, ///< a document that another worker opened: document, password bytes
        Render,
        TextLayer,
        Cancel,
    };
    Kind kind = Kind::Cancel;
    std::string path;
    QString typedPassword;
    document::Document document;
    QByteArray password;
    int pageIndex = 0;
    base::Dpi resolution{0};
    QRect part; ///< Render: pixels of the page at that resolution; null: all of it
};

/// The answer to Open.
struct OpenedAnswer {
    document::Document document;
    QByteArray password;
};

[[nodiscard]] QByteArray pack(const Request &request);
[[nodiscard]] std::optional<Request> unpackRequest(const QByteArray &bytes);

/// Each answer begins with whether it is an error. Unpacking gives nothing for bytes that no worker of ours sends.
[[nodiscard]] QByteArray packError(const base::Error &error);
[[nodiscard]] QByteArray packDone();
[[nodiscard]] QByteArray pack(const OpenedAnswer &opened);
[[nodiscard]] QByteArray pack(const document::TextLayer &layer);
/// The pixels go beside it (see @c lendImage and @c shareImage).
[[nodiscard]] QByteArray pack(const QImage &image);

[[nodiscard]] std::optional<base::Result<void>> unpackDone(const Frame &frame);
[[nodiscard]] std::optional<base::Result<OpenedAnswer>> unpackOpened(const Frame &frame);
[[nodiscard]] std::optional<base::Result<document::TextLayer>> unpackTextLayer(const Frame &frame);
/// Copies the pixels of a small picture; maps those of a large one, read-only. Nothing when the memory is smaller than the picture says,
/// or, for a large one, could still be made so.
[[nodiscard]] std::optional<base::Result<QImage>> unpackImage(const Frame &frame);

/// Pictures of so many bytes at most are copied twice, through memory that the worker uses again and again: the kernel takes four times
/// as long to find new memory for a page as to copy it. An A4 page in colour at 144 dots per inch fits.
inline constexpr qsizetype mostLentBytes = qsizetype{8} << 20;

/// Puts a small picture's pixels into @p reused, which is opened when it is not yet; they stay until the next call. False for a picture larger
/// than @c mostLentBytes and when there was no memory.
[[nodiscard]] bool lendImage(const QImage &image, Descriptor &reused);

/// A picture's pixels in memory that both processes can map and the sender can no longer change. Not open when there was no memory.
[[nodiscard]] Descriptor shareImage(const QImage &image);

} // namespace pipeline
