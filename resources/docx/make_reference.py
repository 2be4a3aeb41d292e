#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes reference.docx: pandoc's own reference document (GPL-2.0-or-later) with ruled tables and black headings.

Usage: make_reference.py OUT. Run again when pandoc's styles change; the result is committed, so that every machine writes the same.
"""
import io
import re
import subprocess
import sys
import zipfile

BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
                  for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def ruled(styles: str) -> str:
    def with_borders(match: re.Match) -> str:
        style = re.sub(r"<w:tblBorders>.*?</w:tblBorders>", "", match.group(0), flags=re.S)
        if "<w:tblPr>" not in style:
            raise SystemExit("the style Table has no w:tblPr any more")
        indent = re.search(r"<w:tblInd [^>]*/>", style)
        place = indent.end() if indent else style.index("<w:tblPr>") + len("<w:tblPr>")
        return style[:place] + f"<w:tblBorders>{BORDERS}</w:tblBorders>" + style[place:]

    styles, count = re.subn(r'<w:style w:type="table" w:default="1" w:styleId="Table">.*?</w:style>', with_borders, styles, flags=re.S)
    if count != 1:
        raise SystemExit("pandoc's reference document has no style Table")
    return re.sub(r'<w:color w:val="(?:0F4761|4F81BD|345A8A|365F91)"[^>]*/>', '<w:color w:val="1F1F1F"/>', styles)


def main() -> None:
    original = subprocess.run(["pandoc", "--print-default-data-file", "reference.docx"], check=True, capture_output=True).stdout
    with zipfile.ZipFile(io.BytesIO(original)) as source, zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/styles.xml":
                data = ruled(data.decode()).encode()
            target.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


main()
