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


def turned_page(degrees):
    """The page above as grey PNG, turned clockwise by 0, 90, 180 or 270 degrees. The TIFF is not compressed: 1 bit a pixel, 1 is black."""
    data = page()
    directory = struct.unpack_from("<I", data, 4)[0]
    tags = {}
    for entry in range(struct.unpack_from("<H", data, directory)[0]):
        tag, kind, count, value = struct.unpack_from("<HHII", data, directory + 2 + 12 * entry)
        tags[tag] = (kind, count, value & 0xFFFF if kind == 3 and count == 1 else value)
    width, height = tags[256][2], tags[257][2]
    kind, count, at = tags[273]  # where the strips begin; one after the other
    begin = struct.unpack_from("<H" if kind == 3 else "<I", data, at)[0] if count > 1 else at
    across = (width + 7) // 8
    rows = []
    for y in range(height):
        line = data[begin + y * across:begin + (y + 1) * across]
        rows.append(bytes(0 if line[x >> 3] >> (7 - (x & 7)) & 1 else 255 for x in range(width)))
    for _ in range(degrees // 90):
        rows = [bytes(column) for column in zip(*reversed(rows))]
    return png(len(rows[0]), len(rows), rows=rows)


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
