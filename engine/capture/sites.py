"""Where a site of DESIGN section 3 lies in a model: a module, the side of it, and the columns there.

- neuron: its column of the down projection's input.
- head: its slice of the out projection's input.
- attention, mlp: what the sublayer adds to `resid`. In families that normalise a sublayer's output before adding it
  (Gemma 2, OLMo 2, GLM 4) that is the post-norm's output: scaling before it would change nothing.
  The projection's bias belongs to what is added.
"""

from __future__ import annotations

from torch import nn

from engine.capture.anatomy import Anatomy
from engine.errors import InputRefused
from engine.records import Site
from engine.sentences import say


def check_site(anatomy: Anatomy, site: Site) -> None:
    """Refuse a site that the model does not have.

    Raises:
        InputRefused: with a sentence that says what there is.
    """
    if not 0 <= site.layer < anatomy.n_layers:
        raise InputRefused(
            say(
                "There is no layer {layer}: this model has layers 0 to {last}.",
                layer=site.layer,
                last=anatomy.n_layers - 1,
            )
        )
    block = anatomy.blocks[site.layer]
    if site.kind == "neuron":
        if block.down_projection is None or not anatomy.d_mlp:
            raise InputRefused(
                anatomy.missing.get(
                    "neurons", say("Orrery does not recognise the neurons of layer {layer}.", layer=site.layer)
                )
            )
        if not 0 <= site.index < anatomy.d_mlp:
            raise InputRefused(
                say(
                    "There is no neuron {index}: each layer of this model has 0 to {last}.",
                    index=site.index,
                    last=anatomy.d_mlp - 1,
                )
            )
    elif site.kind == "head":
        if block.out_projection is None:
            raise InputRefused(
                anatomy.missing.get("heads", say("Layer {layer} has no attention heads.", layer=site.layer))
            )
        if not 0 <= site.index < anatomy.n_heads:
            raise InputRefused(
                say(
                    "There is no head {index}: each layer of this model has 0 to {last}.",
                    index=site.index,
                    last=anatomy.n_heads - 1,
                )
            )
    elif (block.attention_write if site.kind == "attention" else block.mlp_write) is None:
        raise InputRefused(
            say(
                "Orrery does not recognise how layer {layer} of this model builds its {kind}. Choose another "
                "component, or another model.",
                layer=site.layer,
                kind=site.kind,
            )
        )


def target(anatomy: Anatomy, site: Site) -> nn.Module:
    """The module whose input (neuron, head) or output (attention, mlp) a site lies in."""
    block = anatomy.blocks[site.layer]
    module = {
        "neuron": block.down_projection,
        "head": block.out_projection,
        "attention": block.attention_write,
        "mlp": block.mlp_write,
    }[site.kind]
    if module is None:
        raise InputRefused(
            say(
                "{site} cannot be changed: Orrery does not recognise how this model builds it. Choose another "
                "component, or another model.",
                site=site,
            )
        )
    return module


def columns(anatomy: Anatomy, site: Site) -> slice:
    """The columns of the target's input or output that a site occupies."""
    if site.kind == "neuron":
        return slice(site.index, site.index + 1)
    if site.kind == "head":
        width = anatomy.blocks[site.layer].head_dim
        return slice(site.index * width, (site.index + 1) * width)
    return slice(None)


def is_input(site: Site) -> bool:
    """Whether a site lies in what its module is given, and not in what it returns."""
    return site.kind in ("neuron", "head")
