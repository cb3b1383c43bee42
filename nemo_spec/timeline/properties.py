"""What a segment may look and sound like: one row for each property.

Reading a draft, predicting, comparing, explaining, showing and docs/draft.md all read these rows.
Another property is another row, and the delta that sets it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from nemo_spec.timeline import readers
from nemo_spec.timeline.model import Kind

ValueKind = Literal["flag", "number", "words"]
Reader = Callable[[object], object | None]


class Unit(NamedTuple):
    """How a value is read, compared and shown.

    Two values are the same when they are no further apart than `slack`; None leaves that to the
    tolerance of the recipe, in ms. A number is shown times `scale`, with the `suffix`.
    """

    kind: ValueKind
    read: Reader
    slack: float | None = 0.001  # the sixth decimal of a speed is rounded
    scale: float = 1
    suffix: str = ""


FLAG = Unit("flag", readers.flag)
WORDS = Unit("words", readers.words)
CORNER = Unit("words", readers.corner)
NUMBER = Unit("number", readers.number)
FACTOR = Unit("number", readers.positive, suffix="x")
DEGREES = Unit("number", readers.degrees, suffix="°")
SHARE = Unit("number", readers.number, slack=0.01, scale=100, suffix="%")
LEVEL = SHARE._replace(read=readers.level)
TIME = Unit("number", readers.whole, slack=None, scale=0.001, suffix="s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """`spelled` are its keys in a draft, the documented one first; a dot leads into a group.

    A segment has the `neutral` value where its draft has none. `lies` says where it takes effect: all
    over the segment, at its head, at its tail, or at the cut in front of it. What the recipe does not
    ask for may be there or not, unless `unasked` says otherwise: "never", or never so low that nobody
    can hear or see it.
    """

    unit: Unit
    about: str
    on: tuple[Kind, ...] = ("video",)
    spelled: tuple[str, ...] = ()
    neutral: object = None
    lies: Literal["all over", "head", "tail", "cut"] = "all over"
    unasked: Literal["allowed", "never", "heard", "seen"] = "allowed"
    reversed_as: str = ""
    """The property that it becomes when the video is reversed."""
    of_motion: bool = False
    """Means nothing to a picture that does not move."""
    arranges: bool = False
    """Decides what is shown when: no later statement replaces it, unlike a level or a colour."""
    compared: bool = True


_ALL: tuple[Kind, ...] = ("video", "audio", "text")
_SPELLED_VOLUME = (
    *("vol", "volume", "gain", "level", "audio_volume", "audio.volume", "audio.level"),
    *("m.vol", "m.volume"),
)

PROPERTIES: dict[str, Property] = {
    "speed": Property(
        unit=FACTOR, neutral=1, unasked="never", of_motion=True, about="1.5 is faster"
    ),
    "reverse": Property(
        unit=FLAG, unasked="never", of_motion=True, arranges=True, about="plays backwards"
    ),
    "freeze": Property(unit=FLAG, arranges=True, about="one frame, held"),
    "still": Property(unit=FLAG, about="a picture, which does not move"),
    "volume": Property(
        unit=LEVEL, on=("video", "audio"), spelled=_SPELLED_VOLUME, neutral=1, unasked="heard",
        about="0–2, 1 is as recorded; `mute` is 0",
    ),
    "fade_in": Property(
        unit=TIME, on=_ALL, neutral=0, lies="head", reversed_as="fade_out",
        about="ms, from black and silence; counted over the video, so it may be longer than its first "
        "segment",
    ),
    "fade_out": Property(
        unit=TIME, on=_ALL, neutral=0, lies="tail", reversed_as="fade_in",
        about="ms, to black and silence, likewise",
    ),
    "transition": Property(
        unit=TIME, spelled=("tr.d",), lies="cut", arranges=True,
        about="ms of the fade from the previous segment into this one",
    ),
    "transition_kind": Property(
        unit=WORDS, spelled=("tr.type",), lies="cut", about="what the transition is, if not a `fade`"
    ),
    "overlap": Property(
        unit=FLAG, spelled=("tr.overlap",), lies="cut", arranges=True,
        about="the transition plays both segments at once (`join`); absent at a plain cut",
    ),
    "cut": Property(
        unit=FLAG, lies="cut", compared=False,
        about="in predictions only: `split` made this cut, though nothing is gone",
    ),
    "rotate": Property(
        unit=DEGREES, neutral=0, unasked="never", about="90, 180 or 270 degrees clockwise"
    ),
    "crop": Property(
        unit=SHARE, neutral=0, unasked="never",
        about="0–1 of width and height goes, around the middle: 0.1 removes 10 %",
    ),
    "color": Property(
        unit=WORDS, on=("video", "text"), about="the colour look by its name; the colour of a text"
    ),
    "amount": Property(
        unit=SHARE, spelled=("color.amount",), neutral=1, about="0–1, how strong the colour look is"
    ),
    "stabilize": Property(unit=FLAG, about="the shaking of the camera is smoothed"),
    "denoise": Property(unit=FLAG, about="without background noise"),
    "normalize": Property(unit=FLAG, about="at an even loudness"),
    "position": Property(
        unit=CORNER, on=("video", "text"), spelled=("pos",),
        about="`top` `center` `bottom` `left` `right` `top-left` `top-right` `bottom-left` "
        "`bottom-right`",
    ),
    "scale": Property(unit=SHARE, unasked="seen", about="0–1, width of an overlay in the frame's"),
    "opacity": Property(
        unit=SHARE, neutral=1, unasked="seen", about="0–1, of an overlay; 1 hides what is behind it"
    ),
    "prompt": Property(unit=WORDS, about="what a `generated` segment was asked to show"),
    "duck": Property(unit=FLAG, on=("audio",), about="lower while somebody speaks"),
    "voice": Property(unit=WORDS, on=("audio",), about="who speaks a voice-over"),
    "style": Property(unit=WORDS, on=("text",), about="in a few words"),
    "font": Property(unit=WORDS, on=("text",), about="by its name"),
    "size": Property(unit=NUMBER, on=("text",), about="points on a 1080-high canvas"),
    "hidden": Property(
        unit=FLAG, on=_ALL, spelled=("hidden", "muted", "disabled", "deleted"), unasked="never",
        about="there, but neither seen nor heard",
    ),
}  # fmt: skip
"""By the key in `Segment.properties`."""

_UNKNOWN = Property(unit=NUMBER, about="")


def property_of(key: str) -> Property:
    """The row of a key; a file of the user's may hold any."""
    return PROPERTIES.get(key, _UNKNOWN)


