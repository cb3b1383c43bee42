"""What the mock's draft dialects say, read back without the code that wrote it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

Draft = dict[str, Any]


class Fact(NamedTuple):
    """One segment: what it is, from when to when (ms), and which part of its file plays (ms)."""

    kind: str
    start: int
    end: int
    what: str
    first: int | None
    last: int | None


def facts(dialect: str, draft: Draft, urls: Mapping[str, str]) -> list[Fact]:
    """The segments of a draft in a dialect, in order; `urls` are the uploads' addresses by name."""
    return sorted(_READERS[dialect](draft, {url: name for name, url in urls.items()}), key=str)


_Reader = Callable[[Draft, Mapping[str, str]], Iterator[Fact]]
_KINDS = {0: "video", 1: "audio", 7: "text", "video": "video", "audio": "audio", "text": "text"}


def _plain(scale: int) -> _Reader:
    def read(draft: Draft, names: Mapping[str, str]) -> Iterator[Fact]:
        for track in draft["t"]:
            for one in track["sg"]:
                start, end = one["s"] * scale, (one["s"] + one["d"]) * scale
                ends = [round(one[key] * scale) if key in one else None for key in ("in", "out")]
                yield Fact(_KINDS[track["tt"]], round(start), round(end), _what(one, names), *ends)

    return read


def _what(one: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return _joined(one) or _file(one.get("src", ""), names) or one.get("name") or one["prompt"]


def _joined(words: Mapping[str, Any]) -> str:
    return "|".join(words[key] for key in ("text", "sub") if key in words)


def _file(source: str, names: Mapping[str, str]) -> str:
    address = urlsplit(source)._replace(query="").geturl()
    return names.get(address) or urlsplit(address).path.rpartition("/")[2]


def _capcut(draft: Draft, names: Mapping[str, str]) -> Iterator[Fact]:
    shelf = {one["id"]: one for kind in draft["materials"].values() for one in kind}
    for track in draft["t"]:
        for one in track["sg"]:
            material, target = shelf[one["material_id"]], one["target_timerange"]
            words = json.loads(material.get("content", "{}"))
            what = _joined(words) or material.get("material_name") or material["prompt"]
            start, end = target["start"], target["start"] + target["duration"]
            first, last = _range(one["source_timerange"])
            yield Fact(_KINDS[track["tt"]], start // 1000, end // 1000, what, first, last)


def _range(source: Mapping[str, int] | None) -> tuple[int | None, int | None]:
    if source is None:
        return None, None
    return source["start"] // 1000, (source["start"] + source["duration"]) // 1000


_V3_KINDS = {"video": "video", "image": "video", "text": "text"}


def _v3(draft: Draft, names: Mapping[str, str]) -> Iterator[Fact]:
    for track in draft["tracks"]:
        for one in track["clips"]:
            media = one["media"]
            made = media.get("name") or media.get("prompt")
            what = _joined(media) or made or _file(media["src"], names)
            source = (one.get("source-start"), one.get("source-end"))
            kind = _V3_KINDS.get(track["type"], "audio")
            yield Fact(kind, one["in"], one["out"], what, *source)


_READERS: Mapping[str, _Reader] = {
    "own": _plain(1),
    "paths": _plain(1),
    "words": _plain(1),
    "seconds": _plain(1000),
    "capcut": _capcut,
    "v3": _v3,
}
