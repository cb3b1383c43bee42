"""What frames share: when, where, how loud, how fast, how it fades, how a text looks."""

import re
from fractions import Fraction
from typing import Any

from mock_server.agent.files import EXTENSIONS, is_sound
from mock_server.agent.quantities import Decibels, Time
from mock_server.agent.ranges import Range
from mock_server.agent.slots import Slots

FADE_MS = 1_000  # a fade without a length (assumed)
POSITIONS = frozenset(
    [
        "top",
        "center",
        "bottom",
        "left",
        "right",
        "top-left",
        "top-right",
        "bottom-left",
        "bottom-right",
    ]
)
# What "louder" and "bigger" do to a level, a size or a speed (assumed): plain, a bit, much.
STEPS = {
    "louder": (1.5, 1.25, 2.0),
    "quieter": (0.6, 0.8, 0.4),
    "bigger": (1.25, 1.1, 1.5),
    "smaller": (0.8, 0.9, 0.6),
    "faster": (1.5, 1.25, 2.0),
    "slower": (0.75, 0.9, 0.5),
}


class Unclear(Exception):
    """The clause can be read in more than one way, or in none."""


def need(true: object) -> None:
    """Raises Unclear unless it is true."""
    if not true:
        raise Unclear


def need_one(s: Slots, *kinds: str) -> None:
    """Raises Unclear when a comma or "and" stands between two words of these kinds: two orders."""
    here = [i for i, token in enumerate(s.tokens) if any(token.is_a(kind) for kind in kinds)]
    between = s.tokens[here[0] : here[-1]] if here else ()
    need(not any(token.is_a("stop") or token.is_a("and") for token in between))


def degree(s: Slots, word: str) -> float:
    """How much "louder" is, with "a bit" or "much"."""
    plain, bit, much = STEPS[word]
    if s.take("bit") or any(
        t.words.endswith(("一点", "点", "些")) and t.is_a(word) for t in s.tokens
    ):
        return bit
    return much if s.take("much") else plain


def looks_like_file(name: str) -> bool:
    """Whether a text ends like a file that can be uploaded."""
    extension = name.lower().rpartition(".")[2]
    return "." in name and (extension in EXTENSIONS or is_sound(name))


def file_name(s: Slots, *, sound: bool | None = None) -> str | None:
    """The first name of a file, quoted or not; `sound` asks for one kind of extension."""
    for i in s.left():
        for kind in ("file", "text"):
            name = s.tokens[i].readings.get(kind)
            fits = name is not None and looks_like_file(name)
            if fits and (sound is None or is_sound(str(name)) == sound):
                s.taken.add(i)
                return str(name)
    return None


# --- when --------------------------------------------------------------------------------
def ranges(s: Slots) -> tuple[Range, ...]:
    """Every range; "from 5 s" reaches to the end."""
    found = tuple(s.all("range"))
    while (
        since := s.row("begin? from|at time begin", "begin from|at time", "from time")
    ) is not None:
        found = (*found, Range(since["time"].ms, None))
    return found


def when(s: Slots, usual: int | None, *, bare: bool = True) -> tuple[Range | None, int | None]:
    """Range, or start alone; `usual` is the length (ms) of something put "at the end".

    With `bare` a time that nothing leads into is a length.

    Raises Unclear when the times do not fit together.
    """
    span = s.one("range")
    at = _start(s)
    length = _length(s, bare=bare)
    if span is not None:
        need(at is None and length is None)
        need(usual is None or not any(_AFTER.match(t.words) for t in s.tokens if t.is_a("range")))
        s.take("whole")
        return span, None
    first, last, whole = s.take("start"), s.take("end"), s.take("whole")
    need(first + last + (at is not None) <= 1)
    if last:
        lasts = usual if length is None else length
        return (None if lasts is None else Range(-lasts, None)), None
    if length is not None:
        start = at or 0
        return Range(start, start + length), None
    return (Range(0, None) if whole and usual is not None else None), at