def spellings_of(key: str) -> tuple[str, ...]:
    """Where a draft may hold it, the documented place first."""
    return PROPERTIES[key].spelled or (key,)


def keys_where(holds: Callable[[Property], bool]) -> frozenset[str]:
    """The keys of all rows of which that is true."""
    return frozenset(key for key, row in PROPERTIES.items() if holds(row))


AT_THE_HEAD = keys_where(lambda row: row.lies in ("head", "cut"))
AT_THE_TAIL = keys_where(lambda row: row.lies == "tail")
LINKS = keys_where(lambda row: row.lies == "cut")
"""How a segment follows the one before it."""
EDGES = AT_THE_HEAD | AT_THE_TAIL
NOT_COMPARED = keys_where(lambda row: not row.compared)
ARRANGING = keys_where(lambda row: row.arranges)


# ---- Comparing -----------------------------------------------------------------------------------


class PropertyChange(NamedTuple):
    """`before` and `after` are the neutral value where a segment has none."""

    key: str
    before: object
    after: object


def value_of(properties: Mapping[str, object], key: str) -> object:
    """What a property is, be it unsaid."""
    return properties.get(key, property_of(key).neutral)


def property_changes(
    before: Mapping[str, object],
    after: Mapping[str, object],
    tolerance: int,
    without: Collection[str] = NOT_COMPARED,
) -> Iterator[PropertyChange]:
    """The properties that are not the same, by key; times may be off by `tolerance` ms."""
    for key in sorted((before.keys() | after.keys()) - set(without)):
        one, other = value_of(before, key), value_of(after, key)
        if not same(key, one, other, tolerance):
            yield PropertyChange(key, one, other)


def same(key: str, one: object, other: object, tolerance: int) -> bool:
    """Whether two values are the same: times within `tolerance` ms, shares within 1 %."""
    if one == other:
        return True
    if isinstance(one, bool) or isinstance(other, bool):
        return bool(one) == bool(other)
    if isinstance(one, int | float) and isinstance(other, int | float):
        slack = property_of(key).unit.slack
        return round(abs(one - other), 6) <= (tolerance if slack is None else slack)
    return False


def label(key: str) -> str:
    """`fade in`."""
    return key.replace("_", " ")


def shown(key: str, value: object) -> str:
    """A value as a recipe would write it: `35%`, `2s`, `1.5x`, `"warm"`, `on`."""
    unit = property_of(key).unit
    if unit.kind == "flag" or isinstance(value, bool):
        return "on" if value else "off"
    if value is None:
        return "(none)"
    if isinstance(value, int | float):
        return f"{value * unit.scale:g}{unit.suffix}"
    return f'"{value}"' if isinstance(value, str) else str(value)
