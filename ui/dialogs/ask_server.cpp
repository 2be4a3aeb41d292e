// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ask_server.h"

#include "app/base/log.h"
#include "app/ocr/client.h"
#include "app/pipeline/engine.h"
#include "app/settings/secret_file.h"
#include "ui/look/error_words.h"

#include <QCoreApplication>

namespace dialogs {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AskServer)
};

constexpr int namedModels = 4; // a hub lists hundreds

ServerAnswer trouble(const base::Error &error)
{
    qCInfo(base::logWindow) << "server test:" << error.what << error.detail;
    return {false, look::inOneSentence(error)};
}

ServerAnswer trouble(const QString &what, const QString &remedy)
{
    return trouble({base::ErrorCode::RequestRejected, what, remedy, {}});
}

QString listed(const QStringList &models)
{
    const QString names = models.first(std::min<qsizetype>(models.size(), namedModels)).join(Words::tr(", "));
    return models.size() > namedModels ? Words::tr("%1 and %2 more").arg(names).arg(models.size() - namedModels)
                                       : names;
}

/// The key in its file; empty without one. @return a sentence when there is no key where one was named.
std::expected<QByteArray, ServerAnswer> keyIn(const base::NativePath &file)
{
    if (file.empty())
        return QByteArray();
    const QString remedy = Words::tr("choose another, or leave the field empty if the server asks for no key");
    const auto key = settings::readSecret(file);
    if (!key)
        return std::unexpected(trouble(Words::tr("the key file cannot be used: %1").arg(key.error().what), remedy));
    if (key->trimmed().isEmpty())
        return std::unexpected(trouble(Words::tr("there is no key in the first line of the key file"), remedy));
    return key->trimmed();
}

ServerAnswer verdict(const ocr::EngineAddress &address, const QStringList &models, const base::Result<QString> &chosen)
{
    const QString server = address.displayName();
    if (models.isEmpty())
        return trouble(Words::tr("%1 answers, but has no model to read with").arg(server),
            Words::tr("load DeepSeek-OCR there, and test again"));
    if (!address.model.isEmpty() && !models.contains(address.model))
        return trouble(Words::tr("%1 has no model “%2”").arg(server, address.model),
            Words::tr("write one of these behind the # of the address: %1").arg(listed(models)));
    if (!chosen && chosen.error().code == base::ErrorCode::RequestRejected)
        return trouble(Words::tr("%1 has several models (%2)").arg(server, listed(models)),
            Words::tr("write the one to read with behind the address, as in %1#%2").arg(server, models.first()));
    if (!chosen)
        return trouble(chosen.error());
    return {true, Words::tr("The server answers; pages will be read with %1.").arg(*chosen)};
}

} // namespace

ServerAnswer lookAtAddress(const QString &address)
{
    if (address.isEmpty())
        return trouble(
            Words::tr("the server's address is missing"), Words::tr("write it above, as in http://workstation:8000"));
    const auto server = ocr::engineAddressFrom(address, {});
    return server ? ServerAnswer{true, {}} : trouble(server.error());
}

ServerAnswer askServer(
    const QString &address, const base::NativePath &keyFile, std::chrono::milliseconds limit, std::stop_token stop)
{
    if (const ServerAnswer form = lookAtAddress(address); !form.isGood)
        return form;
    const auto key = keyIn(keyFile);
    if (!key)
        return key.error();
    const auto server = ocr::engineAddressFrom(address, *key);
    if (!server)
        return trouble(server.error());
    ocr::ClientLimits limits;
    limits.firstByte = limits.betweenEvents = limit;
    limits.attempts = 1;
    const auto models = ocr::Client(*server, limits).models(stop);
    if (!models
        && (models.error().code == base::ErrorCode::Cancelled || models.error().code == base::ErrorCode::TimedOut))
        return trouble(Words::tr("%1 did not answer in time").arg(server->displayName()),
            Words::tr("it may still be starting: test again in a while, or check the address"));
    if (!models)
        return trouble(models.error());
    return verdict(*server, *models, pipeline::Engine({}, *server, limits).modelFor(pipeline::Reader::Auto, stop));
}

} // namespace dialogs
