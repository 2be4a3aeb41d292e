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
    for (const char *name : {"to", "output", "pages", "reader", "language", "dpi", "task", "mode", "model",
             "max-tokens", "figures", "engine", "api-key-file", "concurrency", "password-file"}) {
        QStringList names{QString::fromLatin1(name)};
        if (names.front() == QLatin1StringView("output"))
            names = {QStringLiteral("o"), names.front()};
        parser.addOption(QCommandLineOption(names, {}, value));
    }
    for (const char *name : {"force", "quiet", "json-lines", "save-results", "test-compress"})
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

/// What is asked of the network, and how it looks.
base::Result<void> readTask(const QCommandLineParser &parser, ConvertArguments &wanted)
{
    if (parser.isSet(QStringLiteral("task"))) {
        const base::Result<ocr::Task> task = ocr::taskFrom(parser.value(QStringLiteral("task")));
        if (!task)
            return std::unexpected(task.error());
        wanted.read.task = *task;
    }
    if (parser.isSet(QStringLiteral("mode"))) {
        const base::Result<QString> mode = ocr::modeFrom(parser.value(QStringLiteral("mode")));
        if (!mode)
            return std::unexpected(mode.error());
        wanted.read.mode = *mode;
    }
    if (parser.isSet(QStringLiteral("max-tokens"))) {
        wanted.read.maxTokens = numberFrom(parser.value(QStringLiteral("max-tokens")), 1, 1'000'000);
        if (wanted.read.maxTokens == 0)
            return usage(Words::tr("--max-tokens takes a number from 1 to 1000000"));
    }
    if (parser.isSet(QStringLiteral("figures"))) {
        const QString figures = parser.value(QStringLiteral("figures"));
        if (figures != QLatin1StringView("crop") && figures != QLatin1StringView("parse"))
            return usage(Words::tr("--figures takes crop or parse"), Words::tr("write --figures parse"));
        wanted.read.figures
            = figures == QLatin1StringView("parse") ? pipeline::Figures::Parse : pipeline::Figures::Crop;
    }
    if (parser.isSet(QStringLiteral("model"))) {
        wanted.modelFolder = base::NativePath(base::encodeNative(parser.value(QStringLiteral("model"))));
        if (wanted.modelFolder.empty())
            return usage(Words::tr("--model takes a folder"), Words::tr("name the folder that holds config.json"));
    }
    wanted.savesResults = parser.isSet(QStringLiteral("save-results"));
    wanted.testsCompression = parser.isSet(QStringLiteral("test-compress"));
    if (wanted.savesResults)
        wanted.read.picture = pipeline::PagePicture::Keep;
    const bool isText = wanted.read.reader == pipeline::Reader::Text;
    if (isText && wanted.read.task.kind != ocr::TaskKind::Markdown)
        return usage(Words::tr("--reader text takes what stands in the file and does no task"),
            Words::tr("leave one of --reader and --task out"));
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
    const bool takesFiles = ocr::infoOf(wanted.read.task.kind).takesPicture;
    if (!takesFiles && !wanted.inputs.empty())
        return usage(Words::tr("the task text goes on with words alone and takes no file"),
            Words::tr("leave the file out, or take another --task"));
    if (takesFiles && (wanted.inputs.empty() || std::ranges::any_of(wanted.inputs, &base::NativePath::empty)))
        return usage(Words::tr("no file was named"), Words::tr("write recto convert FILE"));
    if (!parser.isSet(QStringLiteral("output")))
        return {};
    const std::string output = base::encodeNative(parser.value(QStringLiteral("output")));
    if (output.empty())
        return usage(Words::tr("-o takes a folder, or - for standard output"));
    wanted.toStandardOutput = output == "-";
    if (wanted.toStandardOutput && wanted.savesResults)
        return usage(Words::tr("--save-results writes into a folder"), Words::tr("name the folder with -o"));
    if (!wanted.toStandardOutput)
        wanted.outputFolder = output;
    else if (wanted.formats.size() != 1 || (takesFiles && wanted.inputs.size() != 1))
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
    for (const auto step : {readReading, readTask, readOutput, readRunning}) {
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
                     "  recto FILE|PROJECT.recto...           open the window with these files\n"
                     "  recto convert [options] FILE|DIR|-... convert; - is standard input\n"
                     "  recto convert [options] PROJECT.recto  what was read in the window, as you corrected it\n"
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
                     "  --task TASK           what to do with the page: markdown (a document, the usual one),\n"
                     "                        ocr (lines with boxes), free (text alone), figure (a chart's\n"
                     "                        table, a molecule, a drawing), locate=WORDS, describe,\n"
                     "                        describe-zh, objects, caption-zh, custom=PROMPT; text=WORDS\n"
                     "                        takes no file and goes on with the words, on standard output\n"
                     "                        or into text.md of -o DIR. All but the first three need\n"
                     "                        DeepSeek-OCR\n"
                     "  --mode MODE           how large it sees the page: tiny, small, base, large, gundam,\n"
                     "                        gundam-m, or sizes like 1024,640,crop (gundam);\n"
                     "                        a server of --engine that is not ours has its own\n"
                     "  --max-tokens N        the longest answer to allow for a page (6900)\n"
                     "  --model DIR           the folder of its model: config.json, tokenizer.json and\n"
                     "                        model-*.safetensors (RECTO_MODEL, or the settings)\n"
                     "  --figures HOW         crop pictures, or parse them too: what each shows comes beside\n"
                     "                        it as a table, SMILES, drawing or description (crop)\n"
                     "  --save-results        also the official script's files: result.mmd, images/ and\n"
                     "                        result_with_boxes.jpg, in -o DIR, else beside the source; in\n"
                     "                        a folder named after the source where there are several\n"
                     "  --test-compress       print text tokens, vision tokens and their ratio, of each\n"
                     "                        page's first reading\n"
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
