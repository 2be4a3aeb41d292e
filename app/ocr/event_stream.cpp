// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/event_stream.h"

#include <QCoreApplication>

#include <algorithm>

namespace ocr {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventStream)
};

} // namespace

base::Result<QList<QByteArray>> EventStream::take(QByteArrayView bytes)
{
    const char *at = bytes.begin();
    while (at != bytes.end()) {
        if (std::exchange(m_skipLineFeed, false) && *at == '\n') {
            ++at;
            continue;
        }
        const char *end = std::find_if(at, bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        m_line.append(at, end - at);
        if (m_line.size() > m_longestLine || m_data.size() > m_longestLine)
            return base::failure(base::ErrorCode::AnswerMalformed,
                Words::tr("the engine's answer has a line that never ends"),
                Words::tr("check that the address belongs to an OpenAI-compatible server"));
        if (end == bytes.end())
            break;
        m_skipLineFeed = *end == '\r';
        takeLine();
        at = end + 1;
    }
    return std::exchange(m_events, {});
}

QList<QByteArray> EventStream::finish()
{
    if (!m_line.isEmpty())
        takeLine();
    takeLine();
    return std::exchange(m_events, {});
}

void EventStream::takeLine()
{
    QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_isFirstLine, false) && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false))
            m_events.append(std::exchange(m_data, {}));
        return;
    }
    if (line != "data" && !line.startsWith("data:"))
        return;
    QByteArrayView value = QByteArrayView(line).sliced(std::min<qsizetype>(line.size(), 5));
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (m_hasData)
        m_data.append('\n');
    m_data.append(value);
    m_hasData = true;
}

} // namespace ocr
