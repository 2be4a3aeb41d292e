# SPDX-License-Identifier: GPL-3.0-or-later
"""recto locate: what is found, how it is said, what it ends with."""
import json
import unittest

import jsonschema

import home
from fake_server import FakeServer

SEEN = "<|ref|>red stamp<|/ref|><|det|>[[100, 200, 300, 400], [500, 600, 999, 999]]<|/det|>\n"


class Locate(home.Home):
    def found(self, done):
        answer = json.loads(done.stdout)
        jsonschema.validate(answer, json.loads((home.SCHEMA.parent / "recto-locate.schema.json").read_text()))
        return answer

    def test_each_place_is_a_line_with_file_page_and_words(self):
        self.add("pdfa-crazyones.pdf")
        lines = self.recto("locate", "Crazy Ones", "pdfa-crazyones.pdf").stdout.decode().splitlines()
        self.assertEqual(lines[0], "pdfa-crazyones.pdf:1: The Crazy Ones")
        self.assertEqual(len(lines), 3)  # "crazy ones" twice more, but for case
        self.assertEqual(self.files(), ["pdfa-crazyones.pdf"])  # nothing is written

    def test_json_keeps_to_its_schema_and_its_boxes_lie_on_the_page(self):
        self.add("eurotext.tif")
        answer = self.found(self.recto("locate", "--json", "quick brown", "eurotext.tif", "--language", "eng"))
        place = answer["results"][0]
        self.assertEqual((answer["total"], place["page"], place["boxes_around"]), (1, 1, "words"))
        self.assertEqual(len(place["boxes"]), 1)
        x0, y0, x1, y1 = place["boxes"][0]  # the first line of the picture
        self.assertTrue(0.1 < x0 < x1 < 0.6 and 0.05 < y0 < y1 < 0.15, place["boxes"])

    def test_what_is_not_there_ends_with_1_and_what_could_not_be_searched_with_3(self):
        self.add("pdfa-crazyones.pdf")
        self.assertEqual(self.recto("locate", "zebra crossing", "pdfa-crazyones.pdf", code=1).stdout, b"")
        done = self.recto("locate", "--json", "zebra crossing", "pdfa-crazyones.pdf", "gone.pdf", code=3)
        self.assertEqual(self.found(done)["errors"][0]["file"], "gone.pdf")
        self.assertIn("gone.pdf: there is no such file", done.stderr.decode())
        self.recto("locate", "crazy", "pdfa-crazyones.pdf", "gone.pdf", code=0)  # found is found

    def test_what_convert_alone_knows_is_refused(self):
        self.add("pdfa-crazyones.pdf")
        for wrong in (["--to", "md"], ["-o", "-"], ["--force"], ["--pages", "0"]):
            done = self.recto("locate", "crazy", "pdfa-crazyones.pdf", *wrong, code=2)
            self.assertEqual(len(self.error_lines(done)), 1)
        self.recto("locate", code=2)
        self.recto("locate", "crazy", code=2)
        self.recto("locate", "  ", "pdfa-crazyones.pdf", code=2)

    def test_a_text_that_begins_with_a_dash_comes_behind_two(self):
        self.add("pdfa-crazyones.pdf")
        self.recto("locate", "--", "--json", "pdfa-crazyones.pdf", code=1)

    def test_the_model_is_asked_where_nothing_is_written(self):
        self.add("pdfa-crazyones.pdf")
        with FakeServer(lambda number, handler: handler.page(SEEN)) as server:
            done = self.recto("locate", "--json", "red stamp", "pdfa-crazyones.pdf", "--engine", server.url)
            prompt = server.requests[-1]["messages"][0]["content"][1]["text"]
        self.assertEqual(prompt, "Locate <|ref|>red stamp<|/ref|> in the image.")
        places = self.found(done)["results"]
        self.assertEqual([place["kind"] for place in places], ["model", "model"])
        self.assertEqual(places[0]["boxes"], [[round(v / 999, 5) for v in (100, 200, 300, 400)]])

    def test_the_model_is_not_asked_where_the_text_is_found(self):
        self.add("pdfa-crazyones.pdf")
        with FakeServer(lambda number, handler: handler.page(SEEN)) as server:
            self.recto("locate", "crazy", "pdfa-crazyones.pdf", "--engine", server.url)
            self.assertEqual(server.requests, [])
            self.recto("locate", "--ask-model", "crazy", "pdfa-crazyones.pdf", "--engine", server.url)
            self.assertEqual(len(server.requests), 1)

    def test_asking_a_reader_that_cannot_be_asked_says_so(self):
        self.add("pdfa-crazyones.pdf")
        done = self.recto("locate", "--ask-model", "zebra", "pdfa-crazyones.pdf", "--reader", "tesseract", "--language", "eng", code=3)
        self.assertIn("cannot be asked", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
