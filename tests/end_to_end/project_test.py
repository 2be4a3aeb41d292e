# SPDX-License-Identifier: GPL-3.0-or-later
"""recto convert on projects that are written here by the schema of app/library/README.md: what a person corrected comes out."""
import hashlib
import json
import os
import sqlite3
import unittest
import zipfile

import home

APPLICATION_ID = 0x52435430


def block(page, number, text, **fields):
    return {"id": f"p{page}-b{number}", "type": "text", "markdown": text, "text": text, "boxes": [[0.1, 0.1, 0.9, 0.2]]} | fields


class Project(home.Home):
    def setUp(self):
        super().setUp()
        self.connections = []

    def tearDown(self):
        for connection in self.connections:
            connection.close()
        super().tearDown()

    def make(self, source, name="report.recto", pages=2, sha256="", version=2):
        """A project of two pages, the first read by a machine and corrected by a person, with a picture; stays open as in a window."""
        connection = sqlite3.connect(self.folder / name, isolation_level=None)
        self.connections.append(connection)
        connection.executescript(f"""PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA application_id = {APPLICATION_ID};
            CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
            CREATE TABLE commands(row INTEGER PRIMARY KEY, seq INTEGER NOT NULL, time INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL);
            CREATE TABLE snapshots(seq INTEGER NOT NULL, page INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY(seq, page)) WITHOUT ROWID;
            PRAGMA user_version = {version};""")
        document = {"path": str(source), "name": source.name, "sha256": sha256, "kind": 0,
            "pages": [{"width": 595, "height": 842, "unit": "pt", "dpi": 72}] * pages}
        connection.execute("INSERT INTO meta VALUES('document', ?)", [json.dumps(document)])
        header = {"number": 1, "width": 595, "height": 842, "unit": "pt", "status": "ok", "reader": "tesseract"}
        read = [block(1, 1, "as the machine read it"), block(1, 2, "", type="image", image="p0001-01.png")]
        self.add_command(connection, 1, "tesseract", "read", {"page": 0, "from": 0, "removed": 0, "inserted": read, "header": header})
        self.add_command(connection, 2, "me", "edit-blocks", {"page": 0, "from": 0, "removed": 1, "inserted": [block(1, 1, "as a person has it")]})
        return connection

    def add_command(self, connection, number, author, kind, fields):
        connection.execute("INSERT INTO commands(seq, time, author, kind, json) VALUES(?, 0, ?, ?, ?)", [number, author, kind, json.dumps(fields)])

    def test_what_a_person_corrected_comes_out_in_every_format_while_the_window_is_open(self):
        source = self.add("rotation-2-pages.pdf", "report.pdf")
        self.make(source, sha256=hashlib.sha256(source.read_bytes()).hexdigest())
        before = {name: (self.folder / name).read_bytes() for name in self.files()}
        done = self.recto("convert", "report.recto", "--pages", "1", "--to", "md,txt,html,json,docx")
        self.assertEqual((done.stdout, done.stderr), (b"", b""))
        for suffix in ("md", "txt", "html", "json"):
            text = (self.folder / f"report.{suffix}").read_text()
            self.assertIn("as a person has it", text)
            self.assertNotIn("machine", text)
        with zipfile.ZipFile(self.folder / "report.docx") as package:
            self.assertIn("as a person has it", package.read("word/document.xml").decode())
        self.assertTrue((self.folder / "report_images/p0001-01.png").read_bytes().startswith(b"\x89PNG"))
        self.assertEqual(before, {name: (self.folder / name).read_bytes() for name in before}, "the project was written to")

    def test_what_is_typed_after_the_journal_began_anew_comes_out_too(self):
        connection = self.make(self.folder / "nowhere.pdf")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.add_command(connection, 3, "me", "edit-blocks", {"page": 0, "from": 0, "removed": 1, "inserted": [block(1, 1, "and better still")]})
        self.assertIn(b"and better still", self.recto("convert", "report.recto", "--pages", "1", "--to", "txt", "-o", "-").stdout)

    def test_an_unread_page_fails_alone(self):
        source = self.add("rotation-2-pages.pdf", "report.pdf")
        self.make(source)
        done = self.recto("convert", "report.recto", code=1)
        self.assertEqual(len(self.error_lines(done)), 1)
        self.assertRegex(self.error_lines(done)[0], r"^report\.recto: page 2: it was not read yet; .+$")
        self.assertIn("as a person has it", (self.folder / "report.md").read_text())

    def test_without_its_document_the_text_is_written_and_the_pictures_are_missed(self):
        self.make(self.folder / "gone" / "report.pdf")
        done = self.recto("convert", "report.recto", "--pages", "1", code=1)
        self.assertRegex(self.error_lines(done)[0], r"^report\.recto: .*pictures.*report\.pdf is not there any more; .+$")
        self.assertIn("as a person has it", (self.folder / "report.md").read_text())

    def test_a_document_moved_with_its_project_is_found_beside_it(self):
        self.make(self.folder / "gone" / "report.pdf")
        self.add("rotation-2-pages.pdf", "report.pdf")
        self.recto("convert", "report.recto", "--pages", "1")
        self.assertTrue((self.folder / "report_images/p0001-01.png").is_file())

    def test_pictures_are_never_cut_from_a_changed_document(self):
        self.make(self.add("rotation-2-pages.pdf", "report.pdf"), sha256="0" * 64)
        done = self.recto("convert", "report.recto", "--pages", "1", code=1)
        self.assertRegex(self.error_lines(done)[0], r"report\.pdf has changed since it was read; .+$")
        self.assertIn("as a person has it", (self.folder / "report.md").read_text())

    def test_a_locked_document_asks_for_its_password_and_takes_it(self):
        self.make(self.add("password-openpassword.pdf", "report.pdf"), pages=1)
        done = self.recto("convert", "report.recto", code=1)
        self.assertRegex(self.error_lines(done)[0], r"^report\.recto: .*password.*; .+$")
        (self.folder / "secret").write_text("openpassword\n")
        self.recto("convert", "report.recto", "--password-file", "secret", "--force")

    def test_a_project_in_a_folder_that_may_not_be_written_is_read(self):
        self.make(self.folder / "nowhere.pdf")
        self.connections.pop().close()
        os.chmod(self.folder / "report.recto", 0o444)
        self.assertIn(b"as a person has it", self.recto("convert", "report.recto", "--pages", "1", "--to", "txt", "-o", "-").stdout)

    def test_what_is_no_project_is_told_by_its_content(self):
        connection = sqlite3.connect(self.folder / "other.db")
        connection.execute("CREATE TABLE t(a)")
        connection.commit()
        connection.close()
        (self.folder / "broken.recto").write_bytes(b"x" * 5000)
        self.make(self.folder / "nowhere.pdf", name="renamed")
        self.make(self.folder / "nowhere.pdf", name="newer.recto", version=99)
        for name, words in (("other.db", "is no project of Recto"), ("broken.recto", "is damaged"), ("newer.recto", "newer version")):
            done = self.recto("convert", name, code=3)
            self.assertEqual(len(self.error_lines(done)), 1)
            self.assertRegex(self.error_lines(done)[0], rf"^{name}: {name} .*{words}.*; .+$")
        self.connections[0].execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.assertIn(b"as a person has it", self.recto("convert", "renamed", "--pages", "1", "--to", "txt", "-o", "-").stdout)

    def test_a_search_finds_what_a_person_corrected(self):
        self.make(self.folder / "nowhere.pdf", pages=1)
        self.assertIn(b"as a person has it", self.recto("locate", "person has", "report.recto").stdout)


if __name__ == "__main__":
    unittest.main()
