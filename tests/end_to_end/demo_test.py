# SPDX-License-Identifier: GPL-3.0-or-later
"""The recordings of resources/demo: each plays through the pipeline to its end, at once or at its own pace."""
import json
import time
import unittest

import home

DEMOS = home.SCHEMA.parent.parent / "demo"
MARKDOWN = "<|grounding|>Convert the document to markdown."


def recordings():
    for file in sorted(DEMOS.glob("*.json")):
        if file.name != "demos.json":
            yield file.stem, json.loads(file.read_text())["request"]["messages"][0]["content"][1]["text"]


def picture_of(name):
    parts = name.split("-")
    return next(DEMOS / f"{'-'.join(parts[:n])}.png" for n in range(len(parts), 0, -1) if (DEMOS / f"{'-'.join(parts[:n])}.png").exists())


class Demo(home.Home):
    def setUp(self):
        super().setUp()
        self.environment |= {"RECTO_RECORDINGS": str(DEMOS), "RECTO_REPLAY": '{"speed": 0}'}

    def test_every_document_plays_to_its_end(self):
        for name, prompt in recordings():
            if prompt != MARKDOWN:
                continue
            with self.subTest(name):
                done = self.recto("convert", str(picture_of(name)), "--reader", "replay", "--to", "json", "-o", "-")
                page = json.loads(done.stdout)["pages"][0]
                self.assertEqual(page["status"], "ok")
                self.assertTrue(page["blocks"])
                # loop and cut-short end early, as they did for the model: the rest is read again
                self.assertEqual("by Tesseract (good)" in page["reason"], name in ("loop", "cut-short"), page["reason"])

    def test_every_question_has_its_answer(self):
        for name, prompt in recordings():
            if not prompt.startswith("Locate"):
                continue
            with self.subTest(name):
                words = prompt.removeprefix("Locate <|ref|>").removesuffix("<|/ref|> in the image.")
                done = self.recto("locate", "--json", words, str(picture_of(name)), "--reader", "replay")
                self.assertEqual({place["kind"] for place in json.loads(done.stdout)["results"]}, {"model"})

    def test_a_recording_keeps_its_pace(self):
        self.environment |= {"RECTO_REPLAY": '{"speed": 1}'}
        last = json.loads((DEMOS / "screenshot.sse.jsonl").read_text().splitlines()[-1])["t_ms"] / 1000
        begin = time.monotonic()
        self.recto("convert", str(DEMOS / "screenshot.png"), "--reader", "replay", "-o", "-")
        self.assertGreaterEqual(time.monotonic() - begin, last)

    def test_the_folder_is_small_and_its_cards_are_there(self):
        self.assertLess(sum(file.stat().st_size for file in DEMOS.iterdir()), 8_000_000)
        for card in json.loads((DEMOS / "demos.json").read_text()):
            self.assertTrue((DEMOS / card["picture"]).exists(), card)


if __name__ == "__main__":
    unittest.main()
