"""The facts of a figure inside its file: written into SVG and PDF as RDF, and a picture's spec read out again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, unescape

from engine.errors import DiskProblem, InputRefused
from engine.sentences import say
from viz.figures.facts import SPEC
from viz.figures.png import texts_in

MOST_READ = 2**28  # bytes of a picture whose spec is looked for
_SPEC: Final = re.compile(rb"<orrery:Spec>(.*?)</orrery:Spec>", re.DOTALL)
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xmp(said: Mapping[str, str]) -> bytes:
    """The facts as the metadata of a PDF (ISO 16684-1), each under its name in Orrery's own space of names."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'{_rdf(said)}</x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def with_metadata(svg: bytes, said: Mapping[str, str]) -> bytes:
    """An SVG with its facts, after its description."""
    return svg.replace(b"</desc>", b"</desc>\n<metadata>" + _rdf(said).encode() + b"</metadata>", 1)


def _rdf(said: Mapping[str, str]) -> str:
    tags = {name: f"orrery:{name.replace(' ', '')}" for name in said}
    rows = "".join(
        f"<{tags[name]}>{escape(_NOT_XML.sub(chr(0xFFFD), text))}</{tags[name]}>" for name, text in said.items()
    )
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" xmlns:orrery="urn:orrery:figure">{rows}</rdf:Description></rdf:RDF>'
    )


def spec_in(path: Path) -> str:
    """The spec that a picture holds, as text. Raises InputRefused: it holds none. DiskProblem: it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_READ)
    except OSError as error:
        raise DiskProblem(
            say("{path} cannot be read ({why}). Name another file.", path=path, why=error.strerror)
        ) from error
    if path.suffix.lower() == ".png":
        found = texts_in(data).get(SPEC, "")
    else:
        met = _SPEC.search(data)
        found = "" if met is None else unescape(met.group(1).decode("utf-8", "replace"))
    if found:
        return found
    raise InputRefused(
        say("{path} holds no spec: it was not made by this version of Orrery. Name a spec (.toml).", path=path)
    )
