# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts recto-engine for a test and speaks to it over its Unix socket."""
import base64
import http.client
import json
import os
import pathlib
import resource
import socket
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("RECTO_ENGINE_PROGRAM", "recto-engine")
DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
PROMPT = "<|grounding|>Convert the document to markdown."


def wait_until(condition, seconds=30, what="the condition"):
    """Polls until condition() is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"{what} did not come true within {seconds} s")


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, timeout=120):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Engine:
    """with Engine("--recordings", DIR) as engine: … ends it and removes its folder."""

    def __init__(self, *options, environment=None, tcp=False, key=None, limit=None):
        self.folder = tempfile.TemporaryDirectory(prefix="recto-engine-test-")
        self.socket = os.path.join(self.folder.name, "socket")
        self.lock = os.path.join(self.folder.name, "lock")
        self.key = key
        self.log = os.path.join(self.folder.name, "log")
        where = ["--listen", "127.0.0.1:0"] if tcp else ["--socket", self.socket]
        if key:
            key_file = pathlib.Path(self.folder.name, "key")
            key_file.write_text(key + "\n")
            options = (*options, "--token-file", str(key_file))
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [PROGRAM, "serve", *where, "--lock", self.lock, *options],
                env={**os.environ, **(environment or {})}, stdout=log, stderr=log,
                preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))) if limit else None)
        wait_until(lambda: "listening on" in self.log_text() or self.process.poll() is not None, 60, "listening")
        if self.process.poll() is not None:
            raise AssertionError(f"recto-engine ended with {self.process.returncode}: {self.log_text()}")
        self.address = self.log_text().split("listening on ")[1].split()[0]

    def log_text(self):
        return pathlib.Path(self.log).read_text(errors="replace")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.folder.cleanup()

    def connect(self, timeout=120):
        if self.address.startswith("unix:"):
            return UnixConnection(self.socket, timeout)
        return http.client.HTTPConnection(self.address, timeout=timeout)

    def request(self, method, path, body=None, headers=None, timeout=120):
        """(status, headers, bytes)"""
        connection = self.connect(timeout)
        headers = {"Content-Type": "application/json", **(headers or {})}
        if self.key and "Authorization" not in headers:
            headers["Authorization"] = f"Bearer {self.key}"
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        data = response.read()
        connection.close()
        return response.status, response.headers, data

    def chat(self, body, **keywords):
        """(status, parsed JSON) of an answer that is not streamed."""
        status, _, data = self.request("POST", "/v1/chat/completions", body, **keywords)
        return status, json.loads(data)

    def workers(self):
        """The Tesseract workers of this engine, by number."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and b"recto-tesseract" in (entry / "cmdline").read_bytes():
                    if int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) == self.process.pid:
                        found.append(int(entry.name))
            except OSError:
                pass
        return found

    def memory_of(self, pid):
        """Resident bytes; 0 when it is gone."""
        try:
            return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            return 0

    def metric(self, name):
        _, _, text = self.request("GET", "/metrics")
        return {line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1])
                for line in text.decode().splitlines() if not line.startswith("#")}.get(name, 0.0)


def picture_url(picture, kind="image/png"):
    return f"data:{kind};base64,{base64.b64encode(picture).decode()}"


def page_request(picture, prompt=PROMPT, model="tesseract", **fields):
    """A body as app/ocr sends it."""
    content = [{"type": "image_url", "image_url": {"url": picture_url(picture)}}, {"type": "text", "text": prompt}]
    return {"model": model, "messages": [{"role": "user", "content": content}], "temperature": 0, "max_tokens": 8192,
            "skip_special_tokens": False, **fields}


def events(data):
    """The JSON of each event of a stream; "[DONE]" as that string."""
    found = []
    for block in data.decode().split("\n\n"):
        if block.startswith("data: "):
            found.append("[DONE]" if block == "data: [DONE]" else json.loads(block[6:]))
    return found
