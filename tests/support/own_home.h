// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

namespace support {

/// A home of its own for a program with the window: nobody's settings, recent documents or engine, and the programs that were built
/// beside it. To be made before the QApplication; the folder goes with it.
class OwnHome {
public:
    /// @param programs  the folder of recto and recto-engine, without a slash at its end.
    explicit OwnHome(const QByteArray &programs)
    {
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, m_folder.path().toUtf8());
        qputenv("RECTO_PROGRAM", programs + "/recto");
        qputenv("RECTO_ENGINE_PROGRAM", programs + "/recto-engine");
    }
    [[nodiscard]] const QTemporaryDir &folder() const { return m_folder; }

private:
    const QTemporaryDir m_folder;
};

} // namespace support
