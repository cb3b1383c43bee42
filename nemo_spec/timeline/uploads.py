"""Which file a draft means, and what is known of it: the uploads of its session.

Drafts name a file by its path at the service, by its address, or by the address of its upload; published
is that the last part of it, or the upload with that `cdn_url`, tells which one it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from nemo_spec.timeline.readers import number

_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*://|/|\\\\|[a-z]:\\\\|[^?#]*[/\\][^/\\?#]*\.[a-z0-9]{2,4}(?:[?#]|$)", re.I
)
_SLACK = 100
"""Milliseconds by which two probes differ about the end of a file."""


class SourceFile(NamedTuple):
    """`duration` in ms, None where there is none to know; `url` is its `cdn_url`."""

    name: str
    url: str = ""
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class Uploads:
    """The files of a session. Without any, nobody knows which file an address means."""

    files: tuple[SourceFile, ...] = ()
    _by_name: dict[str, SourceFile] = field(init=False, repr=False, compare=False)
    _by_url: dict[str, SourceFile] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {one.name: one for one in self.files})
        object.__setattr__(self, "_by_url", {_bare(one.url): one for one in self.files if one.url})

    def __bool__(self) -> bool:
        return bool(self.files)

    def named(self, spelled: str) -> str | None:
        """The name of the file that is meant, whatever it is if no address; None for an address that is
        nobody's."""
        if not is_address(spelled) or spelled in self._by_name:
            return spelled
        if known := self._by_url.get(_bare(spelled)):
            return known.name
        last = last_part(spelled)
        return last if last in self._by_name or not self.files else None

    def knows(self, name: str) -> bool:
        """Whether a file of that name was uploaded."""
        return name in self._by_name

    def last_part(self, spelled: str) -> str:
        """What a name says, be it an address of nobody's."""
        return last_part(spelled) if is_address(spelled) else spelled

    def duration(self, name: str) -> int | None:
        """Milliseconds; None for a picture, or for a file that nobody knows."""
        known = self._by_name.get(name)
        return known.duration if known else None

    def plays_whole(self, name: str, length: float) -> bool:
        """Whether so many ms of a file are all of it."""
        whole = self.duration(name)
        return whole is not None and abs(whole - length) <= _SLACK


NO_UPLOADS = Uploads()


def uploads_of(infos: object) -> Uploads:
    """The uploads in a state's `video_infos`, as objects or as their answers; seconds become ms."""
    found = infos if isinstance(infos, list | tuple) else ()
    return Uploads(tuple(_upload(one) for one in map(_fields, found) if _is_named(one)))


def _fields(info: object) -> Mapping[str, Any]:
    return info if isinstance(info, Mapping) else getattr(info, "__dict__", {})


def _is_named(info: Mapping[str, Any]) -> bool:
    return isinstance(info.get("filename"), str) and bool(info["filename"])


def _upload(info: Mapping[str, Any]) -> SourceFile:
    seconds, url = info.get("duration"), info.get("cdn_url")
    length = number(seconds)
    duration = round(1000 * length) if length and 0 < length < 10**6 else None
    return SourceFile(info["filename"], url if isinstance(url, str) else "", duration)


def together(uploads: Uploads, others: Iterable[SourceFile]) -> Uploads:
    """The uploads, and others of which they know nothing."""
    names = {one.name for one in uploads.files}
    return Uploads((*uploads.files, *(one for one in others if one.name not in names)))


def is_address(spelled: str) -> bool:
    """Whether a name is a path or an address; a mood such as `rock/pop` is none."""
    return bool(_ADDRESS.match(spelled))


def last_part(address: str) -> str:
    """`s.mp4` of `https://…/s.mp4?v=2`."""
    path = _bare(address).replace("\\", "/").rstrip("/")
    return unquote(path.rpartition("/")[2])


def _bare(address: str) -> str:
    """Without query and fragment."""
    return address.partition("#")[0].partition("?")[0]
