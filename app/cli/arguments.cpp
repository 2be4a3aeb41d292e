// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

std::unexpected<base::Error> usage(const QString &what, const QString &remedy = {})
{
    return base::failure(
        base::ErrorCode::RequestRejected, what, remedy.isEmpty() ? Words::tr("see recto --help") : remedy);
}

/// The options of convert, by name, so that reading them and declaring them cannot drift apart.
void declareOptions(QCommandLineParser &parser)
{
    const QString value = QStringLiteral("VALUE");
    for (const char *name : {"to", "output", "pages", "reader", "language", "dpi", "engine", "api-key-file",
             "concurrency", "password-file"}) {
        QStringList names{QString::fromLatin1(name)};
        if (names.front() == QLatin1StringView("output"))
            names = {QStringLiteral("o"), names.front()};
        parser.addOption(QCommandLineOption(names, {}, value));
    }
    for (const char *name : {"force", "quiet", "json-lines"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
}

base::Result<QList<exporters::Format>> formatsFrom(const QString &text)
{
    QList<exporters::Format> formats;
    for (const QString &name : text.split(u',')) {
        const std::optional<exporters::Format> format = exporters::formatNamed(name.trimmed());
        if (!format)
            return usage(Words::tr("'%1' is no format that --to knows").arg(name),
                Words::tr("take some of md, txt, html, json, docx"));
        if (!formats.contains(*format))
            formats.append(*format);
    }
    return formats;
}

base::Result<QStringList> languagesFrom(const QString &text)
{
    QStringList languages;
    for (const QString &part : text.split(u'+')) {
        // The names of Tesseract's data files: a path here would be opened by the engine.
        static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_]+(/[A-Za-z0-9_]+)?$"));
        if (!form.match(part).hasMatch())
            return usage(Words::tr("'%1' is no language").arg(part), Words::tr("write --language like eng+chi_sim"));
        languages.append(part);
    }
    return languages;
}

/// A whole number within bounds; 0 for anything else.
int numberFrom(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : 0;
}

base::Result<void> readReading(const QCommandLineParser &parser, ConvertArguments &wanted)
{
    if (parser.isSet(QStringLiteral("pages"))) {
        base::Result<PageRanges> pages = PageRanges::parse(parser.value(QStringLiteral("pages")));
        if (!pages)
            return std::unexpected(pages.error());
        wanted.pages = *std::move(pages);
    }
    if (parser.isSet(QStringLiteral("reader"))) {
        const QString name = parser.value(QStringLiteral("reader"));
        const std::optional<pipeline::Reader> reader = pipeline::readerNamed(name);
        if (!reader)
            return usage(Words::tr("'%1' is no reader").arg(name),
                Words::tr("take one of auto, text, tesseract, deepseek-ocr, replay"));
        wanted.read.reader = *reader;
    }
    if (parser.isSet(QStringLiteral("language"))) {
        const base::Result<QStringList> languages = languagesFrom(parser.value(QStringLiteral("language")));
        if (!languages)
            return std::unexpected(languages.error());
        wanted.read.languages = *languages;
    }
    if (parser.isSet(QStringLiteral("dpi"))) {
        wanted.read.resolution = numberFrom(parser.value(QStringLiteral("dpi")), 36, 1200);
        if (wanted.read.resolution == 0)
            return usage(Words::tr("--dpi takes a number from 36 to 1200"));
    }
    return {};
}

base::Result<void> readRunning(const QCommandLineParser &parser, ConvertArguments &wanted)
{
    const auto file = [&](const char *name) {
        return base::NativePath(base::encodeNative(parser.value(QString::fromLatin1(name))));
    };
    wanted.engine = parser.value(QStringLiteral("engine"));
    wanted.apiKeyFile = file("api-key-file");
    wanted.passwordFile = file("password-file");
    if (parser.isSet(QStringLiteral("engine")) && wanted.engine.isEmpty())
        return usage(Words::tr("--engine takes an address"), Words::tr("write it like http://localhost:8000"));
    if (!wanted.apiKeyFile.empty() && wanted.engine.isEmpty())
        return usage(Words::tr("--api-key-file is for a server"), Words::tr("name the server with --engine"));
    if (parser.isSet(QStringLiteral("concurrency"))) {
        wanted.concurrency = numberFrom(parser.value(QStringLiteral("concurrency")), 1, 256);
        if (wanted.concurrency == 0)
            return usage(Words::tr("--concurrency takes a number from 1 to 256"));
    }
    wanted.isForced = parser.isSet(QStringLiteral("force"));
    wanted.isQuiet = parser.isSet(QStringLiteral("quiet"));
    wanted.wantsJsonLines = parser.isSet(QStringLiteral("json-lines"));
    return {};
}

base::Result<void> readOutput(const QCommandLineParser &parser, ConvertArguments &wanted)
{
    if (parser.isSet(QStringLiteral("to"))) {
        const base::Result<QList<exporters::Format>> formats = formatsFrom(parser.value(QStringLiteral("to")));
        if (!formats)
            return std::unexpected(formats.error());
        wanted.formats = *formats;
    }
    for (const QString &input : parser.positionalArguments())
        wanted.inputs.emplace_back(base::encodeNative(input));
    if (wanted.inputs.empty() || std::ranges::any_of(wanted.inputs, &base::NativePath::empty))
        return usage(Words::tr("no file was named"), Words::tr("write recto convert FILE"));
    if (!parser.isSet(QStringLiteral("output")))
        return {};
    const std::string output = base::encodeNative(parser.value(QStringLiteral("output")));
    if (output.empty())
        return usage(Words::tr("-o takes a folder, or - for standard output"));
    wanted.toStandardOutput = output == "-";
    if (!wanted.toStandardOutput)
        wanted.outputFolder = output;
    else if (wanted.formats.size() != 1 || wanted.inputs.size() != 1)
        return usage(Words::tr("-o - takes one source and one format"), Words::tr("name a folder with -o"));
    return {};
}

} // namespace

