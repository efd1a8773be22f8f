from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoModelForCausalLM

from engine.errors import MapProblem
from engine.maps.make_bundled import TENSOR, embedding_rows
from tests.helpers.tiny_models import write_folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("model"))


@pytest.mark.parametrize("shard", ["1GB", "8KB"])
def test_embeddings_are_found_in_one_file_or_in_several(folder: Path, tmp_path: Path, shard: str) -> None:
    model = AutoModelForCausalLM.from_pretrained(folder)
    model.save_pretrained(tmp_path, max_shard_size=shard)
    assert (len(list(tmp_path.glob("*.safetensors"))) > 1) == (shard == "8KB")
    expected = model.state_dict()[TENSOR].to(torch.float32).numpy()
    assert np.array_equal(embedding_rows(tmp_path, TENSOR), expected)


def test_weights_without_that_tensor_are_refused_by_name(folder: Path) -> None:
    with pytest.raises(MapProblem, match="hold no tensor wte"):
        embedding_rows(folder, "wte")
