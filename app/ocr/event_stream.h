// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

namespace ocr {

/// Takes a text/event-stream apart, wherever its bytes are cut: half a line (and so half a character) waits for its rest.
/// Comments, and fields other than data, are passed over. Pure: no clock, no socket.
class EventStream {
public:
    /// @param longestLine  bytes of one line, and of all data lines of one event together.
    explicit EventStream(qint64 longestLine)
        : m_longestLine(longestLine)
    {
    }

    /// @return the data of each event that these bytes complete, in order; or AnswerMalformed for a line that is too long.
    [[nodiscard]] base::Result<QList<QByteArray>> take(QByteArrayView bytes);

    /// At the end of the stream: the data of an event that lacks its closing empty line; nothing when there is none.
    [[nodiscard]] QList<QByteArray> finish();

private:
    void takeLine();

    qint64 m_longestLine;
    QByteArray m_line;
    QByteArray m_data;
    QList<QByteArray> m_events;
    bool m_hasData = false;
    bool m_skipLineFeed = false; ///< the last line ended with CR; a LF that follows belongs to it
    bool m_isFirstLine = true;
};

} // namespace ocr
