"""What is told of a loaded model: its shape, context and end tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.capture.anatomy import Anatomy
from engine.capture.placed import n_parameters
from engine.records import ModelInfo

if TYPE_CHECKING:
    from engine.models.load import LoadedModel


ANY_LENGTH = 2**20  # context of a model that states none (ALiBi, recurrent)


def model_info(loaded: LoadedModel, anatomy: Anatomy) -> ModelInfo:
    """The model in plain values."""
    config = loaded.model.config
    return ModelInfo(
        name=loaded.name,
        family=str(config.model_type),
        sha256=loaded.sha256,
        revision=loaded.revision,
        source=loaded.source,
        device=loaded.device,
        dtype=loaded.dtype,
        n_layers=anatomy.n_layers,
        n_heads=anatomy.n_heads,
        n_kv_heads=anatomy.n_kv_heads,
        d_model=anatomy.d_model,
        d_mlp=anatomy.d_mlp,
        vocab_size=anatomy.vocab_size,
        context=context_of(config),
        n_parameters=n_parameters(loaded.model),
        tied_embeddings=anatomy.tied,
        position_scheme=anatomy.position_scheme,
        bos_id=loaded.tokenizer.bos_token_id,
        eos_ids=end_ids(loaded.model, loaded.tokenizer),
        has_chat_template=bool(getattr(loaded.tokenizer, "chat_template", None)),
        missing=tuple(anatomy.missing.items()),
    )


def context_of(config: Any) -> int:
    """Positions the model was made for."""
    text = config.get_text_config(decoder=True)
    for name in ("max_position_embeddings", "n_positions", "max_seq_len", "seq_length", "n_ctx"):
        value = getattr(text, name, None)
        if isinstance(value, int) and value > 0:
            return value
    return ANY_LENGTH


def end_ids(model: Any, tokenizer: Any) -> tuple[int, ...]:
    """Tokens that end a text, by the tokenizer and by the model's generation settings."""
    stated = getattr(getattr(model, "generation_config", None), "eos_token_id", None)
    several = stated if isinstance(stated, list) else [stated]
    return tuple(sorted({int(token) for token in [*several, tokenizer.eos_token_id] if token is not None}))
