// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <QObject>

#include <memory>
#include <vector>

class QLocalServer;

namespace main_window {

/// One window for each document and project: who opens it a second time, in this program or another, brings the first to the front.
///
/// Local sockets named by the paths, in the user's private runtime folder.
class WindowLock : public QObject {
    Q_OBJECT
public:
    explicit WindowLock(QObject *parent = nullptr);
    ~WindowLock() override;

    /// True when another window has this document or project; it has been asked to come to the front.
    [[nodiscard]] static bool raiseOther(const base::NativePath &path);
    /// This window has it now.
    void take(const base::NativePath &path);
    void release();

Q_SIGNALS:
    void raiseWanted();

private:
    std::vector<std::unique_ptr<QLocalServer>> m_servers;
};

} // namespace main_window
