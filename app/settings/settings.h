// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace settings {

enum class Appearance { System, Light, Dark };

/// All a person can set, with its default. Kept in $XDG_CONFIG_HOME/recto/recto.conf (INI), which may be edited by
/// hand; the key in the file stands beside each. A value of the wrong type or out of range counts as not set.
struct Settings {
    QString engineAddress; ///< engine/address: URL of a server, as --engine; empty: our own engine
    base::NativePath apiKeyFile; ///< engine/api_key_file: file that holds the server's key; empty: none
    int concurrency = 0; ///< engine/concurrency: pages in flight, 1..256; 0: chosen by itself
    base::NativePath modelFolder; ///< engine/model: checkpoint of the network; empty: none
    QStringList languages; ///< reading/languages: Tesseract's names; empty: chosen by itself
    QString reader = QStringLiteral("auto"); ///< reading/reader: auto, text, tesseract, deepseek-ocr or replay
    int resolution = 0; ///< reading/dpi: 50..1200; 0: the reader's own
    Appearance appearance = Appearance::System; ///< window/appearance: system, light or dark
    QString language; ///< window/language: of menus and messages, "zh_CN", "de", "en"; empty: the system's
    bool readsByItself = true; ///< reading/by_itself: an opened document is read without being asked
    QByteArray windowGeometry; ///< window/geometry: place and size of the window
    QString layout; ///< window/layout: read, review or prepare; empty: read
    QMap<QString, QByteArray> layouts; ///< layout/NAME: docks and dividers of each layout as a person left them
    QMap<QString, QStringList> keys; ///< keys/ACTION: keys a person chose; an empty list: none
    QStringList recent; ///< window/recent: documents opened last, latest first
    QString lastFolder; ///< window/last_folder: where Open begins

    bool operator==(const Settings &) const = default;
};

/// $XDG_CONFIG_HOME/recto/recto.conf, else ~/.config/recto/recto.conf.
[[nodiscard]] base::NativePath settingsFile();

/// Never fails: what cannot be read has its default. Any thread.
[[nodiscard]] Settings load(const base::NativePath &file = settingsFile());

/// Writes what differs from what is there; other keys of the file are kept. @return ExportFailed.
[[nodiscard]] base::Result<void> save(const Settings &settings, const base::NativePath &file = settingsFile());

/// The model folder that counts: @p fromCommandLine (--model), else RECTO_MODEL, else the setting; empty for none.
[[nodiscard]] base::NativePath modelFolder(const Settings &settings, const base::NativePath &fromCommandLine);

} // namespace settings
