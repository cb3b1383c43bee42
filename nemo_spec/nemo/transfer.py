"""Large bodies: files up in constant memory, renders down with resumption."""

import json
import os
import re
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import httpx

from nemo_spec.nemo.digests import WANTED, check_digest, digest_said
from nemo_spec.nemo.envelope import data_of
from nemo_spec.nemo.errors import (
    BadFile,
    NemoError,
    StreamCut,
    TimedOut,
    UnexpectedAnswer,
    Unreachable,
)
from nemo_spec.nemo.files import FileKind
from nemo_spec.nemo.http import Caller, complete, translated
from nemo_spec.nemo.text import holds_token
from nemo_spec.safe_files import open_own, read_own, write_own

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in total; the total is 0 when it is unknown."""

_CHUNK = 256 * 1024
_SAFE_EVERY = 32 * 1024 * 1024
_REDIRECTS = 5
_ELSEWHERE = "GET the output address"
_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15})", re.ASCII)
_PUBLIC = 0o666  # less what the umask takes: a delivered video is an ordinary file
_NOTE_BYTES = 64 * 1024
_WINDOW, _SLOWEST = 120.0, 1000.0
"""Seconds, and the bytes per second that a download must bring in them: a slower one never ends."""


# Uploads -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Multipart:
    """One file as a multipart body of known length: in the field `files`, or `file` on the second gateway
    (documented). `texts` are the other fields."""

    path: Path
    kind: FileKind
    name: str
    boundary: str
    part: str = "files"
    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        path: Path,
        kind: FileKind,
        name: str = "",
        *,
        part: str = "files",
        texts: Mapping[str, str] | None = None,
    ) -> "Multipart":
        return cls(path, kind, name or path.name, uuid4().hex, part, texts or {})

    @property
    def headers(self) -> dict[str, str]:
        length = len(self._before) + self.kind.size + len(self._after)
        return {
            "Content-Type": f"multipart/form-data; boundary={self.boundary}",
            "Content-Length": str(length),
        }

    def chunks(self, on_progress: Progress | None) -> Iterator[bytes]:
        """The body. Raises BadFile when the length of the file has changed."""
        size, sent = self.kind.size, 0
        yield self._before
        with self.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                sent += len(chunk)
                if sent > size:
                    break
                yield chunk
                if on_progress:
                    on_progress(sent, size)
        if sent != size:
            raise BadFile(f"{self.path.name} changed while it was uploaded", "try again")
        yield self._after

    @property
    def _before(self) -> bytes:
        texts = "".join(
            f'--{self.boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
            for name, text in self.texts.items()
        )
        return (
            f'{texts}--{self.boundary}\r\nContent-Disposition: form-data; name="{self.part}"; '
            f'filename="{_quoted(self.name)}"\r\nContent-Type: {self.kind.mime}\r\n\r\n'
        ).encode("utf-8", "replace")

    @property
    def _after(self) -> bytes:
        return f"\r\n--{self.boundary}--\r\n".encode()


def _quoted(name: str) -> str:
    """As browsers do: quotes and control characters are percent-encoded."""
    return re.sub(r'["\x00-\x1f\x7f]', lambda m: f"%{ord(m[0]):02X}", name)


# Downloads ---------------------------------------------------------------------------------------


class Downloaded(NamedTuple):
    """A file that arrived. `size` is in bytes; `is_proven`: it is what the server says that it sent."""

    size: int
    is_proven: bool


class Partial(NamedTuple):
    """How much of which version is already on disk."""

    have: int
    total: int
    validator: str

    @property
    def headers(self) -> dict[str, str]:
        asked = {"Range": f"bytes={self.have}-"}
        return {**asked, "If-Range": self.validator} if self.validator else asked


def download(
    caller: Caller,
    url: str,
    part: Path,
    on_progress: Progress | None,
    size: int | None,
    most: int | None = None,
) -> Downloaded:
    """Fetch `url` into `part`, continuing what is there if it is still the same file.

    A note beside it (`<part>.json`) remembers which version the bytes belong to. The file has
    `size` bytes where that is given, and at most `most`; where the server says its digest, it has that.
    Raises StreamCut when it breaks off (call again to continue), Unreachable when the address is
    out of reach, UnexpectedAnswer when what comes is not the file or the address must not be followed,
    OSError.
    """
    with translated(_ELSEWHERE):
        endpoint = f"GET {httpx.URL(url).path}" if caller.owns(url) else _ELSEWHERE
    bounds = Bounds(size, most)
    partial = _partial(part)
    if partial and partial.have == partial.total:
        return _finished(part, partial.have, size, None)
    for known in [partial, None] if partial else [None]:
        with _opened(caller, url, known, endpoint) as response:
            if known and response.status_code == 206 and _continues(response, known):
                done = _receive(response, part, known, bounds, on_progress)
                return _finished(part, done, size, digest_said(response.headers))
            if _is_file(response):
                fresh = _note(response, part, bounds)
                done = _receive(response, part, fresh, bounds, on_progress)
                return _finished(part, done, size, digest_said(response.headers))
            if not known or response.status_code not in (206, 416):
                raise _no_file(response, endpoint)
    raise AssertionError("the second round always ends")


class Bounds(NamedTuple):
    """How many bytes a file has, and how many it can have at most, where that is known."""

    size: int | None
    most: int | None

    def check(self, done: int) -> None:
        """Raises UnexpectedAnswer for more bytes than these."""
        if self.size is not None and done > self.size:
            raise UnexpectedAnswer(
                f"the file has {done} bytes or more instead of {self.size}", "render it again"
            )
        if self.most is not None and done > self.most:
            raise UnexpectedAnswer(
                f"the file is larger than {self.most / 1e6:.0f} MB, which no such video can be",
                "render it again",
            )


@contextmanager
def _opened(
    caller: Caller, url: str, partial: Partial | None, endpoint: str
) -> Iterator[httpx.Response]:
    """Follow redirects by hand: whatever has left the service's origin once gets no token."""
    trusted = True
    for _ in range(_REDIRECTS):
        if holds_token(url):
            raise Unreachable("the output address has the token in it", "", endpoint=endpoint)
        trusted = trusted and caller.owns(url)
        headers = {"Accept": "*/*", "Accept-Encoding": "identity", **WANTED}
        headers |= (caller.headers() if trusted else {}) | (partial.headers if partial else {})
        with translated(endpoint):
            client = caller.client_for(url)
            request = client.build_request("GET", url, headers=headers)
            response = client.send(request, stream=True)
            try:
                if not response.has_redirect_location:
                    yield response
                    return
            finally:
                response.close()
        url = _next(url, response.headers["location"], endpoint)
    raise Unreachable("the output address redirects in circles", endpoint=endpoint)


