"""The tokenizer of a GGUF file, as a `tokenizer.json` that reads text as the model was trained to.

transformers' reader knows a third of the names of splitting rules and silently takes GPT-2's for the others, passes
over `add_space_prefix`, and respells tokens that stand for runs of spaces so that they are no longer matched. So a
vocabulary with merges is built here from the file's own lists, and what the reader makes of a SentencePiece one is put
right. The rules are in `splitting_rules`; tests compare the ids with llama.cpp's.

Token types of GGUF: 1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte. Those of 2, 3 and 4 are matched
as they are spelled, the longest first, before any rule.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engine import checked_json
from engine.errors import ModelUnusable, shown
from engine.models.splitting_rules import DIGITS, GPT_2, RULES, Rule
from engine.sentences import say

_MOST_BYTES = 2**28  # of a tokenizer as JSON: 262,144 tokens and their merges take 33 MB
_UNKNOWN, _CONTROL, _USER = 2, 3, 4
_MERGED = ("gpt2", "gemma4")  # kinds of vocabularies that come with their merges
_INSTEAD = say("Use the model's safetensors files instead.")
_SPACE = "\u2581"
_ROLES = {"bos_token": "bos", "eos_token": "eos", "unk_token": "unknown", "pad_token": "padding"}

# files made before May 2024 do not name the rule; all models of these architectures have the same
_OF_ARCHITECTURE = {
    "bloom": "bloom", "falcon": "falcon", "gpt2": "gpt-2", "lfm2": "lfm2", "mamba": "gpt-2", "qwen2": "qwen2",
    "qwen2moe": "qwen2", "qwen3": "qwen2", "qwen3moe": "qwen2", "starcoder": "starcoder", "starcoder2": "starcoder",
}  # fmt: skip


def require_known(path: Path, reader: Any) -> None:
    """Refuse a vocabulary whose text cannot be cut as it must be. Raises ModelUnusable."""
    kind = _field(reader, "tokenizer.ggml.model")
    if kind in _MERGED:
        _rule(path, reader)
    elif kind != "llama":
        raise ModelUnusable(
            say(
                "{path} holds a tokenizer of the kind {kind}, which cannot be read from a GGUF file. {instead}",
                path=path,
                kind=shown(kind, 40),
                instead=_INSTEAD,
            )
        )


def _rule(path: Path, reader: Any) -> Rule:
    """The splitting rule that the file names. Raises ModelUnusable."""
    architecture, named = _field(reader, "general.architecture"), _field(reader, "tokenizer.ggml.pre")
    if _field(reader, "tokenizer.ggml.model") == "gemma4":
        named = "gemma4"
    rule = RULES.get(str(named or _OF_ARCHITECTURE.get(str(architecture), "")))
    if rule is not None:
        return rule
    if not named:
        raise ModelUnusable(
            say(
                "{path} does not say by what rule its text is cut into pieces (tokenizer.ggml.pre, missing in "
                "files made before May 2024), so the model would be given text as it never saw it. Convert the "
                "model again, or use its safetensors files instead.",
                path=path,
            )
        )
    raise ModelUnusable(
        say(
            "{path} names {named} as the rule by which its text is cut into pieces (tokenizer.ggml.pre), "
            "which is not known here, so the model would be given text as it never saw it. {instead}",
            path=path,
            named=shown(named, 40),
            instead=_INSTEAD,
        )
    )


def read(path: Path, reader: Any) -> Any:
    """The file's tokenizer. Raises ModelUnusable, and whatever transformers' reader meets."""
    from tokenizers import Tokenizer
    from transformers import AutoTokenizer, PreTrainedTokenizerFast

    if _field(reader, "tokenizer.ggml.model") in _MERGED:
        rule = _rule(path, reader)
        state, begins = _merged(reader, rule), rule.begins
    else:
        theirs: Any = AutoTokenizer.from_pretrained(str(path.parent), gguf_file=path.name, local_files_only=True)
        built = checked_json.parsed_object(theirs.backend_tokenizer.to_str(), _MOST_BYTES)
        state, begins = _sentencepiece(built, reader), True
    backend = Tokenizer.from_str(json.dumps(state))
    return PreTrainedTokenizerFast(tokenizer_object=backend, **_settings(reader, begins=begins))


def _settings(reader: Any, *, begins: bool) -> dict[str, Any]:
    """What transformers keeps beside `tokenizer.json`; `begins`: whether a text does where the file does not say."""
    tokens = _field(reader, "tokenizer.ggml.tokens")
    roles: dict[str, Any] = {}
    for role, name in _ROLES.items():
        index = _field(reader, f"tokenizer.ggml.{name}_token_id")
        roles[role] = tokens[index] if isinstance(index, int) and 0 <= index < len(tokens) else None
    said, ends = (_field(reader, f"tokenizer.ggml.add_{which}_token") for which in ("bos", "eos"))
    if _field(reader, "tokenizer.ggml.model") == "gemma4":
        said = False  # the file says yes for llama.cpp's sake; the model's own tokenizer leaves it to the chat template
    return {
        **roles,
        "add_bos_token": bool(begins if said is None else said) and roles["bos_token"] is not None,
        "add_eos_token": bool(ends) and roles["eos_token"] is not None,
        "chat_template": _field(reader, "tokenizer.chat_template"),
    }


def _merged(reader: Any, rule: Rule) -> dict[str, Any]:
    """`tokenizer.json` of a vocabulary that comes with its merges."""
    tokens, merges = _field(reader, "tokenizer.ggml.tokens"), _field(reader, "tokenizer.ggml.merges")
    model = {
        "type": "BPE",
        "vocab": {token: index for index, token in enumerate(tokens)},
        "merges": [_parted(merge) for merge in merges or ()],
        "ignore_merges": rule.whole,
        "byte_fallback": not rule.of_bytes,
    }
    return {
        "version": "1.0",
        "added_tokens": _added(tokens, _field(reader, "tokenizer.ggml.token_type") or ()),
        "normalizer": _replaced(" ", _SPACE) if rule.spaced else None,
        "pre_tokenizer": splitting(rule),
        "decoder": _BYTES if rule.of_bytes else _pieces_joined(prefixed=False),
        "model": model,
    }


def _parted(merge: str) -> list[str]:
    """The two tokens of a merge: the first may itself begin with a space."""
    cut = merge.find(" ", 1)
    return [merge[:cut], merge[cut + 1 :]]


def _added(tokens: list[str], types: Any) -> list[dict[str, Any]]:
    """The tokens that are matched as they are spelled."""
    form = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    return [
        {"id": index, "content": tokens[index], **form, "special": kind != _USER}
        for index, kind in enumerate(types)
        if kind in (_UNKNOWN, _CONTROL, _USER) and tokens[index]
    ]


_BYTES = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}


def splitting(rule: Rule) -> dict[str, Any]:
    """The rule in the terms of `tokenizers`; GPT-2's own expression is built into its byte-level step."""
    built_in = rule.of_bytes and rule.steps[-1] == GPT_2
    steps = [_step(expression) for expression in (rule.steps[:-1] if built_in else rule.steps)]
    if rule.of_bytes:
        steps.append({**_BYTES, "use_regex": built_in})
    return steps[0] if len(steps) == 1 else {"type": "Sequence", "pretokenizers": steps}


