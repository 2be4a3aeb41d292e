#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes unicode_ranges.cpp: the general categories that the pre-tokenizer asks for, as ranges.

Usage: unicode_ranges.py > unicode_ranges.cpp. Uses Python's own tables; the tokenizers library has Unicode 14 (Oniguruma 6.9.8),
so run it with Python 3.11 (unicodedata.unidata_version 14.0.0).
"""
import sys
import unicodedata

KINDS = {"L": "Letter", "M": "Mark", "N": "Number", "P": "Punctuation", "S": "Symbol"}


def ranges():
    start, kind = 0, None
    for code in range(0x110001):
        now = KINDS.get(unicodedata.category(chr(code))[0]) if code < 0x110000 else None
        if now != kind or code == 0x110000:
            if kind:
                yield start, code - 1, kind
            start, kind = code, now


def main():
    if unicodedata.unidata_version != "14.0.0":
        sys.exit(f"Unicode {unicodedata.unidata_version} here; 14.0.0 is needed")
    print("// SPDX-License-Identifier: GPL-3.0-or-later")
    print("// Made by unicode_ranges.py from Unicode 14.0.0. Do not edit. clang-format off")
    print('#include "engine/tokenizer/unicode.h"\n\nnamespace tokenizer {\n\nnamespace {\n')
    print("constexpr UnicodeRange ranges[] = {")
    line = "   "
    for first, last, kind in ranges():
        item = f" {{ 0x{first:X}, 0x{last:X}, {kind} }},"
        if len(line) + len(item) > 118:
            print(line)
            line = "   "
        line += item
    print(line + "\n};\n\n} // namespace\n")
    print("std::span<const UnicodeRange> unicodeRanges() { return ranges; }\n\n} // namespace tokenizer")


main()
