"""Frames about whole clips: placing, joining, removing, transitions, generating."""

import re
from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import file_name, listed_alone, looks_like_file, moment, need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Clip
from mock_server.timeline.picture import TRANSITION_MS

_IN_FRAME = (
    "corner",
    "screen corner",
    "side",
    "角落",
    "on the screen",
    "across the screen",
    "屏幕",
)


def place(s: Slots) -> op.Operation | None:
    """Place uploaded clips in the order named, each with the time that follows it."""
    if s.has("remove", "cut", "replace", "overlay", "music", "pos", "split", "fade", "fades"):
        return None
    need(not any(token.words.lower() in _IN_FRAME for token in s.tokens))
    verb = s.take("add") | s.take("show") | s.take("generate")
    s.all("add", "show", "set")
    verb |= s.said("timeline") and s.take("arrange")
    ordered = bool(s.all("order"))
    s.all("join") if s.said("timeline") and verb else None
    need((verb or ordered) and not s.has("join", "transition", "overlap"))
    need(s.said("timeline") or not s.said("join"))
    need(not any(one.is_a("whole") and _LAID.match(one.words) for one in s.tokens))
    each = s.take("each")
    tracks = _tracks(s)
    s.row("which:0 ^file|text")
    named = _timed_names(s, each=each)
    need(all(looks_like_file(name) for name, _ in named) and not _lies_over(s))
    every = [int(one.ms) for one in s.all("time")] if each else []
    if not named:
        return _place_all(s, every)
    need(not s.has("time") or each)
    need(not any(is_sound(name) for name, _ in named))
    pictures = any(is_picture(name) for name, _ in named)
    need(
        not pictures
        or s.said("timeline", "order", "images", "image", "picture", "each", "generate", "end")
    )
    need(
        s.said("timeline", "order", "clips", "images", "clip", "video", "picture", "image", "end")
        or verb
    )
    s.all(
        "video",
        "clip",
        "clips",
        "images",
        "image",
        "picture",
        "whole",
        "end",
        "for",
        "each",
        "timeline",
        "last",
        "order",
    )
    durations = tuple(every[0] if every else length for _, length in named)
    told = durations if any(durations) else ()
    names = tuple(name for name, _ in named)
    track = any(one.is_a("timeline") and _TRACK.search(one.words) for one in s.tokens)
    told_all = track and len(names) > 1
    first = not ordered and any(one.words.lower() in _FIRST for one in s.tokens)
    ordered, first = ordered or (first and told_all), first and not told_all
    return op.Place(names, told, ordered=ordered, tracks=tracks, first=first)


# "Play b.mp4 in the background": not behind the other clip on the track.
_LAID = Regex(r"over|under|below|beneath|behind|in the back|on top|through|across|all|from", re.I)


def _lies_over(s: Slots) -> bool:
    """Whether one is to lie over another: "show a.mp4 over b.mp4"."""
    return any("叠" in one.words for one in s.tokens if one.is_a("add")) or any(
        one.words.lower() == "over" and (by.is_a("file") or by.is_a("text"))
        for one, by in pairwise(s.tokens)
    )


_TRACK = Regex("track|轨道", re.IGNORECASE)
_FIRST = ("start with", "first", "先", "first of all", "to start with")


def _place_all(s: Slots, every: list[int]) -> op.Operation | None:
    pictures = s.has("images", "all:None") or s.has("image")
    one = s.has("timeline") and s.has("image", "picture", "clip", "video")
    need(s.take("clips", "images") or (s.take("all") and s.take("clip", "image", "video")) or one)
    pictures = pictures and not s.said("clips")
    s.all(
        "all", "clips", "images", "video", "whole", "image", "clip", "timeline", "order", "picture"
    )
    return op.Place((), tuple(every), pictures)


