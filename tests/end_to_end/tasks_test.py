# SPDX-License-Identifier: GPL-3.0-or-later
"""recto convert --task, --mode, --figures, --save-results, --test-compress, and the ladder of pages that repeat themselves."""
import base64
import hashlib
import json
import pathlib
import unittest
import zipfile

import jsonschema

import fake_server
import home

PROMPTS = {
    "markdown": "<|grounding|>Convert the document to markdown.", "ocr": "<|grounding|>OCR the images.", "free": "Free OCR.",
    "figure": "Parse the figure.", "locate=the teacher": "Locate <|ref|>the teacher<|/ref|> in the image.",
    "describe": "Describe this image in detail.", "describe-zh": "请详细描述这张图片。",
    "objects": "Identify all objects in the image and output them in bounding boxes.", "caption-zh": "这是一张",
    "custom=<image>\nOCR markdown": "OCR markdown"}
IMAGE = "<|ref|>image<|/ref|><|det|>[[100, 100, 499, 499]]<|/det|>\n\n<|ref|>text<|/ref|><|det|>[[100, 500, 900, 600]]<|/det|>\nWords.\n\n"
CHART = "<table><tr><td>Year</td><td>Sales</td></tr><tr><td>2024</td><td>12</td></tr></table>"
START = ("<|ref|>title<|/ref|><|det|>[[0, 0, 999, 99]]<|/det|>\n# Report\n\n<|ref|>text<|/ref|><|det|>[[0, 100, 999, 499]]<|/det|>\n"
    "First paragraph.\n\n<|ref|>text<|/ref|><|det|>[[0, 500, 999, 999]]<|/det|>\n")
ROUND = "the same words again "


def prompt_of(body):
    parts = body["messages"][0]["content"]
    return parts if isinstance(parts, str) else parts[1]["text"]


