// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view/page_strip.h"

#include "ui/look/error_words.h"
#include "ui/look/reader_words.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace page_view {

namespace {

using document::PageStatus;
using pipeline::Reader;

constexpr int narrowestChip = 60; // pixels: the angle and the beginning of a word

} // namespace

/// Gives way: words that do not fit are cut with an ellipsis instead of widening the window.
class PageStrip::Chip : public QToolButton {
public:
    using QToolButton::QToolButton;

    void setWhole(const QString &text)
    {
        m_whole = text;
        cut();
        updateGeometry();
    }
    [[nodiscard]] QString whole() const { return m_whole; }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int more = fontMetrics().horizontalAdvance(m_whole) - fontMetrics().horizontalAdvance(text());
        return QToolButton::sizeHint() + QSize(std::max(0, more) + slack, 0);
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {std::min(narrowestChip, sizeHint().width()), QToolButton::minimumSizeHint().height()};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QToolButton::resizeEvent(event);
        cut();
    }

private:
    void cut()
    {
        const int beside = QToolButton::sizeHint().width() - fontMetrics().horizontalAdvance(text());
        const QString shown = fontMetrics().elidedText(m_whole, Qt::ElideRight, std::max(0, width() - beside));
        if (shown != text())
            setText(shown);
    }

    static constexpr int slack = 3; // pixels: widths of letters are rounded here and there
    QString m_whole;
};

PageStrip::PageStrip(QWidget *parent)
    : QWidget(parent)
    , m_chip(new Chip)
    , m_readers(new QActionGroup(this))
    , m_toggles(new QHBoxLayout)
    , m_zoom(new QLabel)
{
    auto *menu = new QMenu(m_chip);
    menu->setToolTipsVisible(true);
    const auto add = [this, menu](const QString &text, Reader reader) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(reader));
        m_readers->addAction(action);
        connect(action, &QAction::triggered, this, [this, reader] { Q_EMIT readerChosen(reader); });
        return action;
    };
    add(tr("Decide by what the page is"), Reader::Auto);
    menu->addSeparator();
    add(tr("Keep the text of the file"), Reader::Text);
    add(tr("Read the picture with Tesseract"), Reader::Tesseract);
    m_network = add(tr("Read the picture with DeepSeek-OCR"), Reader::DeepseekOcr);
    m_chip->setMenu(menu);
    m_chip->setPopupMode(QToolButton::InstantPopup);
    m_chip->setProperty("flat", true);
    m_chip->setIcon(QIcon::fromTheme(QStringLiteral("recto-expand")));
    m_chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chip->setLayoutDirection(Qt::LeftToRight);
    m_chip->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_zoom->setForegroundRole(QPalette::PlaceholderText);
    m_zoom->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("800 %")) + 4);
    m_zoom->setAccessibleName(tr("Zoom"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 12, 3);
    layout->setSpacing(4);
    layout->addWidget(m_chip);
    layout->addStretch(1);
    layout->addLayout(m_toggles);
    layout->addWidget(m_zoom);
    setZoom(1);
}

void PageStrip::setChip(const QString &text, const QString &toolTip)
{
    m_chip->setWhole(text);
    m_chip->setToolTip(toolTip);
    m_chip->setAccessibleName(text);
    m_chip->setAccessibleDescription(toolTip);
}

void PageStrip::setPage(const document::Page &page, Reader chosen)
{
    for (QAction *action : m_readers->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(chosen));
    const QString other = tr("Click for another way to read this page");
    const QString why = page.reason.isEmpty() ? other : tr("%1.\n%2.").arg(page.reason, other);
    switch (page.status) {
    case PageStatus::Unread:
        setChip(tr("Not read yet"), other);
        return;
    case PageStatus::Reading:
        setChip(page.reader == QLatin1StringView("replay") ? tr("Being played from a recording")
                : page.reader.isEmpty()                    ? tr("Being read")
                                        : tr("Being read by %1").arg(look::readerInWords(page.reader)),
            why);
        return;
    case PageStatus::Failed:
        setChip(tr("Could not be read"),
            page.error ? tr("%1; %2").arg(page.error->what, look::inWindow(page.error->remedy)) : why);
        return;
    case PageStatus::Ok:
    case PageStatus::Partial:
        break;
    }
    const QString done = page.reader == QLatin1StringView("text") ? tr("Text kept")
        : page.reader == QLatin1StringView("replay")              ? tr("Played from a recording")
                                                     : tr("Picture read by %1").arg(look::readerInWords(page.reader));
    setChip(page.status == PageStatus::Partial ? tr("%1, in part").arg(done) : done, why);
}

void PageStrip::setPlan(const QString &plan)
{
    setChip(plan, tr("Click for another way to read this page"));
}

void PageStrip::setZoom(double factor)
{
    m_zoom->setText(QLocale().toString(factor * 100, 'f', 0) + QStringLiteral(" %"));
}

void PageStrip::setNetworkUsable(bool isUsable, const QString &whyNot)
{
    m_network->setEnabled(isUsable);
    m_network->setToolTip(isUsable ? QString() : whyNot);
}

void PageStrip::addToggle(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setProperty("flat", true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->toolTip());
    m_toggles->addWidget(button);
}

QString PageStrip::chipText() const
{
    return m_chip->whole();
}

void PageStrip::openMenu()
{
    m_chip->showMenu();
}

} // namespace page_view