def _timed_names(s: Slots, *, each: bool) -> list[tuple[str, int | None]]:
    """The names, again and again, each with the time (ms) behind it or in "a 4-second logo.png"."""
    named: list[tuple[str, int | None]] = []
    ahead: int | None = None
    for i in s.left():
        token = s.tokens[i]
        if token.is_a("file") or token.is_a("text"):
            named.append((str(token.readings.get("file", token.readings.get("text"))), ahead))
            ahead = None
            s.taken.add(i)
        elif token.is_a("time") and not each and _names_next(s, i) and not (named and _lasts(s, i)):
            need(ahead is None and not (i and s.tokens[i - 1].tags & {"file", "text"}))
            ahead = int(token.readings["time"].ms)
            s.taken.add(i)
        elif token.is_a("time") and named and not each:
            need(not s.tokens[i - 1].is_a("at") and not s.tokens[i - 1].is_a("from"))
            need(named[-1][1] is None)
            named[-1] = (named[-1][0], int(token.readings["time"].ms))
            s.taken.add(i)
    return named


def _lasts(s: Slots, i: int) -> bool:
    """Whether a time says how long what stands before it lasts."""
    return i > 0 and (s.tokens[i - 1].is_a("for") or s.tokens[i - 1].is_a("last"))


def _names_next(s: Slots, i: int) -> bool:
    """Whether a file is named right behind a time."""
    behind = next((one for one in s.tokens[i + 1 :] if not one.carries_nothing), None)
    return behind is not None and (behind.is_a("file") or behind.is_a("text"))


def _tracks(s: Slots) -> tuple[int | None, ...]:
    """The sound track that follows each name, empty where none is named."""
    found: list[int | None] = []
    for i in s.left():
        token = s.tokens[i]
        if token.is_a("file") or token.is_a("text"):
            found.append(None)
        elif token.is_a("soundtrack") and found:
            found[-1] = token.readings["soundtrack"].number
            s.taken.add(i)
    return tuple(found) if any(found) else ()


def arrange(s: Slots) -> op.Operation | None:
    """A clip before or behind all others, or two of them swapped."""
    moved = s.it == "clip" and s.said("it") and s.take("move")
    if s.take("swapped"):
        return op.Arrange()
    need(moved or s.take("arrange"))
    name = file_name(s)
    length = s.row("for time") if name and is_picture(name) else None
    need(name is None or not (is_picture(name) or is_sound(name)) or length)
    other = s.row("joint|behind nth|file", "swaps nth|file")
    which = s.one("nth") if name is None else Clip(name=name)
    if which is None and s.it == "clip" and s.take("it"):
        which = Clip(touched=True)
    need(which is not None)
    if other is not None:
        beside = other["nth"] if "nth" in other else Clip(name=str(other["file"]))
        return op.Arrange(which, s.said("joint"), other=beside, swaps=s.said("swaps"))
    first = s.take("start")
    need(first or s.take("end"))
    return op.Arrange(which, first, length["time"].ms if length else None)


def join(s: Slots) -> op.Operation | None:
    """Clips one after the other, with or without a fade between them."""
    fade = s.row(
        "transition for? to? time",
        "time transition",
        "fades ^transition? for? time",
        "time fades",
        "time fade",
        "fade for? to? time",
        "fades in? to? ^which? for? time",
        "by time transition",
        "transition time",
        "way transition|overlap? for? time",
        "overlap time ^stop? way",
        "time way",
        "time in way",
    )
    if fade is None and s.has("transition", "fades") and s.count("time") == 1:
        fade = s.row("time")
    joined = s.take("join")
    faded = fade is not None or s.said("transition")
    need(faded or not (s.said("timeline") and (_only_orders(s) or s.said("add", "show"))))
    kind = s.one("way") or (fade or {}).get("way") or "fade"
    tracks = _tracks(s)
    names = _timed_names(s, each=False)
    need(joined or (faded and names))
    s.all(
        "join", "add", "show", "set", "transition", "fade", "fades", "by", "each", "end", "clips",
        "clip", "cutpoint", "video", "which", "it", "whole", "all", "overlap", "order", "timeline",
        *(("arrange",) if s.said("timeline") else ()),
        "then", "again",
    )  # fmt: skip
    need(all(looks_like_file(name) for name, _ in names))
    need(names or not s.said("end"))
    s.all("both") if names[1:] and not names[2:] else None
    if len(names) == 1:
        need((faded or s.said("end")) and not tracks and not is_sound(names[0][0]))
        need(s.said("transition") or not s.said("fade"))  # else it is the video that fades
        return op.Append(names[0][0], _lasting(s, fade), kind)
    durations = tuple(length for _, length in names)
    told = durations if any(durations) else ()
    lasts = _lasting(s, fade)
    return op.Join(tuple(name for name, _ in names), lasts, told, tracks, kind)


