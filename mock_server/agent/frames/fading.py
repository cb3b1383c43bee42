"""How long a picture, a sound or a text fades, and at which end."""

from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import follows_a_sound, need
from mock_server.agent.frames.picture import about_video
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.quantities import Time
from mock_server.agent.values.ranges import Range

FADE_MS = 1_000  # a fade without a length (assumed)
_LONG = 5_000  # what is longer may be when it begins


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
_OVER = "for? in? last? longness? to? time|edge"


def fades(s: Slots, *, of_video: bool = False) -> dict[str, int]:
    """`fade_in` and `fade_out` in ms; one time serves both in "fade in and out".

    Only the video fades to black.
    """
    if not s.said("fade", "fades"):
        return {}
    black = any("black" in t.words.lower() or "黑" in t.words for t in s.tokens if t.is_a("fade"))
    need(of_video or not (black or _fades_the_video(s)))
    way = "fade:in|fade:out|fade:both"
    need(
        s.row(f"at time {way}", f"{way} to percent|level") is None
    )  # "在8秒淡出": that is no length
    moments = [
        a for a, b in pairwise(s.tokens) if a.is_a("time") and b.words in ("时", "处", "时候")
    ]
    need(not moments)
    need(not (s.chinese and s.row(f"from time {way}", f"time begin {way}")))
    long = [a for a, b in pairwise(s.tokens) if a.is_a("time") and b.is_a("fade")]
    need(not (s.chinese and any(one.readings["time"].ms > _LONG for one in long)))  # "40秒淡出"
    found: dict[str, int] = {}
    both = s.row(
        f"fade:both {_OVER} each?",
        "time fade:both",
        f"both fades {_OVER}",
        "fade:both stop? each? time each?",
        f"fades {_OBJECT}? in and out stop? each? {_OVER} each?",
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


def _fades_the_video(s: Slots) -> bool:
    """Whether the picture or the video stands right beside a fade, as what fades."""
    said = [one for one in s.tokens if not one.carries_nothing]
    return any(
        (one.is_a("fade") or one.is_a("fades")) and any(map(other.is_a, ("video", "picture")))
        for first, second in pairwise(said)
        for one, other in ((first, second), (second, first))
        if not any(map(other.is_a, ("title", "overlay")))
    )


def _fade(s: Slots, way: str) -> int | None:
    edge = "start" if way == "in" else "end"
    found = s.row(
        f"time fades {edge}",
        f"fades {edge} {_OVER}",
        f"fades {_OBJECT} {way} fade:{way}? {_OVER}",
        f"fades {_OBJECT} fade:{way} start|end {_OVER}",
        f"fades {_OBJECT} fade:{way} {_OVER}",
        f"fades {way} {_OVER}",
        f"{way} fade:{way} {_OVER}",
        f"fade:{way} fade:{way}? {_OBJECT} fade:{way}? {_OVER}",
        f"fade:{way} {_OBJECT} start|end {_OVER}",
        f"fade:{way} ^pos|color? ^title|caption|lower-third ^text {_OVER}",
        f"fade:{way} start? end? {_OVER}",
        f"fade:{way} start? end? stop last|longness|for to? time",
        f"time|edge ^video|picture? fade:{way}",
        f"fades {_OBJECT} {way} fade:{way}?",
        f"fades {_OBJECT} fade:{way}",
        f"fades {way}",
        f"fade:{way} fade:{way}",
        f"fade:{way}",
    )
    if found is None:
        return None
    s.take(edge)
    span = found.get("edge")
    need(
        not isinstance(span, Range) or (span.start < 0) == (way == "out")
    )  # "in over the last 2 s"
    return length_of(found)


def _other_way(s: Slots, found: dict[str, int]) -> dict[str, int]:
    """The second of "in over 2 s and out over 4 s"."""
    way = "out" if "fade_in" in found else "in"
    if s.tokens[0].is_a("in"):
        return {}  # "in the last 2 s of the title fade it out" is when
    other = s.row(f"{way} fade:{way}? {_OVER}")
    if other is None and way == "out" and s.take("out"):
        other = {"time": Time(found["fade_in"])}
    return {} if other is None else {f"fade_{way}": length_of(other)}


def fade_video(s: Slots) -> op.Operation | None:
    """Fades of the whole video."""
    about_video(s)
    need(s.has("fade", "fades") and not s.has("remove", "no"))
    need(not s.has("sound", "volume") or s.has("video", "picture"))
    need(s.it == "video" or not s.said("it"))
    need(s.said("video", "picture") or s.tokens[0].words.lower() != "with")  # of what stands before
    black = any("黑" in one.words for one in s.tokens if one.is_a("fade"))
    need(black or s.said("video", "picture") or not follows_a_sound(s))
    need(not (s.said("each") and s.said("part", "clip")))  # a fade is one of the whole
    need(
        s.it == "video" or not s.tokens[0].words.lower().startswith(("fading", "easing"))
    )  # of what was added
    timed = s.count("time", "range")
    found = fades(s, of_video=True)
    need(found and not any("时" in one.words for one in s.tokens if one.is_a("fade")))  # of a layer
    if len(found) == 1 and s.count("time", "range") == timed == 1 and (told := s.row("stop time")):
        found = dict.fromkeys(found, int(told["time"].ms))
    wrong_end = ("end", "finish") if "fade_in" in found else ("start", "begin")
    need(len(found) == 2 or not s.has(*wrong_end))
    s.all("add", "set", "show", "sound", "start", "end", "picture", "whole", "finish", "begin")
    dark = black or any("black" in one.words.lower() for one in s.tokens if one.is_a("fade"))
    need(not any(one.words.lower() == "slow" for one in s.tokens))  # how long is that?
    s.all("slowly", "ramp", *(("up", "down", "last", "louder") if dark else ()))
    return op.FadeVideo(found.get("fade_in"), found.get("fade_out"), everything=s.said("all"))


def no_fade(s: Slots) -> op.Operation | None:
    """Remove the fades of the whole video."""
    about_video(s)
    need(s.take("remove", "no"))
    ways = s.all("fade")
    need(ways or s.take("fades"))
    s.all("fades", "start", "end")
    if not ways and s.said("start") != s.said("end"):
        ways = ["in" if s.said("start") else "out"]  # "the fade at the end"
    both = not ways or "both" in ways
    return op.FadeVideo(0 if both or "in" in ways else None, 0 if both or "out" in ways else None)
