"""Frames that change and remove layers, and those that take an edit back."""

import re
from dataclasses import replace
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.doubts import (
    changes_start,
    from_one_on,
    is_of_a_part,
    keeps_only,
    later_or_earlier,
    once_more,
    quotes_one,
    says_also,
    says_before_or_next,
    says_from_when,
    says_how_it_is,
    stands_apart,
    tells_which_by_time,
)
from mock_server.agent.frames.fading import fades
from mock_server.agent.frames.layers import opacity, scale, skipped
from mock_server.agent.frames.levels import levelled
from mock_server.agent.frames.looks import is_one_caption, position, says_which, text_options
from mock_server.agent.frames.phrasing import need, when
from mock_server.agent.frames.sizes import sized
from mock_server.agent.frames.slots import Slots
from mock_server.agent.frames.sounds import asks_for_some, is_added
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range

ROLES = {
    "lower-third": ("lower-third",),
    "title": ("title",),
    "caption": ("caption",),
    "voiceover": ("voiceover",),
    "effect": ("sound",),
    "music": ("music",),
    "overlay": ("overlay",),
    "words": op.TEXTS,
}
_UNTIL = Regex(r"\b(?:until|till|up to|before)\b", re.IGNORECASE)
_HEARD = ("music", "voiceover", "sound")


_EACH, _SOME = ("都", "全都", "统统", "通通"), ("them", "their", "those", "these", "它们", "它们的")


def target(s: Slots) -> op.Target:
    """What the clause is about: a kind of layer, a quoted one, or what was edited last.

    Raises Unclear when it is about the video, or about two things.
    """
    need(not (s.chinese and says_before_or_next(s)))
    both = s.take("both")
    each = s.chinese and any(one.words in _EACH for one in s.tokens)
    spared = s.row("except text", "except which ^title|caption|it?", "except which")
    s.all("except") if spared is not None and s.chinese else None
    every = s.take("all") or s.take("each")
    found = [name for name in ROLES if s.has(name)]
    if not found and (sound := _named_sound(s)) is not None:
        return sound
    if not found and quotes_one(s):
        return op.Target(op.TEXTS)
    if not found:
        need(not every or s.it == "video")  # of what was added, or of all?
        need(both or not each or s.it in (*op.TEXTS, "overlay"))
        return _pronoun(s, both=both, each=each and not both)
    need(
        len(found) == 1
        or (len(found) == 2 and found[1] == "words" and not (every and not s.chinese))
    )
    which = s.row(f"which {found[0]}", "which ^text")
    number = None if which is None else int(which["which"])
    need(number is None or not from_one_on(s))
    duplicate = s.take("duplicate")
    many = _takes_many(s, found[0]) or every or each
    need(
        not both or many or s.chinese or len(found) > 1
    )  # "the title at the top, and fade both in"
    alone = found == ["caption"] and is_one_caption(s)
    for name in found:
        s.all(name)
    s.all("picture", "image") if found == ["overlay"] else None
    s.take("it")
    roles = ROLES[found[0]]
    if spared is not None:
        need(many and number is None and not both and not duplicate)
        other, but = spared.get("text"), spared.get("which")
        return op.Target(roles, many=True, other_than=other, but=but)
    many = many and roles != ("caption",) and not both and not duplicate
    alone = alone and not (every or both or duplicate or number is not None)
    return op.Target(roles, None, None, number, duplicate, many=many, both=both, alone=alone)


def _named_sound(s: Slots) -> op.Target | None:
    """A sound by its name: "the ding", "the jazz"; with an article, as it is there then."""
    for i in s.left():
        kind = next((one for one in ("sfx", "mood") if s.tokens[i].is_a(one)), None)
        if kind and i and s.tokens[i - 1].words.lower() in ("the", "that", "my"):
            s.taken.add(i)
            s.take("effect", "sound", "track")
            role = "sound" if kind == "sfx" else "music"
            return op.Target((role,), str(s.tokens[i].readings[kind]))
    return None


def _takes_many(s: Slots, name: str) -> bool:
    return any(s.tokens[i].readings.get(name) is True for i in s.left())


