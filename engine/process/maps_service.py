"""Requests about maps: what a space's background is, where the run's tokens lie in it, where a fan would lead.

Spaces stay open as long as the model stays. Each kind of space has at most one layout in use; the nodes of the run are
placed into it, and every new token with it. In vocabulary spaces a token lies where its background point is, so its
place is found once per token; in `resid` spaces each state is placed by itself.

Nodes are placed `AT_ONCE` at a time, which changes no place, and a stop is looked for in between: what it left is
placed when nothing else is to be done. The run never fails because of a map: a layout that cannot be placed into is
given up, and a sentence says so.

Points that a laboratory brings (`engine.maps.points`) need no model, but where the laboratory says so: what belongs to
them is known by their vectors, no nodes are placed on them, and their PCA is quick enough to be made anew.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine import protocol
from engine.capture.normed import as_shown, row_of
from engine.capture.placed import tensor_of
from engine.errors import DiskProblem, InputRefused, MapProblem, Stopped
from engine.labkit.own_points import needs_model, points_of
from engine.labkit.typed_words import spellings
from engine.labkit.workbench import Bench, Workbench
from engine.maps.between import between
from engine.maps.bundled import bundled_layouts
from engine.maps.directions import word_rows
from engine.maps.holding_store import HoldingStore
from engine.maps.layouts import directions_of, pca_of, placer_of
from engine.maps.pca import PcaFit
from engine.maps.place import Placer
from engine.maps.points import points_space
from engine.maps.shared import SharedBlock, block_name
from engine.maps.spaces import SpaceVectors, resid_space, vocabulary_space
from engine.process.explain import failed
from engine.process.model_service import Model, ModelService
from engine.process.sample_service import SampleStates
from engine.records import F32, I32, NORMED, Direction, Directions, Layout, Placed, Plan, Space, Tokens, along_of
from engine.sentences import say

if TYPE_CHECKING:
    from engine.capture.effects import Means

HELD = 768 * 2**20  # bytes of vectors of states held for the layers that were opened last
AT_ONCE = 16  # nodes placed between two looks whether a stop was asked for


@dataclass
class OpenedSpace:
    """A space with its vectors, and what was made for them so far."""

    vectors: SpaceVectors
    pca: tuple[Layout, PcaFit]
    placers: dict[str, Placer] = field(default_factory=dict)  # layout key -> placer

    def placer(self, layout: Layout) -> Placer:
        """The placer of a layout, made once."""
        if layout.key not in self.placers:
            fit = self.pca[1] if layout.key == self.pca[0].key else None
            self.placers[layout.key] = placer_of(self.vectors, layout, fit)
        return self.placers[layout.key]


@dataclass
class InUse:
    """A layout that the run's nodes are placed into."""

    space: Space
    placer: Placer
    known: dict[int, Placed] = field(default_factory=dict)  # vocabulary spaces: token id -> its place
    due: list[int] = field(default_factory=list)  # nodes still to be placed, since a stop came in between


