"""huggingface_hub's inside: its session, which is a client of httpx2, and the headers of its requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.libraries.changed import relied_on

if TYPE_CHECKING:
    import httpx2


@relied_on("huggingface_hub")
def session() -> httpx2.Client:
    """The client that all requests of this process share."""
    from huggingface_hub import get_session

    return get_session()


@relied_on("huggingface_hub")
def headers() -> dict[str, str]:
    """What every request says: the library, and the token where a person signed in."""
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]  # public, but for its types

    return dict(build_hf_headers())


@relied_on("huggingface_hub")
def address_of(repo: str, name: str, revision: str, endpoint: str | None) -> str:
    """Where a file of a repository is."""
    from huggingface_hub import hf_hub_url

    return str(hf_hub_url(repo, name, revision=revision, endpoint=endpoint))


@relied_on("huggingface_hub")
def require_answered(response: Any) -> None:
    """Raise what the library raises of a response that is a refusal."""
    from huggingface_hub import hf_raise_for_status

    hf_raise_for_status(response)
