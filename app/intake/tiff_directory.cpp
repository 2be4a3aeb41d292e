// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/tiff_directory.h"

#include <QtEndian>

#include <algorithm>
#include <set>

namespace intake {

namespace {

constexpr qsizetype mostImages = 100'000; // a file of more pages is a trap, not a scan

class Tiff {
public:
    explicit Tiff(const ReadBytes &read)
        : m_read(read)
    {
        const QByteArray head = read(0, 16);
        if (head.size() < 8)
            return;
        m_bigEndian = head[0] == 'M';
        m_big = number(head, 2, 2) == 43;
        m_first = m_big ? number(head, 8, 8) : number(head, 4, 4);
    }

    [[nodiscard]] quint64 first() const { return m_first; }

    /// The directory at @p offset and where the next one lies, 0 for none. False when it is cut off.
    bool readDirectory(quint64 offset, TiffImage &image, quint64 &next) const
    {
        const qint64 countBytes = m_big ? 8 : 2;
        const QByteArray counted = m_read(static_cast<qint64>(offset), countBytes);
        if (counted.size() < countBytes)
            return false;
        const quint64 entries = std::min<quint64>(number(counted, 0, static_cast<int>(countBytes)), 4096);
        const qint64 entryBytes = m_big ? 20 : 12;
        const qint64 nextBytes = m_big ? 8 : 4;
        const QByteArray table
            = m_read(static_cast<qint64>(offset) + countBytes, static_cast<qint64>(entries) * entryBytes + nextBytes);
        if (table.size() < static_cast<qint64>(entries) * entryBytes)
            return false;
        double perUnit = 0;
        quint64 unit = 2; // inch
        for (quint64 i = 0; i < entries; ++i) {
            const QByteArray entry = table.sliced(static_cast<qint64>(i) * entryBytes, entryBytes);
            switch (number(entry, 0, 2)) {
            case 254:
                image.isThumbnail = (value(entry) & 5U) != 0;
                break; // bit 0: reduced, bit 2: mask
            case 255:
                image.isThumbnail = value(entry) == 2;
                break;
            case 256:
                image.width = static_cast<qint64>(value(entry));
                break;
            case 257:
                image.height = static_cast<qint64>(value(entry));
                break;
            case 274:
                image.orientation = static_cast<int>(value(entry));
                break;
            case 282:
                perUnit = rational(entry);
                break;
            case 296:
                unit = value(entry);
                break;
            default:
                break;
            }
        }
        if (image.orientation < 1 || image.orientation > 8)
            image.orientation = 1;
        if (unit == 2 || unit == 3)
            image.resolution = unit == 3 ? perUnit * 2.54 : perUnit;
        next = table.size() >= static_cast<qint64>(entries) * entryBytes + nextBytes
            ? number(table, static_cast<qint64>(entries) * entryBytes, static_cast<int>(nextBytes))
            : 0;
        return true;
    }

private:
    [[nodiscard]] quint64 number(const QByteArray &bytes, qsizetype at, int length) const
    {
        quint64 result = 0;
        for (int i = 0; i < length && at + i < bytes.size(); ++i) {
            const auto byte = static_cast<unsigned char>(bytes[at + i]);
            result = m_bigEndian ? result << 8U | byte : result | quint64{byte} << (8U * static_cast<unsigned>(i));
        }
        return result;
    }

    /// An entry's single number: SHORT, LONG or LONG8.
    [[nodiscard]] quint64 value(const QByteArray &entry) const
    {
        const qsizetype at = m_big ? 12 : 8;
        switch (number(entry, 2, 2)) {
        case 1:
            return number(entry, at, 1);
        case 3:
            return number(entry, at, 2);
        case 4:
            return number(entry, at, 4);
        case 16:
            return number(entry, at, 8);
        default:
            return 0;
        }
    }

    [[nodiscard]] double rational(const QByteArray &entry) const
    {
        if (number(entry, 2, 2) != 5)
            return 0;
        const QByteArray parts = m_big ? entry.sliced(12, 8) : m_read(static_cast<qint64>(number(entry, 8, 4)), 8);
        if (parts.size() < 8)
            return 0;
        const auto below = static_cast<double>(number(parts, 4, 4));
        return below > 0 ? static_cast<double>(number(parts, 0, 4)) / below : 0;
    }

    const ReadBytes &m_read;
    bool m_bigEndian = false;
    bool m_big = false;
    quint64 m_first = 0;
};

} // namespace

QList<TiffImage> readTiffDirectories(const ReadBytes &read)
{
    const Tiff tiff(read);
    QList<TiffImage> images;
    std::set<quint64> seen;
    for (quint64 offset = tiff.first(); offset != 0 && images.size() < mostImages && seen.insert(offset).second;) {
        TiffImage image;
        quint64 next = 0;
        if (!tiff.readDirectory(offset, image, next))
            break;
        images.append(image);
        offset = next;
    }
    return images;
}

} // namespace intake
