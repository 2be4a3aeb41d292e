#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Error rates of `recto convert` against truth, beside plain `tesseract` and `pdftotext`; see README.md beside this file.

Usage: accuracy.py --programs build/bin SAMPLES [--only NAME]
"""
import argparse
import collections
import csv
import html
import os
import pathlib
import re
import subprocess
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

# Files whose text layer is read, and their truth. Those in .md are another program's output, kept as its reference.
TEXT = [
    ("born-digital/code_and_formula.pdf", "ground-truth/code_and_formula.docling.md"),
    ("cjk/korean-4pages.pdf", "ground-truth/korean-4pages.docling.md"),
    ("rtl/right_to_left_01.pdf", "ground-truth/right_to_left_01.docling.md"),
    ("tables/table_mislabeled_as_picture.pdf", "ground-truth/table_mislabeled_as_picture.docling.md"),
]
# Pages that Tesseract reads, their truth and language.
SCANS = [
    ("scans/eurotext.tif", "ground-truth/eurotext.txt", "eng"),
    ("scans/linn.png", "ground-truth/linn.txt", "eng"),
    ("scans/linn-skew.pdf", "ground-truth/linn.txt", "eng"),
    ("scans/unlv-8071_093.tif", "ground-truth/unlv-8071_093.txt", "eng"),
    ("scans/receipt-000.jpg", "ground-truth/receipt-000.csv", "eng"),
    ("scans/edgar_image.pdf", "born-digital/edgar.pdf", "eng"),
    ("rtl/capr14.jpg", "ground-truth/capr14.txt", "ara"),
    ("historic/kant_1784_0017.tif", "ground-truth/kant_1784_0017.page.xml", "frk"),
    ("historic/bebel_1879_0146.tif", "ground-truth/bebel_1879_0146.page.xml", "frk"),
    ("historic/clauren_1815_0023.jpg", "ground-truth/clauren_1815_0023.page.xml", "frk"),
    ("historic/erasmus_1523_0012.tif", "ground-truth/erasmus_1523_0012.page.xml", "lat"),
    ("historic/typescript_btv22.jpg", "ground-truth/typescript_btv22.alto.xml", "fra"),
    ("tables/buecher_1893_table.jpg", "ground-truth/buecher_1893_table.page.xml", "frk"),
]


def edit_distance(a, b) -> int:
    """Levenshtein distance of two sequences (Myers 1999, bit-parallel over Python's long integers)."""
    if not a or not b:
        return max(len(a), len(b))
    places = collections.defaultdict(int)
    for i, symbol in enumerate(a):
        places[symbol] |= 1 << i
    mask = (1 << len(a)) - 1
    last = 1 << (len(a) - 1)
    positive, negative, score = mask, 0, len(a)
    for symbol in b:
        equal = places.get(symbol, 0)
        diagonal = (((equal & positive) + positive) ^ positive) | equal | negative
        up = negative | ~(diagonal | positive) & mask
        down = positive & diagonal
        score += bool(up & last) - bool(down & last)
        up = (up << 1) | 1
        down <<= 1
        positive = (down | ~(diagonal | up)) & mask
        negative = up & diagonal & mask
    return score


def in_common(read, truth):
    """Both sequences without the words that only one of them has."""
    common = collections.Counter(read) & collections.Counter(truth)

    def kept(words):
        left = common.copy()
        for word in words:
            if left[word] > 0:
                left[word] -= 1
                yield word

    return list(kept(read)), list(kept(truth))


def without_markup(text):
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    text = re.sub(r"^\s*(#+|[-*•])\s", " ", text, flags=re.M)
    return re.sub(r"\|[\s|:-]*|```\w*|\\(?=[\W_])|\*\*", " ", text)


def normalised(text):
    """What a reader is not asked to tell apart is one: compatibility forms, quotes, dashes, blanks."""
    text = unicodedata.normalize("NFKC", text)
    for pattern, one in (("[‘’‚ʼ`´']+", "'"), ("[“”„«»]", '"'), ("[‐‑‒–—⸗¬]", "-")):
        text = re.sub(pattern, one, text)
    return " ".join(text.split())


def text_of_xml(path):
    """Lines of a PAGE or ALTO file."""
    root = ElementTree.parse(path).getroot()
    lines = []
    for element in root.iter():
        if element.tag.rsplit("}", 1)[-1] != "TextLine":
            continue
        if "alto" in root.tag.lower():
            lines.append(" ".join(s.get("CONTENT", "") for s in element if s.tag.endswith("String")))
        else:
            texts = [e for e in element if e.tag.endswith("TextEquiv")]
            lines += [u.text or "" for t in texts[:1] for u in t if u.tag.endswith("Unicode")]
    return "\n".join(lines)


def truth_of(path):
    if path.suffix == ".xml":
        return text_of_xml(path)
    if path.suffix == ".pdf":
        return output_of(["pdftotext", path, "-"])
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".csv":  # eight numbers of a box, then the words
        return "\n".join(",".join(row[8:]) for row in csv.reader(text.splitlines()))
    return without_markup(text) if path.suffix == ".md" else text


def output_of(command, environment=None):
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    return done.stdout.decode("utf-8", "replace")


def plain_tesseract(file, language):
    with tempfile.TemporaryDirectory() as folder:
        if file.suffix == ".pdf":
            subprocess.run(["pdftoppm", "-r", "300", "-png", file, f"{folder}/page"], check=True)
            pictures = sorted(pathlib.Path(folder).glob("*.png"))
        else:
            pictures = [file]
        return "\n".join(output_of(["tesseract", picture, "-", "--psm", "1", "-l", language]) for picture in pictures)


class Table:
    def __init__(self, options):
        self.recto = str(options.programs.resolve() / "recto")
        self.samples = options.samples
        self.only = options.only
        self.home = tempfile.TemporaryDirectory(prefix="recto-accuracy-", dir="/tmp")
        self.environment = os.environ | {name: self.home.name for name in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
        self.environment |= {"RECTO_ENGINE_IDLE_S": "5"}
        print("| file | read by | characters wrong | words wrong | order wrong |\n|---|---|--:|--:|--:|", flush=True)

    def convert(self, file, *options):
        return output_of([self.recto, "convert", file, "--to", "txt", "-o", "-", "--quiet", *options], self.environment)

    def row(self, file, name, read, truth):
        read, truth = normalised(read), normalised(truth)
        words = read.split(), truth.split()
        shares = [edit_distance(a, b) / max(1, len(b)) for a, b in ((read, truth), words, in_common(*words))]
        print(f"| {file} | {name} | " + " | ".join(f"{share:.2%}" for share in shares) + " |", flush=True)

    def rows(self, file, truth, readers):
        if self.only in file:
            for name, read in readers.items():
                self.row(file, name, read(self.samples / file), truth_of(self.samples / truth))

    def print(self):
        for file, truth in TEXT:
            self.rows(file, truth, {
                "recto, text layer": lambda path: self.convert(path, "--reader", "text"),
                "pdftotext": lambda path: output_of(["pdftotext", path, "-"]),
                "pdftotext -layout": lambda path: output_of(["pdftotext", "-layout", path, "-"])})
        for file, truth, language in SCANS:
            self.rows(file, truth, {
                f"recto, tesseract, {language}": lambda path: self.convert(path, "--reader", "tesseract", "--language", language),
                f"tesseract --psm 1, {language}": lambda path: plain_tesseract(path, language)})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True, type=pathlib.Path, help="folder with recto and recto-engine")
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("samples", type=pathlib.Path)
    Table(parser.parse_args()).print()


if __name__ == "__main__":
    main()
