// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/exporters/sample_document.h"

#include "app/document/block_markdown.h"
#include "app/document/safe_html.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using document::Block;

namespace {

Block table(const QString &html)
{
    Block block;
    block.type = u"table"_s;
    block.html = document::safeTables(html);
    block.markdown = document::tablesMarkdown(block.html);
    block.text = document::tablesText(block.html);
    return block;
}

Block heading(int level, const QString &words)
{
    Block block = textBlock(words, level == 1 ? u"title"_s : u"sub_title"_s);
    block.level = level;
    return block;
}

Block picture(const QString &name)
{
    Block block;
    block.type = u"image"_s;
    block.image = name;
    return block;
}

QImage drawing()
{
    QImage image(40, 30, QImage::Format_RGB888);
    image.fill(QColor(200, 30, 60));
    return image;
}

void number(document::PageContent &content)
{
    for (qsizetype i = 0; i < content.page.blocks.size(); ++i) {
        Block &block = content.page.blocks[i];
        block.id = u"p%1-b%2"_s.arg(content.page.number).arg(i + 1);
        block.boxes = {base::NormalizedRect::of(
            0.1, 0.1 + 0.05 * static_cast<double>(i), 0.9, 0.14 + 0.05 * static_cast<double>(i))};
    }
}

} // namespace

Block textBlock(const QString &markdown, const QString &type)
{
    Block block;
    block.id = u"p1-b1"_s;
    block.type = type;
    block.markdown = markdown;
    block.text = document::plainText(markdown);
    return block;
}

document::PageContent pageOf(const QList<Block> &blocks)
{
    document::PageContent content;
    content.page.status = document::PageStatus::Ok;
    content.page.geometry.size = {612, 792};
    content.page.reader = u"replay"_s;
    content.page.reason = u"asked for"_s;
    content.page.blocks = blocks;
    return content;
}

document::Document sampleDocument()
{
    document::Document document;
    document.source.name = u"Bericht <1> & mehr.pdf"_s;
    document.source.sha256 = QByteArray(64, 'a');
    document.pages.resize(3);
    return document;
}

QList<document::PageContent> samplePages()
{
    document::PageContent first = pageOf({textBlock(u"Running head"_s, u"header"_s),
        heading(1, u"1. Über \\(x^2\\) und *mehr*"_s),
        textBlock(
            u"Costs \\$5 & 3 < 4, **bold**, `code`, [link](https://example.org/a?b=c&d), see [1995].\nA second line with \\(a_1\\)."_s
                .replace(u"\\$"_s, u"$"_s)),
        textBlock(u"- one\n- two\n  - deep"_s),
        textBlock(u"\\[\n\\frac{a}{b} = \\sum_{i=1}^n i \\tag{3}\n\\]"_s, u"equation"_s),
        table(
            u"<table><tr><td>Plain</td><td>a | b</td></tr><tr><td>x<sub>2</sub></td><td>\\(\\alpha\\)</td></tr></table>"_s),
        textBlock(u"Table 1. Simple"_s, u"table_caption"_s), textBlock(u"7"_s, u"page_number"_s)});
    document::PageContent second = pageOf({heading(2, u"Spans"_s),
        table(
            u"<table><tr><th rowspan=\"2\">Key</th><th colspan=\"2\">Values</th></tr><tr><td>1</td><td>2<br>3</td></tr><tr><td>k</td><td>4</td><td>5</td></tr></table>"_s),
        picture(u"p0002-01.png"_s), textBlock(u"Figure 1: A red \\(\\square\\)"_s, u"image_caption"_s),
        textBlock(u"שלום עולם, זה טקסט בעברית."_s), textBlock(u"```\nif a < b:\n    `x`\n```"_s), textBlock({})});
    second.page.number = 2;
    second.page.blocks[2].text.clear();
    second.crops.append({u"p0002-01.png"_s, drawing()});
    Block &first3 = first.page.blocks[2];
    first3.lines = {{u"Costs $5"_s, base::NormalizedRect::of(0.1, 0.2, 0.3, 0.22)}};
    first3.words = {{u"Costs"_s, base::NormalizedRect::of(0.1, 0.2, 0.2, 0.22), 0.97},
        {u"$5"_s, base::NormalizedRect::of(0.21, 0.2, 0.3, 0.22), -1}};
    document::PageContent third = pageOf({});
    third.page.number = 3;
    third.page.status = document::PageStatus::Failed;
    third.page.error
        = base::Error{base::ErrorCode::TimedOut, u"the page took longer than 60 s -- given up"_s, u"try --pages"_s, {}};
    QList<document::PageContent> pages{first, second, third};
    for (document::PageContent &page : pages)
        number(page);
    return pages;
}

QByteArray written(
    exporters::Format format, const document::Document &document, const QList<document::PageContent> &pages)
{
    QByteArray bytes;
    exporters::Output output;
    output.imagesFolder = u"Bericht 1_images"_s;
    output.languages = {u"deu"_s, u"heb"_s};
    output.write = [&bytes](QByteArrayView piece) -> base::Result<void> {
        bytes.append(piece);
        return {};
    };
    const auto writer = exporters::makeWriter(format, output);
    base::Result<void> result = writer->begin(document);
    for (const document::PageContent &page : pages) {
        if (result)
            result = writer->addPage(page);
    }
    if (result)
        result = writer->finish();
    return result ? bytes : "error: " + result.error().what.toUtf8();
}

void expectReference(const QByteArray &bytes, const QString &name)
{
    const QString path = QStringLiteral(TEST_DATA_DIR "/exporters/") + name;
    QFile file(path);
    if (qEnvironmentVariable("RECTO_RENEW") == name) {
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
    }
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << "no reference " << name.toStdString();
    EXPECT_EQ(bytes.toStdString(), file.readAll().toStdString());
}

QByteArray outputOf(const QString &program, const QStringList &arguments, int *exitCode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.closeWriteChannel();
    process.waitForFinished(100'000);
    if (exitCode)
        *exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return process.readAll();
}

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // tests are listed while building, where no screen is
    const QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
