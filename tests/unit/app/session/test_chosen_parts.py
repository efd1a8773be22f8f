"""A head, a neuron and a layer are chosen by one gesture each, and every view shows exactly what was chosen."""

from __future__ import annotations

from app.controller import Controller
from engine.records import Site
from tests.helpers.runs import RUNS
from viz.figures.facts import facts
from viz.figures.page import Figure, of_pixels
from viz.intents import ChooseHead, ChooseLayer, ChooseNeuron
from viz.labs.ablation.frame import ablation_frame
from viz.labs.attention.attention_head_view import AttentionHeadView
from viz.labs.layers.layers_view import LayersView
from viz.labs.neurons.neuron_view import NeuronView

HEAD, NEURON = Site("head", 1, 2), Site("neuron", 2, 7)


def test_a_head_a_neuron_and_a_layer_are_chosen_each_by_itself(controller: Controller) -> None:
    """What nobody chose is never shown: a head and a neuron keep their own layers whatever is chosen next."""
    handle, session = controller.intents.handle, controller.session
    handle(ChooseNeuron(2, 7))
    handle(ChooseHead(1, 2))
    assert (session.ui.layer, session.ui.head, session.ui.neuron) == (1, (1, 2), (2, 7))
    handle(ChooseLayer(0))
    assert (session.ui.layer, session.ui.head, session.ui.neuron) == (0, (1, 2), (2, 7))
    run = RUNS["fifty_steps"]()
    assert NeuronView.frame(run, session.ui).site == NEURON
    assert AttentionHeadView.frame(run, session.ui).choice.heads == ((1, 2),)
    assert LayersView.frame(run, session.ui).layer == 0
    assert ablation_frame(run, session.ui).chosen == (HEAD, NEURON, 0)
    assert all(map(session.ui.is_chosen, (HEAD, NEURON, Site("mlp", 0))))
    assert not any(map(session.ui.is_chosen, (Site("head", 0, 2), Site("neuron", 1, 7), Site("mlp", 1))))
    said = facts(run, session.ui, Figure("neuron", of_pixels(300, 200)))
    assert (said["Layer"], said["Head"], said["Neuron"]) == ("0", "L1.H2", "L2.N7")
