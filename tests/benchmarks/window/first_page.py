#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""first_page.py ROUNDS FILE.pdf NAME=COMMAND…: from a program's start to its first page on the screen, for several programs in turn.

All are seen in the same way: a virtual screen whose pixels are a file (Xvfb -fbdir), looked at every 4 ms. A page is visible when half of
the pixels are there that its heading's colour has in the end (bench_window --make); the window is there when the screen is no longer black.
The first round warms caches and is not counted. A COMMAND is split at blanks; FILE.pdf is added.
"""
import mmap
import os
import pathlib
import shlex
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time

COLOUR = bytes((100, 0, 200))  # blue, green, red: bench_window's heading
WIDTH, HEIGHT = 1440, 900
LOOK_EVERY_S = 0.004
SETTLE_S = 1.5  # without a change, and the picture is final
GIVE_UP_S = 60


class Screen:
    """A virtual screen; `rows` is every eighth line of its pixels."""

    def __init__(self, folder):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.name = ":" + os.read(read, 16).decode().strip()
        with open(pathlib.Path(folder) / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">20I", self.memory[:80])
        self.start, self.line = head[0] + 12 * head[19], head[12]

    def rows(self):
        return b"".join(self.memory[at:at + 4 * WIDTH] for at in range(self.start, self.start + HEIGHT * self.line, 8 * self.line))

    def close(self):
        self.server.terminate()
        self.server.wait()


def watch(screen, command, environment):
    """Seconds to anything on the screen, and to the page."""
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    window, seen, last_change = None, [], begin
    while (now := time.monotonic()) - begin < GIVE_UP_S:
        rows = screen.rows()
        if window is None and rows.count(b"\0") < len(rows) * 0.8:
            window = now - begin
        count = rows.count(COLOUR)
        if not seen or seen[-1][1] != count:
            seen.append((now - begin, count))
            last_change = now
        if count and now - last_change > SETTLE_S:
            break
        time.sleep(LOOK_EVERY_S)
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    final = seen[-1][1]
    page = next((t for t, count in seen if final and count >= final / 2), None)
    while screen.rows().count(b"\0") < len(screen.rows()) * 0.99:  # its window has gone
        time.sleep(0.02)
    return window, page


def main():
    rounds, book = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    programs = dict(argument.split("=", 1) for argument in sys.argv[3:])
    times = {name: ([], []) for name in programs}
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        home = pathlib.Path(folder) / "home"
        (home / "run").mkdir(parents=True, mode=0o700)
        environment = os.environ | {"DISPLAY": screen.name, "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), "QT_QPA_PLATFORM": "xcb"}
        for number in range(rounds + 1):
            for name, command in programs.items():
                book.with_suffix(".recto").unlink(missing_ok=True)
                window, page = watch(screen, [*shlex.split(command), str(book)], environment)
                if number and window and page:
                    times[name][0].append(window)
                    times[name][1].append(page)
        screen.close()
    print(f"load {os.getloadavg()[0]:.1f}; {book.name}, {rounds} rounds, ms: median (least)")
    for name, (window, page) in times.items():
        line = "  ".join(f"{what} {1000 * statistics.median(t):6.0f} ({1000 * min(t):5.0f})" if t else f"{what} never" for what, t in (("window", window), ("page", page)))
        print(f"{name:14} {line}")


if __name__ == "__main__":
    main()
