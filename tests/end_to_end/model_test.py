# SPDX-License-Identifier: GPL-3.0-or-later
"""The real engine with a small network of made-up weights: every task, every mode, odd pictures. What it writes is babble; how it is taken is not."""
import json
import struct
import subprocess
import unittest
import zlib

import home

TASKS = ["markdown", "ocr", "free", "figure", "locate=the teacher", "describe", "describe-zh", "objects", "caption-zh", "custom=<image>\nRead it."]
# Vision tokens of a picture of 1024 x 1448. Without tiles the view has the image size, as in the published code; the base size says nothing then.
MODES = {"tiny": 64, "small": 100, "base": 256, "large": 400, "gundam": 256 + 600, "gundam-m": 400 + 1536, "1280,640,crop": 400 + 600,
    "768,512,nocrop": 64, "64,64,nocrop": 1}


def png(width, height, pixel, colours=0, bits=8, extra=b""):
    """A PNG of one colour. `pixel`: its bytes, as its rows hold them."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = (b"\0" + pixel * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0)) + extra
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def broken_profile():
    content = b"icc\0\0" + zlib.compress(b"no profile at all" * 9)
    return struct.pack(">I", len(content)) + b"iCCP" + content + struct.pack(">I", zlib.crc32(b"iCCP" + content))


ODD = {"one": png(1, 1, b"\xc8\x0a\x0a", 2), "thin": png(30000, 10, b"\xff"), "white": png(800, 600, b"\xff"), "black": png(800, 600, b"\0"),
    "sixteen-bit": png(300, 200, b"\x80\x00", 0, 16), "profile": png(300, 200, b"\xc8\xc8\xc8", 2, 8, broken_profile())}


class Model(home.Home):
    def setUp(self):
        super().setUp()
        model = self.root / "model"
        data = home.DATA / "engine_model"
        subprocess.run([home.RECTO, "engine", "fabricate", "--config", str(data / "config.json"), "--tokenizer", str(data / "tokenizer.json"),
            "--seed", "1", "-o", str(model)], check=True, env=self.environment, timeout=home.LIMIT_S)
        self.environment["RECTO_MODEL"] = str(model)

    def read(self, name, *arguments):
        """Converts with an answer of 24 tokens at most; made-up weights always reach that. The page as JSON, and what was printed."""
        done = self.recto("convert", name, "--reader", "deepseek-ocr", "--max-tokens", "24", "--to", "json", "--force", *arguments, code=1)
        self.assertRegex(done.stderr.decode(), r"^\S+: page 1: the page is longer than the 24 tokens allowed; .*\n$")
        page = json.loads((self.folder / name).with_suffix(".json").read_text())["pages"][0]
        self.assertEqual((page["status"], page["reader"]), ("partial", "deepseek-ocr"))
        return page, done.stdout.decode()

    def tokens(self, name, *arguments):
        _, printed = self.read(name, "--test-compress", *arguments)
        self.assertRegex(printed, r"text tokens 24, vision tokens \d+ valid of \d+, compression ratio ")
        words = printed.split("vision tokens ")[1].split()
        return int(words[0]), int(words[3].rstrip(","))

    def test_every_task_is_read(self):
        self.add("eurotext.tif", "a.tif")
        for task in TASKS:
            with self.subTest(task):
                self.read("a.tif", "--task", task, "--mode", "tiny")
        done = self.recto("convert", "--task", "text=So", "--max-tokens", "24")
        self.assertGreater(len(done.stdout.strip()), 10)

    def test_every_mode_sees_as_many_tokens_as_it_should(self):
        (self.folder / "a.png").write_bytes(png(1024, 1448, b"\xff"))
        for mode, expected in MODES.items():
            with self.subTest(mode):
                valid, vision = self.tokens("a.png", "--task", "free", "--mode", mode)
                self.assertEqual(vision, expected)
                self.assertLessEqual(valid, vision)

    def test_odd_pictures_are_read_as_any(self):
        for name, content in ODD.items():
            with self.subTest(name):
                (self.folder / f"{name}.png").write_bytes(content)
                self.read(f"{name}.png", "--save-results", "-o", ".")
                self.assertTrue((self.folder / "result_with_boxes.jpg").stat().st_size > 0)

    def test_a_page_of_a_pdf_is_read_with_its_figures(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")
        page, _ = self.read("a.pdf", "--figures", "parse", "--mode", "small")
        self.assertEqual(page["reader"], "deepseek-ocr")


if __name__ == "__main__":
    unittest.main()
