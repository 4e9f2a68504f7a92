"""Models that know nothing, of each family, made in a tenth of a second; a server that breaks in every way it is told to."""

from __future__ import annotations

import http.server
import json
import shutil
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from ctranslate2.converters import OpusMTConverter
from sentencepiece import SentencePieceTrainer

FIXTURE = Path(__file__).parents[2] / "corpora" / "fixture" / "model"
TEXT = [
    "台积电说好。",
    "TSMC said it was good.",
    "中国反对。",
    "China opposes it.",
    "公司上涨。",
    "The company rose.",
] * 4
WIDTH = 16


def opus_folder(folder: Path, tags: tuple[str, ...] = (), readme: str = "* model: transformer\n") -> Path:
    """An OPUS-MT folder: one layer, random weights, one vocabulary for both sides, with `tags` in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "text").write_text("\n".join(TEXT), "utf-8")
    SentencePieceTrainer.train(
        input=str(folder / "text"), model_prefix=str(folder / "source"), vocab_size=70, hard_vocab_limit=False,
        eos_id=0, unk_id=1, bos_id=-1, pad_id=-1, minloglevel=2,
    )  # fmt: skip
    shutil.copy(folder / "source.model", folder / "source.spm")
    (folder / "source.model").rename(folder / "target.spm")
    tokens = [line.split("\t")[0] for line in (folder / "source.vocab").read_text("utf-8").splitlines()]
    tokens += tags
    (folder / "vocab.yml").write_text(
        "".join(f"{json.dumps(token, ensure_ascii=False)}: {n}\n" for n, token in enumerate(tokens)), "utf-8"
    )
    (folder / "decoder.yml").write_text("models: [model.npz]\nvocabs: [vocab.yml, vocab.yml]\n", "utf-8")
    (folder / "README.md").write_text(readme, "utf-8")
    np.savez(folder / "model.npz", **_weights(len(tokens)))
    return folder


def ct2_folder(folder: Path, tags: tuple[str, ...] = ()) -> Path:
    """The same converted, its tokenizers beside it."""
    made = opus_folder(folder.with_name(f"{folder.name}-opus"), tags)
    OpusMTConverter(str(made)).convert(str(folder))
    for side in ("source", "target"):
        shutil.copy(made / f"{side}.spm", folder)
    return folder


def many_tongued(folder: Path, tags: tuple[str, ...]) -> Path:
    """A folder as the converter leaves it for NLLB, M2M100 or MADLAD: one tokenizer, tags, no end added."""
    ct2_folder(folder, tags)
    (folder / "source.spm").rename(folder / "sentencepiece.bpe.model")
    (folder / "target.spm").unlink()
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"add_source_eos": False}), "utf-8")
    return folder


def argos_zip(path: Path, source: str = "zh") -> Path:
    """An Argos package."""
    made = ct2_folder(path.with_suffix(""))
    with zipfile.ZipFile(path, "w") as archive:
        top = "translate-zh_en-1_9"
        archive.writestr(f"{top}/metadata.json", json.dumps({"from_code": source, "to_code": "en"}))
        archive.write(made / "source.spm", f"{top}/sentencepiece.model")
        for file in made.glob("*.json"):
            archive.write(file, f"{top}/model/{file.name}")
        archive.write(made / "model.bin", f"{top}/model/model.bin")
    shutil.rmtree(made)
    return path


def zipped(folder: Path, path: Path, top: str = "") -> Path:
    """The files of a folder as a zip, in a folder `top` of it."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, f"{top}{file.relative_to(folder)}")
    return path


def _weights(tokens: int) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(5)
    config = (
        "type: transformer\nenc-depth: 1\ndec-depth: 1\ntransformer-heads: 2\ntransformer-ffn-activation: relu\n"
        "transformer-preprocess: n\ntransformer-postprocess: da\n"
        "transformer-postprocess-top: n\ntransformer-postprocess-emb: d\n"
        "transformer-decoder-autoreg: self-attention\ntransformer-no-projection: false\n"
        "transformer-guided-alignment-layer: last\n"
    )
    made = {"special:model.yml": np.frombuffer(config.encode() + b"\0", np.int8)}

    def matrix(name: str, *shape: int) -> None:
        made[name] = chance.normal(size=shape).astype(np.float32)

    def norm(name: str, suffix: str) -> None:
        made[f"{name}_ln_scale{suffix}"] = np.ones((1, WIDTH), np.float32)
        made[f"{name}_ln_bias{suffix}"] = np.zeros((1, WIDTH), np.float32)

    matrix("decoder_ff_logit_out_b", 1, tokens)
    for side, attentions in (("encoder", ["self"]), ("decoder", ["self", "context"])):
        matrix(f"{side}_Wemb", tokens, WIDTH)
        norm(f"{side}_top", "")
        for name in (f"{side}_l1_{attention}" for attention in attentions):
            norm(f"{name}_Wo", "_pre")
            for part in "qkvo":
                matrix(f"{name}_W{part}", WIDTH, WIDTH)
                matrix(f"{name}_b{part}", 1, WIDTH)
        norm(f"{side}_l1_ffn_ffn", "_pre")
        for part in "12":
            matrix(f"{side}_l1_ffn_W{part}", WIDTH, WIDTH)
            matrix(f"{side}_l1_ffn_b{part}", 1, WIDTH)
    return made


@dataclass
class Server:
    """What a server holds and how it behaves; `asked` has the Range of each request."""

    body: bytes
    tag: str = '"one"'
    breaks_after: int = 0
    ranges: bool = True
    status: int = 200
    sized: bool = True
    asked: list[str] = field(default_factory=list)
    url: str = ""


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """The server at work on the loopback address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers.get("Range", "")
            server.asked.append(wanted)
            same = self.headers.get("If-Range", server.tag) == server.tag
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and same and server.ranges else 0
            past = bool(start) and start >= len(server.body)
            self.send_response(416 if past else 206 if start else server.status)
            rest = b"" if past else server.body[start:]
            if server.tag:
                self.send_header("ETag", server.tag)
            if server.sized:
                self.send_header("Content-Length", str(len(rest)))
            self.end_headers()
            self.wfile.write(rest[: server.breaks_after or None])

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        server.url = f"http://127.0.0.1:{running.server_port}/model.zip"
        yield server
        running.shutdown()