def _pronoun(s: Slots, *, both: bool, each: bool) -> op.Target:
    if s.it in ("video", "clip"):
        need(both and not s.take("it"))
        return op.Target(op.LAYERS, both=True)
    need(not any(one.words.lower() in ("another", "next", "previous") for one in s.tokens))
    behind = [one.words.lower() for one in s.tokens[-2:-1]] == ["the"] and s.tokens[-1].is_a(
        "which"
    )
    behind |= s.tokens[0].is_a("which") and s.tokens[0].words.endswith("个")  # "第二个大一点"
    if (
        s.it in op.TEXTS
        and (which := s.row("which it", *(("which",) if behind else ()))) is not None
    ):
        return op.Target((s.it,), which=int(which["which"]), touched=True)
    cuts = s.said("remove") or any(t.is_a("cut") and not t.is_a("shorter") for t in s.tokens)
    need(s.take("it") or both or each or not (s.has("text", "file") or cuts))
    some = any(one.words.lower() in _SOME for one in s.tokens)
    many = (some or each) and not both
    return op.Target((s.it,), touched=True, both=both, many=many, alone=each and not some)


def named(s: Slots, wanted: op.Target) -> op.Target:
    """The target with the quoted text that names it."""
    i = next((i for i in s.left() if s.tokens[i].is_a("text") or s.tokens[i].is_a("file")), None)
    if i is None:
        return wanted
    before = [one for one in s.tokens[:i] if not one.carries_nothing][-1:]
    need(not any(one.is_a("to") or (s.chinese and one.is_a("set")) for one in before))
    need(wanted.roles[0] not in _HEARD or not stands_apart(s, i, wanted.roles[0]))
    s.taken.add(i)
    name = s.tokens[i].readings.get("text", s.tokens[i].readings.get("file"))
    return replace(wanted, text=str(name), touched=False)


# What makes a quoted text the name of something that is there.
_CHANGING = (
    "set", "move", "keep", "must", "longer", "shorter", "later", "earlier", "louder",
    "quieter", "bigger", "smaller", "fades",
)  # fmt: skip


def change(s: Slots) -> op.Operation | None:
    """Level, size, place, time or looks of something that is there."""
    drops = s.has("level", "percent") and any(one.words.lower() == "drop" for one in s.tokens)
    need(drops or not s.has("remove"))
    laid = s.tokens[0].words == "叠加图片" and s.row("^overlay ^text ^stop")
    need(not laid or not s.said("range", "pos"))  # that is an order here
    looks = s.said("fade", "shadow", "outline", "backdrop")
    need(looks or not any(one.readings.keys() == {"add"} for one in s.tokens))  # nothing takes it
    need(not s.has("file", "no", "split", "freeze", "rename", "crop", "speed"))
    recolors = s.has("color") and (s.chinese or s.has("colorword"))
    need(not s.has("replace") or (recolors and s.take("replace")))
    need(not s.has("video", "clip") or s.has("duck"))
    need(not tells_which_by_time(s, ROLES) and not once_more(s))
    need(not says_how_it_is(s) and not says_which(s, ROLES) and not keeps_only(s))
    began = s.said("time", "range", "start", "end", "whole")
    need(not s.has("begin") or began)  # "beginning with A"
    wanted = target(s)
    role = wanted.roles[0] if len(wanted.roles) == 1 else "title"
    need(role not in _HEARD or not (s.said("picture", "freeze") or asks_for_some(s)))
    need(role not in _HEARD or not is_added(s, role))
    values = _values(s, role)
    need(not (s.said("fade:in") and s.said("fade:out") and s.said("set") and s.said("to")))
    need(not ({"fade_in", "fade_out"} & values.keys() and s.said("keep")))  # "keep its fade"
    if "color" in values:
        s.take("again")
    edge = {"fade_in", "fade_out"} & set(values) and s.said("start", "end", "edge")
    need(not (edge and wanted.touched and not s.said("it", "both")))  # the fade of the video
    of_video = s.chinese and s.tokens[0].words == "画面" and wanted.touched
    need(not (of_video and {"fade_in", "fade_out"} & set(values)))  # "…标题“出发”，画面1秒淡出"
    wanted = named(s, wanted)
    need(not s.has("add") or (looks and wanted.text is None))
    s.all("add")
    need(wanted.text is None or (s.said(*_CHANGING) and not has_article(s)))
    need(role != "overlay" or not s.said("show") or s.said("must", "have"))
    s.all("set", "move", "keep", "show", "flip", "instead", "replace")
    found = op.Change(wanted, values)
    if "opacity" in values and s.said("transparent") and not s.said("percent"):
        found = replace(found, way=-1)
    if {"scale", "size"} & values.keys() and (s.has("bigger") != s.has("smaller")):
        found = replace(found, way=1 if s.has("bigger") else -1)
    if role in _HEARD:
        found = levelled(s, found)
    elif role == "overlay" or role in op.TEXTS:
        found = sized(s, found)
    found = timed(s, found)
    need(found != op.Change(found.target))
    need(not (found.shift and role == "music" and s.said("begin")))  # moved, or longer?
    need(not says_also(s, found))
    looks = bool(found.values) or found.louder is not None or found.bigger is not None
    need(not looks or found.at is None or s.said("begin", "last"))  # "at 30 s it turns red"
    need(not (found.values and found.range and s.chinese and is_of_a_part(s, ROLES)))
    adds = found.target.at is None and not s.said(*_CHANGING)
    if role == "overlay" and "pos" in found.values and adds:
        need(not edge)
        found = replace(
            found, otherwise=op.AddLayer("overlay", found.range, found.at, found.values)
        )
    lasts = found.length or found.times or found.stretch or found.range or found.end is not None
    s.all("set", "move", "keep", "place", "volume", "sizeword", *(("longness",) if lasts else ()))
    return found


