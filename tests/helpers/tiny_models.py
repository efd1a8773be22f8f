"""Tiny random models as folders in Hugging Face format and as GGUF files, with tokenizers that know every byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import tokenizers
import torch
from tokenizers import decoders, normalizers, pre_tokenizers, trainers
from tokenizers import models as kinds
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

SAMPLE = [
    "the cat sat on the mat and the dog ran after the cat",
    "1234 and 5678",
    "def f(x): return x",
    "naïve café, 你好",
]
ODD_TEXTS = [
    "hello world",
    " leading and trailing ",
    "two  blanks\tand a tab\r\nand a line",
    "naïve façade, Ångström, ﬀ",
    "你好吗？这是一个句子。",
    "مرحبا بالعالم",
    "🤦🏽‍♀️ and 👩‍👩‍👧",
    "\u0000 NUL, \u200d joiner, \ufeff mark",
    "x_1 = [f(y)] != 'z';",
    "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
]


def byte_level_tokenizer(vocab_size: int = 320) -> PreTrainedTokenizerFast:
    """GPT-2's kind: byte-level BPE, with one special token."""
    tokenizer = tokenizers.Tokenizer(kinds.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size, special_tokens=["<|endoftext|>"], initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator(SAMPLE, trainer)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<|endoftext|>", bos_token="<|endoftext|>")


def sentencepiece_tokenizer() -> PreTrainedTokenizerFast:
    """Llama 2's kind: the space is U+2581, what is unknown falls back to `<0xNN>`."""
    words = ["▁", "▁the", "the", "▁cat", "cat", "s", "at", "é", "你"]
    special = ["<unk>", "<s>", "</s>"]
    tokens = [*special, *(f"<0x{byte:02X}>" for byte in range(256)), *words, *"abcdefghijklmnopqrstuvwxyz"]
    vocabulary = {token: index for index, token in enumerate(dict.fromkeys(tokens))}
    merges = [("c", "at"), ("▁", "cat"), ("▁", "the")]
    tokenizer = tokenizers.Tokenizer(kinds.BPE(vocabulary, merges, unk_token="<unk>", byte_fallback=True))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", unk_token="<unk>")


def llama(vocab_size: int, seed: int = 0, **settings: Any) -> LlamaForCausalLM:
    """Two blocks of width 32."""
    torch.manual_seed(seed)
    shape: dict[str, Any] = {
        "hidden_size": 32,
        "intermediate_size": 48,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
    }
    shape.update(num_key_value_heads=2, max_position_embeddings=64)
    config = LlamaConfig(vocab_size=vocab_size, **{**shape, **settings})
    model = LlamaForCausalLM(config)
    model.eval()
    return model


def write_folder(folder: Path, *, padding: int = 0, **settings: Any) -> Path:
    """A llama with its tokenizer. `padding`: rows of the embedding that the tokenizer has no token for."""
    tokenizer = byte_level_tokenizer()
    llama(len(tokenizer) + padding, **settings).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def write_gguf(
    path: Path,
    architecture: str = "llama",
    *,
    without: str | None = None,
    tensors: dict[str, Any] | None = None,
    numbers: dict[str, int] | None = None,
    texts: dict[str, str] | None = None,
) -> Path:
    """The same, in float32, as a GGUF file. It may lack a tensor, and have others and further fields."""
    import gguf

    tokenizer = byte_level_tokenizer()
    model = llama(len(tokenizer), seed=1, num_key_value_heads=4)
    writer = gguf.GGUFWriter(str(path), architecture)
    _write_settings(writer, model)
    _write_tokens(writer, tokenizer)
    for name, tensor in model.state_dict().items():
        paired = (
            _paired(tensor.numpy(), model.config.num_attention_heads)
            if "q_proj" in name or "k_proj" in name
            else tensor
        )
        if _gguf_name(name) != without:
            writer.add_tensor(_gguf_name(name), np.ascontiguousarray(paired, np.float32))
    for name, extra in (tensors or {}).items():
        writer.add_tensor(name, np.ascontiguousarray(extra, np.float32))
    for name, number in (numbers or {}).items():
        writer.add_uint32(name, number)
    for name, text in (texts or {}).items():
        writer.add_string(name, text)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _paired(weight: Any, n_heads: int) -> Any:
    """GGUF keeps a llama's queries and keys with the two halves of each rotation side by side."""
    halves = weight.reshape(n_heads, 2, weight.shape[0] // n_heads // 2, weight.shape[1])
    return halves.swapaxes(1, 2).reshape(weight.shape)


def _write_settings(writer: Any, model: LlamaForCausalLM) -> None:
    config = model.config
    writer.add_context_length(64)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_rope_dimension_count(config.hidden_size // config.num_attention_heads)
    writer.add_layer_norm_rms_eps(float(config.rms_norm_eps))
    writer.add_vocab_size(config.vocab_size)


def _write_tokens(writer: Any, tokenizer: PreTrainedTokenizerFast) -> None:
    import json

    backend = json.loads(tokenizer.backend_tokenizer.to_str())
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([tokenizer.convert_ids_to_tokens(index) for index in range(len(tokenizer))])
    writer.add_token_types([3 if index in tokenizer.all_special_ids else 1 for index in range(len(tokenizer))])
    writer.add_token_merges([" ".join(pair) for pair in backend["model"]["merges"]])
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(0)
    writer.add_chat_template("{{ messages[0]['content'] }}")


def _gguf_name(name: str) -> str:
    """transformers' name of a llama tensor -> GGUF's."""
    pairs = {
        "model.embed_tokens": "token_embd",
        "model.norm": "output_norm",
        "lm_head": "output",
        "model.layers": "blk",
        "self_attn.q_proj": "attn_q",
        "self_attn.k_proj": "attn_k",
        "self_attn.v_proj": "attn_v",
        "self_attn.o_proj": "attn_output",
        "mlp.gate_proj": "ffn_gate",
        "mlp.up_proj": "ffn_up",
        "mlp.down_proj": "ffn_down",
        "post_attention_layernorm": "ffn_norm",
        "input_layernorm": "attn_norm",
    }
    for ours, theirs in pairs.items():
        name = name.replace(ours, theirs)
    return name
