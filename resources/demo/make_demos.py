#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the demonstrations of this folder: a picture for each, its recordings (engine/server/README.md, Recordings) and demos.json.

Usage: make_demos.py RECTO TRANSCRIPTS, where RECTO is the built program (it tells the bytes that are sent for a picture) and TRANSCRIPTS
is tests/data/transcripts. Needs Pillow and Matplotlib, and the fonts DejaVu and Noto Sans CJK (in NOTO_CJK). Writes beside itself.
"""
import base64
import hashlib
import http.server
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import threading

import matplotlib
from PIL import Image, ImageDraw, ImageFont

import drawings

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402  after the backend was chosen

HERE = pathlib.Path(__file__).parent
PACE_MS = 40  # an event: three tokens at 75 tokens a second, a single page on one GPU
EVENT_CHARACTERS = 12
FIRST_MS = 420  # the picture is looked at before the first token
MARKDOWN = "<|grounding|>Convert the document to markdown."
TAG = re.compile(r"<\|ref\|>(.*?)<\|/ref\|><\|det\|>(\[\[.*?\]\])<\|/det\|>", re.S)

# Transcripts of the model, each from a public repository with the licence named in README.md. Their pages are not ours to give: the
# pictures are set anew from the transcripts, block by block at the model's own boxes.
TYPESET = [
    ("paper", "otsl-paper-p9.txt", (1240, 1754), MARKDOWN, "stop"),
    ("formulas", "thermodynamics-screenshot.txt", (1200, 760), MARKDOWN, "stop"),
    ("chinese", "chinese-tax-book-ocr2.txt", (1240, 1754), MARKDOWN, "stop"),
    ("tables", "korean-report-tables.txt", (1600, 900), MARKDOWN, "stop"),
    ("screenshot", "browser-guest-window.txt", (1000, 620), MARKDOWN, "stop"),
    ("cut-short", "korean-report-torn.txt", (1600, 900), MARKDOWN, "length"),
    ("lines", "ocr-lines-chinese-tax-book-ocr2.txt", (1240, 1754), "<|grounding|>OCR the images.", "stop"),
]
LOOP = ("loop", "chart-table-without-cells.txt")


def font(size, text="", bold=False):
    if re.search("[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3]", text):
        folder = os.environ.get("NOTO_CJK", "/usr/share/fonts/opentype/noto")
        face = f"{folder}/NotoSansCJK-%s.ttc" % ("Bold" if bold else "Regular")
        return ImageFont.truetype(face, size, index=1 if re.search("[\uac00-\ud7a3]", text) else 2)
    return ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSerif%s.ttf" % ("-Bold" if bold else ""), size)


def plain(markdown):
    """The letters that were on the page: no hashes, no tags, formulas as they would be set, nearly."""
    text = re.sub(r"</?center>|\*\*", "", markdown)
    text = re.sub(r"^#+ ", "", text, flags=re.M)
    text = re.sub(r"\\\(.*?\\\)", lambda m: re.sub(r"_(\d)", lambda digit: chr(0x2080 + int(digit[1])), m[0]), text)  # M_0 as M₀
    text = re.sub(r"\\[()\[\]]", "", text)
    text = re.sub(r"\\(mathrm|text|pm|times|cdot|alpha|beta|Delta|partial)\b", lambda m: {"pm": "±", "times": "×", "cdot": "·",
        "alpha": "α", "beta": "β", "Delta": "Δ", "partial": "∂"}.get(m[1], ""), text)
    return text.replace("<br/>", "\n").replace("<br>", "\n").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&").strip()


def wrapped(draw, text, face, width):
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in re.findall(r"[\u1100-\u11ff\u3000-\u9fff\uff00-\uffef]|[^\s\u1100-\u11ff\u3000-\u9fff\uff00-\uffef]+\s*|\s+", paragraph):
            if line and draw.textlength(line + piece.rstrip(), font=face) > width:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return lines


def set_text(draw, text, box, bold=False, largest=40):
    """The largest type with which the text fits its box."""
    x0, y0, x1, y1 = box
    for size in range(largest, 7, -1):
        face = font(size, text, bold)
        lines = wrapped(draw, text, face, max(20, x1 - x0))
        leading = size * 1.32
        if leading * len(lines) <= max(y1 - y0, size * 1.3) or size == 8:
            for number, line in enumerate(lines):
                draw.text((x0, y0 + number * leading), line, font=face, fill=25)
            return


def set_formula(page, tex, box):
    """A display formula, drawn by Matplotlib and laid into its box."""
    tex = tex.strip().removeprefix("\\[").removesuffix("\\]").strip().replace("\\quad", "\\;\\;\\;").replace("\\left", "").replace("\\right", "")
    figure = plt.figure(figsize=(0.1, 0.1))
    figure.text(0, 0, f"${tex}$", fontsize=22)
    pixels = io.BytesIO()
    figure.savefig(pixels, dpi=150, bbox_inches="tight", pad_inches=0.02, format="png")
    plt.close(figure)
    formula = Image.open(pixels).convert("L")
    x0, y0, x1, y1 = box
    scale = min((x1 - x0) / formula.width, (y1 - y0) / formula.height, 1)
    formula = formula.resize((max(1, int(formula.width * scale)), max(1, int(formula.height * scale))), Image.LANCZOS)
    page.paste(formula, (x0, y0 + (y1 - y0 - formula.height) // 2))


def set_table(draw, html, box):
    rows = [re.findall(r"<t[dh]([^>]*)>(.*?)</t[dh]>", row, re.S) for row in re.findall(r"<tr>(.*?)</tr>", html, re.S)]
    if not rows:
        return
    grid, taken = [], set()
    for y, row in enumerate(rows):
        x = 0
        for attributes, text in row:
            while (x, y) in taken:
                x += 1
            across = int((re.search(r'colspan="?(\d+)', attributes) or [0, 1])[1])
            down = int((re.search(r'rowspan="?(\d+)', attributes) or [0, 1])[1])
            taken |= {(x + i, y + j) for i in range(across) for j in range(down)}
            grid.append((x, y, across, down, plain(text)))
            x += across
    columns = max(x + across for x, _, across, _, _ in grid)
    weights = [max([len(t) for cx, _, a, _, t in grid if cx == x and a == 1] or [4]) ** 0.6 for x in range(columns)]
    heights = [max([1 + len(t) / 28 for _, cy, _, d, t in grid if cy == y and d == 1] or [1]) for y in range(len(rows))]
    x0, y0, x1, y1 = box
    xs = [x0 + (x1 - x0) * sum(weights[:i]) / sum(weights) for i in range(columns + 1)]
    ys = [y0 + (y1 - y0) * sum(heights[:i]) / sum(heights) for i in range(len(rows) + 1)]
    for x, y, across, down, text in grid:
        cell = (xs[x], ys[y], xs[min(columns, x + across)], ys[min(len(rows), y + down)])
        draw.rectangle(cell, outline=120)
        set_text(draw, text, [int(cell[0] + 5), int(cell[1] + 3), int(cell[2] - 4), int(cell[3] - 2)], largest=20)


def typeset(transcript, size, pictures):
    """A page with each block of the transcript at its box. @p pictures: what is drawn where pictures were, in their order."""
    page = Image.new("L", size, 255)
    draw = ImageDraw.Draw(page)
    tags = list(TAG.finditer(transcript))
    pending = None
    for number, tag in enumerate(tags):
        body = transcript[tag.end():tags[number + 1].start() if number + 1 < len(tags) else len(transcript)].strip()
        boxes = [[int(v) for v in re.findall(r"\d+", b)] for b in re.findall(r"\[([\d, ]+)\]", tag[2])]
        boxes = [b for b in boxes if len(b) == 4 and b[2] > b[0] and b[3] > b[1]]
        if not boxes:
            continue
        box = [int(v * side / 999) for v, side in zip(boxes[0], (*size, *size))]
        label = tag[1]
        if label == "table" and not body:
            pending = box  # its HTML comes behind the caption
        elif "<table>" in body:
            words, html = body.split("<table>", 1)
            set_table(draw, html, pending or box)
            set_text(draw, plain(words), box) if words.strip() else None
            pending = None
        elif label == "equation":
            set_formula(page, body, box)
        elif label == "image":
            drawings.place(page, box, next(pictures))
        else:
            set_text(draw, plain(body or label), box, bold="title" in label)
    return page


def events(transcript, finish):
    """The answer as an engine streams it: role, pieces of text, the end."""
    def chunk(delta, reason=None, **more):
        return {"id": "chatcmpl-demo", "object": "chat.completion.chunk", "created": 1, "model": "replay",
                "choices": [{"index": 0, "delta": delta, "finish_reason": reason}], **more}
    yield 4, chunk({"role": "assistant", "content": ""})
    time = FIRST_MS
    for start in range(0, len(transcript), EVENT_CHARACTERS):
        yield time, chunk({"content": transcript[start:start + EVENT_CHARACTERS]})
        time += PACE_MS
    yield time, chunk({}, finish, recto={"reader": "replay", "version": "1"})
    yield time, None


def write_recording(name, prompt, picture_hash, transcript, finish):
    request = {"model": "replay", "messages": [{"role": "user", "content": [
        {"type": "image_url", "image_url": {"url": ""}}, {"type": "text", "text": prompt}]}]}
    (HERE / f"{name}.json").write_text(json.dumps({"request": request, "picture_sha256": picture_hash}, ensure_ascii=False) + "\n")
    with open(HERE / f"{name}.sse.jsonl", "w") as out:
        for time, event in events(transcript, finish):
            data = b"data: [DONE]\n\n" if event is None else f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
            out.write(json.dumps({"t_ms": time, "bytes_b64": base64.b64encode(data).decode()}) + "\n")


def hash_of_sent_picture(recto, picture):
    """What recto sends for a picture file, hashed: asked of a server that keeps the bytes."""
    seen = []

    class Server(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            self.reply(json.dumps({"object": "list", "data": [{"id": "m", "object": "model"}]}).encode())

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            url = next(part for part in body["messages"][0]["content"] if part["type"] == "image_url")["image_url"]["url"]
            seen.append(base64.b64decode(url.split(",", 1)[1]))
            self.reply(b'{"error": {"message": "seen enough", "type": "invalid_request_error"}}', 400)

        def reply(self, body, status=200):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = os.environ | {"RECTO_ENGINE_PROGRAM": "/nonexistent/engine"}  # nobody turns the picture
    subprocess.run([*recto.split(), "convert", str(picture), "--engine", f"http://127.0.0.1:{server.server_address[1]}", "--to", "txt",
        "-o", "-"], env=environment, capture_output=True, timeout=120)
    server.shutdown()
    assert seen, f"recto sent nothing for {picture}"
    return hashlib.sha256(seen[0]).hexdigest()


def save(image, name):
    path = HERE / f"{name}.png"
    image.save(path, optimize=True)
    return path


def main():
    recto, transcripts = sys.argv[1], pathlib.Path(sys.argv[2])
    for old in [*HERE.glob("*.sse.jsonl"), *HERE.glob("*.json"), *HERE.glob("*.png")]:
        old.unlink()
    hashes = {}

    def record(name, picture, prompt, transcript, finish="stop"):
        if picture not in hashes:
            hashes[picture] = hash_of_sent_picture(recto, HERE / f"{picture}.png")
        write_recording(name, prompt, hashes[picture], transcript, finish)

    for name, file, size, prompt, finish in TYPESET:
        transcript = (transcripts / file).read_text()
        save(typeset(transcript, size, iter(drawings.PICTURES.get(name, []))), name)
        record(name, name, prompt, transcript, finish)
    name, file = LOOP
    save(drawings.candles(), name)
    record(name, name, MARKDOWN, (transcripts / file).read_text(), "length")

    for drawing in drawings.ALL:  # written by us after the documented grammar
        save(drawing.draw(), drawing.name)
        for answer in drawing.answers:
            record(f"{drawing.name}-{answer.name}", drawing.name, answer.prompt, answer.transcript)
    (HERE / "demos.json").write_text(json.dumps(json.loads((HERE / "cards.in").read_text()), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
