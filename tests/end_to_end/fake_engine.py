#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for recto-engine (RECTO_ENGINE_PROGRAM) that reads as RECTO_FAKE_RULES, a JSON file, says.

The file is a list of rules; the first whose fields fit answers: {"model"?, "prompt"?, "ngram"?, "mode"?, "narrower"?: only pictures
smaller than the first that came, "text", "loop"?: goes round with these words until the client hangs up, "recto"?, "usage"?}.
Each request's fields are appended to the file's name with ".log", one JSON object a line.
"""
import base64
import fcntl
import http.server
import json
import os
import socketserver
import struct
import sys

options = dict(zip(sys.argv[2::2], sys.argv[3::2]))
rules_file = os.environ["RECTO_FAKE_RULES"]
lock = open(options["--lock"], "w")
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except OSError:
    sys.exit(75)
token = open(options["--token-file"]).read()
first_size = None


def size_of(picture):
    """Of a PNG or a PNM."""
    if picture.startswith(b"\x89PNG"):
        return struct.unpack(">II", picture[16:24])
    if picture[:1] == b"P":
        return tuple(int(n) for n in picture[:60].split()[1:3])
    return (0, 0)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def address_string(self):
        return "local"

    def log_message(self, *arguments):
        pass

    def answer(self, value):
        content = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self):
        if self.path == "/health":
            return self.answer({"status": "ok", "version": "fake", "pid": os.getpid()})
        if self.headers["Authorization"] != f"Bearer {token}":
            return self.send_error(401)
        self.answer({"object": "list", "data": [{"id": "tesseract"}, {"id": "deepseek-ocr"}]})

    def do_POST(self):
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/v1/recto/orientation":
            return self.answer({"degrees": 0, "confidence": 0, "script": "Latin", "languages": ["eng"]})
        picture = b""
        if self.headers["Content-Type"].startswith("multipart/related"):
            boundary = self.headers["Content-Type"].split("boundary=")[1].strip('"').encode()
            parts = content.split(b"--" + boundary)
            content = parts[1].split(b"\r\n\r\n", 1)[1].rsplit(b"\r\n", 1)[0]
            picture = parts[2].split(b"\r\n\r\n", 1)[1]
        self.read(json.loads(content), picture)

    def read(self, body, picture):
        global first_size
        parts = body["messages"][0]["content"]
        prompt = parts if isinstance(parts, str) else parts[-1]["text"]
        if not isinstance(parts, str) and parts[0]["image_url"]["url"].startswith("data:"):
            picture = base64.b64decode(parts[0]["image_url"]["url"].split(",", 1)[1])
        size = size_of(picture)
        first_size = first_size or size
        asked = {"model": body["model"], "prompt": prompt, "ngram": body["vllm_xargs"]["ngram_size"],
            "mode": body.get("recto", {}).get("mode"), "narrower": size != first_size}
        with open(rules_file + ".log", "a") as log:
            log.write(json.dumps(asked) + "\n")
        for rule in json.load(open(rules_file)):
            if all(asked[name] == rule[name] for name in asked if name in rule):
                return self.stream(rule)
        self.send_error(500)

    def stream(self, rule):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        self.event(rule["text"], None)
        while "loop" in rule:
            self.event(rule["loop"], None)
        end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}], "recto": rule.get("recto", {"reader": "deepseek-ocr"})}
        self.wfile.write(f"data: {json.dumps(end)}\n\n".encode())
        if "usage" in rule:
            self.wfile.write(f"data: {json.dumps({'choices': [], 'usage': rule['usage']})}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def event(self, text, finish):
        chunk = {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": finish}]}
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # the client hung up


os.umask(0o177)
Server(options["--socket"], Handler).serve_forever()
