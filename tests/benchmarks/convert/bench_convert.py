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
                program = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
                if (b"recto-engine" in program or b"recto-tesseract" in program) and mark in (entry / "environ").read_bytes():
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
        samples = []  # (pages read, KB of its own, KB with its share of the libraries)
        read = 0
        is_over = threading.Event()

        def sample():
            while not is_over.wait(0.05):
                samples.append((read, *self.memory_of(process.pid)))

        sampler = threading.Thread(target=sample)
        sampler.start()
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "page":
                read += 1
        is_over.set()
        sampler.join()
        process.wait()
        reading = [sample for sample in samples if sample[0] >= 20 and sample[1] > 0]
        early = [own for pages, own, _ in reading if pages < 20 + self.period]
        late = [own for pages, own, _ in reading if pages >= read - self.period]
        if read < 20 + 2 * self.period or not early or not late:
            sys.exit(f"{extension}: too few pages or samples; give --pages {20 + 2 * self.period} or more")
        first, last = sum(early) / len(early), sum(late) / len(late)
        print(f"{extension}: {read} pages; own memory {first / 1024:.1f} MB in the {self.period} pages after page 20, {last / 1024:.1f} MB in the last {self.period}, "
              f"{(last - first) / (read - 20 - self.period):.1f} KB a page more; with its share of the libraries {max(pss for *_, pss in samples) / 1024:.1f} MB at most", flush=True)

    # Page workers are replaced after 100 calls each, and there are two: this many pages go through one rise and fall of their memory.
    period = 200

    def memory_of(self, pid):
        """KB of recto and its page workers: of its own (pages of no file), and PSS, which falls when another program uses the same libraries."""
        own = pss = 0
        children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
        for process in [str(pid), *children]:
            try:
                if process != str(pid) and b"--page-worker" not in pathlib.Path(f"/proc/{process}/cmdline").read_bytes():
                    continue
                for line in open(f"/proc/{process}/smaps_rollup"):
                    if line.startswith("Pss:"):
                        pss += int(line.split()[1])
                    elif line.startswith(("Pss_Anon:", "Pss_Shmem:")):
                        own += int(line.split()[1])
            except OSError:
                pass
        return own, pss


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
