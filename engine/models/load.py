"""A model ready to run: resolved, examined, put on its device, with its tokenizer and its vocabulary's bytes.

The order is that of cost: everything that can be refused is refused before the weights are read. Attention is left
at `sdpa` where the family has it, which is what the library itself would choose: Falcon's `eager` counts ALiBi twice.
The capture code switches to code with weights for as long as it needs them (`engine.capture.attention`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from engine import spilling
from engine.errors import LibraryChanged, ModelUnusable, OrreryError, OutOfMemory, Stopped, in_short, reason, shown
from engine.folders import cache_folder
from engine.libraries import rust_panics
from engine.models import fitting
from engine.models import resolve as places
from engine.models import weights as files
from engine.models.vocabulary import vocabulary_of
from engine.models.words import Progress, Stop, check, never, quieten, silent
from engine.records import Vocabulary
from engine.sentences import say
from engine.shortage import is_out_of_memory

if TYPE_CHECKING:
    from pathlib import Path

    from transformers import PreTrainedModel

    from engine.models.device import Choice

_NOT_DECODERS = ("MaskedLM", "Classification", "QuestionAnswering", "PreTraining", "Seq2Seq", "EncoderDecoder")


@dataclass(frozen=True)
class LoadedModel:
    """A model in memory, in evaluation mode, its weights not asking for gradients."""

    model: PreTrainedModel
    tokenizer: Any
    vocabulary: Vocabulary
    name: str
    sha256: str  # of the weights, or of the GGUF file they were expanded from
    revision: str
    source: str  # in words
    device: str  # "cpu", "cuda", "cuda + cpu"
    dtype: str  # "float32"


def load(
    spec: str,
    *,
    device: str = "auto",
    dtype: str = "auto",
    progress: Progress = silent,
    stop: Stop = never,
) -> LoadedModel:
    """Load a model by catalogue name, hub id, folder or GGUF file.

    Raises:
        ModelNotFound, ModelUnusable, FetchFailed, DiskProblem: see `resolve`.
        InputRefused: the device or the precision is not to be had.
        OutOfMemory: the device has too little memory; the sentence says how much was needed and what would fit.
        Stopped: a person asked for the end.
    """
    where = places.resolve(spec, progress, stop)
    try:
        with told(where.folder), rust_panics.raised_as(RuntimeError):
            return _loaded(where, device, dtype, progress, stop)
    except ModelUnusable as error:
        if cache_folder().resolve() not in where.folder.resolve().parents:
            raise
        raise ModelUnusable(
            say(
                "{error} (It is Orrery's own copy: `models clear {name}` removes it, and then it is downloaded again.)",
                error=error,
                name=where.name,
            )
        ) from error


@contextmanager
def told(what: object) -> Iterator[None]:
    """While open, whatever a library raises over the files of a model becomes a sentence about it.

    A value of another kind than expected can stand anywhere in them, and fails wherever it is used first.
    """
    try:
        yield
    except (OrreryError, Stopped):
        raise
    except Exception as error:
        if is_out_of_memory(error):
            raise
        raise ModelUnusable(
            say(
                "{what} could not be loaded: its files do not fit together ({why}). Get the model again from its "
                "source.",
                what=what,
                why=reason(error),
            )
        ) from error


def _loaded(where: places.Where, device: str, dtype: str, progress: Progress, stop: Stop) -> LoadedModel:
    config = config_of(where.folder)
    weights = files.examine(where.folder)
    fitting.require_possible(where.folder, config, weights)
    progress(say("Loading PyTorch"), 0, 0)
    from engine.models import device as devices

    choice = devices.choose(device, dtype, weights.n_parameters)
    files.require_finite(weights, progress, stop)
    digest = where.sha256 or files.sha256(weights, progress, stop)
    check(stop)
    progress(say("Loading {name}", name=where.name), 0, weights.n_bytes)
    tokenizer = tokenizer_of(where.folder)
    with spilling.folder() if choice.spread else nullcontext() as spill:
        needed = devices.needed(weights.n_parameters, choice.dtype)
        with _counting(say("Loading {name}", name=where.name), weights.n_bytes, progress, stop):
            model = _model(where.folder, choice, needed, spill)
    check(stop)
    progress(say("Loading {name}", name=where.name), weights.n_bytes, weights.n_bytes)
    embeddings: Any = model.get_input_embeddings()
    n_rows = int(embeddings.weight.shape[0])  # may be more than the tokenizer has tokens
    vocabulary = vocabulary_of(tokenizer, n_rows)
    return LoadedModel(
        model,
        tokenizer,
        vocabulary,
        where.name,
        digest,
        where.revision,
        where.source,
        _devices(model),
        choice.dtype_name,
    )


def config_of(folder: Path) -> Any:
    """The folder's configuration, if transformers itself knows its kind and it is a decoder.

    Raises:
        ModelUnusable: the architecture is unknown, needs code from its repository, or is no decoder.
    """
    from transformers import AutoConfig

    from engine.libraries.transformers_inside import decoder_kinds

    raw = files.read_json(folder / "config.json")
    kind = str(raw.get("model_type", ""))
    if kind not in decoder_kinds():
        if raw.get("auto_map"):
            raise ModelUnusable(
                say(
                    "{folder} needs program code from its own repository (auto_map), which Orrery does not run. "
                    "Choose a model that transformers supports by itself.",
                    folder=folder,
                )
            )
        raise ModelUnusable(
            say(
                "{folder} is of the architecture {kind}, which this version of transformers does not know as a "
                "language model.",
                folder=folder,
                kind=shown(kind) if kind else say("that config.json does not name"),
            )
        )
    architectures = raw.get("architectures") or []
    if not isinstance(architectures, list) or not all(isinstance(name, str) for name in architectures):
        raise ModelUnusable(
            say(
                "{folder}/config.json says {architectures} where the names of architectures were expected. Get "
                "the model again from its source.",
                folder=folder,
                architectures=shown(architectures),
            )
        )
    if raw.get("is_encoder_decoder") or any(sign in name for name in architectures for sign in _NOT_DECODERS):
        raise ModelUnusable(
            say(
                "{folder} is not a decoder-only language model ({architectures}): Orrery shows models that "
                "continue a text token by token.",
                folder=folder,
                architectures=in_short(", ".join(architectures) or kind),
            )
        )
    try:
        return AutoConfig.from_pretrained(str(folder), local_files_only=True, trust_remote_code=False)
    except Exception as error:  # a configuration may fail in any way its class checks it
        raise ModelUnusable(
            say(
                "{folder}/config.json is not usable ({why}). Get the model again from its source.",
                folder=folder,
                why=reason(error),
            )
        ) from error


def tokenizer_of(folder: Path) -> Any:
    """The folder's tokenizer. Raises ModelUnusable."""
    from transformers import AutoTokenizer

    try:
        with rust_panics.raised_as(RuntimeError), rust_panics.unprinted():
            tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True, trust_remote_code=False)
    except Exception as error:  # tokenizer classes raise whatever their parser met
        raise ModelUnusable(
            say(
                "The tokenizer in {folder} cannot be read ({why}). Get the model again from its source.",
                folder=folder,
                why=reason(error),
            )
        ) from error
    for role in tokenizer.SPECIAL_TOKENS_ATTRIBUTES:
        token = getattr(tokenizer, role, None)
        if isinstance(token, str) and not isinstance(getattr(tokenizer, f"{role}_id", None), int):
            raise ModelUnusable(
                say(
                    "The tokenizer in {folder} names {token} as its {role}, which is none of its tokens. Get the "
                    "model again from its source.",
                    folder=folder,
                    token=shown(token),
                    role=role,
                )
            )
    return tokenizer


