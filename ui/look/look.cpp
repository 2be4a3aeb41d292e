// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"

#include "ui/look/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <QPalette>
#include <QStyleHints>

namespace look {

namespace {

using namespace Qt::StringLiterals;

struct Colours {
    QRgb window, base, alternate, button, text, quiet, line, edge, accent, onAccent, link;
};

// Contrast against the ground behind it: text 13:1 and more, quiet text and accents 4.5:1 and more, edges of what can be used 3:1.
constexpr Colours light{0xfff5f5f3, 0xffffffff, 0xfff9f9f7, 0xfffdfdfc, 0xff1f2226, 0xff5d6269, 0xffdddedb, 0xff8e9298,
    0xff245fa6, 0xffffffff, 0xff1d5bb0};
constexpr Colours dark{0xff25272b, 0xff1b1d20, 0xff212327, 0xff313439, 0xffe4e6e9, 0xffa0a6ae, 0xff3c4046, 0xff767c84,
    0xff3d7fcb, 0xffffffff, 0xff7fb2f0};

/// Where no desktop says which letters it uses: the first of these that is there, over the widest of all, which Qt would take.
void chooseFont()
{
    static const QString named = QApplication::font().family();
    if (!named.startsWith("Sans"_L1))
        return;
    // Its Chinese has quotation marks as wide as a Chinese character, which looks broken between Latin letters.
    const QLocale::Language language = QLocale().language();
    const bool isHan = language == QLocale::Chinese || language == QLocale::Japanese;
    const QString latin = isHan ? u"Noto Sans CJK SC"_s : u"Noto Sans CJK KR"_s;
    for (const QString &family : {u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s, u"Ubuntu"_s, u"Open Sans"_s, latin}) {
        if (!QFontDatabase::hasFamily(family))
            continue;
        QFont font = QApplication::font();
        font.setFamilies({family, u"Noto Sans CJK SC"_s});
        font.setPointSizeF(10);
        QApplication::setFont(font);
        return;
    }
}

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
    palette.setColor(QPalette::Dark, c.edge);
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
    QApplication::setStyle(new Style); // the application's from now on
    chooseFont();
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
QMenuBar { background: palette(window); padding: 3px 6px; border: none; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: palette(mid); color: palette(text); }
QToolBar { background: palette(window); border: none; border-bottom: 1px solid palette(mid); padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: palette(mid); width: 1px; margin: 6px 7px; }
QToolBar QToolButton, QToolButton[flat="true"] { border: 1px solid transparent; border-radius: 5px; padding: 4px 7px; background: transparent; }
QToolBar QToolButton:hover, QToolButton[flat="true"]:hover { background: palette(midlight); }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked, QToolButton[flat="true"]:pressed, QToolButton[flat="true"]:checked { background: palette(mid); }
QToolBar QToolButton:focus, QToolButton[flat="true"]:focus { border-color: palette(highlight); }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolButton::menu-indicator { image: none; }
QTabWidget::pane { border: none; border-top: 1px solid palette(mid); }
QTabBar { background: palette(window); qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 9px 11px 7px 11px; color: %1; }
QTabBar::tab:selected { border-bottom-color: palette(highlight); color: palette(text); }
QTabBar::tab:hover:!selected { color: palette(text); }
QTabBar::tab:focus { background: palette(midlight); }
QTabBar::scroller { width: 52px; }
QTabBar::tear { width: 0; border: none; }
QTabBar QToolButton { border: none; border-radius: 5px; background: palette(window); }
QTabBar QToolButton:hover { background: palette(midlight); }
QDockWidget::title { background: palette(window); padding: 7px 10px; border-bottom: 1px solid palette(mid); }
QStatusBar { background: palette(window); border-top: 1px solid palette(mid); min-height: 28px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 2px 7px; color: %1; }
QProgressBar { border: none; border-radius: 3px; background: palette(mid); max-height: 6px; min-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: palette(highlight); }
)"_s.arg(QApplication::palette().color(QPalette::PlaceholderText).name());
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
