// SPDX-License-Identifier: GPL-3.0-or-later
// Our own script in the preview. Recognised text comes in as HTML that the window has already passed through its allow-list.
"use strict";
const recto = (() => {
    const page = () => document.getElementById("page");
    const element = id => document.getElementById("block-" + id);
    let lit = null, newest = null, follows = true, bridge = null;

    // A long formula is set smaller before it scrolls.
    function fit(tex)
    {
        if (!tex.classList.contains("display"))
            return;
        tex.style.fontSize = "";
        const room = tex.clientWidth, wide = tex.scrollWidth;
        if (wide > room && room > 0)
            tex.style.fontSize = Math.max(0.6, 0.97 * room / wide) + "em";
    }

    // Once more when the letters have come or the view has another width.
    function fitAll()
    {
        for (const tex of page().querySelectorAll(".tex.display"))
            fit(tex);
    }

    function drawFormulas(node)
    {
        for (const tex of node.querySelectorAll(".tex")) {
            const source = tex.textContent;
            try {
                katex.render(source, tex, {
                    displayMode : tex.classList.contains("display"),
                    throwOnError : true,
                    trust : false,
                    maxExpand : 200,
                    maxSize : 20
                });
                tex.title = source;
                fit(tex);
            } catch (error) {
                tex.textContent = source;
                tex.classList.add("failed");
            }
        }
    }

    // Words of a block as they stand in its text nodes; formulas are no words.
    function* wordsOf(node)
    {
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
            acceptNode : n => n.nodeType === Node.ELEMENT_NODE && n.classList.contains("tex") ? NodeFilter.FILTER_REJECT
                                                                                              : NodeFilter.FILTER_ACCEPT
        });
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            if (text.nodeType !== Node.TEXT_NODE)
                continue;
            for (const match of text.data.matchAll(/\S+/gu))
                yield {word : match[0], text, start : match.index, end : match.index + match[0].length};
        }
    }

    // The word at a point of the view, and the how manieth of its kind it is in its block.
    function wordAt(node, x, y)
    {
        const caret = document.caretRangeFromPoint(x, y);
        if (!caret)
            return null;
        const seen = new Map();
        for (const w of wordsOf(node)) {
            const nth = seen.get(w.word) || 0;
            if (w.text === caret.startContainer && caret.startOffset >= w.start && caret.startOffset <= w.end)
                return {word : w.word, nth};
            seen.set(w.word, nth + 1);
        }
        return null;
    }

    function make(id)
    {
        const node = document.createElement("div");
        node.id = "block-" + id;
        node.addEventListener("mouseenter", () => bridge.hover(id));
        node.addEventListener("mouseleave", () => bridge.hover(""));
        node.addEventListener("click", event => {
            const at = wordAt(node, event.clientX, event.clientY);
            bridge.click(id, at ? at.word : "", at ? at.nth : 0);
        });
        return node;
    }

    function patch(change)
    {
        const wanted = new Set(change.order);
        for (const node of [...page().children])
            if (!wanted.has(node.id.slice(6)))
                node.remove();
        for (const block of change.changed) {
            const node = element(block.id) || page().appendChild(make(block.id));
            node.className = "block type-" + block.type.replace(/[^a-z_]/g, "");
            node.classList.toggle("lit", lit === block.id);
            node.innerHTML = block.html;
            drawFormulas(node);
        }
        let before = null;
        for (const id of change.order) {
            const node = element(id);
            const place = before ? before.nextSibling : page().firstChild;
            if (node && node !== place)
                page().insertBefore(node, place);
            before = node || before;
        }
        markNewest(change.newest);
    }

    // The window's own light or dark: not every desktop tells the web view.
    function dress(isDark) { document.documentElement.classList.toggle("dark", isDark); }

    // The block that is being read; the view goes with it until the person scrolls; in the end back to the top, unless a block is pointed at.
    function markNewest(id)
    {
        if (newest && element(newest))
            element(newest).classList.remove("newest");
        const hasEnded = newest && !id;
        newest = id;
        const node = id && element(id);
        if (hasEnded && follows && !lit)
            scrollTo(0, 0);
        if (!node)
            return;
        node.classList.add("newest");
        if (follows && node.getBoundingClientRect().bottom > innerHeight)
            node.scrollIntoView({block : "end"});
    }

    function light(id, word, nth)
    {
        if (lit && element(lit))
            element(lit).classList.remove("lit");
        CSS.highlights.delete("word");
        lit = id;
        const node = id && element(id);
        if (!node)
            return;
        node.classList.add("lit");
        let target = node.getBoundingClientRect();
        if (word) {
            const all = [...wordsOf(node)];
            const equal = all.filter(w => w.word === word);
            const w = equal.length ? equal[Math.min(nth, equal.length - 1)] : all.find(w => w.word.includes(word));
            if (w) {
                const range = new Range();
                range.setStart(w.text, w.start);
                range.setEnd(w.text, w.end);
                CSS.highlights.set("word", new Highlight(range));
                target = range.getBoundingClientRect();
            }
        }
        const edge = innerHeight / 10;
        if (target.top < edge && target.bottom < innerHeight)
            scrollBy(0, target.top - edge);
        else if (target.bottom > innerHeight - edge && target.top > edge)
            scrollBy(0, Math.min(target.bottom - innerHeight + edge, target.top - edge));
    }

    // Where a block stands in the view, for taking its picture: [x, y, width, height] in CSS pixels, after it was brought into view.
    function placeOf(id)
    {
        const node = id && element(id);
        if (!node)
            return [];
        node.scrollIntoView({block : "nearest"});
        const box = (node.querySelector(".katex-html") || node).getBoundingClientRect();
        return [ box.x, box.y, box.width, box.height ];
    }

    function scrollToTop()
    {
        follows = true;
        scrollTo(0, 0);
    }

    addEventListener("resize", fitAll);
    document.fonts.addEventListener("loadingdone", fitAll);
    for (const kind of ["wheel", "keydown", "pointerdown"])
        addEventListener(kind, () => { follows = false; }, {passive : true});

    addEventListener("DOMContentLoaded", () => new QWebChannel(qt.webChannelTransport, channel => {
        bridge = channel.objects.bridge;
        bridge.loaded();
    }));
    return {patch, light, dress, placeOf, scrollToTop};
})();
