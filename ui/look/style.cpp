// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace look {

namespace {

constexpr double round = 5; // radius of corners
constexpr int barWidth = 12; // of scroll bars, with the room beside their grip
constexpr int shortestGrip = 32;
constexpr int beside = 6; // between a drawing and its words
constexpr int besideBar = 7;
constexpr int moreWidth = 30; // of the button that shows what a tool bar has no room for
constexpr int controlHeight = 30; // of buttons and fields: fingers and the eye find them alike

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

void paintBox(QPainter &painter, const QRectF &box, const QColor &fill, const QColor &line, double width = 1)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, width));
    painter.setBrush(fill);
    const double half = width / 2;
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), round, round);
    painter.restore();
}

/// What is typed in or chosen from: its ground, its line, and the accent while it has the focus.
void paintField(QPainter &painter, const QStyleOption &option, const QColor &ground)
{
    const QPalette &palette = option.palette;
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    paintBox(painter, option.rect, isEnabled ? ground : palette.color(QPalette::Window),
        hasFocus        ? palette.color(QPalette::Highlight)
            : isEnabled ? palette.color(QPalette::Dark)
                        : palette.color(QPalette::Mid),
        hasFocus ? 2 : 1);
}

/// The small angle that says: there is more to choose from.
/// @param turned  degrees clockwise from pointing down.
void paintAngle(QPainter &painter, const QRectF &place, const QColor &colour, int turned = 0)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.translate(place.center());
    painter.rotate(turned);
    painter.drawPolyline(QPolygonF{{-4, -2}, {0, 2}, {4, -2}});
    painter.restore();
}

void paintButton(QPainter &painter, const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const QPalette &palette = option.palette;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isMain = button && button->features.testFlag(QStyleOptionButton::DefaultButton) && isEnabled;
    QColor fill = palette.color(isMain ? QPalette::Highlight : QPalette::Button);
    const bool darkens = fill.lightness() > 127 || isMain;
    if (option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On))
        fill = darkens ? fill.darker(118) : fill.lighter(135);
    else if (isEnabled && option.state.testFlag(QStyle::State_MouseOver))
        fill = darkens ? fill.darker(106) : fill.lighter(115);
    paintBox(painter, option.rect, fill, isMain ? fill : palette.color(isEnabled ? QPalette::Dark : QPalette::Mid));
}

void paintMark(QPainter &painter, const QStyleOption &option, bool isRound)
{
    const QPalette &palette = option.palette;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isHalf = option.state.testFlag(QStyle::State_NoChange);
    const QColor accent = palette.color(isEnabled ? QPalette::Highlight : QPalette::Mid);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOn || isHalf ? accent : palette.color(isEnabled ? QPalette::Dark : QPalette::Mid), 1));
    painter.setBrush(isOn || isHalf ? accent : palette.color(isEnabled ? QPalette::Base : QPalette::Window));
    const double corner = isRound ? box.width() / 2 : 3.5;
    painter.drawRoundedRect(box, corner, corner);
    const QColor sign = palette.color(QPalette::HighlightedText);
    if (isOn && isRound) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(sign);
        painter.drawEllipse(box.center(), box.width() * 0.21, box.width() * 0.21);
    } else if (isOn || isHalf) {
        painter.setPen(QPen(sign, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const double side = box.width();
        const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x * side, y * side); };
        if (isHalf)
            painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
        else
            painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    }
    painter.restore();
}

/// A drawing and its words, with room between them.
void paintLabel(QPainter &painter, const QStyleOptionToolButton &button, const QStyle &style)
{
    const bool isEnabled = button.state.testFlag(QStyle::State_Enabled);
    const QSize icon = button.iconSize;
    const int words = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int left = button.rect.left() + std::max(0, (button.rect.width() - icon.width() - beside - words) / 2);
    const QRect place(
        left, button.rect.top() + (button.rect.height() - icon.height()) / 2, icon.width(), icon.height());
    const QRect text(place.right() + 1 + beside, button.rect.top(), button.rect.right() - place.right() - beside,
        button.rect.height());
    button.icon.paint(&painter, QStyle::visualRect(button.direction, button.rect, place), Qt::AlignCenter,
        isEnabled ? QIcon::Normal : QIcon::Disabled, button.state.testFlag(QStyle::State_On) ? QIcon::On : QIcon::Off);
    style.drawItemText(&painter, QStyle::visualRect(button.direction, button.rect, text),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, button.palette, isEnabled, button.text,
        QPalette::ButtonText);
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &grip, const QWidget *widget)
{
    const QWidget *area = widget;
    while (area && !qobject_cast<const QAbstractScrollArea *>(area))
        area = area->parentWidget();
    const auto *scrolled = qobject_cast<const QAbstractScrollArea *>(area);
    const QWidget *ground = scrolled ? scrolled->viewport() : widget;
    painter.fillRect(option.rect,
        ground ? ground->palette().color(ground->backgroundRole()) : option.palette.color(QPalette::Window));
    if (option.maximum <= option.minimum)
        return;
    const bool isNear = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    const double margin = isNear ? 2 : 3;
    QRectF shape = QRectF(grip).adjusted(margin, margin, -margin, -margin);
    const double corner = std::min(shape.width(), shape.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(option.palette.color(QPalette::Dark), isNear ? 255 : 190));
    painter.drawRoundedRect(shape, corner, corner);
    painter.restore();
}

} // namespace