def _next(url: str, location: str, endpoint: str) -> str:
    with translated(endpoint):
        target = httpx.URL(url).join(location)
    if target.scheme != "https" and url.startswith("https:"):
        raise Unreachable("the output address redirects to an unsafe one", endpoint=endpoint)
    return str(target)


def _receive(
    response: httpx.Response,
    part: Path,
    partial: Partial,
    bounds: Bounds,
    on_progress: Progress | None,
) -> int:
    done, total = partial.have, partial.total
    flags = os.O_RDWR | (0 if done else os.O_CREAT | os.O_TRUNC)
    chunks = _not_too_slow(_raw(response))
    with FileIO(open_own(part, flags, mode=_PUBLIC), "r+") as file, _kept_safe(file) as keep_safe:
        file.seek(done)
        for chunk in chunks:
            bounds.check(done + len(chunk))
            _write(file, chunk)
            done += len(chunk)
            keep_safe(done)
            if on_progress:
                on_progress(done, total)
    if total and done != total:
        raise StreamCut(f"{done} of {total} bytes arrived")
    return done


def _raw(response: httpx.Response) -> Iterator[bytes]:
    """The bytes as they are: a video is never compressed, see `_is_encoded`."""
    if response.is_stream_consumed:  # a transport had all of it at hand
        return iter((response.content,))
    return response.iter_raw()


