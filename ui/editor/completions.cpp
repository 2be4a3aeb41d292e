// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/completions.h"

#include <QRegularExpression>

namespace editor {

namespace {

using namespace Qt::StringLiterals;

// Of a table as the readers write it, then marks of text.
const QStringList tags{u"table"_s, u"tr"_s, u"td"_s, u"th"_s, u"thead"_s, u"tbody"_s, u"caption"_s, u"br"_s, u"sup"_s,
    u"sub"_s, u"center"_s, u"b"_s, u"i"_s, u"u"_s, u"em"_s, u"strong"_s, u"del"_s, u"code"_s};

const QStringList commands{u"frac{}{}"_s, u"sqrt{}"_s, u"sum"_s, u"int"_s, u"prod"_s, u"lim"_s, u"infty"_s,
    u"partial"_s, u"nabla"_s, u"left("_s, u"right)"_s, u"begin{}"_s, u"end{}"_s, u"begin{aligned}"_s, u"end{aligned}"_s,
    u"begin{pmatrix}"_s, u"end{pmatrix}"_s, u"begin{cases}"_s, u"end{cases}"_s, u"text{}"_s, u"mathbf{}"_s,
    u"mathrm{}"_s, u"mathbb{}"_s, u"mathcal{}"_s, u"hat{}"_s, u"bar{}"_s, u"vec{}"_s, u"tilde{}"_s, u"dot{}"_s,
    u"overline{}"_s, u"underline{}"_s, u"cdot"_s, u"times"_s, u"pm"_s, u"leq"_s, u"geq"_s, u"neq"_s, u"approx"_s,
    u"equiv"_s, u"sim"_s, u"propto"_s, u"rightarrow"_s, u"leftarrow"_s, u"Rightarrow"_s, u"Leftrightarrow"_s,
    u"mapsto"_s, u"to"_s, u"in"_s, u"notin"_s, u"subset"_s, u"subseteq"_s, u"cup"_s, u"cap"_s, u"forall"_s, u"exists"_s,
    u"alpha"_s, u"beta"_s, u"gamma"_s, u"Gamma"_s, u"delta"_s, u"Delta"_s, u"epsilon"_s, u"varepsilon"_s, u"zeta"_s,
    u"eta"_s, u"theta"_s, u"Theta"_s, u"kappa"_s, u"lambda"_s, u"Lambda"_s, u"mu"_s, u"nu"_s, u"xi"_s, u"pi"_s, u"Pi"_s,
    u"rho"_s, u"sigma"_s, u"Sigma"_s, u"tau"_s, u"phi"_s, u"Phi"_s, u"varphi"_s, u"chi"_s, u"psi"_s, u"Psi"_s,
    u"omega"_s, u"Omega"_s, u"quad"_s, u"ldots"_s, u"cdots"_s, u"vdots"_s, u"ddots"_s, u"tag{}"_s, u"sin"_s, u"cos"_s,
    u"tan"_s, u"log"_s, u"ln"_s, u"exp"_s, u"max"_s, u"min"_s, u"arg"_s, u"langle"_s, u"rangle"_s, u"lfloor"_s,
    u"rfloor"_s, u"binom{}{}"_s};

/// Tags that the line opens and does not close, innermost first.
QStringList openTags(const QString &line)
{
    static const QRegularExpression tag(u"<(/?)([a-z]+)[^<>]*>"_s);
    QStringList open;
    auto found = tag.globalMatch(line);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const QString name = match.captured(2);
        if (match.captured(1).isEmpty() && name != "br"_L1)
            open.prepend(name);
        else if (const qsizetype at = open.indexOf(name); at >= 0)
            open.remove(0, at + 1);
    }
    return open;
}

} // namespace

QStringList completionsOf(const QString &begun, const QString &lineBefore)
{
    QStringList fitting;
    const auto offer = [&](const QString &candidate) {
        if (candidate.startsWith(begun) && candidate != begun && !fitting.contains(candidate))
            fitting.append(candidate);
    };
    if (begun.startsWith("</"_L1)) {
        for (const QString &tag : openTags(lineBefore) + tags)
            offer(u"</"_s + tag + u'>');
    } else if (begun.startsWith(u'<')) {
        for (const QString &tag : tags)
            offer(u'<' + tag + u'>');
    } else if (begun.startsWith(u'\\')) {
        for (const QString &command : commands)
            offer(u'\\' + command);
    }
    return fitting;
}

} // namespace editor
