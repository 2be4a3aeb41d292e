# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader deepseek-ocr behind the contract, on a small model of made-up weights."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

import engine_pictures as pictures
from engine_process import DATA, PROGRAM, Engine, events, page_request, wait_until

SMALL = DATA / "engine" / "golden" / "small"


def fabricate(folder):
    subprocess.run([PROGRAM, "fabricate", "--config", str(SMALL / "config.json"), "--seed", "1", "-o", str(folder),
                    "--tokenizer", str(SMALL / "tokenizer.json")], check=True, capture_output=True, timeout=120)


def ask(picture=None, prompt="Free OCR.", **fields):
    fields = {"max_tokens": 12, "recto": {"mode": "tiny"}, **fields}
    if picture is not None:
        return page_request(picture, prompt, model="deepseek-ocr", **fields)
    return {"model": "deepseek-ocr", "messages": [{"role": "user", "content": prompt}], **fields}


class Network(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.model = pathlib.Path(folder.name, "model")
        fabricate(cls.model)
        cls.engine = Engine("--model", str(cls.model), "--dtype", "float32", "--concurrency", "2").__enter__()
        cls.addClassCleanup(cls.engine.__exit__)

    def test_it_is_listed_with_its_weights_hash(self):
        def listed():
            models = json.loads(self.engine.request("GET", "/v1/models")[2])
            return [m for m in models["data"] if m["id"] == "deepseek-ocr" and m["recto"]["model_sha256"]]
        import hashlib
        weights = next(self.model.glob("*.safetensors")).read_bytes()
        self.assertEqual(wait_until(listed)[0]["recto"]["model_sha256"], hashlib.sha256(weights).hexdigest())

    def test_a_picture_is_read_the_same_streamed_and_whole(self):
        body = ask(pictures.text_page())
        status, whole = self.engine.chat(body)
        self.assertEqual(status, 200, whole)
        _, _, data = self.engine.request("POST", "/v1/chat/completions", {**body, "stream": True})
        chunks = events(data)[:-1]
        text = "".join(c["choices"][0]["delta"].get("content", "") for c in chunks)
        self.assertEqual(text, whole["choices"][0]["message"]["content"])
        recto = chunks[-1]["recto"]
        self.assertEqual(recto["reader"], "deepseek-ocr")
        self.assertGreater(recto["vision_tokens"], 0)
        self.assertGreater(recto["valid_vision_tokens"], 0)
        self.assertEqual(whole["usage"]["completion_tokens"], 12)
        self.assertEqual(whole["choices"][0]["finish_reason"], "length")

    def test_text_alone_is_completed(self):
        status, answer = self.engine.chat(ask())
        self.assertEqual((status, answer["recto"]["vision_tokens"]), (200, 0))

    def test_every_token_has_its_logprob_when_asked(self):
        status, answer = self.engine.chat(ask(max_tokens=5, logprobs=True, top_logprobs=3))
        self.assertEqual(status, 200, answer)
        tokens = answer["choices"][0]["logprobs"]["content"]
        self.assertEqual(len(tokens), 5)
        for token in tokens:
            self.assertLessEqual(token["logprob"], 0)
            self.assertEqual(len(token["top_logprobs"]), 3)
            self.assertGreaterEqual(token["top_logprobs"][0]["logprob"], token["logprob"] - 1e-6)

    def test_the_mode_decides_how_many_vision_tokens_there_are(self):
        counts = [self.engine.chat(ask(pictures.text_page(), max_tokens=1, recto={"mode": mode}))[1]["recto"]["vision_tokens"]
                  for mode in ("tiny", "small", "base", {"base_size": 512, "image_size": 512, "crop": False})]
        self.assertEqual(counts[0], counts[3])
        self.assertTrue(counts[0] < counts[1] < counts[2], counts)

    def test_a_seed_repeats_an_answer_and_another_changes_it(self):
        def text(seed):
            return self.engine.chat(ask(temperature=1.5, seed=seed, max_tokens=20))[1]["choices"][0]["message"]["content"]
        self.assertEqual(text(1), text(1))
        self.assertGreater(len({text(seed) for seed in range(5)}), 1)
        self.assertGreater(len({text(None) for _ in range(5)}), 1)  # none: another each time

    def test_the_ngram_rule_changes_a_loop(self):
        plain = self.engine.chat(ask(max_tokens=60))[1]
        barred = self.engine.chat(ask(max_tokens=60, vllm_xargs={"ngram_size": 2, "window_size": 60}))[1]
        self.assertNotEqual(plain["choices"][0]["message"]["content"], barred["choices"][0]["message"]["content"])

    def test_odd_pictures_are_answered_or_refused_with_400(self):
        for picture in (pictures.png(1, 1), pictures.png(30000, 10), pictures.png(900, 900), pictures.png(900, 900, 0)):
            status, answer = self.engine.chat(ask(picture, max_tokens=2))
            self.assertIn(status, (200, 400), answer)
        for picture in (b"x" * 100, pictures.png(300, 300)[:-40], pictures.huge_header()):
            self.assertEqual(self.engine.chat(ask(picture))[0], 400)

    def test_odd_prompts_are_answered_or_refused_with_400(self):
        for prompt, expected in (("a" * 100_000, (400,)), ("<image><image>", (400,)), ("<|ref|><|/det|>\x00", (200, 400)),
                                 ("", (200, 400)), ("<｜end▁of▁sentence｜>" * 20, (200, 400))):
            status, answer = self.engine.chat(ask(prompt=prompt, max_tokens=2))
            self.assertIn(status, expected, (prompt[:20], answer))

    def test_max_tokens_beyond_the_context_is_cut_and_nonsense_is_400(self):
        self.assertEqual(self.engine.chat(ask(max_tokens=0))[0], 400)
        self.assertEqual(self.engine.chat(ask(max_tokens=-1))[0], 400)
        self.assertEqual(self.engine.chat(ask(max_tokens=1_000_000, stop=["e", "a", " ", "\n", "\ufffd"]))[0], 200)

    def test_a_bad_mode_is_400(self):
        for mode in ("huge", {"base_size": 1024}, {"base_size": 1000, "image_size": 33, "crop": True}, 5):
            status, answer = self.engine.chat(ask(pictures.png(100, 100), recto={"mode": mode}))
            self.assertEqual(status, 400, (mode, answer))

    def test_a_vanished_client_gives_its_work_up_and_harms_no_other(self):
        connection = self.engine.connect()
        connection.request("POST", "/v1/chat/completions", json.dumps(ask(
            prompt="Go on", max_tokens=8000, stream=True, vllm_xargs={"ngram_size": 1, "window_size": 90})))
        wait_until(lambda: self.engine.metric("recto_requests_running") == 1, 20)
        alone = self.engine.chat(ask(pictures.text_page()))[1]["choices"][0]["message"]["content"]
        connection.close()
        left = time.monotonic()
        wait_until(lambda: self.engine.metric("recto_requests_running") == 0, 5)
        self.assertLess(time.monotonic() - left, 5)
        self.assertEqual(self.engine.chat(ask(pictures.text_page()))[1]["choices"][0]["message"]["content"], alone)


    def test_two_pictures_places_and_marks_that_are_no_text_are_refused_or_tokenised(self):
        for prompt in ("<image>\nFree OCR.", "<image>a<image>"):
            status, answer = self.engine.chat(ask(pictures.text_page(), prompt=prompt))
            self.assertEqual((status, answer["error"]["type"]), (400, "invalid_request_error"), answer)
        # A written tag is the special token (specification 6.2): one id each, however long its name.
        counts = [self.engine.chat(ask(prompt=prompt, max_tokens=1))[1]["usage"]["prompt_tokens"]
                  for prompt in ("x", "x<|ref|>", "x<|ref|><|/det|><td>")]
        self.assertEqual([count - counts[0] for count in counts], [0, 1, 3])

    def test_requests_read_together_answer_as_each_alone(self):
        import concurrent.futures
        bodies = [ask(pictures.text_page(), max_tokens=40, logprobs=True, top_logprobs=2),
                  ask(prompt="Parse the figure.", max_tokens=60, logprobs=True, top_logprobs=2),
                  ask(prompt="Go on", max_tokens=50, temperature=1.2, seed=7, logprobs=True, top_logprobs=2),
                  ask(pictures.png(900, 500), max_tokens=30, logprobs=True, top_logprobs=2)]

        def said(body):
            status, answer = self.engine.chat(body)
            self.assertEqual(status, 200, answer)
            return answer["choices"][0]["logprobs"]  # every bit of it: the texts and the printed floats
        alone = [said(body) for body in bodies]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            self.assertEqual(list(pool.map(said, bodies)), alone)

    def test_streamed_logprobs_are_those_of_the_whole_answer(self):
        body = ask(max_tokens=12, logprobs=True, top_logprobs=2)
        whole = self.engine.chat(body)[1]["choices"][0]["logprobs"]["content"]
        _, _, data = self.engine.request("POST", "/v1/chat/completions", {**body, "stream": True})
        streamed = [entry for chunk in events(data)[:-1] for entry in ((chunk["choices"][0].get("logprobs") or {}).get("content") or [])]
        self.assertEqual(streamed, whole)

    def test_a_stop_string_across_tokens_ends_the_text_before_it(self):
        text = self.engine.chat(ask(max_tokens=30))[1]["choices"][0]["message"]["content"]
        stop = text[6:14]
        status, answer = self.engine.chat(ask(max_tokens=30, stop=[stop]))
        self.assertEqual(status, 200, answer)
        self.assertEqual(answer["choices"][0]["message"]["content"], text[:text.index(stop)])
        self.assertEqual(answer["choices"][0]["finish_reason"], "stop")

    def test_a_whitelisted_id_may_repeat(self):
        rule = {"ngram_size": 2, "window_size": 60}
        barred = self.engine.chat(ask(max_tokens=60, vllm_xargs=rule))[1]["choices"][0]["message"]["content"]
        freed = self.engine.chat(ask(max_tokens=60, vllm_xargs={**rule, "whitelist_token_ids": list(range(1536))}))[1]
        plain = self.engine.chat(ask(max_tokens=60))[1]["choices"][0]["message"]["content"]
        self.assertEqual(freed["choices"][0]["message"]["content"], plain)
        self.assertNotEqual(barred, plain)

    def test_a_client_that_does_not_read_holds_up_nobody(self):
        alone = self.engine.chat(ask(pictures.text_page()))[1]["choices"][0]["message"]["content"]
        connection = self.engine.connect()
        connection.request("POST", "/v1/chat/completions", json.dumps(ask(prompt="Go on", max_tokens=1500, stream=True,
                                                                          logprobs=True, top_logprobs=20)))
        began = time.monotonic()
        for _ in range(3):
            self.assertEqual(self.engine.chat(ask(pictures.text_page()))[1]["choices"][0]["message"]["content"], alone)
        self.assertLess(time.monotonic() - began, 60)
        connection.close()
        wait_until(lambda: self.engine.metric("recto_requests_running") == 0, 10)


class OddModels(unittest.TestCase):
    """Sizes, types and files that the published model does not have."""
    HEADS = {"num_attention_heads": 5, "num_key_value_heads": 5, "hidden_size": 70, "intermediate_size": 33,
             "moe_intermediate_size": 19, "n_routed_experts": 7, "num_experts_per_tok": 2, "n_shared_experts": 1,
             "num_hidden_layers": 3, "first_k_dense_replace": 2}

    def made(self, folder, language=None, vision=None, top=None):
        config = json.loads((SMALL / "config.json").read_text())
        for target in (config, config["language_config"]):
            target.update(language or {})
        config["projector_config"]["n_embed"] = config["hidden_size"]
        config["vision_config"].update(vision or {})
        config.update(top or {})
        path = pathlib.Path(folder, "config.json")
        path.write_text(json.dumps(config))
        model = pathlib.Path(folder, "model")
        subprocess.run([PROGRAM, "fabricate", "--config", str(path), "--seed", "3", "-o", str(model), "--tokenizer",
                        str(SMALL / "tokenizer.json")], check=True, capture_output=True, timeout=120)
        return model

    def check(self, model, *options):
        run = subprocess.run([PROGRAM, "check", "--model", str(model), "--self", "--json", *options],
                             capture_output=True, timeout=240)
        answer = json.loads(run.stdout)
        self.assertEqual((run.returncode, answer["passed"]), (0, True), answer)

    def read(self, model):
        with Engine("--model", str(model), "--dtype", "float32") as engine:
            status, answer = engine.chat(ask(pictures.text_page(), max_tokens=4, recto={"mode": "tiny"}))
            self.assertEqual(status, 200, answer)
            self.assertEqual(answer["usage"]["completion_tokens"], 4)
            return answer["choices"][0]["message"]["content"]

    def test_odd_heads_experts_and_layers(self):
        with tempfile.TemporaryDirectory() as folder:
            model = self.made(folder, self.HEADS)
            self.check(model)
            self.check(model, "--dtype", "bfloat16", "--profile", "precise")
            self.read(model)

    def test_shared_key_heads_one_expert_and_a_tied_head(self):
        with tempfile.TemporaryDirectory() as folder:
            model = self.made(folder, {"num_attention_heads": 4, "num_key_value_heads": 2, "num_experts_per_tok": 1,
                                       "norm_topk_prob": True, "rope_theta": 500.0, "rms_norm_eps": 1e-5,
                                       "tie_word_embeddings": True, "max_position_embeddings": 700},
                              {"image_size": 512})
            self.check(model)
            self.read(model)

    def test_dense_layers_alone_and_fields_that_are_not_there(self):
        with tempfile.TemporaryDirectory() as folder:
            gone = {name: None for name in ("n_routed_experts", "n_shared_experts", "num_key_value_heads",
                                            "max_position_embeddings", "topk_method", "torch_dtype")}
            model = self.made(folder, gone, {"image_size": None}, {"architectures": None, "auto_map": None})
            self.check(model)
            self.read(model)

    def test_other_types_and_several_shards_answer_the_same(self):
        import engine_shards as shards
        with tempfile.TemporaryDirectory() as folder:
            model = self.made(folder)
            expected = self.read(model)
            for dtype, count in (("BF16", 3), ("F32", 1), ("F16", 2)):
                with self.subTest(dtype=dtype, shards=count):
                    other = pathlib.Path(folder, dtype)
                    shards.rewrite(model, other, dtype, count)
                    self.check(other)
                    if dtype != "F16":  # float16 cannot hold the smallest of the values
                        self.assertEqual(self.read(other), expected)


class BadModels(unittest.TestCase):
    """A folder that is no good is told by /v1/models; Tesseract reads on."""

    def told(self, folder):
        with Engine("--model", str(folder)) as engine:
            models = json.loads(engine.request("GET", "/v1/models")[2])
            self.assertEqual([m["id"] for m in models["data"]], ["tesseract"])
            status, answer = engine.chat(ask())
            self.assertEqual((status, answer["error"]["code"]), (404, "model_not_found"))
            reason = models["recto"]["unavailable"][0]["reason"]
            self.assertIn(reason, answer["error"]["message"])
            return reason

    def test_each_fault_has_its_sentence(self):
        with tempfile.TemporaryDirectory() as folder:
            good = pathlib.Path(folder, "good")
            fabricate(good)
            shard = next(good.glob("*.safetensors")).name

            def truncate(copy):
                os.truncate(copy / shard, 100_000)
            def forget(copy):
                index = copy / "model.safetensors.index.json"
                named = json.loads(index.read_text())
                named["weight_map"]["lm_head.weight"] = "model-00002-of-000002.safetensors"
                index.write_text(json.dumps(named))

            def replace_by_folder(copy):
                (copy / shard).unlink()
                (copy / shard).mkdir()
            faults = {"model-00002-of-000002.safetensors": forget,
                      "is not a file": replace_by_folder,
                      "config.json": lambda copy: (copy / "config.json").unlink(),
                      "tokenizer.json": lambda copy: (copy / "tokenizer.json").unlink(),
                      shard: lambda copy: (copy / shard).unlink(),
                      "safetensors": truncate,
                      "config": lambda copy: (copy / "config.json").write_text('{"model_type": "llama"}')}
            for word, spoil in faults.items():
                with self.subTest(word=word):
                    copy = pathlib.Path(folder, f"without {word}")
                    shutil.copytree(good, copy)
                    spoil(copy)
                    reason = self.told(copy)
                    self.assertIn(word, reason)
                    if word != "tokenizer.json":  # check goes without one
                        checked = subprocess.run([PROGRAM, "check", "--model", str(copy), "--self"], capture_output=True,
                                                 text=True, timeout=60)
                        self.assertEqual(checked.returncode, 1)
                        self.assertIn(word, checked.stderr)
            self.assertIn("none", self.told(pathlib.Path(folder, "none")))

    def test_a_case_of_another_model_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            model, cases = pathlib.Path(folder, "model"), pathlib.Path(folder, "cases")
            fabricate(model)
            cases.mkdir()
            shutil.copy(DATA / "engine_model" / "tiny-free.safetensors", cases)
            recorded = json.loads((DATA / "engine_model" / "tiny-free.json").read_text()) | {"image": "documents/eurotext.tif"}
            for word, fields in {"999999": {"prompt_ids_run_length": [[0, 1], [999999, 73], [201, 1]]},
                                 "no prompt ids": {"prompt_ids_run_length": []}, "greedy": {"greedy": [5000]},
                                 "context": {"prompt_ids_run_length": [[0, 9000]]}}.items():
                with self.subTest(word):
                    (cases / "tiny-free.json").write_text(json.dumps({**recorded, **fields}))
                    run = subprocess.run([PROGRAM, "check", "--model", str(model), "--cases", str(cases), "--images", str(DATA), "--json"],
                                         capture_output=True, timeout=120)
                    fault = json.loads(run.stdout)["cases"][0]["fault"]
                    self.assertEqual(run.returncode, 1)
                    self.assertIn(word, fault)
                    self.assertNotIn("frame #", fault)

    def test_too_little_memory_is_refused_before_loading(self):
        with tempfile.TemporaryDirectory() as folder:
            good = pathlib.Path(folder, "good")
            fabricate(good)
            with Engine("--model", str(good), "--dtype", "float32", "--concurrency", "256", limit=4_000_000_000) as engine:
                models = json.loads(engine.request("GET", "/v1/models")[2])
                reason = models["recto"]["unavailable"][0]["reason"]
                self.assertRegex(reason, r"the model needs \d+\.\d GB .* for keys and values of 256 requests.*there are \d+\.\d GB")


if __name__ == "__main__":
    unittest.main()
