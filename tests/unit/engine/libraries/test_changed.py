"""A library whose inside has changed is named, with what to install; nothing else is blamed for it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from types import SimpleNamespace

import pytest
import torch
from torch import nn
from transformers import LlamaConfig, LlamaForCausalLM, core_model_loading

from engine.errors import LibraryChanged
from engine.libraries import (
    accelerate_inside,
    huggingface_hub_inside,
    multiprocessing_inside,
    torch_inside,
    transformers_inside,
    umap_inside,
)
from engine.libraries.changed import not_imported, relied_on
from engine.records import UmapParams
from tests.helpers.fuzz import require_fit_for_a_person

CONFIG = LlamaConfig(vocab_size=9, hidden_size=8, num_hidden_layers=1, num_attention_heads=2)

MODULES = "transformers.models.auto.modeling_auto"
GGUF = "transformers.modeling_gguf_pytorch_utils"
USES: list[tuple[str, str, Callable[[], object]]] = [  # library, what it lacks, who uses it
    ("transformers", f"{MODULES}.MODEL_FOR_CAUSAL_LM_MAPPING_NAMES", transformers_inside.decoder_kinds),
    (
        "transformers",
        f"{GGUF}.get_gguf_hf_weights_map",
        lambda: transformers_inside.gguf_tensor_names(LlamaForCausalLM(CONFIG), "llama"),
    ),
    (
        "transformers",
        "transformers.AutoModelForCausalLM._model_mapping",
        lambda: transformers_inside.has_sdpa(CONFIG),
    ),
    ("huggingface_hub", "huggingface_hub.get_session", huggingface_hub_inside.session),
    ("huggingface_hub", "huggingface_hub.utils.build_hf_headers", huggingface_hub_inside.headers),
    ("torch", "torch.Tensor._version", lambda: torch_inside.writes(torch.zeros(1))),
]


@pytest.mark.parametrize(("library", "name", "use"), USES, ids=[name.rpartition(".")[2] for _, name, _ in USES])
def test_a_name_that_is_gone_is_said_to_be_the_librarys(
    library: str, name: str, use: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    use()
    if name.rpartition(".")[2].isupper():  # a table, which is not called
        monkeypatch.delattr(name)
    else:
        monkeypatch.setattr(name, _Gone(name))
    with pytest.raises(LibraryChanged) as caught:
        use()
    require_fit_for_a_person(caught.value)
    assert str(caught.value).startswith(f"Orrery does not work with {library} {version(library)}: ")
    assert name.rpartition(".")[2] in str(caught.value)
    assert "make setup" in str(caught.value)


class _Gone:
    """In the place of a name: as though it were not there, however it is used."""

    def __init__(self, name: str) -> None:
        self.error = AttributeError(f"there is no {name}")

    def __get__(self, *_: object) -> object:
        raise self.error

    def __call__(self, *_: object, **__: object) -> object:
        raise self.error


def test_a_missing_function_of_umap_is_said_to_be_umaps() -> None:
    with pytest.raises(LibraryChanged, match=r"umap-learn [\d.]+: .*find_ab_params"):
        umap_inside.arranged(SimpleNamespace(), None, None, UmapParams(), None, {})  # type: ignore[arg-type]


def test_a_bar_that_is_gone_costs_only_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    with transformers_inside.weights_counted(iter):
        assert vars(core_model_loading)["tqdm"] is iter
    monkeypatch.delattr(core_model_loading, "tqdm")
    with transformers_inside.weights_counted(iter):
        assert not hasattr(core_model_loading, "tqdm")


def test_another_start_of_the_tracker_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("multiprocessing.resource_tracker.ensure_running")
    multiprocessing_inside.start_tracker()


def test_a_hook_of_another_form_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    module = nn.Linear(1, 1)
    module._hf_hook = type("Hook", (), {"offload": True})()  # without its weights_map
    with pytest.raises(LibraryChanged, match=r"accelerate .*weights_map"):
        accelerate_inside.kept_weights(module)


def test_a_fault_of_our_own_stays_one() -> None:
    with pytest.raises(ImportError, match="nothing"):
        not_imported(ImportError("nothing", name="engine.capture.nothing"))
    with pytest.raises(ZeroDivisionError), relied_on("torch"):
        _ = 1 / 0


def test_a_library_that_is_missing_is_named() -> None:
    error = ModuleNotFoundError("No module named 'orrery_never'", name="orrery_never")
    assert str(not_imported(error)).startswith("The library orrery_never is missing")
    shared = ImportError("libcupti.so.12: cannot open shared object file: No such file or directory")
    assert "libcupti.so.12" in str(not_imported(shared))
    assert str(not_imported(ImportError("no such name", name="umap.umap_"))).startswith(
        f"Orrery does not work with umap-learn {version('umap-learn')}"
    )
