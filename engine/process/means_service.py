"""Reference means of the sites that a plan replaces by them, found once for a model and then remembered with it."""

from __future__ import annotations

from collections.abc import Callable

from engine.capture.effects import Means
from engine.capture.means import reference_means
from engine.process.model_service import Model
from engine.process.sample_service import reference_texts
from engine.records import Plan
from engine.sentences import say


def means_of(
    model: Model, plan: Plan, progress: Callable[[str, int, int], None], stop: Callable[[], bool]
) -> Means | None:
    """The means of the sites that `plan` replaces, None where it replaces none.

    Raises:
        InputRefused: a site the model does not have. Stopped: `stop` said so.
    """
    sites = plan.mean_sites
    if not sites:
        return None
    unknown = [site for site in sites if site not in model.means]
    if unknown:
        progress(say("Taking means over the sample text"), 0, 0)
        texts = reference_texts(model.tokenizer, model.info.context)
        session = model.session
        session.cool()
        model.means.update(reference_means(session.model, session.anatomy, texts, unknown, stop=stop))
    return {site: model.means[site] for site in sites}
