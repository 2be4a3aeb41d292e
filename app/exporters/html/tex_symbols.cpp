// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/html/tex_symbols.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

using Kind = SymbolKind;

/// "name sign name sign …"
void add(QHash<QString, TexSymbol> &table, Kind kind, const QString &pairs)
{
    const QStringList words = pairs.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        table.insert(words[i], {words[i + 1], kind});
}

QHash<QString, TexSymbol> makeSymbols()
{
    QHash<QString, TexSymbol> table;
    add(table, Kind::Identifier,
        u"alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda "
        u"λ mu μ nu ν "
        "xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ "
        "omega ω Gamma Γ "
        "Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ hbar ℏ ell "
        "ℓ Re ℜ Im ℑ "
        "aleph ℵ emptyset ∅ varnothing ∅ imath ı jmath ȷ wp ℘ angle ∠ triangle △ square □ circ ∘ degree ° prime ′ top "
        "⊤ bot ⊥ "
        "checkmark ✓ bigstar ★ star ⋆ pounds £ yen ¥ copyright © S § P ¶ dag † ddag ‡ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯"_s);
    add(table, Kind::Operator,
        u"pm ± mp ∓ times × div ÷ cdot · ast ∗ bullet • leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq "
        u"≃ cong ≅ "
        "propto ∝ ll ≪ gg ≫ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ in ∈ notin ∉ ni ∋ "
        "cup ∪ cap ∩ "
        "setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ forall ∀ exists ∃ nexists ∄ to → rightarrow → leftarrow ← "
        "gets ← "
        "leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹ longrightarrow ⟶ longleftarrow ⟵ "
        "Longrightarrow ⟹ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ rightleftharpoons ⇌ "
        "leftrightharpoons ⇋ "
        "hookrightarrow ↪ nearrow ↗ searrow ↘ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ perp ⊥ parallel ∥ mid ∣ nmid ∤ vdash ⊢ "
        "models ⊨ "
        "therefore ∴ because ∵ coloneqq ≔ eqqcolon ≕ colon : triangleq ≜ doteq ≐ asymp ≍ leqslant ⩽ geqslant ⩾ lesssim "
        "≲ gtrsim ≳ "
        "langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] vert | Vert ‖ lvert | "
        "rvert | lVert ‖ "
        "rVert ‖ backslash \\ amalg ⨿ dagger † ddagger ‡ wr ≀ bigtriangleup △ lhd ⊲ rhd ⊳ sqcup ⊔ sqcap ⊓ xrightarrow →"_s);
    add(table, Kind::Large, u"sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀"_s);
    add(table, Kind::Integral, u"int ∫ iint ∬ iiint ∭ oint ∮"_s);
    for (const QString &name :
        u"sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp arg deg dim ker hom mod sgn"_s
            .split(u' '))
        table.insert(name, {name, Kind::Function});
    for (const QString &name : u"lim max min sup inf det gcd Pr limsup liminf argmax argmin"_s.split(u' '))
        table.insert(name, {name, Kind::Limit});
    return table;
}

} // namespace

TexSymbol texSymbol(QStringView command)
{
    static const QHash<QString, TexSymbol> symbols = makeSymbols();
    return symbols.value(command.toString());
}

QString texAccent(QStringView command)
{
    static const QHash<QString, QString> accents{{u"hat"_s, u"^"_s}, {u"widehat"_s, u"^"_s}, {u"bar"_s, u"¯"_s},
        {u"overline"_s, u"¯"_s}, {u"vec"_s, u"→"_s}, {u"overrightarrow"_s, u"→"_s}, {u"overleftarrow"_s, u"←"_s},
        {u"tilde"_s, u"~"_s}, {u"widetilde"_s, u"~"_s}, {u"dot"_s, u"˙"_s}, {u"ddot"_s, u"¨"_s}, {u"dddot"_s, u"⃛"_s},
        {u"check"_s, u"ˇ"_s}, {u"breve"_s, u"˘"_s}, {u"acute"_s, u"´"_s}, {u"grave"_s, u"`"_s}, {u"mathring"_s, u"˚"_s},
        {u"overbrace"_s, u"⏞"_s}, {u"underline"_s, u"_"_s}, {u"underbrace"_s, u"⏟"_s}};
    return accents.value(command.toString());
}

QString inAlphabet(QChar letter, QStringView command)
{
    struct Alphabet {
        char32_t upper;
        char32_t lower;
        char32_t digit; ///< 0: none
        QStringView holes; ///< letters that stand elsewhere in Unicode, each followed by its character
    };
    static const QHash<QString, Alphabet> alphabets{{u"mathbf"_s, {0x1D400, 0x1D41A, 0x1D7CE, u""}},
        {u"boldsymbol"_s, {0x1D468, 0x1D482, 0x1D7CE, u""}}, {u"bm"_s, {0x1D468, 0x1D482, 0x1D7CE, u""}},
        {u"mathbb"_s, {0x1D538, 0x1D552, 0x1D7D8, u"CℂHℍNℕPℙQℚRℝZℤ"}},
        {u"mathcal"_s, {0x1D49C, 0x1D4B6, 0, u"BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"}},
        {u"mathscr"_s, {0x1D49C, 0x1D4B6, 0, u"BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"}},
        {u"mathfrak"_s, {0x1D504, 0x1D51E, 0, u"CℭHℌIℑRℜZℨ"}}, {u"mathsf"_s, {0x1D5A0, 0x1D5BA, 0x1D7E2, u""}},
        {u"mathtt"_s, {0x1D670, 0x1D68A, 0x1D7F6, u""}}};
    const auto found = alphabets.constFind(command.toString());
    if (found == alphabets.constEnd())
        return letter;
    for (qsizetype i = 0; i + 1 < found->holes.size(); i += 2) {
        if (found->holes[i] == letter)
            return found->holes[i + 1];
    }
    const char16_t c = letter.unicode();
    char32_t styled = 0;
    if (c >= u'A' && c <= u'Z')
        styled = found->upper + (c - u'A');
    else if (c >= u'a' && c <= u'z')
        styled = found->lower + (c - u'a');
    else if (c >= u'0' && c <= u'9' && found->digit)
        styled = found->digit + (c - u'0');
    return styled ? QString::fromUcs4(&styled, 1) : QString(letter);
}

} // namespace exporters
