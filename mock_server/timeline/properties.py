"""Every key of a segment, one row each: editing, rendering and the claim page read this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

MAIN, OVERLAYS, EFFECTS = ("clip", "generated"), ("overlay",), ("effect",)
SOUNDS, TEXTS = ("music", "voiceover", "sound"), ("title", "lower-third", "caption")
ROLES = (*MAIN, *OVERLAYS, *EFFECTS, *SOUNDS, *TEXTS)
TEXT, NUMBER, OBJECT = (str,), (int, float), (dict,)
LONGEST = 10**9  # ms, some eleven days


@dataclass(frozen=True)
class Property:
    """One key of a segment. Times are ms, levels and shares 0–1.

    `kinds` are the types its value may have (none: not checked), `neutral` is the value that a
    draft leaves out, `low` and `high` are what the renderer clamps a number to. A property at the
    `start` or `end` of a segment is lost when that edge is cut off; reversing turns it into its
    `mirror`. A frame that is held keeps no `motion`. `names` is how people refer to a segment,
    `shown` how the claim page prints the value, `rendered_by` the modules of `render` that use it.
    """

    key: str
    kinds: tuple[type, ...]
    roles: tuple[str, ...]
    rendered_by: tuple[str, ...] = ()
    neutral: Any = None
    low: float = 0
    high: float = LONGEST
    edge: Literal["start", "end"] | None = None
    mirror: str | None = None
    motion: bool = False
    names: bool = False
    shown: Callable[[Any], str] | None = None


READ = ("reading",)
PROPERTIES = (
    Property("id", TEXT, ROLES),
    Property("role", TEXT, ROLES, READ),
    Property("s", NUMBER, ROLES, READ),
    Property("d", NUMBER, ROLES, READ),
    Property("text", TEXT, ("voiceover", *TEXTS), ("text", "layers"), names=True),
    Property("name", TEXT, ("music", "sound", *EFFECTS), ("layers", "effects_seen"), names=True),
    Property("src", TEXT, ("clip", *OVERLAYS, *SOUNDS), READ, names=True),
    Property("prompt", TEXT, ("generated",), READ, names=True),
    Property("sub", TEXT, ("lower-third",), ("text",), names=True, shown=lambda text: text[:120]),
    Property("in", NUMBER, ("clip", *OVERLAYS, *SOUNDS), ("reading", "layers")),
    Property("out", NUMBER, MAIN),
    Property("audio_track", NUMBER, ("clip",), READ, low=1),
    Property("beside", TEXT, ("clip",), READ, shown=lambda name: f"| {name[:120]}"),
    Property("layout", TEXT, ("clip",), READ),
    Property("speed", NUMBER, ("clip",), READ, neutral=1, low=0.05, high=20, motion=True,
             shown=lambda factor: f"{factor:g}×"),
    Property("speed_to", NUMBER, ("clip",), READ, low=0.05, high=20, motion=True,
             shown=lambda factor: f"{factor:g}×"),
    Property("reverse", (), ("clip",), READ, neutral=False, motion=True),
    Property("freeze", (), ("clip",), READ, neutral=False),
    Property("still", (), ("clip",), READ, neutral=False),
    Property("tr", OBJECT, MAIN, READ, edge="start"),
    Property("fade_in", NUMBER, ROLES, ("reading", "composition"), neutral=0, edge="start",
             mirror="fade_out"),
    Property("fade_out", NUMBER, ROLES, ("reading", "composition"), neutral=0, edge="end",
             mirror="fade_in"),
    Property("vol", NUMBER, ("clip", *SOUNDS), ("reading", "layers"), neutral=1, high=4,
             shown=lambda level: f"{level * 100:.0f} %"),
    Property("duck", (), SOUNDS, ("layers",), neutral=False),
    Property("denoise", (), ("clip",), READ, neutral=False),
    Property("normalize", (), ("clip",), READ, neutral=False),
    Property("loudness", NUMBER, ("clip",), READ, low=-70, high=0),
    Property("rotate", NUMBER, ("clip",), READ, neutral=0, low=-360, high=360),
    Property("crop", NUMBER, ("clip",), READ, neutral=0, high=0.9),
    *(Property(f"crop_{side}", NUMBER, ("clip",), neutral=0, high=0.99)
      for side in ("top", "bottom", "left", "right")),
    Property("color", (dict, str), ("clip", *TEXTS), ("reading", "text")),
    Property("stabilize", (), ("clip",), READ, neutral=False),
    Property("pos", (str, dict), (*OVERLAYS, *EFFECTS, *TEXTS), ("places", "text")),
    Property("scale", NUMBER, (*OVERLAYS, *EFFECTS), ("layers", "effects_seen"), low=0.001, high=4),
    Property("zoom", NUMBER, EFFECTS, ("effects_seen",), low=1, high=10,
             shown=lambda factor: f"{factor * 100:g} %"),
    Property("zoom_to", NUMBER, EFFECTS, ("effects_seen",), low=1, high=10,
             shown=lambda factor: f"→ {factor * 100:g} %"),
    Property("fill", (), OVERLAYS, ("layers",), neutral=False),
    Property("sound", NUMBER, OVERLAYS, ("layers",), neutral=0, high=2),
    Property("opacity", NUMBER, OVERLAYS, ("layers",), neutral=1, high=1),
    Property("style", TEXT, TEXTS, ("text",)),
    Property("font", TEXT, TEXTS, ("text",)),
    Property("background", TEXT, TEXTS, ("text",)),
    Property("outline", TEXT, TEXTS, ("text",)),
    Property("shadow", (), TEXTS, ("text",), neutral=False),
    Property("size", NUMBER, TEXTS, ("text",), low=8, high=600),
    Property("voice", TEXT, ("voiceover",)),
)  # fmt: skip
BY_KEY: Mapping[str, Property] = {row.key: row for row in PROPERTIES}
NAMES = tuple(row.key for row in PROPERTIES if row.names)


def at_edge(edge: Literal["start", "end"]) -> tuple[str, ...]:
    """The keys that lie at an edge of a segment."""
    return tuple(row.key for row in PROPERTIES if row.edge == edge)


def is_neutral(key: str, value: object) -> bool:
    """Whether the draft leaves this value out."""
    return value is None or (key in BY_KEY and value == BY_KEY[key].neutral)


def set_values(segment: dict[str, Any], values: Mapping[str, object]) -> None:
    """Write the values; None and neutral ones remove their key."""
    for key, value in values.items():
        if is_neutral(key, value):
            segment.pop(key, None)
        else:
            segment[key] = value


def clamped(values: Mapping[str, Any], key: str, default: float, low: float, high: float) -> float:
    """A number within bounds; the default where there is none."""
    value = values.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return default
    return min(max(value, low), high)


def number(segment: Mapping[str, Any], key: str, default: float | None = None) -> float:
    """A number of a segment within the bounds of its row; without a default the neutral value."""
    row = BY_KEY[key]
    usual = float(row.neutral or 0) if default is None else default
    return clamped(segment, key, usual, row.low, row.high)
