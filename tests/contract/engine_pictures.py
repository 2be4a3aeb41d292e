# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for the contract tests, made here or copied with a licence line in tests/data/README.md."""
import struct
import zlib

import engine_glyphs
from engine_process import DATA


def png(width, height, pixel=255, rows=None):
    """An 8-bit grey PNG. rows: bytes a row each; otherwise every pixel alike."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    body = b"".join(b"\0" + row for row in rows) if rows else (b"\0" + bytes([pixel]) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(body, 6)) + chunk(b"IEND", b""))


def page():
    """1024 x 800, one column of text in six languages (tests/data/documents/eurotext.tif)."""
    return (DATA / "documents" / "eurotext.tif").read_bytes()


def huge_header():
    """A small file that announces 60,000 x 60,000 pixels."""
    whole = png(8, 8)
    header = struct.pack(">IIBBBBB", 60000, 60000, 8, 0, 0, 0, 0)
    return whole[:16] + header + struct.pack(">I", zlib.crc32(b"IHDR" + header)) + whole[33:]


def text_page(width=700, height=500):
    """Lines of plain letters (engine_glyphs.py)."""
    return png(width, height, rows=engine_glyphs.text_rows(width, height))


def long_page():
    """Takes many seconds to read."""
    return text_page(2100, 2800)