def has_article(s: Slots) -> bool:
    """Whether "a" or "another" says that it is a new one."""
    for i, token in enumerate(s.tokens):
        if token.words.lower() in ("a", "an", "another", "new"):
            following = s.tokens[i + 1 : i + 4]
            if any(one.is_a(name) for one in following for name in ROLES):
                return True
    return False


def _values(s: Slots, role: str) -> dict[str, Any]:
    if role in _HEARD:
        values: dict[str, Any] = fades(s)
        if (
            role == "music"
            and s.said("ofthefile", "skipping")
            and (begun := skipped(s)) is not None
        ):
            values["in"] = begun
            s.take("begin", "show")
        if s.take("duck"):
            need(role == "music")  # of what is said under speech
            values["duck"] = True
            s.all("quieter", "sound", "down", "louder", "duck")
        if s.take("mute"):
            values["vol"] = 0.0
        return values
    if role == "overlay":
        values = fades(s) | {"opacity": opacity(s), "pos": position(s)}
        values["scale"] = None if s.row("^by ^percent") else scale(s)
    else:
        values = text_options(s)
    return {key: value for key, value in values.items() if value is not None}


def timed(s: Slots, found: op.Change) -> op.Change:
    later, earlier = later_or_earlier(s)
    longer, shorter = s.has("longer"), s.has("shorter")
    if (later or earlier) and s.has("time"):
        need(later != earlier and not any(one.words.startswith("太") for one in s.tokens))
        to = s.row(
            "later|earlier to time", *(() if s.chinese or s.count("time") > 1 else ("at time",))
        )
        told = to or s.row("by? time", "later time", "earlier time")
        s.all("later", "earlier", "begin")
        need(told is not None)
        ms, way = int(told["time"].ms) if told else 0, 1 if later else -1
        return replace(found, at=ms, way=way) if to else replace(found, shift=ms * way)
    if (longer or shorter) and s.has("time"):
        return _stretched(s, found, longer=longer)
    if (back := s.row("back by? time", "by time")) is not None:
        pushed = any(
            token.words.lower().startswith(("push", "delay", "shift")) for token in s.tokens
        )
        need(pushed and s.said("move"))
        return replace(found, shift=int(back["time"].ms))
    ends = ("finish at? time", *(("at? time finish",) if s.chinese else ()))
    if (end := s.row(*ends)) is not None:
        need(not s.said("from"))  # "end the title at 6 s, the logo from 6 s"
        return replace(found, end=int(end["time"].ms))
    if s.take("untilend"):
        need(not s.has("range", "time", "portion", "start", "end"))
        need(s.said("last", "longer", "keep", "must", "show", "have", "freeze"))
        s.all("last", "longer", "keep", "show", "up", "finish", "place", "have", "freeze")
        return replace(found, until_end=True)
    if s.take("whole"):
        need(not s.has("range", "time"))
        if found.target.many and found.values:
            return found  # "throughout the video, make the titles red": all of them
        s.take("up") if s.said("keep") else None
        return replace(found, range=Range(0, None))
    if s.said("cut") and (to := s.row("to time")) is not None:
        s.all("cut")
        return replace(found, length=int(to["time"].ms), way=-1)
    if changes_start(s, found.target.roles) and (to := s.row("time")) is not None:
        return replace(found, at=int(to["time"].ms))
    if (to := s.row("back? to time")) is not None:
        if (s.said("last") or (s.chinese and s.said("show"))) and not s.said("move"):
            return replace(found, end=int(to["time"].ms))
        need(s.said("move", "begin"))
        s.take("begin")
        return replace(found, at=int(to["time"].ms))
    return _when_new(s, found)


