#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""memory.py RECTO-WINDOW FILE.pdf: memory of the window with its page workers, and of the web processes beside it: with nothing open, at open,
after 200 page-downs, and the same with pages reading by themselves, as they do unless told not to.

Proportional set size (PSS), as the kernel counts it; in brackets what the window shares with nobody. Keys come from xdotool.
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time


def descendants(root):
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit():
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            pass
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {root}


def megabytes(pid, *fields):
    try:
        lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.split(":")[0] in fields) / 1024


def tell(what, window, limit):
    workers = web = 0
    for pid in descendants(window):
        command = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
        workers += megabytes(pid, "Pss") if b"--page-worker" in command else 0
        web += megabytes(pid, "Pss") if b"QtWebEngineProcess" in command else 0
    own, share = megabytes(window, "Private_Clean", "Private_Dirty"), megabytes(window, "Pss")
    verdict = f"limit {limit}: {'met' if share + workers <= limit else 'MISSED'}" if limit else ""
    print(f"{what:44} {share + workers:6.1f} MB = window {share:.1f} [{own:.1f}] + workers {workers:.1f}; web {web:.1f}  {verdict}", flush=True)


def press(key, times):
    subprocess.run(["xdotool", "key", "--delay", "30", "--repeat", str(times), "--repeat-delay", "30", key], check=True)


def run(program, book, environment, by_itself):
    (book.parent / (book.stem + ".recto")).unlink(missing_ok=True)
    settings = pathlib.Path(environment["HOME"]) / ".config/recto/recto.conf"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("" if by_itself else "[reading]\nby_itself=false\n")
    manner = "reading" if by_itself else "not reading"
    window = subprocess.Popen([program, str(book)], env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        time.sleep(8)
        tell(f"at open, {manner}", window.pid, 130)
        if by_itself:
            time.sleep(30)
            tell("when all pages are read, none turned", window.pid, 130)
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(window.pid)], capture_output=True, text=True, check=True)
        subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[-1]], check=True)
        press("F6", 1)
        press("Next", 200)
        time.sleep(3)
        tell(f"after 200 page-downs, {manner}", window.pid, 220)
        if by_itself:
            time.sleep(10)
            tell("and at rest", window.pid, 220)
    finally:
        os.killpg(window.pid, signal.SIGTERM)
        window.wait()


def main():
    program, book = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CONFIG_HOME": home + "/.config", "QT_QPA_PLATFORM": "xcb"}
        empty = subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(6)
        tell("with nothing open", empty.pid, 0)
        os.killpg(empty.pid, signal.SIGTERM)
        empty.wait()
        for by_itself in (False, True):
            run(program, book, environment, by_itself)


if __name__ == "__main__":
    main()
