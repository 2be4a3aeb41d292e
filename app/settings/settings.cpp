// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <cstdlib>

namespace settings {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

const QStringList appearances{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
const QStringList readers{QStringLiteral("auto"), QStringLiteral("text"), QStringLiteral("tesseract"),
    QStringLiteral("deepseek-ocr"), QStringLiteral("replay")};

base::NativePath pathOf(const QVariant &value)
{
    return base::encodeNative(value.toString());
}

QString textOf(const base::NativePath &path)
{
    return base::decodeNative(path.native());
}

const QString layoutGroup = QStringLiteral("layout/");
const QString keysGroup = QStringLiteral("keys/");
const QString keySeparator = QStringLiteral("; "); // no key sequence holds it

/// A number within its range, else 0: not set.
int numberOf(const QVariant &value, int least, int greatest)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= least && number <= greatest ? number : 0;
}

/// An index into @p choices, 0 for what is none of them.
qsizetype choiceOf(const QVariant &value, const QStringList &choices)
{
    return std::max<qsizetype>(0, choices.indexOf(value.toString()));
}

/// Every key of a group: KEYS/ACTION.
QStringList namesIn(const QSettings &stored, const QString &group)
{
    QStringList names;
    const QStringList all = stored.allKeys();
    for (const QString &key : all) {
        if (key.startsWith(group))
            names.append(key.mid(group.size()));
    }
    return names;
}

/// Languages as a list, or in one text as on the command line: eng+deu.
QStringList languagesOf(const QVariant &value)
{
    QStringList languages;
    for (const QString &entry : value.toStringList())
        languages += entry.split(u'+', Qt::SkipEmptyParts);
    return languages;
}

} // namespace

base::NativePath settingsFile()
{
    if (const char *config = std::getenv("XDG_CONFIG_HOME"); config && *config == '/')
        return base::NativePath(config) / "recto/recto.conf";
    const char *home = std::getenv("HOME");
    return base::NativePath(home && *home ? home : "/") / ".config/recto/recto.conf";
}

Settings load(const base::NativePath &file)
{
    const QSettings stored(base::decodeNative(file.native()), QSettings::IniFormat);
    const auto value = [&stored](const char *key) { return stored.value(QLatin1StringView(key)); };
    Settings settings;
    settings.engineAddress = value("engine/address").toString();
    settings.apiKeyFile = pathOf(value("engine/api_key_file"));
    settings.concurrency = numberOf(value("engine/concurrency"), 1, 256);
    settings.modelFolder = pathOf(value("engine/model"));
    settings.languages = languagesOf(value("reading/languages"));
    settings.reader = readers[choiceOf(value("reading/reader"), readers)];
    settings.resolution = numberOf(value("reading/dpi"), 50, 1200);
    settings.appearance = static_cast<Appearance>(choiceOf(value("window/appearance"), appearances));
    settings.windowGeometry = value("window/geometry").toByteArray();
    settings.language = value("window/language").toString();
    settings.readsByItself = value("reading/by_itself").toString() != QLatin1StringView("false");
    settings.layout = value("window/layout").toString();
    for (const QString &name : namesIn(stored, layoutGroup))
        settings.layouts.insert(name, stored.value(layoutGroup + name).toByteArray());
    for (const QString &name : namesIn(stored, keysGroup))
        settings.keys.insert(name, stored.value(keysGroup + name).toString().split(keySeparator, Qt::SkipEmptyParts));
    settings.recent = value("window/recent").toStringList();
    settings.lastFolder = value("window/last_folder").toString();
    return settings;
}

base::Result<void> save(const Settings &settings, const base::NativePath &file)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    QSettings stored(base::decodeNative(file.native()), QSettings::IniFormat);
    const auto put = [&stored](const char *key, const QVariant &value, bool isSet) {
        const QLatin1StringView name(key);
        if (isSet)
            stored.setValue(name, value);
        else
            stored.remove(name);
    };
    put("engine/address", settings.engineAddress, !settings.engineAddress.isEmpty());
    put("engine/api_key_file", textOf(settings.apiKeyFile), !settings.apiKeyFile.empty());
    put("engine/concurrency", settings.concurrency, settings.concurrency > 0);
    put("engine/model", textOf(settings.modelFolder), !settings.modelFolder.empty());
    put("reading/languages", settings.languages.join(u'+'), !settings.languages.isEmpty());
    put("reading/reader", settings.reader, settings.reader != Settings().reader);
    put("reading/dpi", settings.resolution, settings.resolution > 0);
    put("window/appearance", appearances[static_cast<int>(settings.appearance)],
        settings.appearance != Appearance::System);
    put("window/geometry", settings.windowGeometry, !settings.windowGeometry.isEmpty());
    put("window/language", settings.language, !settings.language.isEmpty());
    put("reading/by_itself", QStringLiteral("false"), !settings.readsByItself);
    put("window/layout", settings.layout, !settings.layout.isEmpty());
    put("window/recent", settings.recent, !settings.recent.isEmpty());
    stored.remove(layoutGroup.chopped(1));
    for (const auto &[name, layout] : settings.layouts.asKeyValueRange())
        stored.setValue(layoutGroup + name, layout);
    stored.remove(keysGroup.chopped(1));
    for (const auto &[name, keys] : settings.keys.asKeyValueRange())
        stored.setValue(keysGroup + name, keys.join(keySeparator));
    put("window/last_folder", settings.lastFolder, !settings.lastFolder.isEmpty());
    stored.sync();
    if (stored.status() != QSettings::NoError)
        return base::failure(base::ErrorCode::ExportFailed,
            Words::tr("the settings could not be saved in %1").arg(base::displayName(file)),
            Words::tr("check that the file and its folder may be written"));
    return {};
}

base::NativePath modelFolder(const Settings &settings, const base::NativePath &fromCommandLine)
{
    if (!fromCommandLine.empty())
        return fromCommandLine;
    if (const char *model = std::getenv("RECTO_MODEL"); model && *model)
        return model;
    return settings.modelFolder;
}

} // namespace settings
