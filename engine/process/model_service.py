"""The model of the engine process: loaded, described, checked against the library, let go."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.placed import n_parameters
from engine.capture.recognise import describe
from engine.errors import InputRefused, OutOfMemory, Stopped
from engine.generation.prompt import encode
from engine.generation.reference import check_reference
from engine.generation.session import Session
from engine.models import device as devices
from engine.models.disk import in_words
from engine.models.facts import ANY_LENGTH, model_info
from engine.protocol import Answer, CheckReference, Configure, Done, Loaded, LoadModel, Progress, Referenced, Released
from engine.records import I32, ModelInfo, Site, Vocabulary
from engine.sentences import say, together
from engine.shortage import is_out_of_memory

if TYPE_CHECKING:
    from engine.models.load import LoadedModel

CHECK_TEXT = "The best thing about AI is its ability to learn, and 1 + 1 = 2."


@dataclass(frozen=True)
class Model:
    """A loaded model with everything made from it."""

    session: Session
    tokenizer: Any
    vocabulary: Vocabulary
    info: ModelInfo
    means: dict[Site, Tensor] = field(default_factory=dict)  # reference means found so far


class ModelService:
    """Holds at most one model."""

    def __init__(self, say: Callable[[Answer], None], stop: Callable[[], bool]) -> None:
        self._say = say
        self._stop = stop
        self._model: Model | None = None
        self._run_ids = itertools.count(1)  # of all models: what was asked about a run is asked about no other
        self._check_for: int | None = None  # the LoadModel whose reference check is still to come

    def require(self) -> Model:
        """The model. Raises InputRefused where none is loaded."""
        if self._model is None:
            raise InputRefused(say("No model is loaded: choose one first."))
        return self._model

    @property
    def run_id(self) -> int:
        """The run at hand, 0 where there is none."""
        return 0 if self._model is None else self._model.session.run_id

    def cool(self) -> None:
        """Take the recorder's hooks off."""
        if self._model is not None:
            self._model.session.cool()

    # -- loading -------------------------------------------------------------------------------------------------

    def load(self, request: LoadModel) -> None:
        """Load another model. What can be refused is refused while the old one is there; then that is let go first."""
        from engine.models.catalogue import default_name
        from engine.models.load import load, told
        from engine.models.resolve import require_here, resolve

        spec = request.spec or default_name()
        if not request.fetch:
            require_here(spec)
        if request.threads > 0:
            torch.set_num_threads(request.threads)
        progress = _Teller(self._say, request.id)
        began = time.perf_counter()
        if self._model is not None:
            from engine.models.load import config_of

            config_of(resolve(spec, progress, self._stop).folder)
            self.release()
            self._say(Released(request.id))
        loaded = load(spec, device=request.device, dtype=request.dtype, progress=progress, stop=self._stop)
        with told(loaded.name):
            anatomy = _described(loaded)
            info = model_info(loaded, anatomy)
        session = Session(loaded.model, anatomy, info.context, request.memory_budget, self._run_ids)
        self._model = Model(session, loaded.tokenizer, loaded.vocabulary, info)
        self._check_for = request.id
        self._say(Loaded(request.id, info, loaded.vocabulary, time.perf_counter() - began))

    def configure(self, request: Configure) -> None:
        """Take other threads at once, and another memory budget from the next run on."""
        if request.threads > 0:
            torch.set_num_threads(request.threads)
        if self._model is not None:
            self._model.session.memory_budget = request.memory_budget
        self._say(Done(request.id))

    def release(self) -> None:
        """Let the model go and its memory with it."""
        self._model = self._check_for = None
        devices.give_back()

    def ease(self, error: BaseException) -> str:
        """Memory was too little: free what can be computed again. Returns what is free then, and what would fit."""
        if self._model is not None:
            self._model.session.ease()
        devices.give_back(error)
        if self._model is None:
            return ""
        info = self._model.info
        device = info.device.split(" + ")[0]
        free = devices.free_bytes(device)
        smaller = devices.smaller(info.dtype, info.n_parameters)
        now = say("{free} are free on {device} now.", free=in_words(free), device=device)
        if not smaller:
            return now
        return together(now, say("Smaller models that would fit: {models}.", models=", ".join(smaller)))

    # -- checking ------------------------------------------------------------------------------------------------

    @property
    def check_due(self) -> bool:
        """Whether a model was loaded and not yet checked."""
        return self._check_for is not None

    def check_loaded(self, disturbed: Callable[[], bool]) -> None:
        """The check that follows a load, as soon as nothing else is to be done; it is put off where something is."""
        asked, self._check_for = self._check_for, None
        if asked is None:
            return
        try:
            self._check(asked, disturbed)
        except Stopped:
            self.cool()
            self._check_for = asked

    def check(self, request: CheckReference) -> None:
        """The check a person asked for: on the run at hand, or on a short text where there is none."""
        self._check_for = None
        self._check(request.id, self._stop)

    def _check(self, request_id: int, stop: Callable[[], bool]) -> None:
        model = self.require()
        ids = self._ids_to_check(model)
        self._say(Referenced(request_id, check_reference(model.session, ids, model.info.dtype, stop)))

    def _ids_to_check(self, model: Model) -> I32:
        path = model.session.tree.path(model.session.current)
        if path:
            return model.session.tree.ids(path)
        size = model.session.anatomy.vocab_size
        return encode(model.tokenizer, CHECK_TEXT, chat=False, context=ANY_LENGTH, vocab_size=size)[
            : model.info.context
        ]


def _described(loaded: LoadedModel) -> Anatomy:
    """Its anatomy. Raises OutOfMemory where the short forwards that it takes do not fit beside the weights."""
    try:
        return describe(loaded.model)
    except Exception as error:
        if not is_out_of_memory(error):
            raise
        n_bytes = devices.needed(n_parameters(loaded.model), devices.DTYPES[loaded.dtype])
        device, dtype = loaded.device.split(" + ")[0], devices.DTYPES[loaded.dtype]
        raise OutOfMemory(devices.too_large(n_bytes, device, dtype)) from error


class _Teller:
    """Passes progress on, at most twenty times a second, but every new stage and every end."""

    def __init__(self, say: Callable[[Answer], None], request_id: int) -> None:
        self._say = say
        self._request_id = request_id
        self._doing = ""
        self._told = 0.0

    def __call__(self, doing: str, done: int, total: int) -> None:
        now = time.monotonic()
        if doing != self._doing or done == total or now - self._told >= 0.05:
            self._doing, self._told = doing, now
            self._say(Progress(self._request_id, doing, done, total, "bytes" if total else ""))