class Tasks(home.Home):
    def server(self, answers):
        """Answers by prompt, or with one text."""
        return fake_server.FakeServer(lambda number, handler: handler.page(
            answers if isinstance(answers, str) else answers[prompt_of(self.fake.requests[number - 1])]))

    def convert(self, answers, *arguments, code=0):
        with self.server(answers) as self.fake:
            return self.recto("convert", "--engine", self.fake.url, *arguments, code=code)

    def test_each_task_sends_its_published_prompt(self):
        self.add("eurotext.tif", "a.tif")
        for task, prompt in PROMPTS.items():
            self.convert("Words.", "a.tif", "--task", task, "--force")
            self.assertEqual([prompt_of(body) for body in self.fake.requests], [prompt], task)

    def test_a_task_of_the_picture_passes_over_the_text_layer(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")
        self.convert("A page of text.", "a.pdf", "--task", "describe", "--to", "json")
        page = json.loads((self.folder / "a.json").read_text())["pages"][0]
        self.assertEqual((page["reader"], page["blocks"][0]["text"]), ("fake-model", "A page of text."))

    def test_the_longest_answer_can_be_set(self):
        self.add("eurotext.tif", "a.tif")
        cut = lambda number, handler: handler.page(finish="length")
        with fake_server.FakeServer(cut) as self.fake:
            done = self.recto("convert", "--engine", self.fake.url, "a.tif", "--max-tokens", "40", "--to", "json", code=1)
        self.assertEqual([body["max_tokens"] for body in self.fake.requests], [40])  # and it is not read again
        self.assertRegex(done.stderr.decode(), r"^a\.tif: page 1: .*40 tokens allowed.*; .*--max-tokens.*\n$")
        page = json.loads((self.folder / "a.json").read_text())["pages"][0]
        self.assertEqual((page["status"], page["blocks"][0]["text"]), ("partial", "Words of a page"))
        for wrong in ("0", "-1", "many"):
            self.assertIn(b"--max-tokens takes", self.recto("convert", "a.tif", "--max-tokens", wrong, code=2).stderr)

    def test_things_come_with_their_boxes(self):
        self.add("eurotext.tif", "a.tif")
        self.convert("<|ref|>the teacher<|/ref|><|det|>[[0, 0, 499, 999], [500, 0, 999, 999]]<|/det|>", "a.tif", "--task", "objects",
            "--to", "json")
        block = json.loads((self.folder / "a.json").read_text())["pages"][0]["blocks"][0]
        self.assertEqual((block["text"], block["box"]), ("the teacher", [0, 0, 1, 1]))

    def test_what_no_task_or_mode_is_ends_with_the_names_there_are(self):
        for arguments, names in ((["--task", "sing"], "markdown, ocr, free, figure, locate=X"), (["--task", "locate"], "locate=WORDS"),
                (["--mode", "huge"], "tiny, small, base, large, gundam, gundam-m"), (["--figures", "eat"], "crop or parse"),
                (["--task", "custom=<image>\n<image>\nx"], "once only"), (["--reader", "text", "--task", "free"], "--task")):
            done = self.recto("convert", "a.tif", *arguments, code=2)
            self.assertEqual(len(self.error_lines(done)), 1)
            self.assertIn(names, done.stderr.decode())

    def test_a_text_goes_on_without_a_file(self):
        done = self.convert("奔流到海不复回", "--task", "text=君不见,黄河之水天上来")
        self.assertEqual(done.stdout.decode(), "奔流到海不复回\n")
        self.assertEqual(self.fake.requests[0]["messages"], [{"role": "user", "content": "君不见,黄河之水天上来"}])
        self.convert("and on.", "--task", "text=So", "-o", "out", "--to", "json,txt")
        self.assertEqual((self.folder / "out/text.txt").read_text().strip(), "and on.")
        jsonschema.validate(json.loads((self.folder / "out/text.json").read_text()), json.loads(home.SCHEMA.read_text()))
        self.recto("convert", "--task", "text=So", "a.tif", code=2)
        done = self.recto("convert", "--task", "text=So", code=3)
        self.assertIn("needs DeepSeek-OCR", done.stderr.decode())

    def test_without_a_model_tesseract_reads_and_one_line_says_what_is_missing(self):
        self.add("eurotext.tif", "a.tif")
        self.add("eurotext.tif", "b.tif")
        done = self.recto("convert", "a.tif", "b.tif", "--to", "txt", "--language", "eng")
        self.assertEqual(len(self.error_lines(done)), 1)
        for word in ("--model", "RECTO_MODEL", "recto.conf", "model-*.safetensors"):
            self.assertIn(word, done.stderr.decode())
        self.assertEqual(self.recto("convert", "a.tif", "--force", "--quiet", "--to", "txt", "--language", "eng").stderr, b"")

    def test_what_tesseract_cannot_do_is_said_for_the_page(self):
        self.add("eurotext.tif", "a.tif")
        done = self.recto("convert", "a.tif", "--task", "describe", "--reader", "tesseract", code=3)
        self.assertRegex(done.stderr.decode(), r"^a\.tif: page 1: the task describe needs DeepSeek-OCR; .*--model.*\n$")

    def test_a_figure_becomes_a_table_in_every_format(self):
        self.add("eurotext.tif", "a.tif")
        self.convert(CHART, "a.tif", "--task", "figure", "--to", "json,md,html,txt")
        block = json.loads((self.folder / "a.json").read_text())["pages"][0]["blocks"][0]
        self.assertEqual((block["figure"]["kind"], block["figure"]["rows"]), ("chart", [["Year", "Sales"], ["2024", "12"]]))
        self.assertEqual((self.folder / "a.md").read_text().count("| 2024 | 12 |"), 1)
        self.assertEqual((self.folder / "a.html").read_text().count("<td>2024</td>"), 1)

    def test_pictures_are_parsed_beside_themselves(self):
        self.add("eurotext.tif", "a.tif")
        answers = {PROMPTS["markdown"]: IMAGE, PROMPTS["figure"]: CHART}
        self.convert(answers, "a.tif", "--figures", "parse", "--to", "json,md,html,txt,docx")
        document = json.loads((self.folder / "a.json").read_text())
        jsonschema.validate(document, json.loads(home.SCHEMA.read_text()), cls=jsonschema.Draft202012Validator)
        self.assertEqual(document["pages"][0]["blocks"][0]["figure"]["kind"], "chart")
        markdown = (self.folder / "a.md").read_text()
        self.assertLess(markdown.index("p0001-01.png"), markdown.index("| 2024 | 12 |"))
        self.assertLess(markdown.index("| 2024 | 12 |"), markdown.index("Words."))
        self.assertIn("2024\t12", (self.folder / "a.txt").read_text())
        html = (self.folder / "a.html").read_text()
        self.assertLess(html.index("<img "), html.index("<td>2024</td>"))
        with zipfile.ZipFile(self.folder / "a.docx") as package:
            self.assertIn("2024", package.read("word/document.xml").decode())
        self.convert(answers, "a.tif", "--force", "--to", "md")
        self.assertEqual(len(self.fake.requests), 1)  # crop is what happens unless parse is asked for

    def test_molecules_and_drawings_stand_below_their_picture(self):
        self.add("eurotext.tif", "a.tif")
        for answer, words in (("CC(=O)Oc1ccccc1C(=O)O", "CC(=O)Oc1ccccc1C(=O)O"),
                ("{'Line': {'line': ['(0, 0) -- (1, 1)'], 'line_type': ['--']}}", "line (0, 0) -- (1, 1)")):
            self.convert({PROMPTS["markdown"]: IMAGE, PROMPTS["figure"]: answer}, "a.tif", "--figures", "parse", "--to", "md", "--force")
            self.assertIn(f"```\n{words}\n```", (self.folder / "a.md").read_text())

    def test_save_results_writes_what_the_official_script_writes(self):
        self.add("eurotext.tif", "a.tif")
        self.convert(IMAGE, "a.tif", "--save-results", "-o", "out")
        self.assertEqual([f for f in self.files() if f.startswith("out/") and "_images" not in f],
            ["out/a.md", "out/images/0.jpg", "out/result.mmd", "out/result_with_boxes.jpg"])
        self.assertEqual((self.folder / "out/result.mmd").read_text(), "![](images/0.jpg)\n\n\n\nWords.")
        self.recto("convert", "a.tif", "--save-results", "-o", "-", code=2)

    def test_save_results_draws_geometry_and_takes_the_word_line_type_for_a_word(self):
        self.add("eurotext.tif", "a.tif")
        self.convert("{'Line': {'line': ['(-5, 0) -- (5, 0)'], 'line_type': ['--'], 'line_endpoint': ['A: (-5, 0)']}}", "a.tif",
                     "--task", "figure", "--save-results", "-o", "out")
        self.assertEqual((self.folder / "out" / "geo.jpg").read_bytes()[:3], b"\xff\xd8\xff")
        self.convert("The field line_type names the stroke.", "a.tif", "--task", "figure", "--save-results", "-o", "other")
        self.assertEqual(sorted(f.name for f in (self.folder / "other").iterdir() if "result" in f.name or f.name == "geo.jpg"),
                         ["result.mmd", "result_with_boxes.jpg"])

    def test_save_results_of_a_document_names_its_pages(self):
        self.add("rotation-2-pages.pdf", "a.pdf")
        self.convert(IMAGE, "a.pdf", "--save-results", "-o", "out", "--reader", "deepseek-ocr")
        names = {str(p.relative_to(self.folder / "out")) for p in (self.folder / "out").rglob("*.jpg")}
        self.assertEqual(names, {"images/0_0.jpg", "images/1_0.jpg", "result_with_boxes_0.jpg", "result_with_boxes_1.jpg"})
        self.assertEqual((self.folder / "out/result.mmd").read_text().count("<--- Page Split --->"), 2)


class Ladder(home.Home):
    """Our own engine, played by fake_engine.py."""

    def setUp(self):
        super().setUp()
        self.rules = self.root / "rules.json"
        model = self.root / "model"
        model.mkdir()
        self.environment |= {"RECTO_ENGINE_PROGRAM": str(pathlib.Path(__file__).parent / "fake_engine.py"),
            "RECTO_FAKE_RULES": str(self.rules), "RECTO_MODEL": str(model)}
        self.add("eurotext.tif", "a.tif")

    def page(self, *rules, arguments=(), code=0):
        self.rules.write_text(json.dumps(rules))
        self.recto("convert", "a.tif", "--to", "json", "--language", "eng", *arguments, code=code)
        self.asked = [json.loads(line) for line in pathlib.Path(f"{self.rules}.log").read_text().splitlines()]
        return json.loads((self.folder / "a.json").read_text())["pages"][0]

    def test_the_mode_is_sent_by_name_or_by_size(self):
        self.page({"text": "x"}, arguments=["--mode", "base"])
        self.assertEqual(self.asked[-1]["mode"], "base")
        self.page({"text": "x"}, arguments=["--mode", "1280,640,crop", "--force"])
        self.assertEqual(self.asked[-1]["mode"], {"base_size": 1280, "image_size": 640, "crop": True})

    def test_another_mode_comes_after_the_stricter_rule(self):
        page = self.page({"mode": "base", "text": START + "End."}, {"text": START, "loop": ROUND})
        self.assertEqual([(a["ngram"], a["mode"]) for a in self.asked], [(30, None), (20, None), (20, "base")])
        self.assertEqual((page["status"], len(page["blocks"])), ("ok", 3))
        self.assertRegex(page["reason"], r"20/90 \(repeated itself\), in mode base \(good\)")

    def test_tesseract_reads_what_loops_to_the_end(self):
        page = self.page({"model": "tesseract", "text": "<|ref|>text<|/ref|><|det|>[[0, 0, 999, 999]]<|/det|>\nPrinted *letters*\n\n"},
            {"text": START, "loop": ROUND})
        self.assertEqual([(a["model"], a["prompt"] == "Free OCR.", a["narrower"]) for a in self.asked],
            [("deepseek-ocr", False, False)] * 3 + [("deepseek-ocr", True, False)]
            + [("deepseek-ocr", False, True), ("tesseract", False, True)] * 2)
        self.assertEqual((page["status"], [b["text"] for b in page["blocks"]]),
            ("ok", ["Report", "First paragraph.", "Printed *letters*", "Printed *letters*"]))
        self.assertTrue(page["blocks"][2]["repeats"])
        self.assertGreater(page["blocks"][2]["box"][1], 0.45)
        self.assertIn("by Tesseract (good)", page["reason"])

    def test_a_real_loop_climbs_rung_by_rung_until_a_reading_is_good(self):
        loop = (home.DATA / "transcripts/chart-table-without-cells.txt").read_text()  # 12 unequal rows, then one row again and again
        rounds = loop[-400:] * 20
        good = (home.DATA / "transcripts/recommender-paper-page.txt").read_text()
        rungs = [({"ngram": 30}, ""), ({"ngram": 20, "mode": None, "prompt": PROMPTS["markdown"]}, r"20/90 \(repeated itself\)"),
            ({"mode": "base", "prompt": PROMPTS["markdown"]}, r"in mode base \(repeated itself\)"), ({"prompt": "Free OCR."}, "as plain text")]
        for looping in range(1, len(rungs)):
            with self.subTest(looping):
                page = self.page(*[fields | {"text": loop + rounds} for fields, _ in rungs[:looping]],
                    *[fields | {"text": good} for fields, _ in rungs[looping:looping + 1]], arguments=["--force"])
                self.assertEqual(page["status"], "ok")
                self.assertRegex(page["reason"], ", ".join(why for _, why in rungs[1:looping]) or "the text repeated itself")
                self.assertNotIn(loop[-60:], json.dumps(page))
                self.assertEqual(len(self.asked), looping + 1)
                pathlib.Path(f"{self.rules}.log").unlink()

    def test_equal_rows_of_an_honest_table_stay(self):
        rows = "<tr><td>yes</td><td>0</td><td></td><td>no</td></tr>" * 15
        page = self.page({"text": START.replace("First paragraph.", f"<table>{rows}</table>") + "End."})
        self.assertEqual((page["status"], len(self.asked)), ("ok", 1))
        self.assertEqual(page["blocks"][1]["text"].count("yes"), 15)

    def test_compression_is_printed_as_the_official_code_counts(self):
        rule = {"text": "Words.", "recto": {"reader": "deepseek-ocr", "vision_tokens": 273, "valid_vision_tokens": 182},
            "usage": {"prompt_tokens": 283, "completion_tokens": 501, "total_tokens": 784}}
        self.rules.write_text(json.dumps([rule]))
        done = self.recto("convert", "a.tif", "--test-compress")
        self.assertEqual(done.stdout.decode(), "a.tif: page 1: text tokens 500, vision tokens 182 valid of 273, compression ratio 2.75\n")
        done = self.recto("convert", "a.tif", "--test-compress", "--json-lines", "--force")
        tokens = next(e for e in self.events(done) if e["event"] == "tokens")
        self.assertEqual((tokens["text"], tokens["vision"], tokens["valid_vision"], tokens["ratio"]), (500, 273, 182, 2.75))
        self.assertEqual(tokens["later_readings"], 0)

    def test_compression_says_that_it_is_of_the_first_reading(self):
        self.rules.write_text(json.dumps([{"ngram": 20, "text": "Words."}, {"text": START, "loop": ROUND}]))
        done = self.recto("convert", "a.tif", "--test-compress")
        self.assertIn("of the first reading; the page was read again, times: 1", done.stdout.decode())


ENDLESS = {  # what pages provoke: a blank one, ledgers, leaders, forms, rows that go on
    "one sentence": "The same as above, and so on and so forth. ",
    "empty cells": "<td></td>",
    "equal rows": "<tr><td>Ditto</td><td>1.00</td><td></td></tr>",
    "leaders": "Chapter ............................................ 12\n",
    "one letter": "哈",
    "words by twos": "no yes ",
    "a long round": "".join(f"Line {i * 7919 % 97} of the account, carried over. " for i in range(20))}


class Recorded(home.Home):
    """Loops that a network wrote, played by the reader replay of the real engine."""

    def setUp(self):
        super().setUp()
        self.add("eurotext.tif", "a.tif")
        with fake_server.FakeServer() as server:  # the picture as it travels
            self.recto("convert", "--engine", server.url, "a.tif", "-o", "-")
            url = server.requests[0]["messages"][0]["content"][0]["image_url"]["url"]
        self.picture = hashlib.sha256(base64.b64decode(url.split(",")[1])).hexdigest()
        self.recordings = self.root / "recordings"
        self.recordings.mkdir()
        self.environment |= {"RECTO_RECORDINGS": str(self.recordings), "RECTO_REPLAY": '{"speed": 0}'}

    def record(self, task, deltas):
        name = task.replace(" ", "-")
        request = {"model": "replay", "messages": [{"role": "user", "content": [
            {"type": "image_url", "image_url": {"url": ""}}, {"type": "text", "text": PROMPTS[task]}]}]}
        (self.recordings / f"{name}.json").write_text(json.dumps({"request": request, "picture_sha256": self.picture}))
        events = [f'data: {json.dumps({"choices": [{"index": 0, "delta": {"content": delta}}]})}\n\n' for delta in deltas]
        events += ['data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n']
        (self.recordings / f"{name}.sse.jsonl").write_text("".join(
            json.dumps({"t_ms": i, "bytes_b64": base64.b64encode(event.encode()).decode()}) + "\n" for i, event in enumerate(events)))

    def page(self, code=0):
        self.recto("convert", "a.tif", "--reader", "replay", "--to", "json", "--force", "--language", "eng", code=code)
        return json.loads((self.folder / "a.json").read_text())["pages"][0]

    def test_what_loops_with_boxes_is_read_as_plain_text(self):
        for name, around in ENDLESS.items():
            with self.subTest(name):
                self.record("markdown", [START, *[around] * 800])
                self.record("free", ["# Report\n\nAll of it.\n"])
                page = self.page()
                self.assertEqual((page["status"], [b["text"] for b in page["blocks"]]), ("ok", ["Report", "All of it."]))
                self.assertRegex(page["reason"], r"20/90 \(repeated itself\), as plain text \(good\)")

    def test_what_loops_always_is_read_by_tesseract_and_no_round_is_left(self):
        for name in ("equal rows", "a long round"):
            with self.subTest(name):
                self.record("markdown", [START, *[ENDLESS[name]] * 800])
                self.record("free", [ENDLESS[name]] * 800)
                page = self.page()
                text = " ".join(b["text"] for b in page["blocks"])
                self.assertEqual(page["status"], "ok")
                self.assertIn("First paragraph.", text)
                self.assertIn("by Tesseract (good)", page["reason"])
                self.assertNotIn("Ditto", text)
                self.assertNotIn("carried over", text)

    def test_honest_repetition_ends_by_itself_and_stays(self):
        honest = {"Ditto": ("<table>" + "<tr><td>Ditto</td><td>1.00</td></tr>" * 20 + "</table>", 20),
                  "Chapter": ("".join(f"Chapter {i} ................................ {i * 7}\n\n" for i in range(60)), 60),
                  "Entry": ("<table>" + "".join(f"<tr><td>Entry {i}</td><td></td><td></td></tr>" for i in range(150)) + "</table>", 150)}
        for word, (text, count) in honest.items():
            with self.subTest(word):
                self.record("markdown", [START, *(text[i:i + 4] for i in range(0, len(text), 4))])
                page = self.page()
                self.assertEqual(page["status"], "ok")
                self.assertNotIn("read again", page["reason"])
                self.assertEqual(" ".join(b["text"] for b in page["blocks"]).count(word), count)


if __name__ == "__main__":
    unittest.main()