def _step(expression: str) -> dict[str, Any]:
    if expression == DIGITS:
        return {"type": "Digits", "individual_digits": True}
    return {"type": "Split", "pattern": {"Regex": expression}, "behavior": "Isolated", "invert": False}


# -- SentencePiece -----------------------------------------------------------------------------------------------------


def _sentencepiece(state: dict[str, Any], reader: Any) -> dict[str, Any]:
    """`tokenizer.json` as transformers' reader builds it, with the file's own tokens, runs of spaces and prefix."""
    tokens = _field(reader, "tokenizer.ggml.tokens")
    said = _field(reader, "tokenizer.ggml.add_space_prefix")
    prefixed = True if said is None else bool(said)  # as SentencePiece does
    vocabulary = {token: index for index, token in enumerate(tokens)}
    merges = [pair for pair in state["model"]["merges"] if {*pair, "".join(pair)} <= vocabulary.keys()]
    spaced = _replaced(" ", _SPACE)
    return {
        **state,
        "added_tokens": _added(tokens, _field(reader, "tokenizer.ggml.token_type") or ()),
        "normalizer": _in_turn("normalizers", {"type": "Prepend", "prepend": _SPACE}, spaced) if prefixed else spaced,
        "pre_tokenizer": None,
        "decoder": _pieces_joined(prefixed=prefixed),
        "model": {**state["model"], "vocab": vocabulary, "merges": merges},
    }


def _pieces_joined(*, prefixed: bool) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [_replaced(_SPACE, " "), {"type": "ByteFallback"}, {"type": "Fuse"}]
    if prefixed:
        steps.append({"type": "Strip", "content": " ", "start": 1, "stop": 0})
    return _in_turn("decoders", *steps)


def _replaced(old: str, new: str) -> dict[str, Any]:
    return {"type": "Replace", "pattern": {"String": old}, "content": new}


def _in_turn(what: str, *steps: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Sequence", what: list(steps)}


def _field(reader: Any, name: str) -> Any:
    """A value of the file's header, None where it has none."""
    field = reader.fields.get(name)
    return None if field is None else field.contents()
