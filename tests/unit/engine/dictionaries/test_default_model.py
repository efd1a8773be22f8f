"""The bundled dictionaries measured again in the default model, on the first pieces of what was held out."""

from __future__ import annotations

import pytest
import torch

from engine.capture.anatomy import Anatomy
from engine.capture.recognise import describe
from engine.dictionaries import measures, shelf
from engine.dictionaries.records import BUNDLED
from engine.dictionaries.texts import pieces
from engine.generation.prompt import open_ended, put_before
from engine.models.load import LoadedModel
from tests.helpers.subjects import hooks

FEW = 4  # pieces


@pytest.fixture(scope="module")
def anatomy(default_model: LoadedModel) -> Anatomy:
    return describe(default_model.model)


@pytest.mark.parametrize("name", [path.stem for path in sorted(shelf.TOGETHER.glob("*.safetensors"))])
def test_a_bundled_dictionary_does_what_its_file_says(default_model: LoadedModel, anatomy: Anatomy, name: str) -> None:
    dictionary = shelf.use(f"{BUNDLED}{name}", anatomy)
    info = dictionary.info
    assert info.recipe is not None
    assert put_before(default_model.tokenizer) == []
    held = pieces(info.recipe, lambda text: open_ended(default_model.tokenizer, text)).held
    assert len(held) * 127 == info.scores.positions
    scores, activity = measures.measured(default_model.model, anatomy, dictionary, held[:FEW])
    assert scores.positions == FEW * 127
    assert scores.explained == pytest.approx(info.scores.explained, abs=0.02)
    assert scores.active == pytest.approx(info.k, abs=0.1)
    assert scores.recovered == pytest.approx(info.scores.recovered, abs=0.03)
    assert scores.loss < scores.loss_spliced < scores.loss_ablated
    kept = shelf.load(info.name)[1]
    assert kept is not None
    assert (activity.largest <= kept.largest * 1.001 + 1e-3).all()
    assert hooks(default_model.model) == 0


def test_a_random_dictionary_of_the_same_size_recovers_far_less(default_model: LoadedModel, anatomy: Anatomy) -> None:
    """The control: as many directions drawn at random, with the same centring, scaling and k."""
    from dataclasses import replace

    dictionary = shelf.use(f"{BUNDLED}resid.12", anatomy)
    assert dictionary.info.recipe is not None
    rows = torch.randn(dictionary.w_dec.shape, generator=torch.Generator().manual_seed(0))
    rows = torch.nn.functional.normalize(rows, dim=1)
    random = replace(dictionary, w_enc=rows, w_dec=rows, b_enc=torch.zeros(len(rows)), b_dec=torch.zeros(rows.shape[1]))
    held = pieces(dictionary.info.recipe, lambda text: open_ended(default_model.tokenizer, text)).held
    chance = measures.measured(default_model.model, anatomy, random, held[:1])[0]
    own = measures.measured(default_model.model, anatomy, dictionary, held[:1])[0]
    assert chance.explained < own.explained - 0.3
    assert chance.recovered < own.recovered - 0.2
