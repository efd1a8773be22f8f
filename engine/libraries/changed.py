"""Says which library has changed where an update took away what Orrery uses of its inside.

Without it such a change would look like a fault of a model's files or of Orrery, met wherever the name is first used.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterator
from contextlib import contextmanager

from engine.errors import LibraryChanged, reason
from engine.sentences import say

OURS = frozenset({"engine", "app", "viz"})
_ADVICE = say("Install the versions that constraints.txt lists: `make setup` does that.")
_FILE = re.compile(r" \([^()]*\)$")  # Python ends an ImportError with the path of the file


@contextmanager
def relied_on(library: str) -> Iterator[None]:
    """While open, a missing name and a call that is no longer taken become LibraryChanged."""
    try:
        yield
    except (AttributeError, ImportError, TypeError) as error:
        raise changed(library, error) from error


def changed(library: str, error: Exception) -> LibraryChanged:
    """What a library lacks, as a sentence."""
    said = _FILE.sub("", reason(error))
    try:
        release = importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return LibraryChanged(
            say("The library {library} is missing ({said}). {advice}", library=library, said=said, advice=_ADVICE)
        )
    return LibraryChanged(
        say(
            "Orrery does not work with {library} {release}: a part that it uses is missing or has changed "
            "({said}). {advice}",
            library=library,
            release=release,
            said=said,
            advice=_ADVICE,
        )
    )


def not_imported(error: ImportError) -> LibraryChanged:
    """Why a part of Orrery could not be imported, as a sentence; raises the error where that is Orrery's own fault."""
    module = (error.name or "").partition(".")[0]
    if module in OURS:
        raise error
    if not module:  # a shared library of the system, as a rule
        return LibraryChanged(
            say("A library could not be loaded ({why}). {advice}", why=_FILE.sub("", reason(error)), advice=_ADVICE)
        )
    of_module = importlib.metadata.packages_distributions().get(module, [module])
    return changed(of_module[0], error)