# "A title after 10 s": nobody knows for how long.
_AFTER = re.compile(r"\A(?:after|past|beyond)\b|.*(?:之后|以后|后)\Z", re.IGNORECASE)
_STARTS = (
    "begin? at|from time begin",
    "begin at? time",
    "at|from time begin?",
    "time begin",
)
_LENGTHS = ("last for? to? time", "for time", "time longness", "longness to? time")


def _start(s: Slots) -> int | None:
    found = s.row(*_STARTS)
    return None if found is None else int(found["time"].ms)


def _length(s: Slots, *, bare: bool) -> int | None:
    found = s.row(*_LENGTHS)
    if found is None and bare and s.count("time") == 1 and s.row("at|from|to ^time") is None:
        found = s.row("time")
    return None if found is None else int(found["time"].ms)


def length_of(found: dict[str, Any]) -> int:
    """Milliseconds of a time, or of a range where "over the last 2 s" was read as one."""
    time, span = found.get("time"), found.get("edge")
    if isinstance(time, Time):
        return time.ms
    if isinstance(span, Range):
        if span.start < 0:
            return -span.start
        need(span.end is not None)
        return (span.end or 0) - span.start
    return FADE_MS


# --- fades -------------------------------------------------------------------------------
_OBJECT = (
    "^it|music|title|caption|lower-third|words|voiceover|effect|overlay|video|picture|sound|clip|image"
    "|text|all|both"
)
_OVER = "for? last? longness? to? time|edge"


def fades(s: Slots, *, of_video: bool = False) -> dict[str, int]:
    """`fade_in` and `fade_out` in ms; one time serves both in "fade in and out".

    Only the video fades to black.
    """
    if not s.said("fade", "fades"):
        return {}
    black = any("black" in t.words.lower() or "黑" in t.words for t in s.tokens if t.is_a("fade"))
    need(of_video or not black)
    found: dict[str, int] = {}
    both = s.row(
        f"fade:both {_OVER} each?",
        "time fade:both",
        "fade:both stop? each? time each?",
        "fade:both",
    )
    if both is not None:
        return {"fade_in": length_of(both), "fade_out": length_of(both)}
    for way in ("in", "out"):
        one = _fade(s, way)
        if one is not None:
            found[f"fade_{way}"] = one
    if len(found) == 1:
        found |= _other_way(s, found)
    return found


def _fade(s: Slots, way: str) -> int | None:
    found = s.row(
        f"fades {_OBJECT} {way} fade:{way}? {_OVER}",
        f"fades {_OBJECT} fade:{way} start|end {_OVER}",
        f"fades {_OBJECT} fade:{way} {_OVER}",
        f"fades {way} {_OVER}",
        f"fade:{way} fade:{way}? {_OBJECT} fade:{way}? {_OVER}",
        f"fade:{way} {_OBJECT} start|end {_OVER}",
        f"fade:{way} start? end? {_OVER}",
        f"fade:{way} start? end? stop last|longness|for to? time",
        f"time|edge fade:{way}",
        f"fades {_OBJECT} {way} fade:{way}?",
        f"fades {_OBJECT} fade:{way}",
        f"fades {way}",
        f"fade:{way} fade:{way}",
        f"fade:{way}",
    )
    if found is None:
        return None
    s.take("start" if way == "in" else "end")
    return length_of(found)


def _other_way(s: Slots, found: dict[str, int]) -> dict[str, int]:
    """The second of "in over 2 s and out over 4 s"."""
    way = "out" if "fade_in" in found else "in"
    other = s.row(f"{way} {_OVER}")
    if other is None and way == "out" and s.take("out"):
        other = {"time": Time(found["fade_in"])}
    return {} if other is None else {f"fade_{way}": length_of(other)}


