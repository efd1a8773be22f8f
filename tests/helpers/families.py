"""Decoder-only families of transformers at tiny random size, to compare capture with an independent forward.

Every parameter, biases and norm weights included, is drawn anew around its kind's usual value: the library's own
initial biases are 0 and norm weights 1, which would hide a part that is left out or applied twice. Sliding windows
are shorter than the test sequences, so that cached layers really drop keys.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
import transformers
from transformers import PreTrainedModel

VOCAB = 97
WINDOW = 5
_LLAMA: dict[str, Any] = {
    "vocab_size": VOCAB,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 4,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 64,
    "pad_token_id": 0,
    "bos_token_id": 1,
    "eos_token_id": 2,
}


def redrawn(model: PreTrainedModel, seed: int) -> PreTrainedModel:
    """Draw every parameter anew: matrices so that states stay of order 1, norms around their value, biases off 0."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            noise = torch.randn(parameter.shape, generator=generator)
            if parameter.dim() >= 2:
                parameter.copy_(noise * (0.5 if "embed" in name or "wte" in name else 0.25))
            elif "A_log" in name or name.endswith(".D") or "dt_" in name:
                parameter.add_(0.1 * noise)
            else:
                parameter.add_(0.3 * noise)
    model.eval()
    return model


def family(architecture: str, config: str, /, **settings: Any) -> Callable[[], PreTrainedModel]:
    """How to make a model of two of the library's classes."""

    def build() -> PreTrainedModel:
        made, seed = getattr(transformers, config)(**settings), len(architecture)
        with torch.random.fork_rng(devices=[]):  # what is drawn anew is added to some of the library's own chance
            torch.manual_seed(seed)
            model: PreTrainedModel = getattr(transformers, architecture)(made)
        return redrawn(model, seed)

    return build


def like_llama(name: str, **settings: Any) -> Callable[[], PreTrainedModel]:
    """The same of a family whose settings are named as Llama's."""
    return family(f"{name}ForCausalLM", f"{name}Config", **{**_LLAMA, **settings})


def _gpt(architecture: str, config: str, /, **settings: Any) -> Callable[[], PreTrainedModel]:
    base = {"vocab_size": VOCAB, "n_embd": 32, "n_layer": 3, "n_head": 4, "n_positions": 64}
    return family(architecture, config, **{**base, "bos_token_id": 1, "eos_token_id": 2, **settings})


def _falcon(**settings: Any) -> Callable[[], PreTrainedModel]:
    base = {"vocab_size": VOCAB, "hidden_size": 32, "num_hidden_layers": 3, "num_attention_heads": 4}
    return family("FalconForCausalLM", "FalconConfig", **{**base, "bos_token_id": 1, "eos_token_id": 2, **settings})


_ALTERNATING = ["sliding_attention", "full_attention", "sliding_attention", "full_attention"]