def _only_orders(s: Slots) -> bool:
    """Whether clips are said to stand "back to back", and no word joins them."""
    return all(one.is_a("order") for one in s.tokens if one.is_a("join"))


def _lasting(s: Slots, fade: dict[str, Any] | None) -> int:
    """How long a transition is, ms; none where none was asked for."""
    if fade is not None:
        return int(fade["time"].ms)
    return TRANSITION_MS if s.said("transition", "way", "fade") else 0


_SIDES = {"left-right": ["left", "right"], "top-bottom": ["top", "bottom"]}


_SIDES_SAID = {
    "on top": "top", "above": "top", "below": "bottom", "underneath": "bottom", "beneath": "bottom",
    "upper half": "top", "lower half": "bottom",
    **{f"{side} half": side for side in ("left", "right", "top", "bottom")},
}  # fmt: skip


def _side(token: Token) -> str | None:
    """The side of the frame that a token says."""
    said = re.sub(r"\A(?:(?:on|in|at) )?the ", "", token.words.lower())
    return token.readings.get("pos") or _SIDES_SAID.get(said)


def split_screen(s: Slots) -> op.Operation | None:
    """Two clips at once, each in its half."""
    layouts = {*s.all("layout")}
    layouts -= {"either"} if len(layouts) > 1 else set()
    need(len(layouts) <= 1 and not s.has("remove", "cut", "replace"))
    layout = next(iter(layouts), None)
    tracks = _tracks(s)
    names = [name for name, _ in _timed_names(s, each=False)]
    need(len(names) == 2 and all(looks_like_file(name) for name in names))
    sides = [side for side in map(_side, s.tokens) if side]
    s.all("pos", "below", "vague", *(("atleast",) if "top" in sides else ()))
    told = next((name for name, both in _SIDES.items() if sorted(sides) == sorted(both)), None)
    if told and sides != _SIDES[told]:
        need(not s.has("firstsound"))  # the first that was named, or that is seen?
        names.reverse()
        tracks = tracks[::-1]
    shown = s.said("show", "eachhalf") and not any(map(is_picture, names))
    need(layout or (told and shown))
    layout = (told or "left-right") if layout in ("either", None) else layout
    need(not sides or layout == told)
    s.all(
        "layout", "add", "show", "set", "arrange", "order", "out", "clips", "clip", "video", "place"
    )
    s.all("and", *(("shape",) if told or layout == "top-bottom" else ()))
    need(all(one.words.lower() in ("two", "两个") for one in s.tokens if one.is_a("count")))
    s.all("count", "bothclips", *(("fill",) if s.said("vague") and told else ()))
    s.all("eachhalf", "firstsound", "shorterone", "whole")
    return op.SplitScreen((names[0], names[1]), str(layout), tracks)


