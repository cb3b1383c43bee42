"""`name.expected.json` next to a recipe: the timeline that its draft must have at the end.

Written for people: one segment per line, sorted, without default values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from nemo_spec.report.difference import DiffLine, differences
from nemo_spec.safe_files import read_bounded, refuse_named, write_named
from nemo_spec.timeline.model import KINDS, Role, Segment, Timeline, exactly
from nemo_spec.timeline.properties import NOT_COMPARED, property_of

VERSION = 1
"""Of the format; see docs/reports.md."""
MAX_BYTES = 64_000_000
"""As large as a draft may be."""

_MAIN: Role = "clip"
_ROLES: dict[object, Role] = {role: role for role in KINDS}


class Unreadable(Exception):
    """A file holds no timeline of this version; the text says why."""


def path_of(recipe: Path) -> Path:
    """`name.expected.json`."""
    return recipe.with_suffix(".expected.json")


def compare(path: Path, timeline: Timeline, tolerance: int) -> list[DiffLine]:
    """How a timeline differs from the one in a file, beyond `tolerance` ms. Raises Unreadable."""
    return differences(_read(path), timeline, tolerance)


def update(path: Path, timeline: Timeline) -> bool:
    """Write the timeline unless the file holds it already; returns whether it was written. Raises
    OSError, also if the file is a link."""
    content = shown(timeline).encode()
    refuse_named(path)
    if path.exists() and read_bounded(path, MAX_BYTES) == content:
        return False
    write_named(path, content)
    return True


# ---- Writing -------------------------------------------------------------------------------------


def shown(timeline: Timeline) -> str:
    """The timeline as JSON."""
    head = {"canvas": timeline.canvas, "length": timeline.length.lo}
    lines = [f'  "version": {VERSION}', *(f'  "{key}": {_json(v)}' for key, v in head.items())]
    tracks = ",\n".join(_track(role, segments) for role, segments in _tracks(timeline))
    lines.append(f'  "tracks": [\n{tracks}\n  ]' if tracks else '  "tracks": []')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _tracks(timeline: Timeline) -> Iterator[tuple[Role, Sequence[Segment]]]:
    """The main track, then all layers by role: which tracks hold them is the service's choice."""
    if timeline.main:
        yield _MAIN, timeline.main
    for role in KINDS:
        if layers := [layer for layer in timeline.layers if layer.role == role]:
            yield role, sorted(layers, key=lambda s: (s.start, s.end, s.texts, s.name))


def _track(role: Role, segments: Iterable[Segment]) -> str:
    rows = ",\n".join(f"      {_json(_segment(segment, role))}" for segment in segments)
    return f'    {{"role": "{role}", "segments": [\n{rows}\n    ]}}'


def _segment(segment: Segment, role: Role) -> dict[str, object]:
    properties = {
        key: value
        for key, value in sorted(segment.properties.items())
        if key not in NOT_COMPARED and value != property_of(key).neutral
    }
    optional = {
        "role": segment.role if segment.role != role else None,
        "name": segment.name,
        "texts": segment.texts,
        "source": segment.source,
        "look": properties,  # its name in version 1
        "unreadable": sorted(segment.unreadable),
    }
    told = {key: value for key, value in optional.items() if value}
    return {"start": segment.start.lo, "end": segment.end.lo, **told}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# ---- Reading -------------------------------------------------------------------------------------


def _read(path: Path) -> Timeline:
    try:
        content = json.loads(read_bounded(path, MAX_BYTES).decode("utf-8"))
        if content["version"] != VERSION:
            raise Unreadable(f"not version {VERSION}: rewrite it with `--update`")
        return _timeline(content)
    except OSError as error:
        raise Unreadable(error.strerror or "cannot be read") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Unreadable("not a timeline written by `--update`") from None


def _timeline(content: dict[str, Any]) -> Timeline:
    timeline = Timeline(canvas=dict(content["canvas"]), length=exactly(int(content["length"])))
    main, layers = list[Segment](), list[Segment]()
    for number, track in enumerate(content["tracks"]):
        role = _ROLES[track["role"]]
        is_main = number == 0 and role == _MAIN
        timeline.tracks += 1
        segments = main if is_main else layers
        segments += [_read_segment(one, role) for one in track["segments"]]
    timeline.main, timeline.layers = main, layers
    return timeline


def _read_segment(one: dict[str, Any], role: Role) -> Segment:
    source = one.get("source")
    return Segment(
        role=_ROLES[one.get("role", role)],
        start=exactly(int(one["start"])),
        end=exactly(int(one["end"])),
        name=str(one.get("name", "")),
        texts=tuple(map(str, one.get("texts", ()))),
        source=(int(source[0]), int(source[1])) if source else None,
        properties=dict(one.get("look", {})),
        unreadable=tuple(map(str, one.get("unreadable", ()))),
    )
