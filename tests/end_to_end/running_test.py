# SPDX-License-Identifier: GPL-3.0-or-later
"""How recto convert runs: pages in flight, streaming, progress, Ctrl-C, deaths."""
import json
import os
import pathlib
import pty
import signal
import socket
import threading
import unittest
import urllib.request

import home
from fake_server import FakeServer


class Running(home.Home):
    def test_thirty_two_pages_are_really_in_flight(self):
        self.add_repeated("rotation-2-pages.pdf", 32, "a.pdf")
        all_here = threading.Barrier(32, timeout=80)

        def together(number, handler):
            all_here.wait()
            handler.page()

        with FakeServer(together) as server:
            done = self.recto("convert", "a.pdf", "--reader", "deepseek-ocr", "--engine", server.url, "--concurrency", "32", "--json-lines")
        self.assertEqual([e["page"] for e in self.events(done) if e["event"] == "page"], list(range(1, 33)))

    def test_what_is_sent_is_what_vllm_needs(self):
        self.add("rotation-2-pages.pdf", "a.pdf")
        with FakeServer() as server:
            self.recto("convert", "a.pdf", "--pages", "1", "--reader", "deepseek-ocr", "--engine", server.url, "--to", "json")
            body = server.requests[0]
        self.assertEqual((body["model"], body["skip_special_tokens"], body["temperature"]), ("fake-model", False, 0))
        self.assertIn("max_tokens", body)
        self.assertIn("whitelist_token_ids", body["vllm_xargs"])
        kinds = sorted(part["type"] for part in body["messages"][0]["content"])
        self.assertEqual(kinds, ["image_url", "text"])
        page = json.loads((self.folder / "a.json").read_text())["pages"][0]
        self.assertEqual((page["reader"], page["status"]), ("fake-model", "ok"))

    def test_the_first_page_is_on_disk_before_the_last_is_begun(self):
        self.add_repeated("rotation-2-pages.pdf", 20, "a.pdf")
        first_seen = threading.Event()

        def last_waits(number, handler):
            if number > 15 and not first_seen.wait(80):
                return
            handler.page()

        with FakeServer(last_waits) as server:
            process = self.start("convert", "a.pdf", "-o", "out", "--reader", "deepseek-ocr", "--engine", server.url, "--concurrency", "2", "--json-lines")
            for line in process.stdout:
                if json.loads(line)["event"] == "page":
                    break
            self.assertLess(len(server.requests), 20)
            # The file has no name before it is whole: it is found as what the program holds open.
            held = [p for p in pathlib.Path(f"/proc/{process.pid}/fd").iterdir() if os.readlink(p).startswith(str(self.folder / "out"))]
            self.assertEqual([p.stat().st_size > 0 for p in held], [True])
            first_seen.set()
            process.communicate(timeout=home.LIMIT_S)
        self.assertEqual(process.returncode, 0)

    def test_pages_of_several_files_are_in_flight_together(self):
        for name in ("a.pdf", "b.pdf"):
            self.add("pdfa-crazyones.pdf", name)
        both_here = threading.Barrier(2, timeout=80)

        def together(number, handler):
            both_here.wait()
            handler.page()

        with FakeServer(together) as server:
            self.recto("convert", "a.pdf", "b.pdf", "--reader", "deepseek-ocr", "--engine", server.url, "--concurrency", "2")

    def hold_at(self, page):
        """A server that answers until `page` and then holds requests, and the event that says one is held."""
        held = threading.Event()
        release = threading.Event()
        self.addCleanup(release.set)

        def behave(number, handler):
            if number >= page:
                held.set()
                release.wait(80)
            handler.page()

        return FakeServer(behave), held

    def begin_held_run(self, server, held):
        self.add_repeated("rotation-2-pages.pdf", 6, "a.pdf")
        process = self.start("convert", "a.pdf", "-o", "out", "--reader", "deepseek-ocr", "--engine", server.url, "--concurrency", "1",
            "--to", "json", "--json-lines")
        seen = 0
        for line in process.stdout:
            seen += json.loads(line)["event"] == "page"
            if seen == 2:
                break
        self.assertTrue(held.wait(60))
        return process

    def test_ctrl_c_finishes_what_is_written(self):
        server, held = self.hold_at(3)
        with server:
            process = self.begin_held_run(server, held)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=20)
        self.assertEqual((process.returncode, errors), (130, b""))
        document = json.loads((self.folder / "out/a.json").read_text())
        self.assertEqual([p["number"] for p in document["pages"]], [1, 2])

    def test_ctrl_c_before_any_page_leaves_nothing(self):
        server, held = self.hold_at(1)
        self.add("pdfa-crazyones.pdf", "a.pdf")
        with server:
            process = self.start("convert", "a.pdf", "--reader", "deepseek-ocr", "--engine", server.url)
            self.assertTrue(held.wait(60))
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(self.files(), ["a.pdf"])

    def test_ctrl_c_twice_writes_nothing_and_ends_now(self):
        server, held = self.hold_at(3)
        with server:
            process = self.begin_held_run(server, held)
            process.send_signal(signal.SIGSTOP)  # so that both arrive before anything is committed
            process.send_signal(signal.SIGINT)
            process.send_signal(signal.SIGTERM)
            process.send_signal(signal.SIGCONT)
            process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)

    def test_sigterm_counts_as_ctrl_c(self):
        server, held = self.hold_at(3)
        with server:
            process = self.begin_held_run(server, held)
            process.terminate()
            process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        self.assertTrue((self.folder / "out/a.json").is_file())

    def test_server_and_languages_of_the_settings_hold_without_an_option(self):
        self.add("linn-skew.pdf", "a.pdf")
        (self.root / "config/recto").mkdir(parents=True)
        with FakeServer() as server:
            (self.root / "config/recto/recto.conf").write_text(f"[engine]\naddress={server.url}\n[reading]\nlanguages=deu\n")
            self.recto("convert", "a.pdf")
        self.assertEqual(len(server.requests), 1)
        self.assertEqual(server.requests[0]["recto"]["languages"], ["deu"])

    def test_a_killed_run_leaves_neither_page_workers_nor_files(self):
        server, held = self.hold_at(3)
        with server:
            process = self.begin_held_run(server, held)
            self.assertTrue(self.processes(b"--page-worker"))
            process.kill()
            process.communicate()
            self.wait_for(lambda: not self.processes(b"--page-worker"), "the page workers' end", 10)
        self.assertEqual(list((self.folder / "out").iterdir()), [])

    def test_an_engine_killed_in_mid_page_is_started_again(self):
        self.add("linn-skew.pdf", "a.pdf")
        process = self.start("convert", "a.pdf", "--to", "txt", "--quiet")
        engine = self.wait_for(lambda: self.processes(b"recto-engine"), "the engine")[0]
        # In mid-page: a worker's first quarter of a second is no start and no orientation any more.
        self.wait_for(lambda: sum(map(self.processor_ticks, self.processes(b"recto-tesseract"))) > 25, "the page's reading")
        os.kill(engine, signal.SIGKILL)
        _, errors = process.communicate(timeout=home.LIMIT_S)
        self.assertEqual((process.returncode, errors), (0, b""))
        self.assertIn("LinnSequencer", (self.folder / "a.txt").read_text())

    def test_an_engine_that_keeps_dying_fails_the_page_alone(self):
        self.add("linn-skew.pdf", "a.pdf")
        self.add("pdfa-crazyones.pdf", "b.pdf")
        stop = threading.Event()
        self.addCleanup(stop.set)

        def kill_all():
            while not stop.is_set():
                for pid in self.processes(b"recto-engine"):
                    os.kill(pid, signal.SIGKILL)
                stop.wait(0.05)

        threading.Thread(target=kill_all, daemon=True).start()
        done = self.recto("convert", "a.pdf", "b.pdf", code=1)
        self.assertEqual(len(self.error_lines(done)), 1)
        self.assertRegex(self.error_lines(done)[0], r"^a\.pdf: page 1: .+; .+$")
        self.assertTrue((self.folder / "b.md").is_file())

    def test_our_engine_as_a_server_reads_as_at_home(self):
        self.add("eurotext.tif")
        with socket.create_server(("127.0.0.1", 0)) as probe:
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        server = self.start("engine", "serve", "--listen", address)
        self.addCleanup(server.communicate)
        self.wait_for(lambda: self.answers(address), "the server")
        self.recto("convert", "eurotext.tif", "--to", "json", "--engine", f"http://{address}/v1")
        away = json.loads((self.folder / "eurotext.json").read_text())["pages"][0]
        self.recto("convert", "eurotext.tif", "--to", "json", "--force")
        home_page = json.loads((self.folder / "eurotext.json").read_text())["pages"][0]
        server.terminate()
        self.assertEqual((away["reader"], away["blocks"]), ("tesseract", home_page["blocks"]))

    @staticmethod
    def answers(address):
        try:
            return urllib.request.urlopen(f"http://{address}/health", timeout=5).status == 200
        except OSError:
            return False

    def test_text_that_loops_is_kept_as_a_partial_page(self):
        self.add("pdfa-crazyones.pdf", "a.pdf")
        alone = {"RECTO_ENGINE_PROGRAM": "/nowhere/recto-engine"}  # else Tesseract reads what loops
        with FakeServer(lambda number, handler: handler.page(finish="repetition")) as server:
            done = self.recto("convert", "a.pdf", "--reader", "deepseek-ocr", "--engine", server.url, "--to", "json", code=1,
                environment=alone)
        self.assertRegex(self.error_lines(done)[0], r"^a\.pdf: page 1: .*repeat.*; .+$")
        page = json.loads((self.folder / "a.json").read_text())["pages"][0]
        self.assertEqual(page["status"], "partial")
        self.assertEqual(page["blocks"][0]["text"], "Words of a page")

    def run_on_a_terminal(self, *arguments):
        """What a person's terminal got on standard error."""
        parent, child = pty.openpty()
        pid = os.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.dup2(child, 2)
            os.execve(home.RECTO, [home.RECTO, *arguments], self.environment)
        os.close(child)
        got = b""
        try:
            while piece := os.read(parent, 4096):
                got += piece
        except OSError:  # the terminal's other end was closed
            pass
        os.close(parent)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0)
        return got

    def test_progress_is_shown_on_a_terminal_and_erased(self):
        self.add("rotation-2-pages.pdf", "\x1b]0;evil\x07.pdf")
        got = self.run_on_a_terminal("convert", "\x1b]0;evil\x07.pdf")
        self.assertIn(b"2 of 2", got)
        self.assertTrue(got.endswith(b"\r\x1b[K"), got[-40:])
        self.assertNotIn(b"\x1b]", got)
        self.assertEqual(self.run_on_a_terminal("convert", "\x1b]0;evil\x07.pdf", "--force", "--quiet"), b"")


if __name__ == "__main__":
    unittest.main()