class MapsService:
    """One method per request class; each answers through `say`."""

    def __init__(self, models: ModelService, say: Callable[[protocol.Answer], None], stop: Callable[[], bool]) -> None:
        self._models = models
        self._say = say
        self._stop = stop
        self._samples = SampleStates(models, stop)
        self._spaces: dict[Space, OpenedSpace] = {}
        self._in_use: dict[str, InUse] = {}  # kind of space -> layout
        self._beside: dict[str, InUse] = {}  # kind of space -> another layout of it, shown beside that one
        self._store = HoldingStore()
        self._shared: SharedBlock | None = None

    def forget(self) -> None:
        """The model changes: its spaces with it."""
        self._spaces.clear()
        self._in_use.clear()
        self._beside.clear()
        self._samples.forget()
        self._store.forget()
        self.close()

    def close(self) -> None:
        """Release shared memory."""
        if self._shared is not None:
            self._shared.close()
            self._shared = None

    # -- opening -------------------------------------------------------------------------------------------------

    def open(self, request: protocol.OpenSpace) -> None:
        """Gather the background and the layouts that are at hand, PCA's among them."""
        opened = self._opened(request.space, request.id)
        layouts, problem = self._layouts(opened)
        if problem:
            self._say(protocol.Progress(request.id, problem, 0, 0))
        self._say(protocol.SpaceReady(request.id, opened.vectors.background, layouts[0], layouts))

    def _seed(self, vectors: SpaceVectors) -> str:
        """What stands for a space's vectors in the keys of its layouts: the model's hash, and what else they are of."""
        points = vectors.background.space.kind == "points"
        return ("" if points else self._models.require().info.sha256) + vectors.fingerprint

    def _bundled(self, vectors: SpaceVectors) -> tuple[Layout, ...]:
        points = vectors.background.space.kind == "points"
        return () if points else bundled_layouts(vectors, self._models.require().info.sha256)

    def _layouts(self, opened: OpenedSpace) -> tuple[tuple[Layout, ...], str]:
        """Those of an opened space, the best first, and why one that is brought along is not among them."""
        problem = ""
        try:
            bundled = self._bundled(opened.vectors)
        except MapProblem as found:
            bundled, problem = (), str(found)
        background, seed = opened.vectors.background, self._seed(opened.vectors)
        stored, _ = self._store.stored(seed, background.space, len(background.token_ids))
        fitted = [layout for layout in stored if layout.algorithm != "pca"]
        if background.space.kind == "resid" and not any(along_of(layout.params) for layout in fitted):
            of_neighbours = between(opened.vectors, seed, self._models.require().info.n_layers, self._store)
            fitted += [of_neighbours] if of_neighbours is not None else []
        layouts = {layout.key: layout for layout in (*fitted, *bundled, opened.pca[0])}
        return tuple(layouts.values()), problem

    def layouts_of(self, space: Space) -> tuple[SpaceVectors | None, tuple[Layout, ...]]:
        """The vectors and layouts of an opened space; None and no layout where it is not open."""
        opened = self._spaces.get(space)
        return (None, ()) if opened is None else (opened.vectors, self._layouts(opened)[0])

    def _opened(self, space: Space, request_id: int) -> OpenedSpace:
        """The space, opened where it was not yet. Of states those that were opened last are held."""
        known = self._spaces.pop(space, None)
        if known is not None:
            self._spaces[space] = known
            return known
        self._say(protocol.Progress(request_id, say("Gathering the map of {what}", what=space.in_words), 0, 0))
        vectors = self._vectors(space, request_id)
        opened = OpenedSpace(vectors, self._pca(vectors))
        self._spaces[space] = opened
        self._make_room()
        return opened

    def _make_room(self) -> None:
        """Let go the spaces of states and points that were used longest ago, until the rest is at most `HELD`."""
        held = [space for space in self._spaces if not space.is_vocabulary]
        size = sum(self._spaces[space].vectors.vectors.nbytes for space in held)
        for space in held[:-1]:
            if size <= HELD:
                return
            size -= self._spaces.pop(space).vectors.vectors.nbytes

    def _pca(self, vectors: SpaceVectors) -> tuple[Layout, PcaFit]:
        """The PCA layout; what it keeps is measured the first time and then remembered with it."""
        model_hash = self._seed(vectors)
        if vectors.background.space.kind == "points":
            return pca_of(vectors, model_hash)
        layout, fit = pca_of(vectors, model_hash, measure=False)
        store, n = self._store, len(layout.points3)
        known, _ = store.find(model_hash, layout.space, layout.key, n)
        if known is not None:
            return known, fit
        layout, fit = pca_of(vectors, model_hash)
        with contextlib.suppress(DiskProblem):  # measured again at the next start, nothing else is lost
            store.save(model_hash, layout)
        return layout, fit

    def _vectors(self, space: Space, request_id: int) -> SpaceVectors:
        if space.kind == "points":
            return points_space(space, points_of(space, self.bench(request_id, needs_model(space))))
        model = self._models.require()
        if space.kind == "resid":
            self._require_layer(model, space)
            return resid_space(space, self._samples.states(space, self._told(request_id)))
        return vocabulary_space(space, _matrix(model, space))

    def bench(self, request_id: int, with_model: bool) -> Bench | Workbench:
        """What a laboratory may use to answer. Raises InputRefused where it needs a model and none is there."""

        def progress(doing: str, done: int, total: int) -> None:
            self._say(protocol.Progress(request_id, doing, done, total))

        if not with_model:
            return Bench(progress, self._stop)
        from engine.process.means_service import means_of

        model = self._models.require()

        def means(plan: Plan) -> Means | None:
            return means_of(model, plan, progress, self._stop)

        return Workbench(
            model.session, model.tokenizer, model.vocabulary, model.info, progress, self._stop, means,
            self.place_vectors, self.layouts_of, partial(self.place_into, request_id),
        )  # fmt: skip

    def _require_layer(self, model: Model, space: Space) -> None:
        top = model.info.n_layers
        if space.layer == NORMED:
            return
        if not 0 <= space.layer <= top:
            raise InputRefused(
                say(
                    "There is no state {layer}: this model has 0 (the input) to {top} (after L{last}, the last).",
                    layer=space.layer,
                    top=top,
                    last=top - 1,
                )
            )

    def _told(self, request_id: int) -> Callable[[int, int], None]:
        def told(done: int, total: int) -> None:
            self._say(
                protocol.Progress(request_id, say("Running the sample text through the model"), done, total, "tokens")
            )

        return told

    def share(self, request: protocol.ShareVectors) -> None:
        """Put a space's vectors, or those of several layers, into shared memory; the block before is released."""
        layers = [replace(request.space, layer=layer) for layer in request.layers]
        first = self._opened(layers[0] if layers else request.space, request.id).vectors
        left_out = [first.background.left_out]

        def others() -> Iterator[F32]:
            for at, space in enumerate(layers[1:], start=1):
                if self._stop():
                    raise Stopped
                self._say(protocol.Progress(request.id, say("Gathering the states of the layers"), at, len(layers)))
                found = self._opened(space, request.id).vectors
                left_out.append(found.background.left_out)
                yield found.vectors

        self.close()
        self._shared = SharedBlock(first.vectors, block_name(os.getpid()), others(), max(len(layers), 1))
        where = self._shared.where
        seed = self._seed(first)
        marked = [row for row in left_out if row is not None]
        out = None if not marked else np.stack(marked) if layers else marked[0]
        self._say(protocol.VectorsShared(request.id, request.space, where.name, where.n, where.d, seed, out))

    def hold(self, request: protocol.HoldLayouts) -> None:
        """Keep layouts that a disk had no room for: those of layers between them are made from them."""
        self._store.hold(request.layouts)
        self._say(protocol.Done(request.id))

    def lay_along(self, request: protocol.LayAlong) -> None:
        """Lay a space out along chosen directions, and keep that."""
        opened = self._opened(request.space, request.id)
        background = opened.vectors.background
        self._say(protocol.Progress(request.id, say("Laying the points out along the directions"), 0, 0))

        def end(of: str | tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
            if not isinstance(of, str):
                return "", of
            if request.space.kind == "points":
                raise InputRefused(say("These points have no words: select some of them for either end of an axis."))
            model = self._models.require()
            n_tokens = len(model.vocabulary) if request.space.kind == "resid" else len(background.token_ids)
            forms = spellings(model.tokenizer, n_tokens, of, say("An axis needs a word at either end."))
            return of.strip(), word_rows(background, forms, of)

        ends = [(end(start), end(stop)) for start, stop in request.axes]
        axes = tuple(Direction(start, stop, rows, other) for (start, rows), (stop, other) in ends)
        model_hash, note = self._seed(opened.vectors), ""
        layout = directions_of(opened.vectors, model_hash, Directions(axes, request.orthogonal))
        try:
            self._store.save(model_hash, layout)
        except DiskProblem as problem:
            note = str(problem)
        self._say(protocol.LayoutMade(request.id, layout, note))

    # -- placing -------------------------------------------------------------------------------------------------

    def begin_run(self) -> None:
        """Another run: the layouts in use stay."""
        for in_use in self._all_in_use:
            in_use.due.clear()

    @property
    def _all_in_use(self) -> list[InUse]:
        return [*self._in_use.values(), *self._beside.values()]

    def use(self, request: protocol.UseLayout) -> None:
        """Place the run's nodes into this layout and the one beside it, and from now on every new one."""
        layout, beside = request.layout, request.beside
        if layout.space.kind == "points":  # where no token has a place
            self._say(protocol.Done(request.id))
            return
        kind, opened = layout.space.kind, self._opened(layout.space, request.id)
        self._in_use[kind] = InUse(layout.space, opened.placer(layout))
        self._beside.pop(kind, None)
        if beside is not None and beside.space == layout.space:
            self._beside[kind] = InUse(beside.space, opened.placer(beside))
        for in_use in (self._in_use.get(kind), self._beside.get(kind)):
            if in_use is not None:
                self._place(request.id, in_use, range(len(self._models.require().session.tree)))
        self._say(protocol.Done(request.id))

    def place_new(self, request_id: int, tokens: Tokens | None) -> None:
        """Place new nodes into every layout in use."""
        if tokens is not None:
            nodes = range(tokens.first_node, tokens.first_node + len(tokens.token_ids))
            for in_use in self._all_in_use:
                self._place(request_id, in_use, nodes)

    @property
    def is_behind(self) -> bool:
        """Whether nodes are still to be placed, since a stop came in between."""
        return any(in_use.due for in_use in self._all_in_use)

    def catch_up(self) -> None:
        """Place a few of the nodes that are still to be placed."""
        for in_use in self._all_in_use:
            if in_use.due:
                nodes, in_use.due = in_use.due[:AT_ONCE], in_use.due[AT_ONCE:]
                self._place(0, in_use, nodes)
                return

    def _place(self, request_id: int, in_use: InUse, nodes: Iterable[int]) -> None:
        """Place `nodes`, a few at a time until a stop is asked for; the rest is due."""
        rest = list(nodes)
        try:
            if in_use.space.kind == "resid":
                self._see_to_states(in_use, rest)
            while rest and not self._stop():
                self._place_some(request_id, in_use, rest[:AT_ONCE])
                del rest[:AT_ONCE]
            in_use.due += rest
        except Stopped:
            in_use.due += rest
        except Exception as error:  # noqa: BLE001 - whatever a map meets, the run goes on
            self._give_up(in_use, error)

    def _see_to_states(self, in_use: InUse, nodes: Sequence[int]) -> None:
        """Compute the states that a run which was taken over has none of, each path once. Raises Stopped."""
        session = self._models.require().session
        if session.anatomy.why_missing("resid") is not None or all(node in session.tree.resid for node in nodes):
            return
        for node in sorted((*nodes, *in_use.due), reverse=True):  # the end of a path before its beginning
            if node not in session.tree.resid:
                session.states(node, 0, self._stop)

    def _give_up(self, in_use: InUse, error: Exception) -> None:
        """Place nothing into a layout any more, and say why."""
        kind = in_use.space.kind
        for table in (self._in_use, self._beside):
            if table.get(kind) is in_use:
                del table[kind]
        told = failed(0, error)
        sentence = say(
            "New tokens are no longer placed on the map of {what}. {sentence}",
            what=in_use.space.in_words,
            sentence=told.sentence,
        )
        self._say(protocol.Failed(0, told.kind, sentence, told.detail))

    def _place_some(self, request_id: int, in_use: InUse, nodes: Sequence[int]) -> None:
        session = self._models.require().session
        if in_use.space.kind == "resid":
            nodes = [node for node in nodes if node in session.tree.resid]
            placed = self._place_states(in_use, nodes, in_use.space.layer)
        else:
            placed = self._place_tokens(in_use, session.tree.ids(nodes))
        if nodes:
            chosen = np.array(nodes, np.int32)
            self._say(protocol.NodesPlaced(request_id, in_use.space, session.run_id, chosen, placed))

    def _place_states(self, in_use: InUse, nodes: Sequence[int], layer: int) -> Placed:
        tree = self._models.require().session.tree
        info, anatomy = self._models.require().info, self._models.require().session.anatomy
        states = [tree.resid[node][row_of(layer, info.n_layers)] for node in nodes]
        whole = np.stack(states) if states else np.empty((0, info.d_model), np.float32)
        return in_use.placer.place(as_shown(anatomy, whole, layer))

    def place_vectors(self, space: Space, vectors: F32) -> Placed | None:
        """Places of `vectors` [n, D] in the layout in use of `space`; None where it is not the one in use."""
        in_use = self._in_use.get(space.kind)
        return in_use.placer.place(vectors) if in_use is not None and in_use.space == space else None

    def place_into(self, request_id: int, space: Space, layout_key: str, vectors: F32) -> Placed | None:
        """The same in any layout of a space, which is opened where it is not; None where it has no such layout."""
        in_use = self._in_use.get(space.kind)
        if in_use is not None and in_use.space == space and in_use.placer.layout.key == layout_key:
            return in_use.placer.place(vectors)
        opened = self._opened(space, request_id)
        if layout_key not in opened.placers:
            layout = next((layout for layout in self._layouts(opened)[0] if layout.key == layout_key), None)
            return None if layout is None else opened.placer(layout).place(vectors)
        return opened.placers[layout_key].place(vectors)

    def _place_tokens(self, in_use: InUse, token_ids: I32) -> Placed:
        """Places of tokens, which are background points themselves, each looked up once."""
        wanted = token_ids.tolist()
        unknown = [token for token in dict.fromkeys(wanted) if token not in in_use.known]
        if unknown:
            found = in_use.placer.at_points(np.array(unknown, np.int32))
            in_use.known.update((token, _one(found, row)) for row, token in enumerate(unknown))
        return _joined(in_use.placer.layout.key, [in_use.known[token] for token in wanted])

    def fan(self, request: protocol.TrueFan) -> None:
        """The true next states of the likeliest tokens, placed where the space's layouts in use are."""
        session = self._models.require().session
        opened = self._opened(request.space, request.id)
        in_use = self._in_use.get(request.space.kind)
        if in_use is None or in_use.space != request.space:
            in_use = InUse(request.space, opened.placer(opened.pca[0]))
        both = [in_use, *self._second(request, opened)]
        logits = session.logits_after(request.node, self._stop).cpu().numpy()
        ids = np.argsort(-logits, kind="stable")[: max(1, request.k)].astype(np.int32)
        if request.space.kind == "resid":
            layer = request.space.layer
            states = session.next_states(request.node, ids, row_of(layer, session.anatomy.n_layers), self._stop)
            shown = as_shown(session.anatomy, states, layer)
            found = [each.placer.place(shown) for each in both]
        else:
            found = [self._place_tokens(each, ids) for each in both]
        self._say(protocol.FanPlaced(request.id, request.space, session.run_id, request.node, ids, tuple(found)))

    def _second(self, request: protocol.TrueFan, opened: OpenedSpace) -> list[InUse]:
        """The layout that a fan is placed into besides, where there is one."""
        beside = self._beside.get(request.space.kind)
        if beside is not None and beside.space == request.space:
            return [beside]
        placer = opened.placers.get(request.beside)
        return [] if placer is None else [InUse(request.space, placer)]

    def neighbours(self, request: protocol.FindNeighbours) -> None:
        """Nearest background points of one, in the full space and on the map in use."""
        opened = self._opened(request.space, request.id)
        in_use = self._in_use.get(request.space.kind)
        fits = in_use is not None and in_use.space == request.space
        placer = in_use.placer if in_use is not None and fits else opened.placer(opened.pca[0])
        self._say(protocol.NeighboursFound(request.id, placer.neighbours(request.index, request.n)))


def _matrix(model: Model, space: Space) -> F32:
    """The model's [V, D] rows of a vocabulary space, in float32: the weights themselves where they are that."""
    anatomy = model.session.anatomy
    module = anatomy.embedding if space.kind == "embedding" else anatomy.unembedding
    weight = tensor_of(module)
    if weight is None:
        raise MapProblem(say("This model has no {kind} matrix to map.", kind=space.kind))
    matrix: F32 = weight.float().cpu().numpy()
    return matrix


def _one(places: Placed, row: int) -> Placed:
    """One of several placements."""
    at = slice(row, row + 1)
    return Placed(
        places.layout_key, places.points3[at], places.points2[at], places.kept3[at], places.kept2[at],
        places.left_out[at],
    )  # fmt: skip


def _joined(key: str, places: Sequence[Placed]) -> Placed:
    """Several placements of one vector each as one."""
    if not places:
        none = np.empty(0, np.float32)
        return Placed(key, np.empty((0, 3), np.float32), np.empty((0, 2), np.float32), none, none, np.empty(0, bool))
    return Placed(
        key,
        np.concatenate([place.points3 for place in places]),
        np.concatenate([place.points2 for place in places]),
        np.concatenate([place.kept3 for place in places]),
        np.concatenate([place.kept2 for place in places]),
        np.concatenate([place.left_out for place in places]),
    )