def _not_too_slow(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Raises TimedOut where hardly anything comes for long."""
    began, got = time.monotonic(), 0
    for chunk in chunks:
        yield chunk
        got += len(chunk)
        if (now := time.monotonic()) - began > _WINDOW:
            if got < _SLOWEST * (now - began):
                raise TimedOut("the download is too slow")
            began, got = now, 0


def _write(file: FileIO, chunk: bytes) -> None:
    left = memoryview(chunk)
    while left:
        left = left[file.write(left) :]


@contextmanager
def _kept_safe(file: FileIO) -> Iterator[Callable[[int], None]]:
    """What is written outlives a power cut once the block is left.

    It goes to the disk while more comes in, or the end would wait for all of it.
    """
    with ThreadPoolExecutor(1) as pool:
        under_way: Future[None] | None = None
        safe = 0

        def so_far(done: int) -> None:
            nonlocal under_way, safe
            if done - safe >= _SAFE_EVERY and (under_way is None or under_way.done()):
                under_way, safe = pool.submit(os.fsync, file.fileno()), done

        yield so_far
        if under_way:
            under_way.result()
        os.fsync(file.fileno())


def _continues(response: httpx.Response, partial: Partial) -> bool:
    match = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
    return (
        match is not None
        and not _is_encoded(response)
        and (int(match[1]), int(match[2])) == (partial.have, partial.total)
    )


def _is_encoded(response: httpx.Response) -> bool:
    return response.headers.get("content-encoding", "").strip().lower() not in ("", "identity")


def _note(response: httpx.Response, part: Path, bounds: Bounds) -> Partial:
    """Write down which version begins to arrive, before its first byte does."""
    length = response.headers.get("content-length", "")
    total = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0
    bounds.check(total)
    etag = response.headers.get("etag", "")
    validator = etag if etag.startswith('"') else response.headers.get("last-modified", "")
    if holds_token(validator):
        validator = ""
    part.unlink(missing_ok=True)
    note = json.dumps({"total": total, "validator": validator}).encode()
    write_own(part.parent.resolve() / _note_path(part).name, note)
    return Partial(0, total, validator)


def _partial(part: Path) -> Partial | None:
    try:
        note = json.loads(read_own(_note_path(part), _NOTE_BYTES))
        total, validator = int(note["total"]), str(note["validator"])
        have = part.lstat().st_size if stat.S_ISREG(part.lstat().st_mode) else 0
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return Partial(have, total, validator) if 0 < have <= total else None


def _finished(part: Path, done: int, size: int | None, digest: bytes | None) -> Downloaded:
    _note_path(part).unlink(missing_ok=True)
    try:
        if size is not None and done != size:
            raise UnexpectedAnswer(
                f"the file has {done} bytes instead of {size}", "render it again"
            )
        if digest:
            check_digest(part, digest)
    except UnexpectedAnswer:
        part.unlink(missing_ok=True)
        raise
    return Downloaded(done, digest is not None)


def _note_path(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _is_file(response: httpx.Response) -> bool:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_other = kind in ("application/json", "text/html") or _is_encoded(response)
    return response.status_code == 200 and not is_other


def _no_file(response: httpx.Response, endpoint: str) -> NemoError:
    """The reason why a response is no file; the service's own codes come through as they are."""
    status = response.status_code
    if endpoint != _ELSEWHERE:
        try:
            data_of(complete(response, endpoint))
        except UnexpectedAnswer:
            pass
        except NemoError as problem:
            return problem
    if status >= 400:
        return Unreachable(f"the output address answered HTTP {status}", "", status, endpoint)
    return UnexpectedAnswer("the answer is not a video file", endpoint=endpoint)
