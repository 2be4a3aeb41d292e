# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a model folder's tensors again: as another type, in several files."""
import json
import shutil
import struct


def widened(data):
    """Little-endian bfloat16 as float32: the same upper half."""
    out = bytearray(2 * len(data))
    out[2::4], out[3::4] = data[0::2], data[1::2]
    return bytes(out)


def halved(data):
    """Little-endian bfloat16 as float16, rounded to nearest."""
    wide = widened(data)
    count = len(wide) // 4
    return struct.pack(f"<{count}e", *struct.unpack(f"<{count}f", wide))


CONVERT = {"BF16": bytes, "F32": widened, "F16": halved}


def rewrite(source, target, dtype, shards):
    """Copies the folder `source` (one bfloat16 file) to `target` with `shards` files of `dtype` and an index."""
    target.mkdir()
    for name in ("config.json", "tokenizer.json"):
        shutil.copy(source / name, target / name)
    content = next(source.glob("*.safetensors")).read_bytes()
    start = 8 + struct.unpack("<Q", content[:8])[0]
    header = {name: entry for name, entry in json.loads(content[8:start]).items() if name != "__metadata__"}
    index = {"metadata": {"total_size": 0}, "weight_map": {}}
    for shard in range(shards):
        name = f"model-{shard + 1:05d}-of-{shards:06d}.safetensors"
        entries, parts, offset = {}, [], 0
        for i, (tensor, entry) in enumerate(header.items()):
            if i % shards != shard:
                continue
            begin, end = entry["data_offsets"]
            parts.append(CONVERT[dtype](content[start + begin:start + end]))
            entries[tensor] = {"dtype": dtype, "shape": entry["shape"], "data_offsets": [offset, offset + len(parts[-1])]}
            offset += len(parts[-1])
            index["weight_map"][tensor] = name
        index["metadata"]["total_size"] += offset
        text = json.dumps(entries).encode()
        (target / name).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))
    (target / "model.safetensors.index.json").write_text(json.dumps(index))
