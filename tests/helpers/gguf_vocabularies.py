"""GGUF files that hold a vocabulary and no weights: what llama.cpp can be asked for, and what Orrery reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import gguf
import tokenizers
from tokenizers import Regex, normalizers, pre_tokenizers, trainers
from tokenizers import models as kinds

NORMAL, UNKNOWN, CONTROL, USER, BYTE = 1, 2, 3, 4, 6
_LONGEST = 12  # characters of a token: longer ones would hide where a text is cut
_BYTE_TOKENS = [f"<0x{byte:02X}>" for byte in range(256)]


@dataclass(frozen=True)
class Listed:
    """A vocabulary as a GGUF file lists it."""

    kind: str  # "gpt2", "llama", "gemma4"
    tokens: list[str]
    types: list[int]
    merges: list[list[str]] | None = None
    scores: list[float] | None = None
    architecture: str = "llama"
    flags: dict[str, bool] = field(default_factory=dict)  # under "tokenizer.ggml."

    def as_json(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        return asdict(self)


def write(path: Path, listed: Listed, pre: str | None) -> Path:
    """The file, with `pre` as the name of its splitting rule."""
    writer = gguf.GGUFWriter(str(path), listed.architecture)
    writer.add_context_length(64)
    writer.add_embedding_length(32)
    writer.add_block_count(1)
    writer.add_feed_forward_length(32)
    writer.add_head_count(4)
    writer.add_head_count_kv(4)
    writer.add_rope_dimension_count(8)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(listed.tokens))
    writer.add_tokenizer_model(listed.kind)
    if pre is not None:
        writer.add_tokenizer_pre(pre)
    writer.add_token_list(listed.tokens)
    writer.add_token_types(listed.types)
    if listed.scores is not None:
        writer.add_token_scores(listed.scores)
    if listed.merges is not None:
        writer.add_token_merges([" ".join(pair) for pair in listed.merges])
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(1)
    for name, value in listed.flags.items():
        writer.add_bool(f"tokenizer.ggml.{name}", value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def of_bytes(texts: Sequence[str]) -> Listed:
    """Byte-level, its merges learned across all boundaries, so that every cut shows in the ids.

    Of its special tokens one has characters outside the alphabet of bytes, and three stand for runs of spaces.
    """
    trained = tokenizers.Tokenizer(kinds.BPE())
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokens, merges = _learned(trained, texts, 5000, initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()))
    control = ["<｜begin▁of▁sentence｜>", "<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    user = ["<think>", " " * 24, " " * 30, " " * 9]
    types = [CONTROL] * len(control) + [USER] * len(user) + [UNKNOWN] + [NORMAL] * len(tokens)
    return Listed("gpt2", [*control, *user, "<unk>", *tokens], types, merges)


def of_characters(texts: Sequence[str]) -> Listed:
    """Of characters, with merges inside lines and bytes to fall back to, as Gemma 4 has it."""
    trained = tokenizers.Tokenizer(kinds.BPE())
    trained.normalizer = normalizers.Replace(" ", "▁")
    trained.pre_tokenizer = pre_tokenizers.Split(Regex(r"[^\n]+|[\n]+"), "isolated")
    tokens, merges = _learned(trained, _without_null(texts), 3000, limit_alphabet=1500)
    runs = [" " * count for count in range(2, 9)]
    types = [CONTROL, CONTROL, UNKNOWN] + [BYTE] * 256 + [USER] * len(runs) + [NORMAL] * len(tokens)
    return Listed("gpt2", ["<s>", "</s>", "<unk>", *_BYTE_TOKENS, *runs, *tokens], types, merges)


def sentencepiece(texts: Sequence[str], architecture: str = "llama", *, runs: bool = False, **flags: bool) -> Listed:
    """With scores in the place of merges; `runs`: 2 to 31 spaces and 2 to 7 line ends are user-defined, as in Gemma."""
    trained = tokenizers.Tokenizer(kinds.BPE())
    trained.normalizer = normalizers.Replace(" ", "▁")
    pieces, merges = _learned(trained, [f"▁{text}" for text in _without_null(texts)], 3000, limit_alphabet=1500)
    defined = [*(" " * n for n in range(2, 32)), *("\n" * n for n in range(2, 8))] if runs else []
    merged = [first + second for first, second in merges]
    learned = [
        piece for piece in dict.fromkeys([*merged, *pieces]) if piece not in defined and not _is_run(piece, runs)
    ]
    fixed = ["<s>", "</s>", "<unk>", *_BYTE_TOKENS, "<mask>", *defined]
    types = [CONTROL, CONTROL, UNKNOWN] + [BYTE] * 256 + [USER] * (1 + len(defined)) + [NORMAL] * len(learned)
    scores = [0.0] * len(fixed) + [-float(rank) for rank in range(len(learned))]
    return Listed("llama", [*fixed, *learned], types, None, scores, architecture, flags)


def _is_run(piece: str, runs: bool) -> bool:
    return runs and len(piece) > 1 and not piece.strip("▁")


def _without_null(texts: Sequence[str]) -> list[str]:
    """GGUF lists end a token at a null character."""
    return [text.replace("\0", "") for text in texts]


def _learned(trained: tokenizers.Tokenizer, texts: Sequence[str], count: int, **settings: Any) -> tuple[list[str], Any]:
    trainer = trainers.BpeTrainer(
        vocab_size=count, min_frequency=1, max_token_length=_LONGEST, show_progress=False, **settings
    )
    trained.train_from_iterator([*texts, *texts], trainer)
    model = json.loads(trained.to_str())["model"]
    return sorted(model["vocab"], key=model["vocab"].__getitem__), [list(pair) for pair in model["merges"]]
