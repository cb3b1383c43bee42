"""What a segment may look and sound like: one row for each property.

Reading a draft, predicting, comparing, explaining, showing and docs/draft.md all read these rows.
Another property is another row, and the delta that sets it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass
from math import log10
from typing import Literal, NamedTuple

from nemo_spec.timeline import readers
from nemo_spec.timeline.colours import same_colour

ValueKind = Literal["flag", "number", "words"]
Reader = Callable[[object], object | None]


class Unit(NamedTuple):
    """How a value is read, compared and shown.

    Two values are the same when they are no further apart than `slack`; None leaves that to the
    tolerance of the recipe, in ms. Levels of which one is below `faint` are compared in decibels, as they
    are heard. A number is shown times `scale`, with the `suffix`.
    """

    kind: ValueKind
    about: str
    read: Reader
    slack: float | None = 0.001  # the sixth decimal of a speed is rounded
    scale: float = 1
    suffix: str = ""
    faint: float = 0


FLAG = Unit("flag", "`true`", readers.flag)
WORDS = Unit("words", "text", readers.words)
TRANSITION = Unit("words", "a word", readers.transition)
CORNER = Unit("words", "a word", readers.corner)
NUMBER = Unit("number", "a number", readers.number)
FACTOR = Unit("number", "a factor", readers.positive, suffix="x")
DEGREES = Unit("number", "degrees clockwise", readers.degrees, suffix="°")
SHARE = Unit("number", "a share of 0–1", readers.number, slack=0.01, scale=100, suffix="%")
ZOOM = FACTOR._replace(slack=0.01, scale=100, suffix="%")
LEVEL = SHARE._replace(about="a level of 0–2", read=readers.level, faint=0.1)
LUFS = Unit("number", "LUFS", readers.number, slack=0.1, suffix="LUFS")
TIME = Unit("number", "ms", readers.whole, slack=None, scale=0.001, suffix="s")


@dataclass(frozen=True, slots=True)
class Property:
    """`spelled` are its keys in a draft, the documented one first; a dot leads into a group.

    A segment has the `neutral` value where its draft has none. `lies` says where it takes effect: all
    over the segment, at its head, at its tail, or at the cut in front of it. What the recipe does not
    ask for may be there or not, unless `unasked` says otherwise: "never", or never so low that nobody
    can hear or see it.
    """

    unit: Unit
    about: str
    neutral: object = None
    _: KW_ONLY
    on: str = "video"
    """The kinds of segment that carry it."""
    spelled: tuple[str, ...] = ()
    lies: Literal["all over", "head", "tail", "cut"] = "all over"
    unasked: Literal["allowed", "never", "heard", "seen"] = "allowed"
    reversed_as: str = ""
    """The property that it becomes when the video is reversed."""
    of_motion: bool = False
    """Means nothing to a picture that does not move."""
    arranges: bool = False
    """Decides what plays when: no later statement replaces it, unlike a level or a colour."""
    compared: bool = True


_LEVELS = (
    "vol", "volume", "gain", "level", "audio_volume", "audio.volume", "audio.level", "m.vol", "m.volume",
)  # fmt: skip

PROPERTIES: dict[str, Property] = {
    "speed": Property(FACTOR, "1.5 is faster", 1, unasked="never", of_motion=True),
    "speed_to": Property(FACTOR, "the speed at its end, where it changes evenly over its time",
        unasked="never", of_motion=True),
    "reverse": Property(FLAG, "plays backwards", unasked="never", of_motion=True, arranges=True),
    "freeze": Property(FLAG, "one frame, held", arranges=True),
    "audio_track": Property(NUMBER, "which sound track of its file is heard, counted from 1"),
    "still": Property(FLAG, "a picture, which does not move"),
    "volume": Property(LEVEL, "1 is as recorded, `mute` is 0", 1,
        on="video audio", spelled=_LEVELS, unasked="heard"),
    "fade_in": Property(TIME, "from black and silence; counted over the video, so it may be longer than "
        "the first segment", 0, on="video audio text", lies="head", reversed_as="fade_out"),
    "fade_out": Property(TIME, "to black and silence; counted likewise", 0,
        on="video audio text", lies="tail", reversed_as="fade_in"),
    "transition": Property(TIME, "how long the previous segment becomes this one",
        spelled=("tr.d",), lies="cut", arranges=True),
    "transition_kind": Property(TRANSITION, "`wipe-left` `wipe-right` `slide-left` `slide-right` "
        "`dip-black` `dip-white`; absent for a fade", "fade",
        spelled=("tr.type",), lies="cut"),
    "overlap": Property(FLAG, "the transition plays both segments at once (`join`); absent where "
        "it does not change the duration", spelled=("tr.overlap",), lies="cut", arranges=True),
    "cut": Property(FLAG, "`split` made this cut, though nothing is gone", lies="cut", compared=False),
    "beside": Property(WORDS, "the file that plays beside it, the same part of it", unasked="never"),
    "layout": Property(WORDS, "how both share the frame: `left-right` or `top-bottom`"),
    "rotate": Property(DEGREES, "90, 180 or 270", 0,
        spelled=("rotate", "rotation"), unasked="never"),
    "crop": Property(SHARE, "removed around the middle: 0.1 is 10 % of width and height", 0,
        unasked="never"),
    **{f"crop_{side}": Property(SHARE, f"removed at the {side}, of the {axis}", 0, unasked="never")
        for side, axis in (("top", "height"), ("bottom", "height"), ("left", "width"), ("right", "width"))},
    "color": Property(WORDS, "a colour look by its name; the colour of a text", on="video text"),
    "amount": Property(SHARE, "how strong the colour look is", 1, spelled=("color.amount",)),
    "stabilize": Property(FLAG, "the shaking of the camera is smoothed"),
    "denoise": Property(FLAG, "without background noise"),
    "normalize": Property(FLAG, "at an even loudness"),
    "loudness": Property(LUFS, "how loud the normalized sound is, over all of it", unasked="never"),
    "position": Property(CORNER, "`top` `center` `bottom` `left` `right` `top-left` `top-right` "
        "`bottom-left` `bottom-right`", on="video text", spelled=("pos",)),
    "x": Property(SHARE, "the middle of an overlay, of a blurred region or of a zoom, from the left; "
        "in the place of a word", spelled=("pos.x",)),
    "y": Property(SHARE, "the same from the top", spelled=("pos.y",)),
    "scale": Property(SHARE, "the width of an overlay, the frame's being 1; width and height of a blurred "
        "region", unasked="seen"),
    "zoom": Property(ZOOM, "of an `effect` named `zoom`: 1.3 is larger", unasked="never"),
    "zoom_to": Property(ZOOM, "the zoom at its end, if that is another", unasked="never"),
    "skip": Property(TIME, "how far into its file an overlay begins", 0, spelled=("in",), unasked="never"),
    "sound": Property(LEVEL, "the level of an overlay's own sound; without it, it is silent", 0,
        unasked="never"),
    "fills": Property(FLAG, "an overlay over the whole frame, cropped to its shape", spelled=("fill",),
        unasked="never"),
    "opacity": Property(SHARE, "of an overlay; 1 hides what is behind it", 1, unasked="seen"),
    "prompt": Property(WORDS, "what a `generated` segment was asked to show"),
    "duck": Property(FLAG, "lower while somebody speaks", on="audio"),
    "voice": Property(WORDS, "who speaks a voice-over", on="audio"),
    "style": Property(WORDS, "in a few words", on="text"),
    "font": Property(WORDS, "by its name", on="text"),
    "background": Property(WORDS, "the colour of the box behind a text", on="text"),
    "outline": Property(WORDS, "the colour of the line around its letters", on="text"),
    "shadow": Property(FLAG, "a shadow below and to the right", on="text"),
    "size": Property(NUMBER, "points on a 1080-high canvas", on="text", unasked="seen"),
    "hidden": Property(FLAG, "there, but neither seen nor heard",
        on="video audio text", unasked="never"),
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
    return properties[key] if key in properties else property_of(key).neutral


def property_changes(
    before: Mapping[str, object],
    after: Mapping[str, object],
    tolerance: int,
    without: Collection[str] = NOT_COMPARED,
) -> Iterator[PropertyChange]:
    """The properties that are not the same, by key; times may be off by `tolerance` ms."""
    for key in sorted((before.keys() | after.keys()).difference(without)):
        one, other = value_of(before, key), value_of(after, key)
        if one != other and not same(key, one, other, tolerance):
            yield PropertyChange(key, one, other)


def same(key: str, one: object, other: object, tolerance: int) -> bool:
    """Whether two values are the same: times within `tolerance` ms, shares within 1 %, levels below 10 %
    within half a decibel, words in whatever case, colours however they are written."""
    if one == other:
        return True
    if isinstance(one, bool) or isinstance(other, bool):
        return bool(one) == bool(other)
    if isinstance(one, int | float) and isinstance(other, int | float):
        unit = property_of(key).unit
        if unit.faint and min(one, other) < unit.faint:
            return abs(_decibels(one) - _decibels(other)) <= _SLACK_DB
        return round(abs(one - other), 6) <= (tolerance if unit.slack is None else unit.slack)
    if isinstance(one, str) and isinstance(other, str):
        alike = one.casefold() == other.casefold()
        return alike or (key in _COLOURS and same_colour(one, other))
    return False


_COLOURS = ("color", "background", "outline")
_SLACK_DB, _SILENCE_DB = 0.5, -90
"""Nobody hears half a decibel, or anything that is 90 dB down (the least that a recipe can say)."""


def _decibels(level: float) -> float:
    return max(20 * log10(level), _SILENCE_DB) if level > 0 else _SILENCE_DB


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
        is_even = not unit.faint or round(value * 100, 4) == round(value * 100, 1)
        return (
            f"{value * unit.scale:g}{unit.suffix}"
            if is_even
            else f"{round(_decibels(value), 1):g}dB"
        )
    return f'"{value}"' if isinstance(value, str) else str(value)
