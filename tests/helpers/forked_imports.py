"""What the processes of `forked` find imported: all that an engine with a llama imports until it has answered.

And what commands import that draw.
"""

from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, LlamaForCausalLM

import app.commands.figure
import engine.process.worker
import viz.figures.files
import viz.registry

viz.registry.all_views()

__all__ = ["AutoConfig", "AutoModelForCausalLM", "AutoTokenizer", "LlamaForCausalLM", "app", "engine", "viz"]
