#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of recto convert; see README.md beside this file."""
import argparse
import concurrent.futures
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import time


def processor():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown"


class Bench:
    def __init__(self, arguments):
        self.arguments = arguments
        self.recto = str(pathlib.Path(arguments.programs).resolve() / "recto")
        self.home = tempfile.TemporaryDirectory(prefix="recto-bench-", dir="/tmp")
        folder = pathlib.Path(self.home.name)
        (folder / "run").mkdir(mode=0o700)
        self.out = folder / "out"
        self.environment = os.environ | {"XDG_RUNTIME_DIR": str(folder / "run"), "XDG_STATE_HOME": str(folder / "state"), "RECTO_ENGINE_IDLE_S": "30"}

    def convert(self, *arguments):
        subprocess.run([self.recto, "convert", "-o", str(self.out), "--force", "--quiet", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def engine_seconds(self):
        """Processor time of the engine so far."""
        mark = b"XDG_RUNTIME_DIR=" + os.fsencode(self.environment["XDG_RUNTIME_DIR"])
        total = 0
        for entry in pathlib.Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and b"recto-engine" in (entry / "cmdline").read_bytes() and mark in (entry / "environ").read_bytes():
                    fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                    total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            except OSError:
                pass
        return total

    def own_seconds(self):
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    def scans(self, pictures):
        pictures = list(dict.fromkeys(pictures))  # recto reads a file that is named twice once
        self.convert("--reader", "tesseract", "--to", "txt", "--language", "eng", pictures[0])  # starts the engine
        for round_number in range(1, self.arguments.rounds + 1):
            begin = time.monotonic()
            before = self.own_seconds()
            with concurrent.futures.ThreadPoolExecutor(2) as pool:  # two processes, each takes the next picture
                list(pool.map(self.tesseract, pictures))
            plain = time.monotonic() - begin
            plain_busy = (self.own_seconds() - before) / plain
            begin = time.monotonic()
            before = self.own_seconds() + self.engine_seconds()
            self.convert("--reader", "tesseract", "--to", "txt", "--language", "eng", *pictures)
            ours = time.monotonic() - begin
            busy = (self.own_seconds() + self.engine_seconds() - before) / ours
            pages = len(pictures)
            print(f"round {round_number}: {pages} pictures; two tesseract {60 * pages / plain:.2f} pages/min ({plain_busy:.2f} processors busy); "
                  f"recto {60 * pages / ours:.2f} pages/min ({busy:.2f} busy); overhead {100 * (ours / plain - 1):+.1f} % of time, "
                  f"{100 * (busy * ours / (plain_busy * plain) - 1):+.1f} % of processor time", flush=True)

    def tesseract(self, picture):
        subprocess.run(["tesseract", picture, os.path.join(self.home.name, os.path.basename(picture)), "--psm", "1", "-l", "eng"],
            env=os.environ | {"OMP_THREAD_LIMIT": "1"}, check=True, capture_output=True)

    def text(self, file):
        done = subprocess.run([self.recto, "convert", file, "-o", "-", "--to", "json"], env=self.environment, check=True, capture_output=True)
        pages = len(json.loads(done.stdout)["pages"])
        for extension in ("txt", "md"):
            times, busy = [], []
            for _ in range(self.arguments.rounds):
                before, begin = self.own_seconds(), time.monotonic()
                self.convert("--reader", "text", "--to", extension, file)
                times.append(time.monotonic() - begin)
                busy.append(self.own_seconds() - before)
            print(f"{extension}: {pages} pages, {1000 * min(times) / pages:.2f} ms a page (whole run), {1000 * min(busy) / pages:.2f} ms of processor time a page", flush=True)

    def memory(self, file):
        long = os.path.join(self.home.name, "long.pdf")
        pages = int(subprocess.run(["qpdf", "--show-npages", file], check=True, capture_output=True, text=True).stdout)
        ranges = []
        left = self.arguments.pages
        while left > 0:
            ranges += [file, f"1-{min(left, pages)}"]
            left -= pages
        subprocess.run(["qpdf", "--empty", "--pages", *ranges, "--", long], check=True)
        for extension in self.arguments.formats.split(","):
            self.measure_memory(long, extension)

    def measure_memory(self, file, extension):
        process = subprocess.Popen([self.recto, "convert", file, "-o", str(self.out), "--force", "--reader", "text", "--to", extension, "--json-lines"],
            env=self.environment, stdout=subprocess.PIPE, text=True)
        samples = []  # (pages read, KB)
        read = 0
        is_over = threading.Event()

        def sample():
            while not is_over.wait(0.05):
                samples.append((read, self.pss(process.pid)))

        sampler = threading.Thread(target=sample)
        sampler.start()
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "page":
                read += 1
        is_over.set()
        sampler.join()
        process.wait()
        reading = [(n, kb) for n, kb in samples if 20 <= n and kb > 0]
        early = [kb for n, kb in reading if n <= 60] or [reading[0][1]]
        late = [kb for n, kb in reading if n >= 0.95 * read]
        first, last = sum(early) / len(early), sum(late) / len(late)
        print(f"{extension}: {read} pages; {first / 1024:.1f} MB after page 20, {last / 1024:.1f} MB at the end, highest {max(kb for _, kb in samples) / 1024:.1f} MB; "
              f"{(last - first) / max(1, read - 40):.1f} KB a page more", flush=True)

    def pss(self, pid):
        """KB of recto and its page workers."""
        total = 0
        children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
        for process in [str(pid), *children]:
            try:
                if process != str(pid) and b"--page-worker" not in pathlib.Path(f"/proc/{process}/cmdline").read_bytes():
                    continue
                for line in open(f"/proc/{process}/smaps_rollup"):
                    if line.startswith("Pss:"):
                        total += int(line.split()[1])
            except OSError:
                pass
        return total


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", required=True, help="folder with recto and recto-engine")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--formats", default="txt,md,json,html,docx")
    parser.add_argument("what", choices=["scans", "text", "memory"])
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"{' '.join(sys.argv)}\n{processor()}, {os.cpu_count()} processors, load {load:.1f}" + (" (NOT IDLE)" if load > 0.5 else ""), flush=True)
    bench = Bench(arguments)
    bench.scans(arguments.files) if arguments.what == "scans" else getattr(bench, arguments.what)(arguments.files[0])


if __name__ == "__main__":
    main()
