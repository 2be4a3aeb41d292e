#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages a minute through recto-engine with N in flight, beside N processes of `tesseract --psm 1` on the same pictures.

Usage: run.py --engine build/bin/recto-engine [--at-once 2] [--rounds 3] PICTURE…
Rounds alternate between the two, so that other work on the machine hits both; the overhead is of the best rounds.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "contract"))
os.environ["OMP_THREAD_LIMIT"] = "1"


def timed(work, items, at_once):
    """(seconds, processor seconds of this process's children)"""
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        list(pool.map(work, items))
    return time.monotonic() - start


def processor_seconds(engine):
    """Of the engine and its workers."""
    ticks = 0
    for pid in (engine.process.pid, *engine.workers()):
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", required=True)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("pictures", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    os.environ["RECTO_ENGINE_PROGRAM"] = arguments.engine
    from engine_process import Engine, page_request

    def plain(picture):
        subprocess.run(["tesseract", str(picture), "-", "--psm", "1", "-l", "eng"], capture_output=True, check=True)

    with Engine("--threads", str(arguments.at_once)) as engine:
        def ours(picture):
            status, _ = engine.chat(page_request(picture.read_bytes(), recto={"languages": ["eng"]}), timeout=600)
            assert status == 200

        ours(arguments.pictures[0])  # loads the language data, as it stays loaded
        walls, processors = {plain: [], ours: []}, {plain: [], ours: []}
        for _ in range(arguments.rounds):
            for work in (plain, ours):
                before = (sum(os.times()[2:4]), processor_seconds(engine))
                walls[work].append(timed(work, arguments.pictures, arguments.at_once))
                after = (sum(os.times()[2:4]), processor_seconds(engine))
                processors[work].append((after[0] - before[0]) if work is plain else (after[1] - before[1]))
    pages = len(arguments.pictures)
    for name, work in (("tesseract --psm 1", plain), ("recto-engine", ours)):
        print(f"{name}: {60 * pages / min(walls[work]):.1f} pages a minute, {min(processors[work]) / pages:.2f} s of processor a page, "
              f"{min(processors[work]) / min(walls[work]):.2f} cores used")
    print(f"overhead: {100 * (min(walls[ours]) / min(walls[plain]) - 1):+.1f} % of the time, "
          f"{100 * (min(processors[ours]) / min(processors[plain]) - 1):+.1f} % of the processor")


if __name__ == "__main__":
    main()
