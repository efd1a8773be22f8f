"""Typed errors whose text is a whole sentence for a person: what was expected, what was met, what to do.

An `OrreryError` is shown as it stands, in the window or on standard error; anything else is a fault of the
program and is shown with its trace. A stop asked for by a person (`Stopped`) is not an error.
"""

from __future__ import annotations


class OrreryError(Exception):
    """Base of every error a person is meant to read. `str(error)` is one sentence or two."""


class ModelNotFound(OrreryError):
    """The named model is in no catalogue, folder or place that was asked."""


class NotOnDisk(OrreryError):
    """The model would have to be fetched, which was not asked for."""


class ModelUnusable(OrreryError):
    """The files are there but cannot be loaded: truncated, foreign, of an unknown architecture, or not finite."""


class FetchFailed(OrreryError):
    """No place delivered the file: no network, a wrong hash, a refused request."""


class DiskProblem(OrreryError):
    """The disk is full, read-only or not writable where Orrery keeps its files."""


class InputRefused(OrreryError):
    """What a person typed or chose cannot be used: an empty prompt, a temperature below 0, a site out of range."""


class OutOfMemory(OrreryError):
    """The device has too little memory; the sentence says how much was needed and what would fit."""


class RunFileProblem(OrreryError):
    """A `.orrery` file is damaged, foreign, or from a newer format."""


class MapProblem(OrreryError):
    """A layout could not be fitted or used."""


class WorkerDied(OrreryError):
    """The engine or the mapper process ended by itself."""


class Stopped(Exception):
    """A person asked for an end. Raised between blocks and tokens; never shown as an error."""