def remove_clip(s: Slots) -> op.Operation | None:
    """A clip by name or number, or the generated one."""
    taken = s.it == "clip" and s.has("out") and any(t.words.lower() == "take" for t in s.tokens)
    if s.has("way") or not (s.take("remove", "cut") or taken):
        return None
    s.all("cut", "remove")
    need(s.row("to ^nth|file|text") is None)  # "trim the video to the first clip"
    name = file_name(s)
    if name is not None:
        s.all("clip", "video", "whole", "picture", "image", "place", "it", "timeline", "again")
        return op.RemoveClip(name)
    if clips := s.all("nth"):
        s.all("whole", "video")
        need(len(clips) == 1 or listed_alone(s, "nth"))
        if len(clips) > 1 or clips[0] != Clip(clips[0].number, of=clips[0].of):
            return op.Cut(tuple(clips))  # not told by its number alone
        return op.RemoveClip(None, int(clips[0].number), clips[0].of)
    if s.it == "clip" and s.take("it"):
        s.all("last", "out", "again") if taken else s.all("again", "clip")
        return op.RemoveClip(added=True)
    need(s.take("generate") and s.take("clip", "video"))
    s.all("whole", "video")
    return op.RemoveClip()


def transition(s: Slots) -> op.Operation | None:
    """A fade or a transition of another kind at a cut, or at every cut."""
    removed = any(one.is_a("remove") and not one.is_a("way") for one in s.tokens)
    need(not removed and not s.has("file"))
    faded = s.has("fade", "fades") and (s.has("joint") or s.row("at ^cutpoint") is not None)
    need(s.take("transition") or s.has("way") or faded)
    kinds = s.all("way") or ["fade"]
    need(len(kinds) == 1)
    joint = s.row("joint nth")
    at = s.row("at time cutpoint?", "cutpoint at? time") if joint is None else None
    if at is None and s.chinese and (i := moment(s)) is not None:
        s.taken.add(i)
        at = s.tokens[i].readings
    if not (s.has("time", "range") or kinds != ["fade"] or s.has("add", "show")) and (
        times := s.row("double|half to? longness", "longness to? double|half")
    ):
        s.all("transition", "set", "cutpoint", "clips")
        return op.Transition(
            None, None, times=float(times["double" if "double" in times else "half"])
        )
    s.all("transition", "add", "show", "fades", "fade", "set")
    s.take("there") if s.said("cutpoint") else None
    span = s.one("range")
    length = s.row("for|by time", "time")
    need(length or span or not s.said("longness"))  # "the crossfade is too long"
    s.all("cutpoint", "clips", "clip", "all", "each", "longness", "cut", "video",
          "both", "count", "place")  # fmt: skip
    if span is not None:  # "at 4 s for 0.5 s"
        need(at is None and length is None and span.end is not None)
        return op.Transition((span.end or 0) - span.start, span.start, kinds[0])
    lasts = length["time"].ms if length else None
    into = None if joint is None else joint["nth"]
    two = any(
        any(map(one.is_a, ("cutpoint", "count", "both"))) and _TWO.search(one.words)
        for one in s.tokens
    )
    return op.Transition(
        lasts, at["time"].ms if at else None, kinds[0], into=into, of=2 if two else None
    )


_TWO = Regex("two|(?<!每)两", re.IGNORECASE)


def remove_transition(s: Slots) -> op.Operation | None:
    plain = s.take("hardcut")
    if not (s.take("remove", "replace") if plain else s.take("remove")) or not s.take("transition"):
        return None
    at = s.row("at? time")
    s.all("cutpoint", "all", "fades", *(("set", "show", "instead") if plain else ()))
    return op.RemoveTransitions(at["time"].ms if at else None)


def generate(s: Slots) -> op.Operation | None:
    """A new clip from a description, at the end."""
    need(s.take("generate") or (s.take("add") and s.has("clip", "video") and s.has("text")))
    need(not s.has("overlay"))
    s.all("join") if s.said("end") else None
    s.all("generate", "add", "show", "set", "clip", "video", "says", "end", "it", "picture", "part")
    prompts = s.all("text")
    need(len(prompts) == 1 and not looks_like_file(str(prompts[0])))
    length = s.row("last for? time", "for? time longness?")
    s.all("label", "whole")
    return op.Generate(length["time"].ms if length else 5_000, str(prompts[0]))
