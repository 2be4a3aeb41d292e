# SPDX-License-Identifier: GPL-3.0-or-later
"""recto convert on what cannot work: one line each, the right exit code, nothing left behind (home.py looks)."""
import os
import subprocess
import unittest

import home
from fake_server import FakeServer


def mount_prefix():
    """How to run a command in mounts of its own here; None when that cannot be done."""
    for prefix in (["unshare", "-m"], ["unshare", "-rm"]):
        if subprocess.run([*prefix, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0:
            return prefix
    return None


class BadInput(home.Home):
    def check_line(self, done, pattern):
        lines = self.error_lines(done)
        self.assertEqual(len(lines), 1, lines)
        self.assertRegex(lines[0], pattern)

    def test_what_is_no_document_fails_with_one_line(self):
        (self.folder / "x.pdf").mkdir()
        os.mkfifo(self.folder / "fifo")
        (self.folder / "empty").write_bytes(b"")
        (self.folder / "text.pdf").write_text("no PDF")
        for name in ("header-only.pdf", "zero-pages.pdf"):
            self.add(name)
        for name in ("x.pdf", "fifo", "empty", "text.pdf", "header-only.pdf", "zero-pages.pdf", "nowhere.pdf", "/dev/zero"):
            self.check_line(self.recto("convert", name, "-o", "out", code=3), rf"^{name}: .+; .+$")
        self.assertFalse((self.folder / "out").exists())

    def test_a_cut_off_download_is_told(self):
        data = (home.DOCUMENTS / "right_to_left_01.pdf").read_bytes()
        (self.folder / "cut.pdf").write_bytes(data[: len(data) // 3])
        done = subprocess.run(self.command("convert", "cut.pdf", "--reader", "text"), cwd=self.folder, capture_output=True, timeout=home.LIMIT_S, env=self.environment)
        self.assertIn(done.returncode, (0, 1, 3))  # a repairable file may still give a page
        for line in self.error_lines(done):
            self.assertRegex(line, r"^cut\.pdf: .+; .+$")

    def test_one_bad_file_never_stops_the_others(self):
        self.add("pdfa-crazyones.pdf", "good.pdf")
        self.add("zero-pages.pdf", "bad.pdf")
        self.check_line(
            self.recto("convert", "bad.pdf", "good.pdf", code=1), r"^bad\.pdf: .+; .+$")
        self.assertTrue((self.folder / "good.md").is_file())

    def test_empty_standard_input_is_told(self):
        self.check_line(self.recto("convert", "-", code=3), r"^stdin: .+; .+$")

    def test_a_wrong_command_line_is_a_usage_error(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")
        for arguments in (["bogus"], ["--bogus"], ["convert"], ["convert", "--bogus", "a.pdf"], ["convert", "a.pdf", "--to", "odt"],
                ["convert", "a.pdf", "--pages", "0"], ["convert", "a.pdf", "a.pdf", "-o", "-"], ["convert", "a.pdf", "-o", "-", "--to", "md,txt"],
                ["convert", "a.pdf", "--reader", "guess"], ["convert", "a.pdf", "--concurrency", "0"], ["convert", "a.pdf", "--dpi", "9"],
                ["convert", "a.pdf", "--language", "../etc"], ["convert", "a.pdf", "--engine", "ftp://x"],
                ["convert", "a.pdf", "--password-file", "nowhere"]):
            self.assertEqual(len(self.error_lines(self.recto(*arguments, code=2))), 1, arguments)
        self.assertEqual(self.files(), ["a.pdf"])

    def test_a_missing_language_is_named(self):
        self.add("eurotext.tif")
        self.check_line(self.recto("convert", "eurotext.tif", "--language", "tlh", code=3), r"^eurotext\.tif: page 1: .*tlh.*; .+$")
        self.assertEqual(self.files(), ["eurotext.tif"])

    def test_a_read_only_folder_is_told_before_anything_is_read(self):
        prefix = mount_prefix()
        if not prefix:
            self.skipTest("NOT TESTED HERE: no right to mount, so no read-only folder")
        self.add("pdfa-crazyones.pdf", "ro/a.pdf")
        script = 'mount --bind ro ro && mount -o remount,ro,bind ro && exec "$@"'
        done = self.recto("convert", "ro/a.pdf", code=3, prefix=[*prefix, "sh", "-c", script, "sh"])
        self.check_line(done, r"^ro/a\.pdf: .*ro.* cannot be written.*; .+-o.*$")

    def test_a_full_disk_fails_the_file_and_leaves_nothing(self):
        prefix = mount_prefix()
        if not prefix:
            self.skipTest("NOT TESTED HERE: no right to mount, so no full disk")
        self.add_repeated("pdfa-crazyones.pdf", 60, "a.pdf")
        (self.folder / "full").mkdir()
        script = 'mount -t tmpfs -o size=128k none full && touch full/ballast && "$@"; code=$?; ls -A full; exit $code'
        done = self.recto("convert", "a.pdf", "-o", "full", "--to", "json,html", code=1, prefix=[*prefix, "sh", "-c", script, "sh"])
        self.assertEqual(done.stdout, b"ballast\n")
        self.assertTrue(self.error_lines(done))
        for line in self.error_lines(done):
            self.assertRegex(line, r"^a\.pdf: the disk is full .*; .+$")

    def test_a_server_that_answers_with_html_fails_the_page(self):
        self.add("rotation-2-pages.pdf", "a.pdf")
        with FakeServer(lambda number, handler: handler.answer(200, "text/html", "<html>hello</html>")) as server:
            done = self.recto("convert", "a.pdf", "--reader", "deepseek-ocr", "--engine", server.url, code=3)
        self.assertEqual(len(self.error_lines(done)), 2)
        for number, line in enumerate(self.error_lines(done), 1):
            self.assertRegex(line, rf"^a\.pdf: page {number}: .+; .+$")

    def test_a_server_that_is_not_there_fails_the_page(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")
        with FakeServer() as server:
            url = server.url
        done = self.recto("convert", "a.pdf", "--reader", "deepseek-ocr", "--engine", url, code=3)
        self.check_line(done, r"^a\.pdf: page 1: .+; .+$")

    def test_a_busy_server_is_asked_again(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")

        def busy_twice(number, handler):
            if number <= 2:
                handler.answer(503 if number == 1 else 429, "application/json", '{"error": {"message": "full"}}', [("Retry-After", "0")])
            else:
                handler.page()

        with FakeServer(busy_twice) as server:
            self.recto("convert", "a.pdf", "--reader", "deepseek-ocr", "--engine", server.url + "/v1/")
            self.assertEqual(len(server.requests), 3)
        self.assertIn("Words of a page", (self.folder / "a.md").read_text())


if __name__ == "__main__":
    unittest.main()