base::Result<ConvertArguments> parseConvert(const std::vector<std::string> &arguments)
{
    QStringList texts{QStringLiteral("recto")}; // QCommandLineParser passes over the program's name
    for (const std::string &argument : arguments)
        texts.append(base::decodeNative(argument));

    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    declareOptions(parser);
    if (!parser.parse(texts)) {
        QString fault = parser.errorText().trimmed();
        while (fault.endsWith(u'.'))
            fault.chop(1); // Qt ends sentences, our lines go on
        return usage(fault);
    }
    ConvertArguments wanted;
    for (const auto step : {readOutput, readReading, readRunning}) {
        if (const base::Result<void> good = step(parser, wanted); !good)
            return std::unexpected(good.error());
    }
    return wanted;
}

QString helpText()
{
    return Words::tr("Recto turns PDFs and scans into text.\n"
                     "\n"
                     "  recto                                 open the window\n"
                     "  recto FILE...                         open the window with these files\n"
                     "  recto convert [options] FILE|DIR|-... convert; - is standard input\n"
                     "  recto locate [options] TEXT FILE...    find a text, or a thing\n"
                     "  recto engine ARGUMENTS...             run recto-engine\n"
                     "  recto --version | --help\n"
                     "\n"
                     "Options of convert:\n"
                     "  --to FORMATS          md, txt, html, json, docx; several with commas (md)\n"
                     "  -o DIR                write there, a folder's tree mirrored (beside each source)\n"
                     "  -o -                  write to standard output: one source, one format\n"
                     "  --pages 1-5,9         only these pages\n"
                     "  --reader READER       auto, text, tesseract, deepseek-ocr, replay (auto: the\n"
                     "                        text layer where it is sound, else a reader)\n"
                     "  --language eng+deu    what Tesseract reads (told by the script)\n"
                     "  --dpi N               draw PDF pages at N dots per inch for the reader\n"
                     "  --engine URL[#MODEL]  send pages to this OpenAI-compatible server\n"
                     "  --api-key-file FILE   its key\n"
                     "  --concurrency N       pages in flight (processors; 8 for a server)\n"
                     "  --password-file FILE  password of encrypted PDFs\n"
                     "  --force               replace files that exist\n"
                     "  --quiet               no progress\n"
                     "  --json-lines          one event a line on standard output (standard error with -o -)\n"
                     "\n"
                     "Options of locate: those of convert that say how to read, and\n"
                     "  --json                one JSON document on standard output\n"
                     "  --ask-model           ask the model too where the text was found (it is asked\n"
                     "                        where nothing was, if the reader is one that can be)\n"
                     "A line for each place: FILE:PAGE: what stands there. Pages that STEM.recto holds are\n"
                     "searched as they are there. Exit codes, as of grep: 0 found; 1 not there; 2 usage;\n"
                     "3 nothing found, but not everything could be read; 130 interrupted.\n"
                     "\n"
                     "Exit codes of convert: 0 all good; 1 some pages or files failed; 2 usage; 3 no page was read;\n"
                     "130 interrupted.\n");
}

} // namespace cli
