// SPDX-License-Identifier: GPL-3.0-or-later
// Our own script in the preview. Recognised text comes in as HTML that the window has already passed through its allow-list.
"use strict";
const recto = (() => {
  const page = () => document.getElementById("page");
  const element = id => document.getElementById("block-" + id);
  let lit = null, bridge = null;

  function drawFormulas(node) {
    for (const tex of node.querySelectorAll(".tex")) {
      const source = tex.textContent;
      try {
        katex.render(source, tex, { displayMode: tex.classList.contains("display"), throwOnError: true, trust: false, maxExpand: 200, maxSize: 20 });
        tex.title = source;
      } catch (error) {
        tex.textContent = source;
        tex.classList.add("failed");
      }
    }
  }

  function make(id) {
    const node = document.createElement("div");
    node.id = "block-" + id;
    node.addEventListener("mouseenter", () => bridge.hover(id));
    node.addEventListener("mouseleave", () => bridge.hover(""));
    node.addEventListener("click", () => bridge.click(id));
    return node;
  }

  function patch(change) {
    const wanted = new Set(change.order);
    for (const node of [...page().children])
      if (!wanted.has(node.id.slice(6))) node.remove();
    for (const block of change.changed) {
      const node = element(block.id) || page().appendChild(make(block.id));
      node.className = "block type-" + block.type.replace(/[^a-z_]/g, "");
      if (lit === block.id) node.classList.add("lit");
      node.innerHTML = block.html;
      drawFormulas(node);
    }
    let before = null;
    for (const id of change.order) {
      const node = element(id);
      const place = before ? before.nextSibling : page().firstChild;
      if (node && node !== place) page().insertBefore(node, place);
      before = node || before;
    }
  }

  function highlight(id) {
    if (lit && element(lit)) element(lit).classList.remove("lit");
    lit = id;
    const node = id && element(id);
    if (!node) return;
    node.classList.add("lit");
    const box = node.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) node.scrollIntoView({ block: "nearest" });
  }

  function scrollToTop() { scrollTo(0, 0); }

  addEventListener("DOMContentLoaded", () => new QWebChannel(qt.webChannelTransport, channel => {
    bridge = channel.objects.bridge;
    bridge.loaded();
  }));
  return { patch, highlight, scrollToTop };
})();
