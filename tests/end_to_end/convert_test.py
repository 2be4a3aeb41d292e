# SPDX-License-Identifier: GPL-3.0-or-later
"""recto convert on good files: what is made, where, and what is said."""
import difflib
import json
import subprocess
import unittest
import zipfile

import jsonschema

import home


def alike(a, b):
    return difflib.SequenceMatcher(None, " ".join(a.split()), " ".join(b.split()), autojunk=False).ratio()


class Convert(home.Home):
    def test_a_born_digital_pdf_becomes_markdown_beside_it(self):
        source = self.add("pdfa-crazyones.pdf")
        done = self.recto("convert", str(source))
        self.assertEqual((done.stdout, done.stderr), (b"", b""))
        self.assertIn("crazy ones", (self.folder / "pdfa-crazyones.md").read_text())

    def test_a_scan_is_read_by_tesseract(self):
        self.add("eurotext.tif")
        self.recto("convert", "eurotext.tif", "--to", "txt,json", "--language", "eng+deu+fra")
        truth = (home.DOCUMENTS / "eurotext.txt").read_text()
        self.assertGreater(alike((self.folder / "eurotext.txt").read_text(), truth), 0.95)
        page = json.loads((self.folder / "eurotext.json").read_text())["pages"][0]
        self.assertEqual((page["reader"], page["status"], page["unit"]), ("tesseract", "ok", "px"))
        words = [word for block in page["blocks"] for word in block["words"]]
        self.assertGreater(len(words), 50)
        self.assertTrue(all(0 <= word["confidence"] <= 1 for word in words))

    def test_a_page_that_lies_on_its_side_is_read_upright(self):
        upright = self.add("linn-skew.pdf", "upright.pdf")
        subprocess.run(["qpdf", "--rotate=+90", str(upright), str(self.folder / "turned.pdf")], check=True)
        self.recto("convert", "turned.pdf", "--to", "json", "--reader", "tesseract", "--language", "eng")
        page = json.loads((self.folder / "turned.json").read_text())["pages"][0]
        self.assertEqual((page["orientation"], page["width"] > page["height"]), (270, True))
        title = next(block for block in page["blocks"] if "LinnSequencer" in block["text"])
        x0, y0, x1, y1 = title["box"]  # the head of the page lies at its right edge, top to bottom
        self.assertTrue(x0 > 0.85 and y1 - y0 > 3 * (x1 - x0), title["box"])
        self.assertTrue(all(x0 - 0.01 <= w["box"][0] and w["box"][2] <= x1 + 0.01 for w in title["words"]))

    def test_a_page_in_two_scripts_keeps_both(self):
        self.add("right_to_left_01.pdf")
        self.recto("convert", "right_to_left_01.pdf", "--to", "txt")
        text = (self.folder / "right_to_left_01.txt").read_text()
        self.assertTrue(any("\u0600" <= c <= "\u06ff" for c in text))
        self.assertTrue(any("a" <= c <= "z" for c in text))

    def test_all_formats_come_from_one_reading(self):
        self.add("rotation-2-pages.pdf")
        done = self.recto("convert", "rotation-2-pages.pdf", "--to", "md,txt,html,json,docx", "--json-lines")
        self.assertEqual(sum(e["event"] == "page" for e in self.events(done)), 2)
        stem = self.folder / "rotation-2-pages"
        self.assertIn("<html", stem.with_suffix(".html").read_text())
        with zipfile.ZipFile(stem.with_suffix(".docx")) as package:
            self.assertIn("word/document.xml", package.namelist())
        for extension in (".md", ".txt"):
            self.assertTrue(stem.with_suffix(extension).read_text().strip())

    def test_json_is_as_its_schema_says(self):
        schema = json.loads(home.SCHEMA.read_text())
        for name in ("rotation-2-pages.pdf", "eurotext.tif", "linn-skew.pdf"):
            source = self.add(name)
            self.recto("convert", name, "--to", "json")
            document = json.loads(source.with_suffix(".json").read_text())
            jsonschema.validate(document, schema, cls=jsonschema.Draft202012Validator)
            self.assertEqual(document["source"]["name"], name)

    def test_standard_input_becomes_stdin_md_in_the_current_folder(self):
        self.recto("convert", "-", stdin=(home.DOCUMENTS / "pdfa-crazyones.pdf").read_bytes())
        self.assertEqual([f for f in self.files() if not f.startswith("stdin_images/")], ["stdin.md"])

    def test_standard_output_holds_the_document_and_nothing_else(self):
        data = (home.DOCUMENTS / "pdfa-crazyones.pdf").read_bytes()
        done = self.recto("convert", "-", "-o", "-", "--to", "json", "--json-lines", stdin=data)
        self.assertEqual(json.loads(done.stdout)["source"]["name"], "stdin")
        events = [json.loads(line) for line in self.error_lines(done)]
        self.assertEqual([e["event"] for e in events], ["start", "page", "done"])
        self.assertEqual(self.files(), [])

    def test_two_sources_of_one_stem_get_two_names(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")
        self.add("eurotext.tif", "a.tif")
        self.recto("convert", "a.pdf", "a.tif")
        self.assertIn("crazy ones", (self.folder / "a.md").read_text())
        self.assertIn("quick", (self.folder / "a.tif.md").read_text())

    def test_a_folders_tree_is_mirrored_and_other_files_are_counted(self):
        self.add("pdfa-crazyones.pdf", "in/page10.pdf")
        self.add("pdfa-crazyones.pdf", "in/page2.pdf")
        self.add("pdfa-crazyones.pdf", "in/deep/er/c.pdf")
        (self.folder / "in/notes.txt").write_text("no document")
        (self.folder / "in/fake.pdf").write_text("no document either")
        done = self.recto("convert", "in", "-o", "out", "--json-lines")
        self.assertEqual([f for f in self.files() if f.endswith(".md")], ["out/deep/er/c.md", "out/page10.md", "out/page2.md"])
        self.assertEqual(len(self.error_lines(done)), 1)
        self.assertIn("2", self.error_lines(done)[0])
        self.assertEqual([e["file"] for e in self.events(done) if e["event"] == "start"],
            ["in/deep/er/c.pdf", "in/page2.pdf", "in/page10.pdf"])

    def test_an_existing_file_is_kept_unless_forced(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")
        (self.folder / "a.md").write_text("mine")
        done = self.recto("convert", "a.pdf", code=3)
        self.assertRegex(done.stderr.decode(), r"^a\.pdf: a\.md exists already; .*--force\n$")
        self.assertEqual((self.folder / "a.md").read_text(), "mine")
        self.recto("convert", "a.pdf", "--force")
        self.assertIn("crazy ones", (self.folder / "a.md").read_text())

    def test_a_source_is_never_written_to(self):
        source = self.add("pdfa-crazyones.pdf", "a.md")
        before = source.read_bytes()
        done = self.recto("convert", "a.md", "--force", code=3)
        self.assertIn("is a source", done.stderr.decode())
        self.add("pdfa-crazyones.pdf", "b.pdf")
        (self.folder / "b.md").symlink_to(source)
        self.recto("convert", "b.pdf", "a.md", "--force", code=3)
        self.assertEqual(source.read_bytes(), before)

    def test_only_the_pages_asked_for_are_read(self):
        self.add("rotation-2-pages.pdf", "a.pdf")
        self.recto("convert", "a.pdf", "--pages", "2", "--to", "json")
        document = json.loads((self.folder / "a.json").read_text())
        self.assertEqual(([p["number"] for p in document["pages"]], document["source"]["pages"]), ([2], 2))
        done = self.recto("convert", "a.pdf", "--pages", "1,9", "--force", code=1)
        self.assertRegex(done.stderr.decode(), r"^a\.pdf: page 9: .+; .+\n$")

    def test_any_name_simply_works(self):
        for name in (b"-lead.pdf", b"new\nline.pdf", b"q\"uo'te.pdf", b"\xff\xfe.pdf", b"\x1b]0;evil\x07.pdf", "ünï 漢.pdf".encode()):
            self.add("pdfa-crazyones.pdf", name)
            done = self.recto("convert", "--json-lines", "--", name)
            self.assertEqual(done.stderr, b"")
            self.assertEqual({e["file"].encode("utf-8", "surrogateescape") for e in self.events(done)}, {name})
            self.assertTrue((self.folder / home.os.fsdecode(name[:-4] + b".md")).is_file(), name)

    def test_a_password_opens_an_encrypted_pdf(self):
        self.add("password-openpassword.pdf", "a.pdf")
        (self.folder / "right").write_text("openpassword\n")
        (self.folder / "wrong").write_text("guess\n")
        self.recto("convert", "a.pdf", "--password-file", "right")
        for arguments in ([], ["--password-file", "wrong"]):
            done = self.recto("convert", "a.pdf", "--force", *arguments, code=3)
            self.assertRegex(done.stderr.decode(), r"^a\.pdf: .*password.*; .+\n$")

    def test_events_come_in_order_with_their_fields(self):
        self.add("rotation-2-pages.pdf", "a.pdf")
        self.add("zero-pages.pdf", "bad.pdf")
        events = self.events(self.recto("convert", "bad.pdf", "a.pdf", "--json-lines", code=1))
        self.assertEqual([e["event"] for e in events], ["failed", "done", "start", "page", "page", "written", "done"])
        self.assertEqual([e["page"] for e in events if e["event"] == "page"], [1, 2])
        for event in events:
            self.assertIn(event["file"], ("bad.pdf", "a.pdf"))
        page = events[3]
        self.assertEqual((page["of"], page["reader"]), (2, "text"))
        self.assertIsInstance(page["ms"], int)
        self.assertEqual(events[5]["path"], "a.md")
        self.assertIn("; ", events[0]["error"])

    def test_help_and_version_go_to_standard_output(self):
        self.assertRegex(self.recto("--version").stdout.decode(), r"^Recto \d+\.\d+\.\d+\n$")
        self.assertIn("recto convert", self.recto("--help").stdout.decode())


if __name__ == "__main__":
    unittest.main()