FAMILIES: dict[str, Callable[[], PreTrainedModel]] = {
    "gpt2": _gpt("GPT2LMHeadModel", "GPT2Config"),
    "gpt2-inverse-layer": _gpt("GPT2LMHeadModel", "GPT2Config", scale_attn_by_inverse_layer_idx=True, n_inner=40),
    "gpt_neox": like_llama(
        "GPTNeoX", rope_parameters={"rope_type": "default", "rope_theta": 1e4, "partial_rotary_factor": 0.5}
    ),
    "gpt_neox-serial": like_llama("GPTNeoX", num_key_value_heads=4, use_parallel_residual=False),
    "llama": like_llama("Llama"),
    "llama-biases-tied": like_llama("Llama", attention_bias=True, mlp_bias=True, tie_word_embeddings=True, head_dim=6),
    "mistral": like_llama("Mistral", sliding_window=WINDOW),
    "qwen2": like_llama("Qwen2"),
    "qwen2-sliding": like_llama(
        "Qwen2", use_sliding_window=True, sliding_window=WINDOW, max_window_layers=2, layer_types=_ALTERNATING
    ),
    "qwen3": like_llama("Qwen3", head_dim=12),
    "gemma": like_llama("Gemma", head_dim=10),
    "gemma2": like_llama(
        "Gemma2",
        head_dim=10,
        sliding_window=WINDOW,
        query_pre_attn_scalar=8,
        attn_logit_softcapping=2.0,
        final_logit_softcapping=3.0,
    ),
    "gemma3": family(
        "Gemma3ForCausalLM",
        "Gemma3TextConfig",
        **{**_LLAMA, "head_dim": 10, "sliding_window": WINDOW, "query_pre_attn_scalar": 8, "layer_types": _ALTERNATING},
    ),
    "phi3": like_llama("Phi3", sliding_window=None),
    "phi3-sliding": like_llama("Phi3", sliding_window=WINDOW),
    "opt": family(
        "OPTForCausalLM",
        "OPTConfig",
        vocab_size=VOCAB,
        hidden_size=32,
        ffn_dim=48,
        num_hidden_layers=3,
        num_attention_heads=4,
        max_position_embeddings=64,
        word_embed_proj_dim=32,
    ),
    "opt-post-norm-projected": family(
        "OPTForCausalLM",
        "OPTConfig",
        vocab_size=VOCAB,
        hidden_size=32,
        ffn_dim=48,
        num_hidden_layers=3,
        num_attention_heads=4,
        max_position_embeddings=64,
        word_embed_proj_dim=20,
        do_layer_norm_before=False,
    ),
    "bloom": family("BloomForCausalLM", "BloomConfig", vocab_size=VOCAB, hidden_size=32, n_layer=3, n_head=4),
    "falcon": _falcon(),
    "falcon-alibi": _falcon(alibi=True),
    "falcon-alibi-serial": _falcon(alibi=True, parallel_attn=False, multi_query=False, bias=True),
    "falcon-new": _falcon(new_decoder_architecture=True, num_kv_heads=2),
    "stablelm": like_llama("StableLm"),
    "stablelm-parallel": like_llama("StableLm", use_parallel_residual=True, qk_layernorm=True, use_qkv_bias=True),
    "olmo2": like_llama("Olmo2"),
    "olmo3": like_llama("Olmo3", sliding_window=WINDOW, layer_types=_ALTERNATING),
    "olmo": like_llama("Olmo", clip_qkv=1.0),
    "gptj": _gpt("GPTJForCausalLM", "GPTJConfig", rotary_dim=4),
    "codegen": _gpt("CodeGenForCausalLM", "CodeGenConfig", rotary_dim=4, n_ctx=64),
    "gpt_neo": family(
        "GPTNeoForCausalLM",
        "GPTNeoConfig",
        vocab_size=VOCAB,
        hidden_size=32,
        num_layers=4,
        num_heads=4,
        window_size=WINDOW,
        max_position_embeddings=64,
        attention_types=[[["global", "local"], 2]],
        bos_token_id=1,
        eos_token_id=2,
    ),
    "gpt_bigcode": _gpt("GPTBigCodeForCausalLM", "GPTBigCodeConfig"),
    "mpt": family("MptForCausalLM", "MptConfig", vocab_size=VOCAB, d_model=32, n_heads=4, n_layers=3, max_seq_len=64),
    "phi": like_llama("Phi", partial_rotary_factor=0.5),
    "cohere": like_llama("Cohere", logit_scale=0.25, use_qk_norm=True),
    "cohere2": like_llama("Cohere2", sliding_window=WINDOW, logit_scale=0.25, layer_types=_ALTERNATING),
    "granite": like_llama(
        "Granite", embedding_multiplier=3.0, residual_multiplier=0.5, logits_scaling=4.0, attention_multiplier=0.3
    ),
    "starcoder2": like_llama("Starcoder2", sliding_window=WINDOW),
    "nemotron": like_llama("Nemotron"),
    "glm4": like_llama("Glm4", head_dim=8),
    "smollm3": like_llama("SmolLM3"),
    "exaone4": like_llama("Exaone4", sliding_window=WINDOW, layer_types=_ALTERNATING),
    "xglm": family(
        "XGLMForCausalLM",
        "XGLMConfig",
        vocab_size=VOCAB,
        d_model=32,
        ffn_dim=48,
        num_layers=3,
        attention_heads=4,
        max_position_embeddings=64,
    ),
    "biogpt": like_llama("BioGpt", num_key_value_heads=4),
}

