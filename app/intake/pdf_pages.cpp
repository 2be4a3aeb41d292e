// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/pdf_pages.h"

#include "app/base/log.h"
#include "app/intake/password.h"

#include <poppler-qt6.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>
#include <memory>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PdfPages)
};

/// Whether one of @p words stands in the file as it is.
bool holds(const base::OpenFile &file, std::initializer_list<QByteArrayView> words)
{
    constexpr qint64 piece = 1 << 20;
    constexpr qint64 overlap = 32;
    for (qint64 at = 0; at < file.size(); at += piece) {
        const QByteArray bytes = file.read(at, piece + overlap);
        if (std::ranges::any_of(words, [&](QByteArrayView word) { return bytes.contains(word); }))
            return true;
    }
    return false;
}

/// A file for holders of a certificate names another security handler than "Standard"; Poppler cannot tell it from a wrong password.
/// The encryption dictionary is never compressed, so its name stands in the file as it is.
bool asksForCertificate(const base::OpenFile &file)
{
    return holds(file, {"Adobe.PubSec", "adbe.pkcs7.s"});
}

/// Pages say so in plain letters (also in an encrypted file), or stand in compressed object streams, which say that they are. Looking costs less
/// than walking over all pages once more, as long as the file is not large. A name spelt with '#' is missed; no program is known to write it so.
bool mayHaveUserUnits(const base::OpenFile &file)
{
    constexpr qint64 large = 8 << 20;
    return file.size() > large || holds(file, {"/UserUnit", "/ObjStm"});
}

bool unlock(Poppler::Document &pdf, const QString &typed, QByteArray &opened)
{
    for (const QByteArray &candidate : passwordCandidates(typed)) {
        if (!pdf.unlock(candidate, candidate)) { // false: no longer locked
            opened = candidate;
            return true;
        }
    }
    return false;
}

base::Error locked(const base::OpenFile &file, const Password &password)
{
    if (asksForCertificate(file))
        return {base::ErrorCode::PasswordNeeded,
            Words::tr("it is encrypted for the holder of a certificate, which no password opens"),
            Words::tr("save it without encryption in the program that has the certificate"), {}};
    if (password.text.isEmpty())
        return {base::ErrorCode::PasswordNeeded, Words::tr("it is encrypted and asks for a password"),
            Words::tr("give the password (--password-file)"), {}};
    return {base::ErrorCode::PasswordNeeded, Words::tr("the password does not open it"),
        Words::tr("check the password, also for capital letters"), {}};
}

/// Points are 1/72 inch unless a page says that they are more (/UserUnit, large plans). Poppler does not tell; pages that qpdf
/// cannot find keep 1.
void applyUserUnits(const base::OpenFile &file, const QByteArray &password, QList<document::PageGeometry> &pages)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setLogger(QPDFLogger::create());
        pdf.setMaxWarnings(100);
        pdf.processFile(file.name().toLatin1().constData(), password.isEmpty() ? nullptr : password.constData());
        const std::vector<QPDFObjectHandle> &found = pdf.getAllPages();
        for (qsizetype i = 0; i < pages.size() && i < static_cast<qsizetype>(found.size()); ++i) {
            QPDFObjectHandle unit = found[static_cast<size_t>(i)].getKey("/UserUnit");
            if (unit.isNumber() && unit.getNumericValue() > 0 && unit.getNumericValue() < 1e6)
                pages[i].size *= unit.getNumericValue();
        }
    } catch (const std::exception &e) {
        qCInfo(base::logIntake) << "no user units:" << e.what();
    }
}

} // namespace

base::Result<Opened> readPdfPages(const base::OpenFile &file, const Password &password)
{
    Opened opened;
    const std::unique_ptr<Poppler::Document> pdf = Poppler::Document::load(file.name());
    if (!pdf)
        return base::failure(base::ErrorCode::FileDamaged,
            Words::tr("it is a PDF, but broken or cut off, and no page can be found in it"),
            Words::tr("get the file again, or save it anew in its program"));
    if (pdf->isLocked() && !unlock(*pdf, password.text, opened.password))
        return std::unexpected(locked(file, password));
    for (int i = 0; i < pdf->numPages(); ++i) {
        const std::unique_ptr<Poppler::Page> page = pdf->page(i);
        document::PageGeometry geometry;
        geometry.size = page ? page->pageSizeF() : QSizeF(612, 792); // a page that is no page fails when drawn
        geometry.frame = i;
        opened.document.pages.append(geometry);
    }
    if (opened.document.pages.isEmpty())
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the PDF has no pages"),
            Words::tr("get the file again, or save it anew in its program"));
    if (mayHaveUserUnits(file))
        applyUserUnits(file, opened.password, opened.document.pages);
    opened.document.title = pdf->title();
    opened.document.source.format = "pdf";
    return opened;
}

} // namespace intake