# --- levels ------------------------------------------------------------------------------
def share_of(value: object) -> float:
    """A level 0-2 from a share, decibels or a plain number such as 0.8 or 80."""
    need(isinstance(value, Decibels) or float(value) >= 0)  # type: ignore[arg-type]
    if isinstance(value, Decibels):
        share = 10 ** (value.db / 20)
    elif isinstance(value, Fraction) and value > 2:
        need(value >= 5)
        share = float(value / 100)
    else:
        share = float(value)  # type: ignore[arg-type]
    return round(min(2.0, max(0.0, share)), 6)


_VALUES = ("percent", "level", "number", "factor")
_VALUE = "|".join(_VALUES)


def level(s: Slots) -> tuple[float | None, float | None]:
    """A level that is asked for, or the factor by which it changes; neither when none is named."""
    need(not any(t.is_a("factor") and "倍速" in t.words for t in s.tokens))
    need(not _two_levels(s))
    word = next((one for one in ("louder", "quieter") if s.has(one)), None)
    if s.row("to|at half") is not None:
        s.all("volume", "louder", "quieter", "down", "up")
        return 0.5, None
    if s.row("by half", "half") is not None and not s.said("to", "at"):
        s.take(*(word,) if word else ())
        s.take("volume")
        return None, 1.5 if word == "louder" else 0.5
    if (times := s.row("by? double")) is not None:
        loud = any("loud" in token.words.lower() for token in s.tokens)
        need(word != "quieter" and (word or loud or s.has("volume")))
        s.take("louder")
        s.take("more")
        return None, float(times["double"])
    relative = (word or s.has("up", "down")) and not s.said("to", "at")
    by = s.row(f"by {_VALUE}", *((_VALUE,) if relative else ()))
    if by is not None:
        need("percent" not in by or by["percent"] <= 1 or "by" in by or not _leads_up(s))
        return None, _changed(s, next(v for k, v in by.items() if k in _VALUES), word)
    to = s.row(f"volume? at|to|for {_VALUE}", f"volume {_VALUE}", f"{_VALUE} volume", f"{_VALUE}")
    if to is not None:
        for _ in range(2):
            s.take("volume", "louder", "quieter", "down", "up", "more")
        return share_of(next(v for k, v in to.items() if k in _VALUES)), None
    return None, _step(s, word)


def _leads_up(s: Slots) -> bool:
    """Whether a verb stands before the share: "increase the volume 110 %" may be to or by it."""
    order = [t for t in s.tokens if t.is_a("louder") or t.is_a("percent")]
    return order[0].is_a("louder")


_STEPS = ("louder", "quieter", "up", "down")


def _two_levels(s: Slots) -> bool:
    """Whether a level and a step are asked for, one after the other: "at 50 %, and louder"."""
    steps = [i for i, t in enumerate(s.tokens) if any(map(t.is_a, _STEPS))]
    values = [i for i, t in enumerate(s.tokens) if any(map(t.is_a, _VALUES))]
    return any(
        token.is_a("and") or token.words == "再" or (token.is_a("stop") and value < step)
        for step in steps
        for value in values
        for token in s.tokens[min(step, value) : max(step, value)]
    )


def _changed(s: Slots, value: object, word: str | None) -> float:
    up, down = s.take("up"), s.take("down")
    quieter = word == "quieter" or down
    need(quieter != (word == "louder" or up))
    s.take("louder", "quieter")
    if isinstance(value, Decibels):
        return round(10 ** (abs(value.db) / 20 * (-1 if quieter else 1)), 6)
    share = float(value)  # type: ignore[arg-type]
    need(share <= 1 or not quieter)
    return round(1 - share if quieter else 1 + share, 6)


def _step(s: Slots, word: str | None) -> float | None:
    if word is None and s.has("up", "down"):
        need(not (s.has("up") and s.has("down")))
        word = "louder" if s.take("up") else "quieter"
        s.take("down")
    if word is None:
        return None
    s.take(word)
    need(not s.has("louder", "quieter", "to"))
    s.take("up", "down")
    s.take("too")
    s.take("more")
    return degree(s, word)


