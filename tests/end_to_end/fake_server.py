# SPDX-License-Identifier: GPL-3.0-or-later
"""An OpenAI-compatible server on the loopback that answers as a test says."""
import http.server
import json
import threading

PAGE = "<|ref|>text<|/ref|><|det|>[[10, 10, 900, 90]]<|/det|>\nWords of a page\n\n"


class FakeServer:
    """`behave(number, handler)` is called for the n-th chat request, from 1; None: answers with PAGE.

    Usage: `with FakeServer() as server: … server.url`.
    """

    def __init__(self, behave=None):
        self.behave = behave
        self.requests = []
        self.lock = threading.Lock()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def do_GET(self):
                self.answer(200, "application/json", json.dumps({"object": "list", "data": [{"id": "fake-model", "object": "model"}]}))

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with outer.lock:
                    outer.requests.append(body)
                    number = len(outer.requests)
                try:
                    outer.behave(number, self) if outer.behave else self.page()
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def answer(self, status, kind, text, headers=()):
                content = text.encode() if isinstance(text, str) else text
                self.send_response(status)
                for name, value in [("Content-Type", kind), ("Content-Length", str(len(content))), *headers]:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def page(self, text=PAGE, finish="stop"):
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Connection", "close")
                self.end_headers()
                self.close_connection = True
                for delta, reason in (({"role": "assistant", "content": text}, None), ({}, finish)):
                    chunk = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "fake-model",
                        "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}
                    self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
                self.wfile.write(b"data: [DONE]\n\n")

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.server.shutdown()
        self.server.server_close()
