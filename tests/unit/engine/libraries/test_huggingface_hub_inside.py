"""What Orrery relies on inside huggingface_hub: each test names what an update of the library has changed."""

from __future__ import annotations

import httpx2
import huggingface_hub
import pytest
from huggingface_hub import errors

from engine.libraries import huggingface_hub_inside as inside

WHERE = f"huggingface_hub {huggingface_hub.__version__}: "


def test_its_session_is_a_client_of_httpx2() -> None:
    assert isinstance(inside.session(), httpx2.Client), WHERE + "its session is of another library"


def test_headers_name_the_library_and_bring_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_" + "x" * 34)
    found = {name.lower(): value for name, value in inside.headers().items()}
    assert "huggingface" in found["user-agent"].lower() or "hf_hub" in found["user-agent"].lower(), WHERE + str(found)
    assert found["authorization"] == "Bearer hf_" + "x" * 34, WHERE + "the token is sent in another way"


def test_a_files_address_holds_its_revision() -> None:
    found = inside.address_of("some/model", "a b.safetensors", "abc", "http://hub.example")
    assert found == "http://hub.example/some/model/resolve/abc/a%20b.safetensors", WHERE + found


def test_refusals_are_raised_with_their_response() -> None:
    request = httpx2.Request("GET", "http://hub.example/some/model/resolve/abc/x")
    inside.require_answered(httpx2.Response(200, request=request))
    for status, kind in ((500, errors.HfHubHTTPError), (404, errors.HfHubHTTPError)):
        with pytest.raises(kind) as caught:
            inside.require_answered(httpx2.Response(status, request=request))
        assert caught.value.response.status_code == status, WHERE + "an error has no response"


def test_the_errors_told_apart_are_kinds_of_what_is_caught() -> None:
    for kind in (errors.GatedRepoError, errors.RepositoryNotFoundError, errors.RevisionNotFoundError):
        assert issubclass(kind, errors.HfHubHTTPError), WHERE + f"{kind.__name__} is no refusal any more"
    assert issubclass(errors.OfflineModeIsEnabled, Exception)