def _stretched(s: Slots, found: op.Change, *, longer: bool) -> op.Change:
    by_so_much = s.row("^time ^longer|shorter") is not None  # "leave it on half a second longer"
    to = s.row("longer|shorter to time", "to time")
    extended = any(one.words.lower().startswith(("extend", "延长", "prolong")) for one in s.tokens)
    s.all("longer", "shorter", "keep", "last")
    way = 1 if longer else -1
    if to is not None and longer and extended:
        return replace(found, end=int(to["time"].ms), way=way)
    if to is not None:
        return replace(found, length=int(to["time"].ms), way=way)
    more = by_so_much or any(token.words == "多" for token in s.tokens)
    some = s.chinese and any(one.words.endswith(("点", "些")) for one in s.tokens)  # "短一点 2秒"
    lasts = not more and (
        some or s.said("keep") or s.row("stop ^time") is not None
    )  # "keep it longer, 5 s"
    by = s.row("by? time")
    need(by is not None)
    ms = int(by["time"].ms) if by else 0
    if lasts:
        return replace(found, length=ms, way=way)
    return replace(found, stretch=ms if longer else -ms)


def _when_new(s: Slots, found: op.Change) -> op.Change:
    old = None
    if s.count("range") == 2:
        old = s.one("range")
        s.take("to")
    elif (found.values and s.has("range") and not s.said("move", "begin", "last", "show")) or (
        found.target.text is None and s.has("range") and (found.louder or found.bigger)
    ):
        old = s.one("range")
    if old is not None:
        found = replace(found, target=replace(found.target, at=old, touched=False))
    elif found.values and not s.said("move", "begin", "last", "show"):
        found = _named_by_start(s, found)
    s.take("only")
    if s.has("start", "end"):
        return _to_edge(s, found)
    until = next((t for t in s.tokens if t.is_a("range") and _UNTIL.match(t.words)), None)
    need(not says_from_when(s))
    faded = bool({"fade_in", "fade_out"} & set(found.values))
    span, at = when(s, None, bare=not faded and not s.said("move"))
    s.all("begin", "last", "finish")
    need(not faded or (span is None and at is None) or s.said("move"))
    if (
        isinstance(span, Range)
        and s.said("move")
        and any(
            one.words.lower().startswith("after ") or one.words.endswith("后")
            for one in s.tokens
            if one.is_a("range")
        )
    ):
        return replace(found, at=span.start)  # it lasts as long as before
    if not isinstance(span, Range):
        need(span is None)  # "red in the last quarter" is not all of it
        return replace(found, at=at)
    if until is not None:
        s.all("longer")
        return replace(found, end=span.end)
    if at is None and span.start == 0 and not s.said("range"):
        bare = all(one.carries_nothing or one.is_a("time") for one in s.tokens)
        need(not (bare and s.it == "sound"))  # where, or how long?
        return replace(found, length=span.end)
    s.all("begin", "last", "finish")
    return replace(found, range=span, at=at)


def _named_by_start(s: Slots, found: op.Change) -> op.Change:
    """ "The 'A' at 10 s" is one of those that are there; "red at 10 s" is no order that can be kept."""
    at = next((i for i in s.left() if s.tokens[i].is_a("time")), None)
    heard = found.target.roles[0] in _HEARD  # "mute the music at 5 s": not all of it
    if at is None or heard or found.values.keys() <= {"fade_in", "fade_out"}:
        return found
    before = [one for one in s.tokens[:at] if not one.carries_nothing]
    named = before[-1:] and before[-1].is_a("at") and before[-2:-1]
    if not (named and any(map(named[0].is_a, ("text", *ROLES)))):
        return found
    start = s.row("at time")
    need(start is not None)
    ms = int(start["time"].ms) if start else 0
    return replace(found, target=replace(found.target, at=Range(ms, ms + 1), touched=False))


def _to_edge(s: Slots, found: op.Change) -> op.Change:
    need(s.said("move", "show", "set"))
    if s.take("start"):
        return replace(found, at=0)
    return replace(found, to_end=s.take("end"))
