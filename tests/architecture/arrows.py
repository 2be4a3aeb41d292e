#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every #include under app/, ui/ and engine/ and fails on an arrow that the table below does not allow.

Usage: arrows.py PROJECT_FOLDER. Prints one line for each forbidden include; exit code 1 when there is any.
"""
import pathlib
import re
import sys

LEAF = {"app/base", "app/document"}
STEPS = {f"app/{r}" for r in ("intake", "render", "layout", "prepare", "ocr", "markdown", "align", "exporters", "library", "settings", "locate")}
PIPELINE = LEAF | STEPS | {"app/pipeline"}
ENGINE_BELOW_MODEL = {"engine/base", "engine/kernels", "engine/weights"}
ENGINE_RUNTIME = ENGINE_BELOW_MODEL | {"engine/image", "engine/tokenizer", "engine/model"}
ENGINE_READERS = ENGINE_RUNTIME | {"engine/runtime"}
UI_ROOMS = {f"ui/{r}" for r in ("page_view", "editor", "preview", "pages", "jobs", "contents", "locate", "review", "figures", "dialogs")}

# room -> rooms it may include besides itself
ALLOWED = {
    "app/base": set(),
    "app/document": {"app/base"},
    **{room: LEAF for room in STEPS},
    "app/pipeline": LEAF | STEPS,
    "app/cli": PIPELINE,
    "app/main.cpp": PIPELINE | {"app/cli"},
    "ui/look": LEAF | {"app/settings"},
    **{room: PIPELINE | {"ui/look"} for room in UI_ROOMS},
    "ui/web_view": LEAF | {"ui/preview"},
    "ui/main_window": PIPELINE | UI_ROOMS | {"ui/look"},
    "ui/main.cpp": PIPELINE | {"ui/main_window"},
    "engine/base": set(),
    "engine/kernels": {"engine/base"},
    "engine/image": {"engine/base"},
    "engine/tokenizer": {"engine/base"},
    "engine/weights": {"engine/base"},
    "engine/model": ENGINE_BELOW_MODEL,
    "engine/runtime": ENGINE_RUNTIME,
    "engine/readers": ENGINE_READERS,
    "engine/server": ENGINE_READERS | {"engine/readers"},
    "engine/cli": ENGINE_READERS | {"engine/readers", "engine/server"},
    "engine/main.cpp": ENGINE_READERS | {"engine/readers", "engine/server", "engine/cli"},
    "engine/tesseract_main.cpp": {"engine/readers"},
}

# (rooms, pattern of a library's header, what the house says)
FORBIDDEN_LIBRARIES = [
    (r"^engine/", r"^(Q[A-Z]\w*|Qt\w+/)", "no Qt in engine/"),
    (r"^(app|ui)/", r"^(torch|ATen|c10)/", "no Torch in app/ and ui/"),
    (r"^app/", r"^(QWidget|QtWidgets/|QtWebEngine|QWebEngine|QMainWindow|QApplication)", "no Widgets in app/"),
    (r"^engine/(base|kernels)", r"^(torch|ATen|c10)/", "no Torch in engine/base and engine/kernels"),
    (r"^engine/(?!readers)", r"^(tesseract|leptonica)/", "Tesseract lives in engine/readers"),
]


def room_of(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:2])


def complaints(project: pathlib.Path):
    for top in ("app", "ui", "engine"):
        for file in sorted((project / top).rglob("*")):
            if file.suffix not in (".h", ".cpp", ".cu", ".cuh") or not file.is_file():
                continue
            name = file.relative_to(project).as_posix()
            room = room_of(name)
            if room not in ALLOWED:
                yield f"{name}: the room {room} is not in the table of tests/architecture/arrows.py"
                continue
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
                if not match:
                    continue
                target = match.group(2)
                if re.match(r"(app|ui|engine|tests)/", target):
                    other = room_of(target)
                    generated = other == "app/base" or other == "engine/base"
                    if other != room and other not in ALLOWED[room]:
                        yield f"{name}:{number}: {room} may not include {target}"
                    elif not generated and not (project / target).exists():
                        yield f"{name}:{number}: {target} does not exist; write includes from the repository root"
                elif match.group(1) == '"' and not target.endswith(".moc"):
                    yield f"{name}:{number}: \"{target}\" is not written from the repository root"
                for rooms, pattern, rule in FORBIDDEN_LIBRARIES:
                    if re.search(rooms, name) and re.search(pattern, target):
                        yield f"{name}:{number}: {target}: {rule}"


def main() -> int:
    found = list(complaints(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
