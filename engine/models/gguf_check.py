"""Whether transformers' reader took all of a GGUF file: what it does not know it leaves out, and only warns.

A tensor that is not in the file is filled with random numbers, one that has no place in the model is passed over, and
the settings of a stretched rotation are not read: each gives a model that runs and is another one. So all three are
looked at here, and what cannot be mended is refused.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import ModelUnusable, in_short
from engine.records import F32
from engine.sentences import say

_STRETCH = "rope_freqs.weight"
_LOW, _HIGH, _ORIGINAL = 1.0, 4.0, 8192  # as in every Llama 3.1, 3.2 and 3.3
_INSTEAD = say("Use the model's safetensors files instead.")


def require_whole(path: Path, reader: Any) -> None:
    """Refuse one part of a model that was split over several files. Raises ModelUnusable."""
    count = _field(reader, "split.count")
    if isinstance(count, int) and count > 1:
        raise ModelUnusable(
            say(
                "{path} is part {field} of {count} of a model that was split. Join the parts first "
                "(`llama-gguf-split --merge` of llama.cpp does it), and give the one file.",
                path=path,
                field=int(_field(reader, "split.no") or 0) + 1,
                count=count,
            )
        )


def require_known_rotation(path: Path, reader: Any) -> None:
    """Refuse a rotation that is stretched for long texts in a way the reader leaves out. Raises ModelUnusable."""
    architecture = _field(reader, "general.architecture")
    kind = _field(reader, f"{architecture}.rope.scaling.type")
    if kind not in (None, "none"):
        raise ModelUnusable(
            say(
                "{path} stretches its positions ({kind} rope scaling), which cannot be read from a GGUF file. "
                "{instead}",
                path=path,
                kind=in_short(kind, 40),
                instead=_INSTEAD,
            )
        )


def correct(config: Any, reader: Any) -> None:
    """Put into `config` what the file says and the reader leaves at a default."""
    architecture = _field(reader, "general.architecture")
    if architecture == "gpt2":
        config.n_positions = int(_field(reader, "gpt2.context_length") or config.n_positions)
    width = _field(reader, f"{architecture}.attention.key_length")
    if architecture == "qwen3" and isinstance(width, int):
        config.head_dim = width
    turned = _field(reader, f"{architecture}.rope.dimension_count")
    if architecture in ("phi3", "stablelm") and isinstance(turned, int):
        config.rope_parameters["partial_rotary_factor"] = turned * config.num_attention_heads / config.hidden_size
    if (architecture, config.num_hidden_layers) in (("gemma2", 46), ("gemma3", 62)):  # the 27B ones, as llama.cpp does
        config.query_pre_attn_scalar = config.hidden_size // config.num_attention_heads
    if isinstance(config.pad_token_id, int) and config.pad_token_id >= config.vocab_size:
        config.pad_token_id = None  # Phi-3's default, of a larger vocabulary


def require_all(path: Path, model: Any, report: dict[str, Any], reader: Any) -> None:
    """Refuse a model of which tensors are missing, or in which tensors of the file have no place.

    Raises:
        ModelUnusable: the sentence names the first of them.
    """
    missing = sorted(report.get("missing_keys", ()))
    if missing:
        raise ModelUnusable(
            say(
                "{path} lacks {n} tensors of the model ({missing}). Get it again from its source.",
                path=path,
                n=len(missing),
                missing=_some(missing),
            )
        )
    unused = sorted({tensor.name for tensor in reader.tensors} - _placed(model, reader) - {_STRETCH, "output.weight"})
    if unused:
        raise ModelUnusable(
            say(
                "{path} holds {n} tensors that have no place in the model as it can be read from GGUF "
                "({unused}), so what it computes would be another model. {instead}",
                path=path,
                n=len(unused),
                unused=_some(unused),
                instead=_INSTEAD,
            )
        )


def _placed(model: Any, reader: Any) -> set[str]:
    """The names under which a GGUF file has the model's tensors."""
    from engine.libraries.transformers_inside import gguf_tensor_names

    return gguf_tensor_names(model, _field(reader, "general.architecture"))


def stretch(path: Path, config: Any, reader: Any) -> None:
    """Put Llama 3's stretched rotation into `config`: the file has the frequencies' divisors, the reader passes over.

    Raises:
        ModelUnusable: they are not Llama 3's.
    """
    held = next((tensor.data for tensor in reader.tensors if tensor.name == _STRETCH), None)
    if held is None or np.allclose(held, 1):
        return
    divisors = np.asarray(held, np.float32)  # [head width / 2]
    settings = dict(config.rope_parameters)
    factor = float(divisors.max())
    if not np.allclose(divisors, _divisors(len(divisors), settings["rope_theta"], factor), rtol=0.01):
        raise ModelUnusable(
            say(
                "{path} stretches its positions in a way that cannot be read from GGUF. {instead}",
                path=path,
                instead=_INSTEAD,
            )
        )
    settings |= {"rope_type": "llama3", "factor": factor, "low_freq_factor": _LOW, "high_freq_factor": _HIGH}
    config.rope_parameters = {**settings, "original_max_position_embeddings": _ORIGINAL}


def _divisors(count: int, theta: float, factor: float) -> F32:
    """What Llama 3.1 divides its `count` frequencies by: 1 for fast ones, `factor` for slow ones, smoothly between.

    Source: `_compute_llama3_parameters` of transformers, after Meta's reference code.
    """
    wavelengths = 2 * math.pi * theta ** (np.arange(count) / count)  # [count]
    smooth = np.clip((_ORIGINAL / wavelengths - _LOW) / (_HIGH - _LOW), 0, 1)
    return (1 / ((1 - smooth) / factor + smooth)).astype(np.float32)


def _field(reader: Any, name: str) -> Any:
    """A value of the file's header, None where it has none."""
    field = reader.fields.get(name)
    return None if field is None else field.contents()


def _some(names: Sequence[str]) -> str:
    return ", ".join(in_short(name, 60) for name in names[:3]) + (", …" if len(names) > 3 else "")
