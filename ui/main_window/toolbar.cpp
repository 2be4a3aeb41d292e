// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include <QLabel>
#include <QSpinBox>
#include <QToolBar>
#include <QToolButton>

namespace main_window {

namespace {

using namespace Qt::StringLiterals;

constexpr int fieldHeight = 30; // as the buttons beside it

} // namespace

void MainWindow::buildToolBar()
{
    m_pageNumber = new QSpinBox;
    m_pageNumber->setAccessibleName(tr("Page number"));
    m_pageNumber->setKeyboardTracking(false);
    m_pageNumber->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_pageNumber->setAlignment(Qt::AlignRight);
    m_pageNumber->setMinimumWidth(m_pageNumber->fontMetrics().horizontalAdvance(u"0000"_s) + 20);
    m_pageNumber->setFixedHeight(fieldHeight);
    m_pageCount = new QLabel;
    m_pageCount->setContentsMargins(6, 0, 6, 0);
    QToolBar *bar = addToolBar(tr("Tool bar"));
    bar->setObjectName(u"main"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(18, 18));
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    enum class Shown { WithText, IconOnly };
    const auto add = [this, bar](const QString &id, const QString &text, Shown shown) {
        QAction *action = m_actions->find(id);
        if (!text.isEmpty())
            action->setIconText(text);
        bar->addAction(action);
        auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action));
        button->setToolButtonStyle(shown == Shown::WithText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setAccessibleName(plainText(action->text()));
        button->setFocusPolicy(Qt::TabFocus);
    };
    add(u"open"_s, tr("Open"), Shown::WithText);
    add(u"read-page"_s, tr("Read page"), Shown::WithText);
    add(u"read-all"_s, tr("Read all"), Shown::WithText);
    add(u"stop"_s, tr("Stop"), Shown::WithText);
    bar->addSeparator();
    add(u"previous-page"_s, {}, Shown::IconOnly);
    add(u"next-page"_s, {}, Shown::IconOnly);
    bar->addWidget(m_pageNumber);
    bar->addWidget(m_pageCount);
    bar->addSeparator();
    add(u"fit-width"_s, {}, Shown::IconOnly);
    add(u"fit-page"_s, {}, Shown::IconOnly);
    add(u"zoom-out"_s, {}, Shown::IconOnly);
    add(u"zoom-in"_s, {}, Shown::IconOnly);
    bar->addSeparator();
    if (m_actions->find(u"locate"_s))
        add(u"locate"_s, tr("Locate"), Shown::WithText);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    add(u"export"_s, tr("Export"), Shown::WithText);
}

/// In a narrow window the drawings stand alone; their names are in the tool tips.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    constexpr int narrow = 1000; // pixels; what the bar with its words takes, and a little more
    for (const QString &id : {u"open"_s, u"read-page"_s, u"read-all"_s, u"stop"_s, u"locate"_s, u"export"_s}) {
        const QList<QObject *> users = m_actions->find(id)->associatedObjects();
        for (QObject *user : users) {
            if (auto *button = qobject_cast<QToolButton *>(user);
                button && qobject_cast<QToolBar *>(button->parentWidget()))
                button->setToolButtonStyle(width() < narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        }
    }
}

} // namespace main_window
