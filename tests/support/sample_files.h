// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>

#include <fstream>

/// Small files that tests write for themselves.
namespace samples {

/// A folder that is gone after the test.
class Folder {
public:
    [[nodiscard]] base::NativePath path() const { return m_folder.path().toStdString(); }

    base::NativePath write(const std::string &name, const QByteArray &bytes) const
    {
        const base::NativePath target = path() / name;
        std::filesystem::create_directories(target.parent_path());
        std::ofstream(target, std::ios::binary).write(bytes.constData(), bytes.size());
        return target;
    }

private:
    QTemporaryDir m_folder;
};

struct PdfPage {
    QByteArray keys
        = "/MediaBox [0 0 200 100]"; ///< of the page dictionary; fonts are /F1 (Helvetica) and /Odd (Type 3, no names)
    QByteArray content;
};

/// A PDF with a correct cross-reference table.
inline QByteArray pdf(
    const QList<PdfPage> &pages, const QByteArray &trailerKeys = {}, const QList<QByteArray> &moreObjects = {})
{
    QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", {},
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar 66 "
        "/Widths [10 10] "
        "/CharProcs << /g1 5 0 R /g2 5 0 R >> /Encoding << /Type /Encoding /Differences [65 /g1 /g2] >> >>",
        "<< /Length 25 >>\nstream\n10 0 0 0 8 8 d1 0 0 8 8 re f\nendstream"};
    objects += moreObjects;
    QByteArray kids;
    for (const PdfPage &page : pages) {
        kids += QByteArray::number(objects.size() + 1) + " 0 R ";
        objects.append("<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R /Odd 4 0 R >> /XObject << /Form "
                       "6 0 R /Picture 7 0 R >> >> /Contents "
            + QByteArray::number(objects.size() + 2) + " 0 R " + page.keys + " >>");
        objects.append(
            "<< /Length " + QByteArray::number(page.content.size()) + " >>\nstream\n" + page.content + "\nendstream");
    }
    objects[1] = "<< /Type /Pages /Count " + QByteArray::number(pages.size()) + " /Kids [" + kids + "] >>";
    QByteArray file = "%PDF-1.7\n";
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    return file + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R " + trailerKeys
        + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

/// A page that says @p text in 12 points at 20, 50.
inline PdfPage textPage(const QByteArray &text)
{
    return {"/MediaBox [0 0 200 100]", "BT /F1 12 Tf 20 50 Td (" + text + ") Tj ET"};
}

struct TiffPage {
    quint16 width = 4;
    quint16 height = 2;
    quint16 bits = 8; ///< of one grey sample: 1, 8 or 16
    quint16 orientation = 1;
    quint16 dotsPerInch = 300;
    bool isThumbnail = false;
    uchar fill = 0x80; ///< every byte of its pixels
};

/// An uncompressed little-endian TIFF.
inline QByteArray tiff(const QList<TiffPage> &pages)
{
    QByteArray file("II*\0\0\0\0\0", 8);
    const auto put = [&file](qsizetype at, quint32 value, int length) {
        for (int i = 0; i < length; ++i)
            file[at + i] = static_cast<char>(value >> (8 * i));
    };
    qsizetype link = 4;
    for (const TiffPage &page : pages) {
        const auto pixels = static_cast<quint32>(file.size());
        const quint32 bytes = (page.width * page.bits + 7U) / 8U * page.height;
        file.append(QByteArray(bytes, static_cast<char>(page.fill)));
        const auto ratio = static_cast<quint32>(file.size());
        file.append(QByteArray(8, '\0'));
        put(ratio, page.dotsPerInch, 4);
        put(ratio + 4, 1, 4);
        file.append(QByteArray(file.size() % 2, '\0'));
        put(link, static_cast<quint32>(file.size()), 4);
        const QList<QList<quint32>> entries{{254, 4, page.isThumbnail ? 1U : 0U}, {256, 3, page.width},
            {257, 3, page.height}, {258, 3, page.bits}, {259, 3, 1}, {262, 3, 1}, {273, 4, pixels},
            {274, 3, page.orientation}, {277, 3, 1}, {278, 3, page.height}, {279, 4, bytes}, {282, 5, ratio},
            {283, 5, ratio}, {296, 3, 2}};
        qsizetype at = file.size();
        file.append(QByteArray(2 + entries.size() * 12 + 4, '\0'));
        put(at, static_cast<quint32>(entries.size()), 2);
        at += 2;
        for (const QList<quint32> &entry : entries) {
            put(at, entry[0], 2);
            put(at + 2, entry[1], 2);
            put(at + 4, 1, 4);
            put(at + 8, entry[2], 4);
            at += 12;
        }
        link = at;
    }
    return file;
}

/// @p jpeg with an EXIF block that says how it lies.
inline QByteArray withExifOrientation(QByteArray jpeg, int orientation)
{
    QByteArray tiff("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18);
    tiff += static_cast<char>(orientation);
    tiff += QByteArray(7, '\0');
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = static_cast<quint16>(body.size() + 2);
    return jpeg.insert(
        2, QByteArray("\xff\xe1") + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + body);
}

} // namespace samples
