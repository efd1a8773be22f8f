"""The net: transformers' own GPT2LMHeadModel, two blocks wide 128, in a folder that opens like any model's.

The tokenizer is byte-level BPE without merges, so every bracket is one token and the start token is put in front of
each text by itself. The activation is GPT-2's (tanh-approximated GELU) in torch's fused form: transformers' default
writes the same function as seven passes over memory, and trains at two thirds of the speed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import torch

from engine.errors import InputRefused, ModelUnusable, Stopped, reason
from engine.labs.brackets.language import END, START, TOKENS, Language
from engine.labs.brackets.recipe import Recipe
from engine.nets.files import packed, read_json, read_tensors, write_json, write_whole
from engine.sentences import say

if TYPE_CHECKING:
    from transformers import GPT2LMHeadModel

F64 = npt.NDArray[np.float64]
BATCH_TOKENS = 8_192  # tokens put through the net at once: some tenths of a second on two cores


def build(recipe: Recipe) -> GPT2LMHeadModel:
    """A net with fresh weights, decided by the recipe's seed alone."""
    from transformers import GPT2Config, GPT2LMHeadModel

    from engine.libraries.transformers_inside import set_attention_name

    config = GPT2Config(
        vocab_size=recipe.language.vocab_size,
        n_positions=recipe.context,
        n_embd=recipe.width,
        n_layer=recipe.layers,
        n_head=recipe.heads,
        n_inner=recipe.mlp,
        activation_function="gelu_pytorch_tanh",
        resid_pdrop=0.0,
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        bos_token_id=START,
        eos_token_id=END,
    )
    set_attention_name(config, "sdpa")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(recipe.seed)
        return GPT2LMHeadModel(config)


@dataclass(frozen=True)
class Net:
    """A bracket net in evaluation mode with what is known of its training."""

    model: GPT2LMHeadModel
    recipe: Recipe
    folder: Path | None = None
    stop: Callable[[], bool] = lambda: False  # asked between two batches

    def heed_stop(self) -> None:
        """Raises Stopped where `stop` says so."""
        if self.stop():
            raise Stopped

    @property
    def language(self) -> Language:
        return self.recipe.language

    @property
    def longest(self) -> int:
        """Most brackets it can read: the context less the start token."""
        return int(self.model.config.n_positions) - 1

    @property
    def trained_length(self) -> int:
        """Most brackets it was trained on."""
        return 2 * self.recipe.max_pairs

    def check_length(self, length: int) -> None:
        """Raises InputRefused where a string is longer than the context."""
        if length > self.longest:
            raise InputRefused(
                say(
                    "That is {length:,} brackets; this bracket model reads {longest:,} at most (a context of "
                    "{context}, one for the start token). Type a shorter string.",
                    length=length,
                    longest=self.longest,
                    context=self.longest + 1,
                )
            )

    def probabilities(self, ids: npt.NDArray[np.integer]) -> F64:
        """Probability of each outcome after each prefix of each row, the empty prefix first.

        # [B, n] -> [B, n + 1, outcomes] float64, in the order of `language.outcomes`; the full softmax's values, so a
        # row falls short of 1 by the (tiny) mass on the start token.
        """
        self.check_length(ids.shape[1])
        rows = max(1, BATCH_TOKENS // (ids.shape[1] + 1))
        parts = [self._probabilities(ids[i : i + rows]) for i in range(0, len(ids), rows)]
        if not parts:
            return np.zeros((0, ids.shape[1] + 1, len(self.language.outcomes)))
        return np.concatenate(parts)

    def _probabilities(self, ids: npt.NDArray[np.integer]) -> F64:
        self.heed_stop()
        device = self.model.device
        start = np.full((len(ids), 1), START, np.int64)
        inputs = torch.from_numpy(np.concatenate([start, ids.astype(np.int64)], axis=1)).to(device)
        with torch.inference_mode():
            logits = self.model(input_ids=inputs, use_cache=False).logits  # [B, n + 1, V]
            probs = torch.softmax(logits.float(), dim=-1)
        chosen: F64 = probs.cpu().numpy().astype(np.float64)[:, :, list(self.language.outcomes)]
        return chosen


# -- folders -----------------------------------------------------------------------------------------------------


def tokenizer_json(language: Language) -> dict[str, object]:
    """A byte-level BPE tokenizer without merges, in the format of the `tokenizers` library."""
    names = TOKENS[: language.vocab_size]
    special = [
        {"id": i, "content": TOKENS[i], "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
         "special": True}
        for i in (END, START)
    ]  # fmt: skip
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": special,
        "normalizer": None,
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "Start", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {"Start": {"id": "Start", "ids": [START], "tokens": ["Start"]}},
        },
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": "",
                  "end_of_word_suffix": "", "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
                  "vocab": {name: i for i, name in enumerate(names)}, "merges": []},
    }  # fmt: skip


