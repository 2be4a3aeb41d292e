// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/find_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace editor {

namespace {

using namespace Qt::StringLiterals;

QToolButton *button(const QString &icon, const QString &text, Qt::ToolButtonStyle style)
{
    auto *made = new QToolButton;
    made->setProperty("flat", true);
    if (!icon.isEmpty())
        made->setIcon(QIcon::fromTheme(icon));
    made->setText(text);
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setToolButtonStyle(style);
    return made;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit)
    , m_replacement(new QLineEdit)
    , m_replaceRow(new QWidget)
    , m_isExpression(new QCheckBox(tr("Expression")))
    , m_matchesCase(new QCheckBox(tr("Case")))
    , m_scope(new QComboBox)
    , m_result(new QLabel)
{
    m_words->setPlaceholderText(tr("Find"));
    m_words->setAccessibleName(tr("Find"));
    m_words->setClearButtonEnabled(true);
    m_replacement->setPlaceholderText(tr("Replace by"));
    m_replacement->setAccessibleName(tr("Replace by"));
    m_isExpression->setToolTip(tr("A regular expression; \\1 in the replacement is what its first brackets caught"));
    m_matchesCase->setToolTip(tr("Capital and small letters are different"));
    m_scope->addItems({tr("In this page"), tr("In the document")});
    m_scope->setAccessibleName(tr("Where to search"));
    m_result->setForegroundRole(QPalette::PlaceholderText);
    QToolButton *previous = button(u"recto-up"_s, tr("Previous match"), Qt::ToolButtonIconOnly);
    QToolButton *next = button(u"recto-down"_s, tr("Next match"), Qt::ToolButtonIconOnly);
    QToolButton *close = button(u"recto-close"_s, tr("Close"), Qt::ToolButtonIconOnly);
    QToolButton *one = button({}, tr("Replace"), Qt::ToolButtonTextOnly);
    QToolButton *all = button({}, tr("Replace all"), Qt::ToolButtonTextOnly);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_words, 1);
    first->addWidget(previous);
    first->addWidget(next);
    first->addWidget(close);
    auto *second = new QHBoxLayout(m_replaceRow);
    second->setContentsMargins({});
    second->setSpacing(4);
    second->addWidget(m_replacement, 1);
    second->addWidget(one);
    second->addWidget(all);
    auto *third = new QHBoxLayout;
    third->setSpacing(12);
    third->addWidget(m_isExpression);
    third->addWidget(m_matchesCase);
    third->addWidget(m_scope);
    third->addStretch();
    third->addWidget(m_result);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(first);
    layout->addWidget(m_replaceRow);
    layout->addLayout(third);
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::patternChanged);
    connect(m_isExpression, &QCheckBox::toggled, this, &FindBar::patternChanged);
    connect(m_matchesCase, &QCheckBox::toggled, this, &FindBar::patternChanged);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &FindBar::patternChanged);
    connect(m_words, &QLineEdit::returnPressed, this, &FindBar::nextWanted);
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindBar::replaceWanted);
    connect(previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(next, &QToolButton::clicked, this, &FindBar::nextWanted);
    connect(one, &QToolButton::clicked, this, &FindBar::replaceWanted);
    connect(all, &QToolButton::clicked, this, &FindBar::replaceAllWanted);
    connect(close, &QToolButton::clicked, this, &FindBar::dismiss);
    hide();
}

void FindBar::open(const QString &selection)
{
    show();
    if (!selection.isEmpty() && !selection.contains(QChar::ParagraphSeparator))
        m_words->setText(m_isExpression->isChecked() ? QRegularExpression::escape(selection) : selection);
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    Q_EMIT patternChanged();
}

void FindBar::openToFind(const QString &selection)
{
    m_replaceRow->hide();
    open(selection);
}

void FindBar::openToReplace(const QString &selection)
{
    m_replaceRow->show();
    open(selection);
}

void FindBar::dismiss()
{
    hide();
    Q_EMIT closed();
}

QRegularExpression FindBar::pattern() const
{
    if (!isVisible() || m_words->text().isEmpty())
        return QRegularExpression(QString());
    QRegularExpression::PatternOptions options
        = QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!m_matchesCase->isChecked())
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(
        m_isExpression->isChecked() ? m_words->text() : QRegularExpression::escape(m_words->text()), options);
}

QString FindBar::replacement() const
{
    // Without an expression a backslash is a backslash.
    return m_isExpression->isChecked() ? m_replacement->text() : m_replacement->text().replace(u'\\', u"\\\\"_s);
}

FindBar::Scope FindBar::scope() const
{
    return m_scope->currentIndex() == 0 ? Scope::Page : Scope::Document;
}

void FindBar::setResult(const QString &text)
{
    m_result->setText(text);
}

/// Escape closes the bar before it can stop a reading.
bool FindBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
}

QString filledIn(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString filled;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement[i];
        if (c != u'\\' || i + 1 == replacement.size()) {
            filled += c;
            continue;
        }
        const QChar next = replacement[++i];
        if (next.isDigit())
            filled += match.captured(next.digitValue());
        else if (next == u'n')
            filled += u'\n';
        else
            filled += next;
    }
    return filled;
}

QString replacedIn(const QString &text, const QRegularExpression &pattern, const QString &replacement, int *count)
{
    QString result;
    qsizetype done = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        result += filledIn(replacement, match);
        done = match.capturedEnd();
        ++*count;
    }
    return result + text.mid(done);
}

} // namespace editor