void paintRow(QPainter &painter, const QRect &row, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isUnderPointer
        = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    if (!isChosen && !isUnderPointer)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        isChosen ? withAlpha(palette.color(QPalette::Highlight), 40) : withAlpha(palette.color(QPalette::Text), 14));
    painter.drawRoundedRect(QRectF(row), round, round);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintBox(painter, row, Qt::transparent, palette.color(QPalette::Highlight), 1.5);
    if (isChosen) {
        painter.setBrush(palette.color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(row.left() + 1, row.top() + 5, 3, row.height() - 10.0), 1.5, 1.5);
    }
    painter.restore();
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    switch (element) {
    case PE_PanelButtonCommand:
        paintButton(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
        paintMark(*painter, *option, false);
        return;
    case PE_IndicatorItemViewItemCheck:
        paintMark(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        paintMark(*painter, *option, true);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paintField(*painter, *option, palette.color(QPalette::Base));
        return;
    case PE_FrameLineEdit:
        return; // with its panel
    case PE_Frame:
        painter->save();
        painter->setPen(palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
    case PE_PanelMenu:
        painter->save();
        painter->setPen(palette.color(QPalette::Dark));
        painter->setBrush(element == PE_FrameMenu ? Qt::NoBrush : palette.brush(QPalette::Base));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget))
            return; // around the whole row, with its panel
        paintBox(*painter, QRectF(option->rect).adjusted(1, 1, -1, -1), Qt::transparent,
            palette.color(QPalette::Highlight), 1.5);
        return;
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        paintAngle(
            *painter, option->rect, palette.color(QPalette::ButtonText), element == PE_IndicatorArrowLeft ? 90 : -90);
        return;
    case PE_PanelItemViewRow:
        return; // each item paints its own
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(item->rect, item->backgroundBrush);
        if (item && qobject_cast<const QListView *>(widget)) {
            paintRow(*painter, item->rect.adjusted(4, 1, -4, -1), *item);
        } else if (item && item->state.testFlag(State_Selected)) {
            painter->fillRect(item->rect, withAlpha(palette.color(QPalette::Highlight), 40));
            if (item->viewItemPosition == QStyleOptionViewItem::Beginning
                || item->viewItemPosition == QStyleOptionViewItem::OnlyOne)
                painter->fillRect(QRect(item->rect.left(), item->rect.top(), 3, item->rect.height()),
                    palette.color(QPalette::Highlight));
        } else if (item && item->state.testFlag(State_MouseOver) && item->state.testFlag(State_Enabled)) {
            painter->fillRect(item->rect, withAlpha(palette.color(QPalette::Text), 12));
        }
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item && element == CE_ItemViewItem) {
        QStyleOptionViewItem plain(*item); // text keeps its ink on the tint
        plain.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
        QProxyStyle::drawControl(element, &plain, painter, widget);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button
        && element == CE_PushButtonLabel && button->features.testFlag(QStyleOptionButton::DefaultButton)
        && button->state.testFlag(State_Enabled)) {
        QStyleOptionButton onAccent(*button);
        onAccent.palette.setColor(QPalette::ButtonText, button->palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &onAccent, painter, widget);
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && element == CE_MenuItem) {
        QStyleOptionMenuItem plain(*item);
        if (item->state.testFlag(State_Selected) && item->menuItemType != QStyleOptionMenuItem::Separator) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(withAlpha(item->palette.color(QPalette::Highlight), 48));
            painter->drawRoundedRect(QRectF(item->rect).adjusted(1, 0, -1, 0), round, round);
            painter->restore();
            plain.state.setFlag(State_Selected, false);
        }
        QProxyStyle::drawControl(element, &plain, painter, widget);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button
        && element == CE_ToolButtonLabel && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon
        && !button->icon.isNull() && !button->text.isEmpty()) {
        paintLabel(*painter, *button, *this);
        return;
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->save();
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        painter->restore();
        return;
    }
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        header && element == CE_HeaderLabel) {
        QStyleOptionHeaderV2 quiet;
        if (const auto *v2 = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
            quiet = *v2;
        else
            static_cast<QStyleOptionHeader &>(quiet) = *header;
        quiet.palette.setColor(QPalette::ButtonText, header->palette.color(QPalette::PlaceholderText));
        QProxyStyle::drawControl(element, &quiet, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const QColor ink = option->palette.color(
        option->state.testFlag(State_Enabled) ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        paintScrollBar(*painter, *bar, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget), widget);
        return;
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox) {
        QStyleOption field(*combo);
        paintField(*painter, field, combo->palette.color(combo->editable ? QPalette::Base : QPalette::Button));
        paintAngle(*painter, QRectF(combo->rect.right() - 24, combo->rect.top(), 20, combo->rect.height()), ink);
        return;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox) {
        QStyleOption field(*spin);
        if (spin->frame)
            paintField(*painter, field, spin->palette.color(QPalette::Base));
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            paintAngle(*painter, subControlRect(CC_SpinBox, spin, SC_SpinBoxUp, widget), ink, 180);
            paintAngle(*painter, subControlRect(CC_SpinBox, spin, SC_SpinBoxDown, widget), ink);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(5, 0, -2, 0);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool isFlat = bar->orientation == Qt::Horizontal;
    const QRect all = bar->rect;
    const int length = isFlat ? all.width() : all.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int grip = range <= 0
        ? length
        : std::clamp(int(qint64(bar->pageStep) * length / std::max<qint64>(1, range + bar->pageStep)),
              std::min(shortestGrip, length), length);
    const int at
        = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - grip, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return visualRect(bar->direction, all,
            isFlat ? QRect(all.left() + from, all.top(), size, all.height())
                   : QRect(all.left(), all.top() + from, all.width(), size));
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return piece(at, grip);
    case SC_ScrollBarSubPage:
        return piece(0, at);
    case SC_ScrollBarAddPage:
        return piece(at + grip, length - at - grip);
    case SC_ScrollBarGroove:
        return all;
    default:
        return {}; // no arrows
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(4, 0, -4, 0);
    const auto *list = qobject_cast<const QListView *>(widget);
    if (!list || list->viewMode() != QListView::ListMode)
        return rect;
    if (element == SE_ItemViewItemDecoration || element == SE_ItemViewItemCheckIndicator)
        return rect.translated(besideBar, 0); // right of the bar of a chosen row
    return element == SE_ItemViewItemText ? rect.adjusted(besideBar, 0, 0, 0) : rect;
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        return {size.width() + 10, std::max(size.height(), controlHeight)};
    case CT_ComboBox:
        return {size.width() + 12, std::max(size.height(), controlHeight)};
    case CT_LineEdit:
        return {size.width() + 8, std::max(size.height(), controlHeight)};
    case CT_SpinBox:
        return {size.width(), controlHeight};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return size;
        return {size.width() + 12, size.height() + 4};
    case CT_ItemViewItem:
        return {size.width(), std::max(size.height(), option->fontMetrics.height() + 10)};
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            return {size.width() + 4, size.height()};
        return size;
    case CT_HeaderSection:
        return {size.width(), size.height() + 6};
    default:
        return size;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return barWidth;
    case PM_ScrollBarSliderMin:
        return shortestGrip;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_MenuVMargin:
        return 5;
    case PM_MenuHMargin:
        return 4;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_HeaderMargin:
        return 8;
    case PM_ToolBarExtensionExtent:
        return moreWidth;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return 18;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
        return QIcon::fromTheme(QStringLiteral("recto-close"));
    case SP_ToolBarHorizontalExtensionButton:
        return QIcon::fromTheme(QStringLiteral("recto-more"));
    case SP_TitleBarNormalButton: // docks ask for both, though their titles are never shown; Fusion's would load every picture format
    case SP_TitleBarCloseButton:
        return QIcon::fromTheme(QStringLiteral("recto-close"));
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

QPixmap Style::generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap, const QStyleOption *option) const
{
    if (mode == QIcon::Selected)
        return pixmap;
    if (mode != QIcon::Disabled || pixmap.isNull())
        return QProxyStyle::generatedIconPixmap(mode, pixmap, option);
    QPixmap faint(pixmap.size()); // Fusion's greys are as bright as what can be used, in the dark
    faint.setDevicePixelRatio(pixmap.devicePixelRatio());
    faint.fill(Qt::transparent);
    QPainter painter(&faint);
    painter.setOpacity(0.41); // as the words beside it: look.cpp
    painter.drawPixmap(0, 0, pixmap);
    return faint;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1; // the whole row is chosen, not its words alone
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace look
