// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/engine_address.h"

#include "app/base/version.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace ocr {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EngineAddress)
};

std::unexpected<base::Error> notAnAddress(const QString &text, const QString &detail)
{
    return base::failure(base::ErrorCode::RequestRejected, Words::tr("“%1” is no address of a server").arg(text),
        Words::tr("give one such as http://localhost:8000 (--engine)"), detail);
}

/// Without slashes at its end, and without the /v1 that every route has.
QString folderOf(QString path)
{
    const auto dropSlashes = [&path] {
        while (path.endsWith(u'/'))
            path.chop(1);
    };
    dropSlashes();
    if (path.endsWith(u"/v1"))
        path.chop(3);
    dropSlashes();
    return path;
}

} // namespace

QString EngineAddress::displayName() const
{
    if (isLocal())
        return Words::tr("the engine");
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

base::Result<EngineAddress> engineAddressFrom(const QString &text, const QByteArray &apiKey)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        return notAnAddress(text, url.errorString());
    const QString scheme = url.scheme().toLower();
    if ((scheme != u"http" && scheme != u"https") || url.host().isEmpty())
        return notAnAddress(text, QStringLiteral("no http or https URL with a host"));
    EngineAddress address;
    address.model = url.fragment(QUrl::FullyDecoded);
    address.token = apiKey;
    url.setFragment({});
    url.setQuery(QString());
    url.setPath(folderOf(url.path()));
    address.url = url;
    return address;
}

QNetworkRequest requestTo(const EngineAddress &address, const QString &path)
{
    QNetworkRequest request;
    if (address.isLocal()) {
        const QByteArray hash
            = QCryptographicHash::hash(address.socketPath.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
        request.setUrl(QUrl(QStringLiteral("unix+http://engine-%1%2").arg(QString::fromLatin1(hash), path)));
        request.setAttribute(QNetworkRequest::FullLocalServerNameAttribute, address.socketPath);
    } else {
        QUrl url = address.url;
        url.setPath(url.path() + path);
        request.setUrl(url);
    }
    if (!address.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + address.token);
    request.setRawHeader("User-Agent", QByteArray("recto/") + base::productVersion);
    return request;
}

} // namespace ocr