def save_folder(model: GPT2LMHeadModel, recipe: Recipe, folder: Path, notes: dict[str, object] | None = None) -> None:
    """Write the net as transformers' files, with `recipe.json` beside them; the weights last.

    Raises:
        DiskProblem: it could not be written; a net that was there before stays usable.
    """
    language = recipe.language
    config = {**model.config.to_dict(), "architectures": ["GPT2LMHeadModel"], "dtype": "float32"}
    write_json(folder / "config.json", config)
    write_json(folder / "tokenizer.json", tokenizer_json(language))
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "bos_token": "Start",
            "eos_token": "End",
            "model_max_length": recipe.context,
            "clean_up_tokenization_spaces": False,
        },
    )
    write_json(folder / "recipe.json", {"recipe": recipe.as_json(), "command": recipe.command(), **(notes or {})})
    write_whole(folder / "model.safetensors", packed(weights_of(model), {"format": "pt"}))


def weights_of(model: GPT2LMHeadModel) -> dict[str, torch.Tensor]:
    """The net's weights by name, on the cpu, the tied output embedding left out."""
    kept = {name: value for name, value in model.state_dict().items() if name != "lm_head.weight"}
    return {name: value.detach().cpu().contiguous().clone() for name, value in kept.items()}


def put_weights(model: GPT2LMHeadModel, weights: dict[str, torch.Tensor], where: str) -> None:
    """Put weights into a net, in place.

    Raises:
        ModelUnusable: names or shapes differ, or a value is not finite.
    """
    own = model.state_dict()
    for name in own.keys() - {"lm_head.weight"}:
        if name not in weights or weights[name].shape != own[name].shape:
            met = (
                say("is missing") if name not in weights else say("has shape {shape}", shape=tuple(weights[name].shape))
            )
            raise ModelUnusable(
                say(
                    "{where} should hold the weights {name} of shape {shape}, but that {met}. The file belongs to "
                    "another model or is damaged. Train the model again.",
                    where=where,
                    name=name,
                    shape=tuple(own[name].shape),
                    met=met,
                )
            )
        if not torch.isfinite(weights[name]).all():
            raise ModelUnusable(
                say(
                    "{where} holds weights that are not finite ({name}). Train the model again.", where=where, name=name
                )
            )
    with torch.no_grad():
        for name in own.keys() - {"lm_head.weight"}:
            own[name].copy_(weights[name])


def require_weights_for(recipe: Recipe, weights: dict[str, torch.Tensor], where: str) -> None:
    """Refuse a recipe of a larger net than there are weights of, before that is built. Raises ModelUnusable."""
    held = sum(value.numel() for value in weights.values())
    if recipe.n_weights > held:
        raise ModelUnusable(
            say(
                "{where} holds {held:,} numbers, but the recipe beside it is of a bracket model of {n_weights:,} "
                "and more. Train the model again.",
                where=where,
                held=held,
                n_weights=recipe.n_weights,
            )
        )


def load_folder(folder: Path, device: str = "cpu") -> Net:
    """Open a net that `save_folder` wrote.

    Raises:
        ModelUnusable: a file is missing, damaged or of another net.
    """
    described = read_json(folder / "recipe.json")
    try:
        recipe = Recipe.from_json(described["recipe"])
    except (KeyError, InputRefused) as error:
        raise ModelUnusable(
            say(
                "{folder} holds no usable recipe ({why}). Train the model again.",
                folder=folder / "recipe.json",
                why=reason(error),
            )
        ) from error
    weights, _ = read_tensors(folder / "model.safetensors")
    require_weights_for(recipe, weights, str(folder / "model.safetensors"))
    model = build(recipe)
    put_weights(model, weights, str(folder / "model.safetensors"))
    return Net(model.to(device).eval(), recipe, folder)  # type: ignore[arg-type]
