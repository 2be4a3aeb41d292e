// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporters/document_writer.h"

#include <QString>

/// Two pages with one of everything, and a third that failed.
QList<document::PageContent> samplePages();
document::Document sampleDocument();

/// What a writer makes of @p pages; the error's words after "error: " when it fails.
QByteArray written(
    exporters::Format format, const document::Document &document, const QList<document::PageContent> &pages);

/// A block of type text with @p markdown.
document::Block textBlock(const QString &markdown, const QString &type = QStringLiteral("text"));
/// One page with @p blocks.
document::PageContent pageOf(const QList<document::Block> &blocks);

/// Compares with tests/data/exporters/@p name; RECTO_RENEW=name renews it.
void expectReference(const QByteArray &bytes, const QString &name);

/// Standard output and error of a program, empty input.
QByteArray outputOf(const QString &program, const QStringList &arguments, int *exitCode = nullptr);