_NAMED = "title|caption|lower-third|words"


def place(s: Slots) -> str | dict[str, float] | None:
    """A place in the frame: a point, or a word. Unclear when two are named."""
    spot: dict[str, float] | None = s.one("spot")
    found = position(s)
    need(spot is None or found is None)
    return spot or found


# --- texts -------------------------------------------------------------------------------
def position(s: Slots) -> str | None:
    """The place on the screen; Unclear when two are named."""
    quoted = s.row("place|at at? text")
    if quoted is not None:
        if quoted["text"] in POSITIONS:
            return str(quoted["text"])
        s.taken -= {i for i in s.taken if s.tokens[i].is_a("text")}
    found = s.one("pos")
    need(not s.has("pos"))
    corner = any("corner" in token.words.lower() or "角" in token.words for token in s.tokens)
    need(found is None or not corner or "-" in found)
    return found


# Of what says how a text looks, every word is one of these, or stands beside one of them.
_LOOKS = ["fade", "fades", "backdrop", "style", "outline", "shadow", "styleword", "fontword"]
_LOOKS += ["sizeword", "color", "colorword", "pos", "place", "at"]


def text_options(s: Slots) -> dict[str, Any]:
    """Position, style, colours, shadow, size, font and fades of a text, as draft keys."""
    if not s.said(*_LOOKS):
        return {}  # as most are; several frames ask for each clause
    found: dict[str, Any] = fades(s)
    found["background"] = _colored(s, "backdrop|style:boxed")
    found["outline"] = _colored(s, "outline")
    bare = any(t.words.lower() in ("shadow", "drop shadow", "阴影", "投影") for t in s.tokens)
    need(not (bare and _leads(s, "shadow")) and s.row("shadow in color") is None)  # always black
    found["shadow"] = s.take("shadow") or None
    for name, word in (("style", "styleword"), ("font", "fontword")):
        one = s.row(f"{word} ^{_NAMED}? ^text? to text", f"{word} set? to? text", f"text {word}")
        found[name] = None if one is None else one["text"]
    if found["style"] is None and s.row("style styleword?", "styleword set? to? style") is not None:
        found["style"] = next(token.readings["style"] for token in s.tokens if token.is_a("style"))
        need(not s.has("style"))
    size = s.row(
        f"sizeword ^{_NAMED}? ^text? to number", "sizeword set? to|at? number", "number sizeword"
    )
    need(size is None or size["number"] > 0)
    found["size"] = None if size is None else int(size["number"])
    found["color"] = color(s)
    found["pos"] = position(s)
    return {key: value for key, value in found.items() if value is not None}


def _colored(s: Slots, word: str) -> str | None:
    """The colour of the box behind a text or of its outline, said before or after the word for it."""
    around = (f"{word} colorword? set? to? text|color", f"color colorword? {word}", f"text {word}")
    found = s.row(*(reversed(around) if _leads(s, word) else around))
    return None if found is None else str(found.get("text", found.get("color")))


def _leads(s: Slots, word: str) -> bool:
    """Whether a colour stands right before the word: "a black background", "white outline"."""
    at = next((i for i in s.left() if any(s.tokens[i].is_a(one) for one in word.split("|"))), 0)
    named = at > 0 and at - 1 not in s.taken and s.tokens[at - 1].is_a("color")
    return named and not (at > 1 and s.tokens[at - 2].is_a("colorword"))


def color(s: Slots) -> str | None:
    """The colour of a text, by name or as `#rrggbb`."""
    quoted = s.row(
        f"colorword ^{_NAMED}? ^text? to text", "colorword set? to? text", "text colorword"
    )
    if quoted is not None:
        return str(quoted["text"])
    found = s.row("colorword set? to? color colorword?", "color colorword", "to color", "color")
    need(not s.has("color"))
    return None if found is None else str(found["color"])
