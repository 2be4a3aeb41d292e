#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Character and word error rates of the reader tesseract beside plain `tesseract --psm 1`, on pictures with a truth.

Usage: run.py --engine build/bin/recto-engine --samples FOLDER [--only NAME]
FOLDER holds scans/, historic/, rtl/ and ground-truth/ as listed in CASES. Prints a Markdown table.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "contract"))
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

# picture, truth, language
CASES = [
    ("scans/eurotext.tif", "eurotext.txt", "eng"),
    ("scans/linn.png", "linn.txt", "eng"),
    ("scans/unlv-8071_093.tif", "unlv-8071_093.txt", "eng"),
    ("rtl/capr14.jpg", "capr14.txt", "ara"),
    ("historic/kant_1784_0017.tif", "kant_1784_0017.page.xml", "frk"),
    ("historic/bebel_1879_0146.tif", "bebel_1879_0146.page.xml", "frk"),
    ("historic/clauren_1815_0023.jpg", "clauren_1815_0023.page.xml", "frk"),
    ("historic/erasmus_1523_0012.tif", "erasmus_1523_0012.page.xml", "lat"),
    ("historic/typescript_btv22.jpg", "typescript_btv22.alto.xml", "fra"),
]


def truth_of(path):
    """Lines of a text, PAGE or ALTO file, joined by blanks."""
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8", errors="replace")
    root = ElementTree.parse(path).getroot()
    lines = []
    for element in root.iter():
        name = element.tag.rsplit("}", 1)[-1]
        if name == "TextLine" and "alto" in root.tag.lower():
            lines.append(" ".join(s.get("CONTENT", "") for s in element if s.tag.endswith("String")))
        elif name == "TextLine":
            texts = [e for e in element if e.tag.endswith("TextEquiv")]
            lines += [u.text or "" for t in texts[:1] for u in t if u.tag.endswith("Unicode")]
    return "\n".join(lines)


def normalised(text):
    """NFC, one kind of blank, quote, hyphen and s: what a reader is not asked to tell apart."""
    text = unicodedata.normalize("NFC", text)
    for pattern, plain in (("[‘’‚`´]", "'"), ("[“”„«»]", '"'), ("[‐‑–—⸗¬]", "-"), ("ſ", "s")):
        text = re.sub(pattern, plain, text)
    return " ".join(text.split())


def distance(a, b):
    """Levenshtein distance of two sequences (Myers 1999, one big integer a column)."""
    if not a or not b:
        return len(a) + len(b)
    places = {}
    for index, item in enumerate(a):
        places[item] = places.get(item, 0) | 1 << index
    mask, last = (1 << len(a)) - 1, 1 << (len(a) - 1)
    plus, minus, score = mask, 0, len(a)
    for item in b:
        equal = places.get(item, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up, down = minus | ~(horizontal | plus) & mask, plus & horizontal
        score += bool(up & last) - bool(down & last)
        up = up << 1 | 1
        plus, minus = (down << 1 | ~(vertical | up)) & mask, up & vertical
    return score


def rates(read, truth):
    read, truth = normalised(read), normalised(truth)
    return (100 * distance(list(read), list(truth)) / max(1, len(truth)),
            100 * distance(read.split(), truth.split()) / max(1, len(truth.split())))


def plain_tesseract(picture, language):
    return subprocess.run(["tesseract", str(picture), "-", "--psm", "1", "-l", language], capture_output=True,
                          text=True, check=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", required=True)
    parser.add_argument("--samples", required=True, type=pathlib.Path)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    os.environ["RECTO_ENGINE_PROGRAM"] = arguments.engine
    from engine_process import Engine, page_request
    print("| picture | language | plain CER | plain WER | words CER | words WER | text CER | text WER |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    with Engine() as engine:
        for picture, truth_name, language in CASES:
            if arguments.only not in picture:
                continue
            truth = truth_of(arguments.samples / "ground-truth" / truth_name)
            path = arguments.samples / picture
            plain = rates(plain_tesseract(path, language), truth)
            status, answer = engine.chat(page_request(path.read_bytes(), recto={"languages": [language]}), timeout=600)
            if status != 200:
                print(f"| {picture} | {language} | {answer['error']['message']} |")
                continue
            words = rates(" ".join(w["text"] for w in answer["recto"]["words"]), truth)
            text = re.sub(r"<\|ref\|>.*?<\|/det\|>|</?center>|(?m:^#+ )|</?t[a-z]+>", " ", answer["choices"][0]["message"]["content"])
            text = rates(text, truth)
            print(f"| {picture} | {language} | " + " | ".join(f"{rate:.2f}" for rate in (*plain, *words, *text)) + " |", flush=True)


if __name__ == "__main__":
    main()
