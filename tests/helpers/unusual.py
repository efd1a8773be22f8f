"""Decoder families at tiny random size whose blocks are not a plain attention and a plain MLP, or whose heads are odd.

What each must show or refuse is in tests/unit/engine/capture/test_unusual.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from transformers import PreTrainedModel

from tests.helpers.families import VOCAB, WINDOW, family, like_llama

_TURNS = ["mamba", "attention", "mamba", "attention"]
_LINEAR = ["linear_attention", "full_attention", "linear_attention", "full_attention"]
_SLIDING = ["sliding_attention", "full_attention", "sliding_attention", "full_attention"]
_MAMBA: dict[str, Any] = {"mamba_d_state": 4, "mamba_n_heads": 8, "mamba_d_head": 8, "mamba_expand": 2}
_BERT: dict[str, Any] = {
    "vocab_size": VOCAB,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "max_position_embeddings": 64,
    "is_decoder": True,
}
_GEMMA4: dict[str, Any] = {
    "head_dim": 8,
    "global_head_dim": 8,
    "layer_types": _SLIDING,
    "sliding_window": WINDOW,
    "hidden_size_per_layer_input": 6,
    "vocab_size_per_layer_input": VOCAB,
    "num_kv_shared_layers": 0,
}
_LATENT: dict[str, Any] = {
    "num_key_value_heads": 4,
    "q_lora_rank": 12,
    "kv_lora_rank": 16,
    "qk_rope_head_dim": 8,
    "qk_nope_head_dim": 8,
    "v_head_dim": 12,
}
_EXPERTS: dict[str, Any] = {
    "n_routed_experts": 4,
    "num_experts_per_tok": 2,
    "n_shared_experts": 1,
    "n_group": 1,
    "topk_group": 1,
    "moe_intermediate_size": 24,
}


def _gemma4(**settings: Any) -> Callable[[], PreTrainedModel]:
    base = {"vocab_size": VOCAB, "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 4}
    base |= {"num_attention_heads": 4, "num_key_value_heads": 2, "max_position_embeddings": 64, "pad_token_id": 0}
    return family("Gemma4ForCausalLM", "Gemma4TextConfig", **{**base, **_GEMMA4, **settings})


UNUSUAL: dict[str, Callable[[], PreTrainedModel]] = {
    "gemma4": _gemma4(),
    "gemma4-shared-keys": _gemma4(num_kv_shared_layers=2),
    "gemma4-wide-heads": _gemma4(global_head_dim=16),
    "gemma4-experts": _gemma4(
        enable_moe_block=True, hidden_size_per_layer_input=0, num_experts=4, top_k_experts=2, moe_intermediate_size=24
    ),
    "deepseek_v3": like_llama("DeepseekV3", **_LATENT, **_EXPERTS, first_k_dense_replace=4),
    "deepseek_v3-experts": like_llama("DeepseekV3", **_LATENT, **_EXPERTS, first_k_dense_replace=1),
    "minicpm3": like_llama("MiniCPM3", **_LATENT, dim_model_base=16),
    "granitemoehybrid": like_llama(
        "GraniteMoeHybrid", **_MAMBA, mamba_chunk_size=8, layer_types=_TURNS, num_local_experts=0,
        shared_intermediate_size=40,
    ),
    "granitemoehybrid-experts": like_llama(
        "GraniteMoeHybrid", **_MAMBA, mamba_chunk_size=8, layer_types=_TURNS, num_local_experts=4,
        num_experts_per_tok=2, shared_intermediate_size=40,
    ),
    "jamba": like_llama(
        "Jamba", mamba_d_state=4, mamba_dt_rank=4, use_mamba_kernels=False, num_experts=1, attn_layer_period=2,
        attn_layer_offset=1,
    ),
    "falcon_h1": like_llama("FalconH1", **_MAMBA, mamba_d_ssm=64, mamba_chunk_size=8, mamba_n_groups=1, head_dim=8),
    "qwen3_next": like_llama(
        "Qwen3Next", head_dim=8, layer_types=_LINEAR, mlp_only_layers=[0, 1, 2, 3], linear_num_key_heads=2,
        linear_num_value_heads=4, linear_key_head_dim=8, linear_value_head_dim=8,
    ),
    "lfm2": like_llama("Lfm2", layer_types=["conv", "full_attention", "conv", "full_attention"]),
    "recurrent_gemma": like_llama(
        "RecurrentGemma", lru_width=32, head_dim=8, attention_window_size=WINDOW, block_types=["recurrent", "attention"]
    ),
    "rwkv": family(
        "RwkvForCausalLM", "RwkvConfig", vocab_size=VOCAB, hidden_size=32, num_hidden_layers=3, context_length=64
    ),
    "diffllama": like_llama("DiffLlama"),
    "bert": family("BertLMHeadModel", "BertConfig", **_BERT),
    "modernbert-decoder": like_llama(
        "ModernBertDecoder", head_dim=8, local_attention=WINDOW, layer_types=_SLIDING, cls_token_id=1, sep_token_id=2
    ),
    "nanochat": like_llama("NanoChat"),
}  # fmt: skip

# Models that look ahead.
BOTH_WAYS: dict[str, Callable[[], PreTrainedModel]] = {
    "bert": family("BertLMHeadModel", "BertConfig", **{**_BERT, "is_decoder": False}),
    "gemma3": family(
        "Gemma3ForCausalLM", "Gemma3TextConfig", vocab_size=VOCAB, hidden_size=32, intermediate_size=48,
        num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, head_dim=8, pad_token_id=0,
        use_bidirectional_attention=True,
    ),
    "xlnet": family("XLNetLMHeadModel", "XLNetConfig", vocab_size=VOCAB, d_model=32, n_layer=2, n_head=4, d_inner=48),
}  # fmt: skip
