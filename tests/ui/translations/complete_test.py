#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the window stands in each language, finished, with the same placeholders.

Usage: complete_test.py PROJECT_FOLDER LUPDATE. Texts are taken from the sources anew into a copy, so a text that was added since and not
translated fails, too. Prints one line for each; exit code 1 when there is any.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def placeholders(text):
    return sorted(re.findall(r"%L?\d|%n", text))


def complaints(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            source, translation = message.find("source").text, message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            where = f"{file.name}: {context.find('name').text}: {source!r}"
            if translation.get("type") or not all(form.strip() or not source.strip() for form in forms):
                yield f"{where}: not translated"
            elif any(placeholders(form) != placeholders(source) for form in forms):
                yield f"{where}: other placeholders: {forms}"


def main():
    project, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    sources = [str(folder) for top in ("app", "ui") for folder in sorted((project / top).iterdir())
               if folder.is_dir() and folder.name != "cli"]  # the command line speaks English
    found = []
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(shutil.copy(file, folder)) for file in sorted((project / "translations").glob("*.ts"))]
        assert {file.name for file in files} >= {"recto_zh_CN.ts", "recto_de.ts", "recto_en.ts"}, files
        update = [lupdate, "-silent", "-no-obsolete", "-locations", "none", "-I", str(project), *sources]
        plurals = [file for file in files if file.name == "recto_en.ts"]  # English is in the sources but for "1 page, 2 pages"
        subprocess.run([*update, "-ts", *(str(file) for file in files if file not in plurals)], check=True)
        subprocess.run([*update, "-pluralonly", "-ts", *map(str, plurals)], check=True)
        for file in files:
            found += complaints(file)
    print("\n".join(found) or f"{len(files)} languages are complete")
    sys.exit(1 if found else 0)


main()
