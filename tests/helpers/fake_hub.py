"""A hub on this machine: a folder of repositories, served as huggingface_hub asks for them.

It answers the model's listing with sizes and hashes, and files with ranges; it can be told to break off or fall silent
in the middle of a file, to serve other bytes than it listed, to be gated, to refuse everything, to answer with a page
for people, or to accept connections and never answer.
"""

from __future__ import annotations

import hashlib
import http.server
import json
import threading
from pathlib import Path
from typing import Any, Self

REVISION = "0123456789abcdef0123456789abcdef01234567"
_LARGE = (".safetensors", ".bin")


class FakeHub:
    """Serves `folder/<org>/<name>/...`; use as a context manager and give `url` as HF_ENDPOINT."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gated = False
        self.breaks_off_at: int | None = None  # bytes of a large file, once
        self.falls_silent_at: int | None = None  # bytes of a large file
        self.falsifies = False
        self.falsifies_small: str | None = None  # name of the file
        self.refuses: int | None = None  # HTTP status of every answer
        self.page: bytes | None = None  # what every request is answered with
        self.silent = threading.Event()  # set: never answer until it is cleared again by `close`
        self.asked: list[tuple[str, str, str | None]] = []  # (method, path, range)
        hub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                hub._answer(self, body=True)

            def do_HEAD(self) -> None:
                hub._answer(self, body=False)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
                return

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, request: http.server.BaseHTTPRequestHandler, *, body: bool) -> None:
        path = request.path.split("?")[0]
        self.asked.append((request.command, path, request.headers.get("Range")))
        request.close_connection = True
        if self.silent.is_set():
            self._ended.wait()
        elif self.refuses is not None or self.page is not None:
            _send(request, self.refuses or 200, self.page or b"{}", {})
        elif path.startswith("/api/models/"):
            self._list(request, path.removeprefix("/api/models/").split("/revision/")[0])
        else:
            repo, _, rest = path.lstrip("/").partition("/resolve/")
            self._send_file(request, self.folder / repo / rest.partition("/")[2], body=body)

    def _list(self, request: http.server.BaseHTTPRequestHandler, repo: str) -> None:
        folder = self.folder / repo
        if self.gated:
            _send(request, 403, b"{}", {"X-Error-Code": "GatedRepo"})
        elif not folder.is_dir():
            _send(request, 404, b"{}", {"X-Error-Code": "RepoNotFound"})
        else:
            siblings = [_sibling(folder, path) for path in sorted(folder.rglob("*")) if path.is_file()]
            answer = {"id": repo, "modelId": repo, "sha": REVISION, "siblings": siblings, "private": False, "tags": []}
            _send(request, 200, json.dumps(answer).encode(), {})

    def _send_file(self, request: http.server.BaseHTTPRequestHandler, path: Path, *, body: bool) -> None:
        if not path.is_file():
            _send(request, 404, b"", {"X-Error-Code": "EntryNotFound"})
            return
        data = path.read_bytes()
        if self.falsifies and path.suffix in _LARGE:
            data = bytes([data[0] ^ 1]) + data[1:]
        if path.name == self.falsifies_small:
            data = data.swapcase()
        start = int((request.headers.get("Range") or "bytes=0-").removeprefix("bytes=").partition("-")[0])
        part = data[start:] if body else b""
        headers = {"ETag": f'"{hashlib.sha256(data).hexdigest()}"', "X-Repo-Commit": REVISION}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        if self.breaks_off_at is not None and path.suffix in _LARGE:
            part, self.breaks_off_at = part[: self.breaks_off_at], None
            headers["Content-Length"] = str(len(data) - start)
        if self.falls_silent_at is not None and path.suffix in _LARGE:
            headers["Content-Length"] = str(len(data) - start)
            _send(request, 206 if start else 200, part[: self.falls_silent_at], headers)
            self._ended.wait()
            return
        _send(request, 206 if start else 200, part, headers)


def _git_sha1(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _sibling(folder: Path, path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    row: dict[str, Any] = {
        "rfilename": path.relative_to(folder).as_posix(),
        "size": len(data),
        "blobId": _git_sha1(data),
    }
    if path.suffix in _LARGE:
        row["lfs"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 134}
    return row


def _send(request: http.server.BaseHTTPRequestHandler, status: int, data: bytes, headers: dict[str, str]) -> None:
    request.send_response(status)
    for name, value in {"Content-Length": str(len(data)), "Connection": "close", **headers}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(data)
