// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"

#include <QApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

namespace look {

namespace {

using namespace Qt::StringLiterals;

struct Colours {
    QRgb window, base, alternate, button, text, quiet, line, accent, onAccent, link;
};

// Contrast against the ground behind it: text 13:1 and more, quiet text and accents 4.5:1 and more.
constexpr Colours light{0xfff4f4f2, 0xffffffff, 0xfff8f8f6, 0xfffbfbfa, 0xff1f2226, 0xff62676e, 0xffd3d4d2, 0xff245fa6,
    0xffffffff, 0xff1d5bb0};
constexpr Colours dark{0xff25272b, 0xff1b1d20, 0xff212327, 0xff313439, 0xffe4e6e9, 0xffa0a6ae, 0xff43474d, 0xff3d7fcb,
    0xffffffff, 0xff7fb2f0};

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quiet);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::Light, QColor(c.button).lighter(108));
    palette.setColor(QPalette::Midlight, QColor(c.line).lighter(106));
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, QColor(c.line).darker(118));
    palette.setColor(QPalette::Shadow, QColor(c.line).darker(160));
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Accent, c.accent);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint(c.text);
        faint.setAlpha(105);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

void follow(Qt::ColorScheme scheme)
{
    const bool wantsDark = scheme == Qt::ColorScheme::Dark;
    QIcon::setThemeName(wantsDark ? u"recto-dark"_s : u"recto-light"_s);
    QApplication::setPalette(paletteOf(wantsDark ? dark : light));
}

} // namespace

void prepare(QApplication &application)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QIcon::setThemeSearchPaths({u":/icons"_s});
    follow(QGuiApplication::styleHints()->colorScheme());
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &application, follow);
}

void setAppearance(settings::Appearance appearance)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    switch (appearance) {
    case settings::Appearance::System:
        hints->unsetColorScheme();
        break;
    case settings::Appearance::Light:
        hints->setColorScheme(Qt::ColorScheme::Light);
        break;
    case settings::Appearance::Dark:
        hints->setColorScheme(Qt::ColorScheme::Dark);
        break;
    }
    // A platform without a theme of its own does not change its hint: the wish itself counts then.
    follow(appearance == settings::Appearance::System  ? hints->colorScheme()
            : appearance == settings::Appearance::Dark ? Qt::ColorScheme::Dark
                                                       : Qt::ColorScheme::Light);
}

bool isDark()
{
    return QApplication::palette().color(QPalette::Base).lightness() < 128;
}

QString styleSheet()
{
    return uR"(
QMainWindow::separator { background: palette(mid); width: 1px; height: 1px; }
QSplitter::handle { background: palette(mid); }
QMenuBar { background: palette(window); padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: palette(midlight); }
QToolBar { background: palette(window); border: none; border-bottom: 1px solid palette(mid); padding: 3px 6px; spacing: 1px; }
QToolBar::separator { background: palette(mid); width: 1px; margin: 5px 5px; }
QToolBar QToolButton, QToolButton[flat="true"] { border: 1px solid transparent; border-radius: 5px; padding: 4px 6px; }
QToolBar QToolButton:hover, QToolButton[flat="true"]:hover { background: palette(midlight); }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked, QToolButton[flat="true"]:checked { background: palette(mid); }
QToolBar QToolButton:focus, QToolButton[flat="true"]:focus { border-color: palette(highlight); }
QToolButton::menu-indicator { image: none; }
QTabWidget::pane { border: none; border-top: 1px solid palette(mid); }
QTabBar { background: palette(window); qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 7px 11px 6px 11px; color: palette(placeholder-text); }
QTabBar::tab:selected { border-bottom-color: palette(highlight); color: palette(text); }
QTabBar::tab:hover:!selected { color: palette(text); }
QTabBar::tab:focus { background: palette(midlight); }
QDockWidget { titlebar-close-icon: none; }
QDockWidget::title { background: palette(window); padding: 7px 10px; border-bottom: 1px solid palette(mid); }
QStatusBar { background: palette(window); border-top: 1px solid palette(mid); }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 2px 6px; }
QProgressBar { border: none; border-radius: 3px; background: palette(mid); max-height: 6px; min-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: palette(highlight); }
)"_s;
}

QColor colour(Meaning meaning)
{
    const bool onDark = isDark();
    switch (meaning) {
    case Meaning::Good:
        return onDark ? QColor(0x5fc98a) : QColor(0x1f7f4a);
    case Meaning::Busy:
        return onDark ? QColor(0xe0a63c) : QColor(0x9a5b00);
    case Meaning::Bad:
        return onDark ? QColor(0xf08078) : QColor(0xb3261e);
    case Meaning::Quiet:
        break;
    }
    return QApplication::palette().color(QPalette::PlaceholderText);
}

} // namespace look