# Families of which a quantity is missing: what must then be said, and the rest must still be right.
MIXTURES: dict[str, Callable[[], PreTrainedModel]] = {
    "gpt_oss": like_llama("GptOss", num_local_experts=4, num_experts_per_tok=2, sliding_window=WINDOW, head_dim=8),
    "mixtral": like_llama("Mixtral", num_local_experts=4, num_experts_per_tok=2),
    "qwen2_moe": like_llama(
        "Qwen2Moe", num_experts=4, num_experts_per_tok=2, moe_intermediate_size=24, shared_expert_intermediate_size=40
    ),
    "qwen3_moe": like_llama(
        "Qwen3Moe", num_experts=4, num_experts_per_tok=2, moe_intermediate_size=24, head_dim=8, mlp_only_layers=[0]
    ),
}

# Models without attention weights: states and logits only.
OTHERS: dict[str, Callable[[], PreTrainedModel]] = {
    "mamba": family(
        "MambaForCausalLM", "MambaConfig", vocab_size=VOCAB, hidden_size=32, num_hidden_layers=3, state_size=4
    ),
}


def sample_ids(n: int = 12, seed: int = 0) -> torch.Tensor:
    """[n] int64 token ids, no special ones."""
    return torch.randint(5, VOCAB, (n,), generator=torch.Generator().manual_seed(seed))


# Where the parts of block {} lie, written down by hand: out projection and down projection (None: experts).
_LLAMA_PATHS = ("model.layers.{}", "self_attn.o_proj", "mlp.down_proj")
_GPT_PATHS = ("transformer.h.{}", "attn.c_proj", "mlp.c_proj")
_FALCON_PATHS = ("transformer.h.{}", "self_attention.dense", "mlp.dense_4h_to_h")
_PATHS: dict[str, tuple[str, str, str | None]] = {
    "gpt2": _GPT_PATHS,
    "gpt_bigcode": _GPT_PATHS,
    "gpt_neox": ("gpt_neox.layers.{}", "attention.dense", "mlp.dense_4h_to_h"),
    "opt": ("model.decoder.layers.{}", "self_attn.out_proj", "fc2"),
    "bloom": _FALCON_PATHS,
    "falcon": _FALCON_PATHS,
    "gptj": ("transformer.h.{}", "attn.out_proj", "mlp.fc_out"),
    "codegen": ("transformer.h.{}", "attn.out_proj", "mlp.fc_out"),
    "gpt_neo": ("transformer.h.{}", "attn.attention.out_proj", "mlp.c_proj"),
    "mpt": ("transformer.blocks.{}", "attn.out_proj", "ffn.down_proj"),
    "phi": ("model.layers.{}", "self_attn.dense", "mlp.fc2"),
    "starcoder2": ("model.layers.{}", "self_attn.o_proj", "mlp.c_proj"),
    "xglm": ("model.layers.{}", "self_attn.out_proj", "fc2"),
    "biogpt": ("biogpt.layers.{}", "self_attn.out_proj", "fc2"),
}
# What normalises a sublayer's output before it is added, in the families that do.
_POST = ("post_attention_layernorm", "post_feedforward_layernorm")
POST_NORMS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("gemma2", "gemma3", "olmo2", "olmo3", "exaone4"), _POST),
    "glm4": ("post_self_attn_layernorm", "post_mlp_layernorm"),
}


def family_of(name: str) -> str:
    """The family a variant belongs to."""
    return name.split("-", maxsplit=1)[0]


def paths(name: str, layer: int) -> tuple[str, str, str | None]:
    """Module names of a block, its out projection and its down projection, as the library's source has them."""
    block, out, down = _PATHS.get(family_of(name), _LLAMA_PATHS)
    whole = block.format(layer)
    return whole, f"{whole}.{out}", None if name in MIXTURES else f"{whole}.{down}"