@contextmanager
def _counting(doing: str, n_bytes: int, progress: Progress, stop: Stop) -> Iterator[None]:
    """Have the reader's bar over the tensors tell Orrery's progress, and stop at the next tensor."""
    from engine.libraries.transformers_inside import weights_counted

    def counted(tensors: Collection[Any], **_: object) -> Iterator[Any]:
        for done, tensor in enumerate(tensors):
            check(stop)
            progress(doing, n_bytes * done // len(tensors), n_bytes)
            yield tensor

    with weights_counted(counted):
        yield


def _model(folder: Path, choice: Choice, n_bytes: int, spill: Path | None) -> PreTrainedModel:
    import torch
    from transformers import AutoModelForCausalLM

    from engine.models.linear import quicken

    quieten()
    reader: Any = AutoModelForCausalLM  # its types do not know `output_loading_info`
    try:
        model, report = reader.from_pretrained(
            str(folder),
            dtype=choice.dtype,
            attn_implementation=_attention(folder),
            output_loading_info=True,
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            **_placing(choice, spill),
        )
    except (LibraryChanged, Stopped):
        raise
    except torch.OutOfMemoryError as error:
        raise _out_of_memory(choice, n_bytes, error) from error
    except Exception as error:  # whatever the library, or one for quantised weights, raises
        if "out of memory" in str(error).lower():
            raise _out_of_memory(choice, n_bytes, error) from error
        raise fitting.why_not(folder, error) from error
    fitting.require_complete(folder, model, report)
    model.eval().requires_grad_(False)
    if spill is not None:
        spilling.belongs_to(model, spill)
    if model.device.type == "cpu" and not getattr(model, "hf_device_map", None):
        quicken(model)
    return cast("PreTrainedModel", model)


def _placing(choice: Choice, spill: Path | None) -> dict[str, Any]:
    """How transformers is told where the weights go: to a card straight from the file, past the main memory."""
    from engine.models import device as devices

    if spill is not None:
        return {"device_map": "auto", "max_memory": devices.room(), "offload_folder": str(spill)}
    return {} if choice.device == "cpu" else {"device_map": choice.device}


def _attention(folder: Path) -> str | None:
    """ "sdpa" where the family has it, else "eager"; None, which lets each part have its own, for one of several parts.

    A tower for sound or pictures beside the language model may have no "sdpa".
    """
    from transformers import AutoConfig

    from engine.libraries.transformers_inside import has_sdpa

    config = AutoConfig.from_pretrained(str(folder), local_files_only=True, trust_remote_code=False)
    quick = has_sdpa(config)
    if config.sub_configs:
        return None
    return "sdpa" if quick else "eager"


def _out_of_memory(choice: Choice, n_bytes: int, error: BaseException) -> OutOfMemory:
    from engine.models import device as devices

    devices.give_back(error)  # what was read of the model counts as free again
    return OutOfMemory(devices.too_large(n_bytes, choice.device, choice.dtype))


def _devices(model: PreTrainedModel) -> str:
    """ "cpu", "cuda", "cuda:1", or all that a spread model lies on: "cuda:0 + cuda:1 + cpu"."""
    placed: dict[str, Any] = getattr(model, "hf_device_map", None) or {"": model.device}
    names = [f"cuda:{where}" if isinstance(where, int) else str(where) for where in placed.values()]
    found = list(dict.fromkeys(names))
    only = sum(name.startswith("cuda") for name in found) == 1
    return " + ".join(name.removesuffix(":0") if only or name.startswith("mps") else name for name in found)
