// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screenshots/stage.h"

#include "app/pipeline/page_images.h"
#include "ui/main_window/actions.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

#include <algorithm>
#include <stdexcept>

namespace screenshots {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms; only a hang runs into it
constexpr int focusMs = 1000;
constexpr int restMs = 700; // the web view paints a moment after it was told

void paintTable(QPainter &painter, int top)
{
    const QList<QStringList> rows{{u"Quarter"_s, u"Pages read"_s, u"Doubts"_s, u"Hours"_s},
        {u"First"_s, u"12 480"_s, u"412"_s, u"38"_s}, {u"Second"_s, u"15 106"_s, u"389"_s, u"41"_s},
        {u"Third"_s, u"18 930"_s, u"301"_s, u"44"_s}, {u"Fourth"_s, u"21 377"_s, u"254"_s, u"46"_s}};
    for (int row = 0; row <= rows.size(); ++row)
        painter.drawLine(60, top + 22 * row, 535, top + 22 * row);
    for (int column = 0; column <= 4; ++column)
        painter.drawLine(60 + 475 * column / 4, top, 60 + 475 * column / 4, top + 22 * int(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < 4; ++column)
            painter.drawText(68 + 475 * column / 4, top + 22 * row + 15, rows[row][column]);
    }
}

void paintPage(QPainter &painter, int page)
{
    const QStringList titles{u"What the archive holds"_s, u"How the pages were read"_s,
        u"Doubts and how they were settled"_s, u"What it cost"_s, u"Next year"_s};
    painter.setFont(QFont(u"Liberation Serif"_s, 20, QFont::Bold));
    painter.drawText(60, 90, u"%1  %2"_s.arg(page).arg(titles[(page - 1) % titles.size()]));
    painter.setFont(QFont(u"Liberation Serif"_s, 11));
    const QString text
        = u"The reading room received another four hundred boxes this year, most of them letters and ledgers of the "
          u"harbour "
          "office. Each page was photographed, read by machine, and looked over by a person where the machine was in "
          "doubt. "
          "What could not be read was marked and left as it stands, so that nobody later has to guess what was guessed."_s;
    const QRect column(60, 110, 475, 120);
    painter.drawText(column, Qt::TextWordWrap | Qt::AlignJustify, text);
    painter.setFont(QFont(u"Liberation Serif"_s, 14, QFont::Bold));
    painter.drawText(60, 240, u"In numbers"_s);
    painter.setFont(QFont(u"Liberation Serif"_s, 11));
    paintTable(painter, 256);
    painter.drawText(QRect(60, 390, 475, 300), Qt::TextWordWrap | Qt::AlignJustify, text + u"\n\n"_s + text);
    painter.drawText(290, 800, QString::number(page));
}

} // namespace

Stage::Stage(settings::Settings settings, QSize size)
    : m_window(std::make_unique<main_window::MainWindow>(std::move(settings)))
{
    m_window->resize(size);
    m_window->move(0, 0);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        throw std::runtime_error("the window does not come up");
    m_window->activateWindow();
    QTest::qWaitFor([this] { return m_window->isActiveWindow(); }, focusMs); // there is no window manager to give it
}

Stage::~Stage() = default;

QString Stage::copyOf(const QString &file) const
{
    const QString copy = m_folder.filePath(QFileInfo(file).fileName());
    QFile::copy(QStringLiteral(PROJECT_DIR "/") + file, copy);
    return copy;
}

QString Stage::report(int pages) const
{
    const QString path = m_folder.filePath(u"Annual report.pdf"_s);
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        paintPage(painter, page);
    }
    return path;
}

QString Stage::folder() const
{
    QDir(m_folder.path()).mkdir(u"Letters 1871"_s);
    for (const QString &name : {u"tests/data/documents/eurotext.tif"_s, u"tests/data/documents/linn-skew.pdf"_s,
             u"tests/data/documents/pdfa-crazyones.pdf"_s})
        QFile::copy(
            QStringLiteral(PROJECT_DIR "/") + name, m_folder.filePath(u"Letters 1871/"_s + QFileInfo(name).fileName()));
    return m_folder.filePath(u"Letters 1871"_s);
}

void Stage::wait(const char *what, const std::function<bool()> &condition)
{
    if (!QTest::qWaitFor(condition, patience))
        throw std::runtime_error(std::string("in vain: ") + what);
}

void Stage::open(const QString &path)
{
    m_window->openFile(path.toStdString());
    wait("the document opens", [this] { return m_window->session().isOpen(); });
    wait("its page is drawn", [this] { return m_window->session().images()->bytesHeld() > 0; });
}

void Stage::waitUntilRead()
{
    wait("all pages are read", [this] {
        const auto isDone = [](const document::Page &page) {
            return page.status != document::PageStatus::Unread && page.status != document::PageStatus::Reading;
        };
        return !m_window->session().queue()->isReading()
            && std::ranges::all_of(m_window->session().store()->pages(), isDone);
    });
}

void Stage::act(const QString &id)
{
    QAction *action = m_window->actions().find(id);
    if (!action)
        throw std::runtime_error("no action " + id.toStdString());
    action->trigger();
}

void Stage::settle()
{
    QTest::qWait(restMs);
}

} // namespace screenshots
