# SPDX-License-Identifier: GPL-3.0-or-later
"""engine/server/README.md, sentence by sentence, against the real program."""
import base64
import concurrent.futures
import contextlib
import json
import os
import pathlib
import signal
import socket
import stat
import subprocess
import tempfile
import time
import unittest

import engine_glyphs
import engine_pictures as pictures
from engine_process import DATA, PROGRAM, PROMPT, Engine, events, page_request, picture_url, wait_until


class Requests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Engine("--idle-seconds", "300").__enter__()
        cls.addClassCleanup(cls.engine.__exit__)
        cls.page = pictures.page()

    def refused(self, body, status, code, param=None):
        got, answer = self.engine.chat(body)
        self.assertEqual((got, answer["error"]["code"]), (status, code), answer)
        if param is not None:
            self.assertEqual(answer["error"]["param"], param)
        self.assertEqual(set(answer["error"]), {"message", "type", "param", "code"})
        return answer["error"]["message"]

    def test_a_page_is_answered_whole(self):
        status, answer = self.engine.chat(page_request(self.page, recto={"languages": ["eng"]}))
        self.assertEqual(status, 200)
        self.assertEqual(answer["object"], "chat.completion")
        self.assertIn("quick", answer["choices"][0]["message"]["content"])
        self.assertEqual(answer["choices"][0]["finish_reason"], "stop")
        self.assertEqual(answer["recto"]["reader"], "tesseract")
        self.assertEqual(len(answer["recto"]["model_sha256"]), 64)
        self.assertEqual(answer["usage"]["total_tokens"],
                         answer["usage"]["prompt_tokens"] + answer["usage"]["completion_tokens"])

    def test_a_streamed_page_says_what_the_whole_one_says(self):
        _, whole = self.engine.chat(page_request(self.page, recto={"languages": "eng"}))
        status, headers, data = self.engine.request("POST", "/v1/chat/completions", page_request(
            self.page, stream=True, stream_options={"include_usage": True}, recto={"languages": ["eng"]}))
        self.assertEqual((status, headers["Content-Type"]), (200, "text/event-stream"))
        chunks = events(data)
        self.assertEqual(chunks[-1], "[DONE]")
        self.assertEqual(chunks[0]["choices"][0]["delta"], {"role": "assistant", "content": ""})
        text = "".join(c["choices"][0]["delta"].get("content", "") for c in chunks[:-1] if c["choices"])
        self.assertEqual(text, whole["choices"][0]["message"]["content"])
        self.assertEqual(len({c["id"] for c in chunks[:-1]}), 1)

    def test_recto_comes_on_the_last_choice_and_usage_after_it(self):
        _, _, data = self.engine.request("POST", "/v1/chat/completions", page_request(
            self.page, stream=True, stream_options={"include_usage": True}, recto={"languages": ["eng"]}))
        chunks = events(data)[:-1]
        self.assertEqual([bool(c.get("recto")) for c in chunks].index(True), len(chunks) - 2)
        self.assertEqual(chunks[-2]["choices"][0]["finish_reason"], "stop")
        self.assertEqual((chunks[-1]["choices"], "usage" in chunks[-1]), ([], True))
        words = chunks[-2]["recto"]["words"]
        self.assertEqual(words[0]["text"], "The")
        for word in words:
            x0, y0, x1, y1 = word["box"]
            self.assertTrue(0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1 and 0 <= word["confidence"] <= 1, word)

    def test_usage_is_left_out_unless_asked_for(self):
        _, _, data = self.engine.request("POST", "/v1/chat/completions",
                                         page_request(pictures.png(200, 200), stream=True, recto={"languages": ["eng"]}))
        self.assertFalse(any("usage" in chunk for chunk in events(data)[:-1]))

    def test_a_blank_page_is_an_empty_answer(self):
        status, answer = self.engine.chat(page_request(pictures.png(800, 1000), recto={"languages": ["eng"]}))
        self.assertEqual((status, answer["choices"][0]["message"]["content"], answer["recto"]["words"]), (200, "", []))

    def test_a_black_page_and_a_dot_are_answered(self):
        for picture in (pictures.png(800, 1000, 0), pictures.png(1, 1), pictures.png(3000, 10)):
            status, _ = self.engine.chat(page_request(picture, recto={"languages": ["eng"]}))
            self.assertEqual(status, 200)

    def test_unknown_fields_are_ignored_and_null_is_not_given(self):
        body = page_request(pictures.png(50, 50), frequency_penalty=0.5, whatever={"a": [1]}, seed=None, stop=None,
                            recto={"languages": ["eng"], "mode": "gundam", "future": True})
        self.assertEqual(self.engine.chat(body)[0], 200)

    def test_a_wrong_type_is_400_with_the_fields_name(self):
        wrong = [("stream", "yes"), ("temperature", "0"), ("max_tokens", "many"), ("top_p", [1]), ("stop", 7),
                 ("seed", 1.5), ("logprobs", 1), ("top_logprobs", "2"), ("skip_special_tokens", 0),
                 ("stream_options", True), ("vllm_xargs", []), ("recto", "x"), ("messages", {}), ("model", 3)]
        for field, value in wrong:
            with self.subTest(field=field):
                self.refused({**page_request(self.page), field: value}, 400, "invalid_type", field)

    def test_a_wrong_type_within_an_object_is_named_with_its_path(self):
        wrong = [({"vllm_xargs": {"ngram_size": "30"}}, "vllm_xargs.ngram_size"),
                 ({"vllm_xargs": {"whitelist_token_ids": [1, "2"]}}, "vllm_xargs.whitelist_token_ids"),
                 ({"recto": {"mode": 7}}, "recto.mode"), ({"recto": {"max_tiles": "9"}}, "recto.max_tiles"),
                 ({"recto": {"languages": [1]}}, "recto.languages"),
                 ({"stream_options": {"include_usage": "yes"}}, "stream_options.include_usage")]
        for fields, path in wrong:
            with self.subTest(path=path):
                self.refused(page_request(self.page, **fields), 400, "invalid_type", path)

    def test_a_value_out_of_range_is_400(self):
        wrong = [("max_tokens", 0), ("max_tokens", -5), ("temperature", -1), ("temperature", 3), ("top_p", 0),
                 ("top_p", 1.5), ("top_logprobs", 21), ("n", 2)]
        for field, value in wrong:
            with self.subTest(field=field, value=value):
                self.refused(page_request(self.page, **{field: value}), 400, "invalid_value", field)

    def test_broken_json_is_400(self):
        for body in (b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"model": "tesseract"' + b"}" * 3):
            with self.subTest(body=body):
                self.refused(body, 400, "invalid_json")

    def test_json_nested_too_deep_is_400(self):
        self.refused(b'{"a":' * 100_000, 400, "invalid_json")
        self.refused(b"[" * 1_000_000, 400, "invalid_json")

    def test_two_pictures_or_two_prompts_or_two_messages_are_400(self):
        twice = page_request(self.page)
        twice["messages"][0]["content"] *= 2
        self.refused(twice, 400, "invalid_value")
        message = page_request(self.page)["messages"][0]
        self.refused({"model": "tesseract", "messages": [message, message]}, 400, "invalid_value")

    def test_an_image_mark_in_the_prompt_is_400(self):
        self.assertIn("<image>", self.refused(page_request(self.page, prompt="<image>\nFree OCR."), 400, "invalid_value"))

    def test_a_picture_is_never_fetched(self):
        for url in ("http://127.0.0.1/x.png", "https://example.org/x.png", "ftp://x", "x"):
            body = page_request(self.page)
            body["messages"][0]["content"][0]["image_url"]["url"] = url
            self.refused(body, 400, "invalid_value")

    def test_a_file_url_is_refused_without_a_folder(self):
        body = page_request(self.page)
        body["messages"][0]["content"][0]["image_url"]["url"] = "file:///etc/passwd"
        self.refused(body, 400, "invalid_value")

    def test_an_undecodable_picture_is_400_with_the_reason(self):
        good = pictures.png(300, 300)
        for picture in (b"", b"x", b"<html></html>" * 10, good[:60], good[:-30], os.urandom(5000),
                        (DATA / "broken" / "png-truncated.png").read_bytes(),
                        (DATA / "broken" / "jp2-truncated.jp2").read_bytes()):
            with self.subTest(bytes=len(picture)):
                self.refused(page_request(picture), 400, "picture_undecodable")

    def test_broken_base64_is_400(self):
        body = page_request(self.page)
        body["messages"][0]["content"][0]["image_url"]["url"] = "data:image/png;base64,***"
        self.refused(body, 400, "picture_undecodable")

    def test_an_over_large_picture_is_400_before_memory_is_taken(self):
        message = self.refused(page_request(pictures.huge_header()), 400, "picture_too_large")
        self.assertIn("60000 x 60000", message)
        status, answer = self.engine.chat(page_request((DATA / "broken" / "bmp-six-terapixel.bmp").read_bytes()))
        self.assertEqual((status, answer["error"]["code"][:8]), (400, "picture_"))

    def test_a_missing_language_is_named_with_the_place_for_its_data(self):
        message = self.refused(page_request(self.page, recto={"languages": ["eng", "xyz"]}), 400, "language_missing")
        self.assertIn("xyz.traineddata", message)
        self.assertIn("tessdata", message)

    def test_a_language_cannot_leave_the_data_folder(self):
        self.refused(page_request(self.page, recto={"languages": ["../../etc/passwd"]}), 400, "invalid_value")

    def test_an_unknown_model_is_404_and_an_unavailable_one_says_why(self):
        self.assertIn("tesseract", self.refused(page_request(self.page, model="gpt"), 404, "model_not_found"))
        self.assertIn("--model", self.refused(page_request(self.page, model="deepseek-ocr"), 404, "model_not_found"))

    def test_models_lists_the_readers_and_what_is_missing(self):
        _, _, data = self.engine.request("GET", "/v1/models")
        models = json.loads(data)
        self.assertEqual([m["id"] for m in models["data"]], ["tesseract"])
        self.assertIn("eng", models["data"][0]["recto"]["languages"])
        self.assertEqual(models["recto"]["unavailable"][0]["id"], "deepseek-ocr")
        self.assertEqual(self.engine.request("GET", "/v1/models/tesseract")[0], 200)
        self.assertEqual(self.engine.request("GET", "/v1/models/none")[0], 404)

    def test_health_and_metrics_answer(self):
        status, _, data = self.engine.request("GET", "/health")
        self.assertEqual((status, json.loads(data)["status"], json.loads(data)["pid"]), (200, "ok", self.engine.process.pid))
        self.engine.chat(page_request(pictures.png(50, 50), recto={"languages": ["eng"]}))
        self.assertGreater(self.engine.metric('recto_requests_total{reader="tesseract",outcome="ok"}'), 0)

    def test_wrong_routes_and_methods_have_json_bodies(self):
        for method, path, status in (("GET", "/nothing", 404), ("GET", "/v1/chat/completions", 405), ("POST", "/nope", 404)):
            got, _, data = self.engine.request(method, path, "{}" if method == "POST" else None)
            self.assertEqual((got, "error" in json.loads(data)), (status, True))

    def test_a_gzip_bomb_ends_at_the_bodys_limit(self):
        import gzip
        bomb = gzip.compress(b" " * (300 << 20), 9)
        status, _, data = self.engine.request("POST", "/v1/chat/completions", bomb, {"Content-Encoding": "gzip"})
        self.assertEqual((status, json.loads(data)["error"]["code"]), (413, "body_too_large"))

    def test_a_body_that_announces_too_much_is_413(self):
        with contextlib.closing(self.engine.connect()) as connection:
            connection.putrequest("POST", "/v1/chat/completions")
            connection.putheader("Content-Length", str(300 << 20))
            connection.endheaders()
            response = connection.getresponse()
            self.assertEqual((response.status, json.loads(response.read())["error"]["code"]), (413, "body_too_large"))

    def test_the_shared_requests_are_understood(self):
        for name in ("request_plain.json", "request_recto.json"):
            body = json.loads((pathlib.Path(__file__).parent / "data" / name).read_text())
            status, answer = self.engine.chat({"model": "tesseract", **body})
            self.assertEqual((status, answer["error"]["code"]), (400, "picture_undecodable"), name)  # its picture is PICTURE

    def test_turned_pages_are_told_by_the_orientation_route(self):
        status, _, data = self.engine.request("POST", "/v1/recto/orientation", self.page, {"Content-Type": "image/tiff"})
        answer = json.loads(data)
        self.assertEqual((status, answer["degrees"], answer["script"], answer["languages"]), (200, 0, "Latin", ["eng"]))
        self.assertGreater(answer["confidence"], 2)
        body = {"image_url": {"url": picture_url(self.page)}}
        self.assertEqual(json.loads(self.engine.request("POST", "/v1/recto/orientation", body)[2])["degrees"], 0)

    def orientation_of(self, picture, **recto):
        """(degrees, text) of a page that is asked about while it is read."""
        status, answer = self.engine.chat(page_request(picture, recto={"orientation": {"least_confidence": 5}, **recto}))
        self.assertEqual(status, 200, answer)
        return answer["recto"]["orientation"]["degrees"], answer["choices"][0]["message"]["content"]

    def test_a_page_tells_while_it_is_read_which_way_up_it_stands(self):
        for recto in ({}, {"languages": ["eng"]}):
            degrees, text = self.orientation_of(pictures.turned_page(0), **recto)
            self.assertEqual((degrees, "<|ref|>" in text), (0, True))

    def test_a_turned_page_says_how_far_to_turn_it_and_is_not_read(self):
        for turned in (90, 180, 270):
            for recto in ({}, {"languages": ["eng"]}):
                self.assertEqual(self.orientation_of(pictures.turned_page(turned), **recto), ((360 - turned) % 360, ""))

    def test_a_turned_page_is_read_as_it_stands_when_nobody_asks_or_nothing_is_sure_enough(self):
        page = pictures.turned_page(180)
        _, answer = self.engine.chat(page_request(page, recto={"languages": ["eng"]}))
        self.assertNotIn("orientation", answer["recto"])
        _, answer = self.engine.chat(page_request(page, recto={"languages": ["eng"], "orientation": {"least_confidence": 900}}))
        self.assertEqual((answer["recto"]["orientation"]["degrees"], len(answer["recto"]["words"]) > 0), (180, True))
        self.refused(page_request(page, recto={"orientation": {}}), 400, "missing_field", "recto.orientation.least_confidence")
        self.refused(page_request(page, recto={"orientation": 5}), 400, "invalid_type", "recto.orientation")

    def send_related(self, picture, url="cid:page", boundary="b0", **fields):
        body = page_request(b"", recto={"languages": ["eng"]}, **fields)
        body["messages"][0]["content"][0]["image_url"]["url"] = url
        parts = (f"--{boundary}\r\nContent-Type: application/json\r\n\r\n".encode() + json.dumps(body).encode()
                 + f"\r\n--{boundary}\r\nContent-ID: <page>\r\n\r\n".encode() + picture + f"\r\n--{boundary}--\r\n".encode())
        return self.engine.request("POST", "/v1/chat/completions", parts,
                                   {"Content-Type": f'multipart/related; type="application/json"; boundary={boundary}'})

    def test_a_picture_may_come_beside_the_json(self):
        _, whole = self.engine.chat(page_request(self.page, recto={"languages": ["eng"]}))
        status, _, data = self.send_related(self.page)
        self.assertEqual((status, json.loads(data)["choices"]), (200, whole["choices"]))

    def test_bare_pixels_say_what_the_packed_picture_says(self):
        rows = engine_glyphs.text_rows(700, 500)
        _, packed = self.engine.chat(page_request(pictures.text_page(), recto={"languages": ["eng"]}))
        status, _, data = self.send_related(b"P5\n700 500 255\n" + b"".join(rows))
        self.assertEqual((status, json.loads(data)["choices"]), (200, packed["choices"]))
        colour = b"".join(bytes(value for pixel in row for value in (pixel, pixel, pixel)) for row in rows)
        self.assertEqual(self.send_related(b"P6\n700 500 255\n" + colour)[0], 200)
        for broken in (b"P5\n700 500 255\nshort", b"P5\n0 5 255\n", b"P6\n99999 99999 255\n", b"P4\n8", b"P5\n-1 -1 255\n"):
            status, _, data = self.send_related(broken)
            self.assertEqual((status, json.loads(data)["error"]["code"][:8]), (400, "picture_"), broken)

    def test_a_part_that_did_not_come_is_400(self):
        status, _, data = self.send_related(self.page, url="cid:other")
        self.assertEqual((status, json.loads(data)["error"]["code"]), (400, "invalid_value"))
        for kind, body in (("multipart/related", b"x"), ("multipart/related; boundary=b", b"x"), ("multipart/related; boundary=b", b"--b--"),
                           ("multipart/related; boundary=b", b"--b\r\n\r\n{}"), ("multipart/related; boundary=b", b"--b")):
            status, _, data = self.engine.request("POST", "/v1/chat/completions", body, {"Content-Type": kind})
            self.assertEqual((status, json.loads(data)["error"]["code"]), (400, "invalid_value"), body)

    def test_too_few_characters_have_no_orientation(self):
        _, _, data = self.engine.request("POST", "/v1/recto/orientation", pictures.png(500, 500), {"Content-Type": "image/png"})
        answer = json.loads(data)
        self.assertEqual((answer["degrees"], answer["confidence"], answer["script"]), (0, 0, ""))


class Clients(unittest.TestCase):
    """Many, slow and vanishing ones."""

    def test_work_of_a_vanished_client_is_given_up_within_5_seconds(self):
        with Engine("--threads", "1") as engine:
            page = pictures.long_page()
            for stream in (True, False):
                connection = engine.connect()
                connection.request("POST", "/v1/chat/completions",
                                   json.dumps(page_request(page, stream=stream, recto={"languages": ["eng"]})))
                wait_until(lambda: engine.metric("recto_requests_running") == 1, 20, "reading")
                connection.close()
                left = time.monotonic()
                wait_until(lambda: engine.metric("recto_requests_running") == 0, 5, "giving up")
                self.assertLess(time.monotonic() - left, 5)

    def test_noise_that_tesseract_cannot_be_stopped_in_is_given_up_too(self):
        """Layout analysis of 40 megapixels of noise takes a minute and looks at no wish to stop: its worker is killed."""
        with Engine("--threads", "1") as engine:
            noise = b"P5\n6300 6300 255\n" + os.urandom(6300 * 6300)
            body = page_request(b"", stream=True, recto={"languages": ["eng"]})
            body["messages"][0]["content"][0]["image_url"]["url"] = "cid:page"
            related = (b"--b\r\n\r\n" + json.dumps(body).encode() + b"\r\n--b\r\nContent-ID: <page>\r\n\r\n" + noise + b"\r\n--b--\r\n")
            connection = engine.connect()
            connection.request("POST", "/v1/chat/completions", related, {"Content-Type": "multipart/related; boundary=b"})
            worker, = wait_until(engine.workers, 20, "a worker")
            wait_until(lambda: engine.memory_of(worker) > 300 << 20, 60, "the page in the worker")
            connection.close()
            wait_until(lambda: worker not in engine.workers(), 5, "the worker's end")
            wait_until(lambda: engine.metric("recto_requests_running") == 0, 5, "giving up")
            self.assertEqual(engine.chat(page_request(pictures.page(), recto={"languages": ["eng"]}))[0], 200)

    def test_a_killed_worker_costs_at_most_its_page(self):
        with Engine("--threads", "1") as engine:
            with concurrent.futures.ThreadPoolExecutor(1) as pool:
                body = page_request(pictures.long_page(), recto={"languages": ["eng"]})
                answer = pool.submit(engine.chat, body)
                for _ in range(2):  # the first time the page is tried again
                    worker, = wait_until(lambda: engine.workers() if engine.metric("recto_requests_running") else [], 20, "a worker")
                    os.kill(worker, signal.SIGKILL)
                    wait_until(lambda: worker not in engine.workers(), 20, "its end")
                status, answer = answer.result()
            self.assertEqual((status, answer["error"]["code"]), (500, "internal_error"))
            self.assertIn("signal 9", answer["error"]["message"])
            self.assertEqual(engine.chat(page_request(pictures.page(), recto={"languages": ["eng"]}))[0], 200)

    def test_workers_are_kept_and_end_with_their_engine(self):
        for how in (signal.SIGTERM, signal.SIGKILL):
            with Engine("--threads", "2") as engine:
                body = page_request(pictures.page(), recto={"languages": ["eng"]})
                self.assertEqual(engine.chat(body)[0], 200)
                workers = engine.workers()
                self.assertEqual(engine.chat(body)[0], 200)
                self.assertEqual((engine.workers(), len(workers)), (workers, 1))
                engine.process.send_signal(how)
                engine.process.wait(20)
                wait_until(lambda: not os.path.exists(f"/proc/{workers[0]}"), 5, "the worker's end")

    def test_a_waiting_request_whose_client_left_is_never_read(self):
        with Engine("--threads", "1") as engine:
            body = json.dumps(page_request(pictures.long_page(), stream=True, recto={"languages": ["eng"]}))
            first, second = engine.connect(), engine.connect()
            first.request("POST", "/v1/chat/completions", body)
            wait_until(lambda: engine.metric("recto_requests_running") == 1, 20)
            second.request("POST", "/v1/chat/completions", body)
            wait_until(lambda: engine.metric("recto_requests_waiting") == 1, 20)
            second.close()
            first.close()
            wait_until(lambda: engine.metric("recto_requests_running") + engine.metric("recto_requests_waiting") == 0, 10)
            self.assertEqual(engine.metric('recto_requests_total{reader="tesseract",outcome="ok"}'), 0)

    def test_clients_that_say_nothing_block_nobody(self):
        with Engine() as engine:
            idle = []
            for _ in range(100):
                client = socket.socket(socket.AF_UNIX)
                client.connect(engine.socket)
                client.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nContent-Le")
                idle.append(client)
            start = time.monotonic()
            self.assertEqual(engine.request("GET", "/health")[0], 200)
            self.assertLess(time.monotonic() - start, 3)
            for client in idle:
                client.close()

    def test_thirty_two_requests_at_once_are_all_answered(self):
        with Engine() as engine, concurrent.futures.ThreadPoolExecutor(32) as pool:
            body = page_request(pictures.text_page(600, 300), recto={"languages": ["eng"]})
            answers = list(pool.map(lambda _: engine.chat(body)[0], range(32)))
            self.assertEqual(answers, [200] * 32)

    def test_a_full_queue_is_503_with_retry_after(self):
        with Engine("--threads", "1") as engine:
            body = json.dumps(page_request(pictures.long_page(), stream=True, recto={"languages": ["eng"]}))
            small = json.dumps(page_request(pictures.png(100, 100), stream=True, recto={"languages": ["eng"]}))
            first = engine.connect()
            first.request("POST", "/v1/chat/completions", body)
            wait_until(lambda: engine.metric("recto_requests_running") == 1, 20)
            waiting = [engine.connect() for _ in range(64)]
            for connection in waiting:
                connection.request("POST", "/v1/chat/completions", small)
            wait_until(lambda: engine.metric("recto_requests_waiting") == 64 or engine.metric("recto_requests_running") == 0, 20)
            status, headers, data = engine.request("POST", "/v1/chat/completions", small)
            for connection in [first, *waiting]:
                connection.close()
            self.assertEqual((status, json.loads(data)["error"]["code"], headers["Retry-After"]), (503, "queue_full", "1"))


class Life(unittest.TestCase):
    """Starting and ending."""

    def test_the_socket_is_private_and_goes_with_the_engine(self):
        with Engine() as engine:
            self.assertEqual(stat.S_IMODE(os.stat(engine.socket).st_mode), 0o600)
            engine.process.send_signal(signal.SIGTERM)
            self.assertEqual(engine.process.wait(10), 0)
            self.assertFalse(os.path.exists(engine.socket))

    def test_sigterm_in_mid_page_ends_it_soon(self):
        with Engine() as engine:
            connection = engine.connect()
            connection.request("POST", "/v1/chat/completions",
                               json.dumps(page_request(pictures.long_page(), stream=True, recto={"languages": ["eng"]})))
            wait_until(lambda: engine.metric("recto_requests_running") == 1, 20)
            engine.process.send_signal(signal.SIGTERM)
            self.assertEqual(engine.process.wait(10), 0)
            connection.close()

    def test_it_ends_after_its_last_client(self):
        with Engine(environment={"RECTO_ENGINE_IDLE_S": "1"}) as engine:
            self.assertEqual(engine.process.wait(20), 0)
            self.assertFalse(os.path.exists(engine.socket))

    def test_an_open_connection_keeps_it(self):
        with Engine("--idle-seconds", "1") as engine:
            client = socket.socket(socket.AF_UNIX)
            client.connect(engine.socket)
            with self.assertRaises(subprocess.TimeoutExpired):
                engine.process.wait(3)
            client.close()
            self.assertEqual(engine.process.wait(20), 0)

    def test_a_held_lock_is_75_and_touches_nothing(self):
        with Engine() as engine:
            other = subprocess.run([PROGRAM, "serve", "--socket", engine.socket, "--lock", engine.lock],
                                   capture_output=True, text=True, timeout=60)
            self.assertEqual(other.returncode, 75)
            self.assertEqual(engine.request("GET", "/health")[0], 200)

    def test_a_served_socket_is_not_taken_away(self):
        with Engine() as engine:
            other = subprocess.run([PROGRAM, "serve", "--socket", engine.socket], capture_output=True, text=True, timeout=60)
            self.assertEqual(other.returncode, 1)
            self.assertIn("another engine serves", other.stderr)
            self.assertEqual(engine.request("GET", "/health")[0], 200)

    def test_a_dead_socket_is_replaced(self):
        with Engine() as engine:
            engine.process.kill()
            engine.process.wait()
            self.assertTrue(os.path.exists(engine.socket))
            again = subprocess.Popen([PROGRAM, "serve", "--socket", engine.socket, "--lock", engine.lock],
                                     stderr=subprocess.DEVNULL)
            try:
                wait_until(lambda: _answers(engine), 60, "the second engine")
            finally:
                again.terminate()
                again.wait(20)

    def test_a_public_address_without_a_key_is_refused(self):
        for address in ("0.0.0.0:0", "[::]:0", "192.0.2.1:80"):
            got = subprocess.run([PROGRAM, "serve", "--listen", address], capture_output=True, text=True, timeout=60)
            self.assertEqual(got.returncode, 2, address)
            self.assertIn("--api-key-file", got.stderr)

    def test_an_empty_or_missing_key_file_is_refused(self):
        with tempfile.NamedTemporaryFile() as empty:
            for name in (empty.name, "/nonexistent/key"):
                got = subprocess.run([PROGRAM, "serve", "--listen", "127.0.0.1:0", "--api-key-file", name],
                                     capture_output=True, text=True, timeout=60)
                self.assertEqual(got.returncode, 2, name)

    def test_a_key_is_asked_for_everywhere_but_health(self):
        with Engine(key="s3cret") as engine:
            for path in ("/v1/models", "/metrics", "/nothing"):
                for header in ("Bearer wrong", "Bearer s3cre", "Bearer s3crets", "s3cret", "Basic czNjcmV0"):
                    self.assertEqual(engine.request("GET", path, headers={"Authorization": header})[0], 401, (path, header))
            self.assertEqual(engine.request("GET", "/health", headers={"Authorization": "none"})[0], 200)
            self.assertEqual(engine.request("GET", "/v1/models")[0], 200)

    def test_pictures_below_the_media_folder_are_read_and_others_are_not(self):
        with tempfile.TemporaryDirectory() as folder, Engine("--allowed-local-media-path", folder) as engine:
            inside = pathlib.Path(folder, "a page.png")
            inside.write_bytes(pictures.png(100, 100))
            pathlib.Path(folder, "out").symlink_to("/etc/hostname")

            def ask(url):
                body = page_request(b"", recto={"languages": ["eng"]})
                body["messages"][0]["content"][0]["image_url"]["url"] = url
                return engine.chat(body)[0]
            self.assertEqual(ask(f"file://{folder}/a%20page.png"), 200)
            for url in ("file:///etc/hostname", f"file://{folder}/../{pathlib.Path(folder).name}/../etc/passwd",
                        f"file://{folder}/out", f"file://{folder}", f"file://{folder}x/a.png"):
                self.assertEqual(ask(url), 400, url)

    def test_it_serves_tcp_too(self):
        with Engine(tcp=True) as engine:
            self.assertEqual(engine.request("GET", "/health")[0], 200)


def _answers(engine):
    try:
        return engine.request("GET", "/health")[0] == 200
    except OSError:
        return False


class Recordings(unittest.TestCase):
    """The reader replay."""

    STREAM = (pathlib.Path(__file__).parent / "data" / "stream_vllm.sse").read_bytes()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.picture = pictures.png(40, 40)
        self.folder = pathlib.Path(folder.name)
        import hashlib
        body = page_request(self.picture, model="replay")
        body["messages"][0]["content"][0]["image_url"]["url"] = ""
        self.folder.joinpath("one.json").write_text(json.dumps(
            {"request": body, "picture_sha256": hashlib.sha256(self.picture).hexdigest()}))
        pieces = [self.STREAM[i:i + 7] for i in range(0, len(self.STREAM), 7)]
        self.folder.joinpath("one.sse.jsonl").write_text("".join(
            json.dumps({"t_ms": 2 * i, "bytes_b64": base64.b64encode(piece).decode()}) + "\n" for i, piece in enumerate(pieces)))
        self.engine = Engine("--recordings", str(self.folder)).__enter__()
        self.addCleanup(self.engine.__exit__)

    def ask(self, **recto_replay):
        return self.engine.request("POST", "/v1/chat/completions",
                                   page_request(self.picture, model="replay", stream=True, recto={"replay": recto_replay}))

    def test_a_recording_comes_back_byte_for_byte(self):
        status, headers, data = self.ask()
        self.assertEqual((status, headers["Content-Type"], data), (200, "text/event-stream", self.STREAM))

    def test_a_recording_is_put_together_for_who_does_not_stream(self):
        status, answer = self.engine.chat(page_request(self.picture, model="replay"))
        parts = [c["choices"][0]["delta"].get("content") or "" for c in events(self.STREAM.replace(b"\r\n", b"\n"))[:-1] if c["choices"]]
        self.assertEqual((status, answer["choices"][0]["message"]["content"]), (200, "".join(parts)))
        self.assertNotEqual("".join(parts), "")

    def test_another_picture_or_prompt_is_404(self):
        for body in (page_request(pictures.png(41, 40), model="replay"),
                     page_request(self.picture, prompt="Free OCR.", model="replay")):
            status, answer = self.engine.chat(body)
            self.assertEqual((status, answer["error"]["code"]), (404, "recording_not_found"))

    def test_it_can_be_slow(self):
        start = time.monotonic()
        self.assertEqual(self.ask(speed=0, slow_ms=1)[2], self.STREAM)
        fast = time.monotonic() - start
        start = time.monotonic()
        self.assertEqual(self.ask(speed=0, slow_ms=5)[2], self.STREAM)
        self.assertGreater(time.monotonic() - start, fast)

    def test_it_can_be_cut(self):
        import http.client
        with self.assertRaises(http.client.IncompleteRead) as cut:
            self.ask(speed=0, cut_after_bytes=100)
        self.assertEqual(cut.exception.partial, self.STREAM[:100])

    def test_it_can_be_busy_rude_and_gone(self):
        self.assertEqual(self.ask(behaviour="busy")[0], 503)
        status, headers, data = self.ask(behaviour="rude")
        self.assertEqual((status, headers["Content-Type"], data[:9]), (200, "text/html", b"<!doctype"))
        with self.assertRaises(ConnectionError):
            self.ask(behaviour="gone")

    def test_a_wrong_manner_is_400(self):
        self.assertEqual(self.ask(behaviour="polite")[0], 400)
        self.assertEqual(self.ask(speed="fast")[0], 400)

    def test_record_writes_what_replay_answers(self):
        with tempfile.TemporaryDirectory() as folder:
            body = page_request(self.picture, model="replay", recto={"replay": {"speed": 0}})
            made = subprocess.run([PROGRAM, "record", "--to", folder, "--name", "two", "--socket", self.engine.socket],
                                  input=json.dumps(body), text=True, capture_output=True, timeout=60)
            self.assertEqual(made.returncode, 0, made.stderr)
            lines = pathlib.Path(folder, "two.sse.jsonl").read_text().splitlines()
            self.assertEqual(b"".join(base64.b64decode(json.loads(line)["bytes_b64"]) for line in lines), self.STREAM)
            self.assertNotIn("base64,", pathlib.Path(folder, "two.json").read_text())


class OpenAiClient(unittest.TestCase):
    """The unmodified Python client library."""

    @classmethod
    def setUpClass(cls):
        try:
            import openai
        except ImportError:
            raise unittest.SkipTest("python3-openai is not installed")
        cls.engine = Engine(tcp=True, key="k").__enter__()
        cls.addClassCleanup(cls.engine.__exit__)
        cls.openai = openai
        cls.client = openai.OpenAI(base_url=f"http://{cls.engine.address}/v1", api_key="k", max_retries=0)

    def messages(self, picture):
        return page_request(picture)["messages"]

    def test_it_reads_a_page_whole(self):
        answer = self.client.chat.completions.create(model="tesseract", messages=self.messages(pictures.page()),
                                                     extra_body={"recto": {"languages": ["eng"]}})
        self.assertIn("quick", answer.choices[0].message.content)
        self.assertEqual(answer.choices[0].finish_reason, "stop")
        self.assertGreater(answer.usage.total_tokens, 0)

    def test_it_reads_a_page_as_it_comes(self):
        text, usage, recto = "", None, None
        for chunk in self.client.chat.completions.create(
                model="tesseract", messages=self.messages(pictures.page()), stream=True,
                stream_options={"include_usage": True}, extra_body={"recto": {"languages": ["eng"]}}):
            text += (chunk.choices[0].delta.content or "") if chunk.choices else ""
            usage = chunk.usage or usage
            recto = chunk.model_extra.get("recto", recto)
        self.assertIn("<|ref|>text<|/ref|><|det|>[[", text)
        self.assertGreater(usage.completion_tokens, 0)
        self.assertGreater(len(recto["words"]), 50)

    def test_it_lists_the_models(self):
        self.assertEqual([model.id for model in self.client.models.list()], ["tesseract"])

    def test_it_raises_its_own_errors(self):
        with self.assertRaises(self.openai.BadRequestError) as bad:
            self.client.chat.completions.create(model="tesseract", messages=self.messages(b"no picture at all"))
        self.assertEqual(bad.exception.code, "picture_undecodable")
        with self.assertRaises(self.openai.NotFoundError):
            self.client.chat.completions.create(model="gpt-4", messages=self.messages(pictures.page()))
        stranger = self.openai.OpenAI(base_url=f"http://{self.engine.address}/v1", api_key="wrong", max_retries=0)
        with self.assertRaises(self.openai.AuthenticationError):
            stranger.models.list()


if __name__ == "__main__":
    unittest.main()
