# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws lines of plain letters, so that tests have long pages without carrying pictures."""

# 5 x 7 dots a letter, a row each.
LETTERS = {
    "A": ("01110", "10001", "10001", "11111", "10001", "10001", "10001"),
    "E": ("11111", "10000", "10000", "11110", "10000", "10000", "11111"),
    "H": ("10001", "10001", "10001", "11111", "10001", "10001", "10001"),
    "L": ("10000", "10000", "10000", "10000", "10000", "10000", "11111"),
    "N": ("10001", "11001", "10101", "10011", "10001", "10001", "10001"),
    "O": ("01110", "10001", "10001", "10001", "10001", "10001", "01110"),
    "S": ("01111", "10000", "10000", "01110", "00001", "00001", "11110"),
    "T": ("11111", "00100", "00100", "00100", "00100", "00100", "00100"),
    " ": ("00000",) * 7,
}


def text_rows(width, height, text="THE LAST NOTE ON THE LONE HALL ", scale=3):
    """Rows of grey bytes: the text again and again, shifted a letter a line."""
    cell_width, cell_height = 6 * scale, 12 * scale
    rows = [bytearray(b"\xff" * width) for _ in range(height)]
    for line in range((height - 20) // cell_height):
        for column in range((width - 40) // cell_width):
            dots = LETTERS[text[(column + line) % len(text)]]
            for y, dot_row in enumerate(dots):
                for x, dot in enumerate(dot_row):
                    if dot == "0":
                        continue
                    for dy in range(scale):
                        row = rows[10 + line * cell_height + y * scale + dy]
                        start = 20 + column * cell_width + x * scale
                        row[start:start + scale] = b"\0" * scale
    return [bytes(row) for row in rows]
