"""What the processes of `forked` find imported: all that an engine with a llama imports until it has answered."""

from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, LlamaForCausalLM

import engine.process.worker

__all__ = ["AutoConfig", "AutoModelForCausalLM", "AutoTokenizer", "LlamaForCausalLM", "engine"]
