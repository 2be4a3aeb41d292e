// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QString>
#include <QUrl>

namespace ocr {

/// Where an engine answers: our own over a Unix socket, or any OpenAI-compatible server.
struct EngineAddress {
    QUrl url; ///< http(s)://host[:port][/folder], without /v1 and slash at its end; empty for our own engine
    QString socketPath; ///< our own engine's Unix socket; empty for a server
    QByteArray token; ///< bearer token or API key; goes only to this origin
    QString model; ///< tesseract, deepseek-ocr, replay, or the server's; empty: the only one /v1/models lists

    [[nodiscard]] bool isLocal() const { return !socketPath.isEmpty(); }
    /// For people and logs: never the token, no password of the URL.
    [[nodiscard]] QString displayName() const;

    bool operator==(const EngineAddress &) const = default;
};

/// Reads what a person gives as --engine: URL, with or without /v1, or URL#model.
///
/// @param apiKey  trimmed content of the key file; empty for none.
/// @return RequestRejected for what is no http or https URL with a host.
[[nodiscard]] base::Result<EngineAddress> engineAddressFrom(const QString &text, const QByteArray &apiKey);

/// A request to @p path ("/v1/models") of the engine, with its token. Each socket gets a host name of its own:
/// QNetworkAccessManager keeps connections by host and forgets the socket's path (platform.md, section 5).
[[nodiscard]] QNetworkRequest requestTo(const EngineAddress &address, const QString &path);

} // namespace ocr
