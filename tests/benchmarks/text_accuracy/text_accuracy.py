#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Error rates of the text path against truth, beside pdftotext (plain, -raw and -layout), as a Markdown table.

Usage: text_accuracy.py --recto PROGRAM PDF TRUTH [PDF TRUTH ...]
       text_accuracy.py PAIRS.tsv            (one "PDF<tab>TRUTH" a line; recto from PATH)
TRUTH is plain text, or Markdown (.md) whose markup is taken out of both sides. For each file: character error rate, word error rate,
and order: the edit distance over the words that both sides have, which leaves spelling out. All are shares of the truth's length.
"""
import argparse
import collections
import html
import pathlib
import re
import subprocess
import unicodedata


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


def plain(text: str) -> str:
    """Words parted by one blank: no markup, compatibility forms folded, quotes and dashes of one kind."""
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    text = re.sub(r"^\s*(#+|[-*•])\s", " ", text, flags=re.M)
    text = re.sub(r"\|[\s|:-]*|```\w*|\\(?=[\W_])|\*\*", " ", text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[‘’ʼ`']+", "'", re.sub('[“”„]', '"', re.sub("[‐‑‒–—]", "-", text)))
    return " ".join(text.split())


def order_distance(read, truth) -> float:
    common = collections.Counter(read) & collections.Counter(truth)

    def kept(words):
        left = common.copy()
        for word in words:
            if left[word] > 0:
                left[word] -= 1
                yield word

    a, b = list(kept(read)), list(kept(truth))
    return edit_distance(a, b) / max(1, len(b))


def output_of(command) -> str:
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recto", default="recto")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    files = options.files
    if len(files) == 1:
        files = [part for line in pathlib.Path(files[0]).read_text().splitlines() if "\t" in line for part in line.split("\t")]
    readers = {
        "recto": lambda pdf: [options.recto, "convert", pdf, "--to", "txt", "--reader", "text", "-o", "-", "--quiet"],
        "pdftotext": lambda pdf: ["pdftotext", pdf, "-"],
        "pdftotext -raw": lambda pdf: ["pdftotext", "-raw", pdf, "-"],
        "pdftotext -layout": lambda pdf: ["pdftotext", "-layout", pdf, "-"],
    }
    print("| file | reader | characters wrong | words wrong | order wrong |\n|---|---|--:|--:|--:|")
    for pdf, truth_file in zip(files[::2], files[1::2]):
        truth = plain(pathlib.Path(truth_file).read_text())
        for name, command in readers.items():
            read = plain(output_of(command(pdf)))
            characters = edit_distance(read, truth) / max(1, len(truth))
            words = edit_distance(read.split(), truth.split()) / max(1, len(truth.split()))
            order = order_distance(read.split(), truth.split())
            print(f"| {pathlib.Path(pdf).name} | {name} | {characters:.2%} | {words:.2%} | {order:.2%} |")


if __name__ == "__main__":
    main()
