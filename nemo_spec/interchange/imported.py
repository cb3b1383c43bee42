"""What readers of other editors' timelines have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from nemo_spec.timeline.model import KINDS, Kind, Role, Segment, Timeline, exactly
from nemo_spec.timeline.track_types import NAMES

MOST_TRACKS, MOST_ITEMS = 200, 20_000
"""A timeline of more than that is none that a recipe could say."""
_MOST_TOLD = 5
MOST_BYTES = 64_000_000
_DEFAULT: dict[Kind, Role] = {"video": "overlay", "audio": "music", "text": "title"}


class NotImported(Exception):
    """A file that holds no timeline that can be read; `str()` says why."""


@dataclass(slots=True)
class Imported:
    """The timeline of a foreign file, the paths of its media by their names, and what of it has no
    counterpart here, in words."""

    timeline: Timeline
    files: dict[str, str] = field(default_factory=dict)
    unsaid: list[str] = field(default_factory=list)

    def add_file(self, address: str) -> str:
        """Take in a file by its address; returns its name, after its folder where another one is called
        so: every card of a camera begins with the same."""
        path = path_of(address)
        parts = PurePosixPath(path.replace("\\", "/")).parts
        names = ("/".join(parts[-count:]) for count in range(1, len(parts) + 1))
        name = next((name for name in names if self.files.get(name, path) == path), path)
        self.files.setdefault(name, path)
        return name


def path_of(address: str) -> str:
    """The path that a `file:` address means, or the path itself."""
    if not address.lower().startswith("file:"):
        return address
    rest = address[len("file:") :]
    if rest.startswith("//"):  # a host, as `localhost`, is this machine
        rest = "/" + rest[2:].partition("/")[2]
    path = unquote(rest)
    has_drive = len(path) > 2 and path[0] == "/" and path[2] == ":"
    return path[1:] if has_drive else path


def role_of(name: str, kind: Kind) -> Role:
    """What a track called so holds: as we call it, or else what is usual for its kind."""
    role = NAMES.get(name.strip().lower())
    return role if role and KINDS[role] == kind else _DEFAULT[kind]


def texts_of(role: Role, lines: Sequence[str]) -> list[str]:
    """A lower third has two texts; in all others a new line is one of theirs."""
    return list(lines) if role == "lower-third" else ["\n".join(lines)] if lines else []


def with_sound(piece: Segment, sound: Mapping[str, object]) -> Segment:
    """A picture with its own sound, which lay on a track of its own; its fades are those of the picture."""
    level = sound.get("volume")
    if piece.role == "overlay":
        return piece.with_properties(sound=1.0 if level is None else level)
    return piece if level is None else piece.with_properties(volume=level)


def segment(
    role: Role,
    start: float,
    end: float,
    *,
    name: str = "",
    texts: Sequence[str] = (),
    source: tuple[float, float] | None = None,
    properties: dict[str, object] | None = None,
) -> Segment:
    """A segment from `start` to `end`, all in ms."""
    played = (round(source[0]), round(source[1])) if source else None
    return Segment(
        role, exactly(round(start)), exactly(round(end)), name, tuple(texts), played,
        properties or {},
    )  # fmt: skip


def finished(found: Imported, main: list[Segment], layers: list[Segment]) -> Imported:
    """With the main track in order. Raises NotImported where there is nothing at all."""
    if not main and not layers:
        raise NotImported("\n".join(["nothing is on this timeline", *found.unsaid[:_MOST_TOLD]]))
    found.timeline.main = sorted(main, key=lambda one: one.start)
    found.timeline.layers = layers
    found.timeline.length = exactly(max((one.end.hi for one in main), default=0))
    return found
