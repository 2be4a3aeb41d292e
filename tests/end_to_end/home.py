# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests stand on: a home of their own for each test, and the built programs run in it.

Environment: PROGRAM_DIR (recto and recto-engine), TEST_DATA_DIR (tests/data), SCHEMA (the JSON schema).
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

PROGRAMS = pathlib.Path(os.environ["PROGRAM_DIR"])
RECTO = str(PROGRAMS / "recto")
DATA = pathlib.Path(os.environ["TEST_DATA_DIR"])
DOCUMENTS = DATA / "documents"
SCHEMA = pathlib.Path(os.environ["SCHEMA"])
LIMIT_S = 100  # for one command; ctest's own limit is above it


class Home(unittest.TestCase):
    """A folder, a runtime folder for the engine's socket and an environment for one test; leaves no process and no temporary file."""

    def setUp(self):
        # Under /tmp whatever TMPDIR says: the path of a Unix socket may have 107 bytes.
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="recto-e2e-", dir="/tmp"))
        self.folder = self.root / "work"
        self.temporary = self.root / "tmp"
        for folder in (self.folder, self.temporary, self.root / "run"):
            folder.mkdir(mode=0o700)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(("RECTO_", "XDG_"))}
        self.environment |= {
            "HOME": str(self.root), "XDG_RUNTIME_DIR": str(self.root / "run"), "XDG_STATE_HOME": str(self.root / "state"),
            "XDG_CONFIG_HOME": str(self.root / "config"), "TMPDIR": str(self.temporary), "LC_ALL": "C.UTF-8"}

    def tearDown(self):
        left_workers = [pid for pid in self.processes() if b"--page-worker" in self.command_line(pid)]
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)
        left_files = [str(p) for p in self.root.rglob(".recto-*")] + [str(p) for p in self.temporary.iterdir()]
        shutil.rmtree(self.root, ignore_errors=True)
        self.assertEqual(left_workers, [], "page workers outlived their command")
        self.assertEqual(left_files, [], "temporary files were left behind")

    @staticmethod
    def command_line(pid):
        try:
            return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return b""

    def processes(self, word=b""):
        """Living processes of this test, told by their environment, whose command line holds `word`."""
        mark = b"XDG_RUNTIME_DIR=" + os.fsencode(self.environment["XDG_RUNTIME_DIR"]) + b"\0"
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) == os.getpid():
                continue
            try:
                if mark in (entry / "environ").read_bytes() + b"\0" and word in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                pass
        return found

    @staticmethod
    def processor_ticks(pid):
        """Processor time a process has used, in hundredths of a second; 0 when it is gone."""
        try:
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            return 0
        return int(fields[11]) + int(fields[12])

    def add(self, name, target=None):
        """A document of the test data in the test's folder."""
        path = os.path.join(os.fsencode(self.folder), os.fsencode(target or name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        shutil.copyfile(DOCUMENTS / name, path)
        return pathlib.Path(os.fsdecode(path))

    def add_repeated(self, name, pages, target):
        """A PDF whose pages are `pages` times the first page of a PDF of the test data."""
        path = self.folder / target
        subprocess.run(["qpdf", "--empty", "--pages", *[str(DOCUMENTS / name), "1"] * pages, "--", str(path)], check=True)
        return path

    def command(self, *arguments, prefix=()):
        return [*prefix, RECTO, *arguments]

    def recto(self, *arguments, code=0, stdin=b"", prefix=(), environment=None):
        """Runs recto in the test's folder; checks the exit code."""
        done = subprocess.run(self.command(*arguments, prefix=prefix), cwd=self.folder, input=stdin, capture_output=True, timeout=LIMIT_S,
            env=self.environment | (environment or {}))
        self.assertEqual(done.returncode, code, f"{arguments}: {done.stderr.decode(errors='replace')}")
        return done

    def start(self, *arguments, **options):
        return subprocess.Popen(self.command(*arguments), cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def error_lines(self, done):
        return done.stderr.decode().splitlines()

    def events(self, done):
        return [json.loads(line) for line in done.stdout.splitlines()]

    def files(self):
        """Relative paths of all files in the test's folder."""
        return sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if p.is_file())

    def wait_for(self, condition, what, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = condition()
            if value:
                return value
            time.sleep(0.02)
        self.fail(f"waited {seconds} s in vain for {what}")
