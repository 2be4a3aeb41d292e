// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

QString duration(double seconds)
{
    const QLocale locale;
    const qint64 whole = std::llround(seconds);
    if (whole < 60)
        return Words::tr("%1 s", "seconds").arg(locale.toString(whole));
    if (whole < 3600)
        return Words::tr("%1 min %2 s", "minutes, seconds")
            .arg(locale.toString(whole / 60), locale.toString(whole % 60));
    return Words::tr("%1 h %2 min", "hours, minutes")
        .arg(locale.toString(whole / 3600), locale.toString(whole % 3600 / 60));
}

} // namespace

QString Progress::text(const QString &file, int page, Time now) const
{
    const QLocale locale;
    QStringList parts;
    if (page > 0)
        parts << Words::tr("page %1").arg(locale.toString(page));
    if (m_unopened == 0)
        parts << Words::tr("%1 of %2 done").arg(locale.toString(m_done), locale.toString(m_wanted));
    else
        parts << Words::tr("%1 done, files to come: %2")
                     .arg(locale.toString(m_done), locale.toString(static_cast<qulonglong>(m_unopened)));
    const double seconds = std::chrono::duration<double>(now - m_begin).count();
    if (m_done > 0 && seconds > 0) {
        const double perMinute = 60.0 * static_cast<double>(m_done) / seconds;
        parts << Words::tr("%1 pages/min").arg(locale.toString(perMinute, 'f', perMinute < 10 ? 1 : 0));
        if (m_unopened == 0)
            parts << Words::tr("%1 left").arg(duration(static_cast<double>(m_wanted - m_done) * 60.0 / perMinute));
    }
    return file + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

} // namespace cli
