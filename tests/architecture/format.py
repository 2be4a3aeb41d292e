#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a source file is not laid out as .clang-format says. Usage: format.py CLANG_FORMAT PROJECT_FOLDER."""
import pathlib
import subprocess
import sys


def main() -> int:
    project = pathlib.Path(sys.argv[2])
    files = sorted(str(file) for top in ("app", "ui", "engine", "tests") for file in (project / top).rglob("*")
                   if file.suffix in (".h", ".cpp"))
    return subprocess.run([sys.argv[1], "--dry-run", "-Werror", *files]).returncode


if __name__ == "__main__":
    sys.exit(main())
