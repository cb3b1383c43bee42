"""Frames that change and remove layers, and those that take an edit back."""

import re
from dataclasses import replace
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.files import is_sound
from mock_server.agent.frames_layers import opacity, scale
from mock_server.agent.phrasing import (
    color,
    degree,
    fades,
    file_name,
    level,
    looks_like_file,
    need,
    position,
    text_options,
    when,
)
from mock_server.agent.ranges import Range
from mock_server.agent.slots import Slots

_ROLES = {
    "lower-third": ("lower-third",),
    "title": ("title",),
    "caption": ("caption",),
    "voiceover": ("voiceover",),
    "effect": ("sound",),
    "music": ("music",),
    "overlay": ("overlay",),
    "words": op.TEXTS,
}
_UNTIL = re.compile(r"\b(?:until|till|up to|before)\b", re.IGNORECASE)
_HEARD = ("music", "voiceover", "sound")


def target(s: Slots) -> op.Target:
    """What the clause is about: a kind of layer, a quoted one, or what was edited last.

    Raises Unclear when it is about the video, or about two things.
    """
    both = s.take("both")
    every = s.take("all") or s.take("each")
    found = [name for name in _ROLES if s.has(name)]
    if not found:
        return _pronoun(s, both=both)
    need(len(found) == 1 or (len(found) == 2 and found[1] == "words"))
    which = s.row(f"which {found[0]}", "which ^text")
    number = None if which is None else int(which["which"])
    duplicate = s.take("duplicate")
    many = _takes_many(s, found[0]) or every
    for name in found:
        s.all(name)
    s.all("picture", "image") if found == ["overlay"] else None
    s.take("it")
    roles = _ROLES[found[0]]
    many = many and roles != ("caption",) and not both and not duplicate
    return op.Target(roles, None, None, number, duplicate, many=many, both=both)


def _takes_many(s: Slots, name: str) -> bool:
    return any(s.tokens[i].readings.get(name) is True for i in s.left())


def _pronoun(s: Slots, *, both: bool) -> op.Target:
    if s.it == "video":
        need(both and not s.take("it"))
        return op.Target(op.LAYERS, both=True)
    need(s.take("it") or both or not (s.has("text", "file") or s.said("remove", "cut")))
    return op.Target((s.it,), touched=not both, both=both)


def _named(s: Slots, wanted: op.Target) -> op.Target:
    """The target with the quoted text that names it."""
    i = next((i for i in s.left() if s.tokens[i].is_a("text") or s.tokens[i].is_a("file")), None)
    if i is None:
        return wanted
    before = [one for one in s.tokens[:i] if not one.carries_nothing][-1:]
    need(not any(one.is_a("to") or (s.chinese and one.is_a("set")) for one in before))
    s.taken.add(i)
    name = s.tokens[i].readings.get("text", s.tokens[i].readings.get("file"))
    return replace(wanted, text=str(name), touched=False)


# --- remove ------------------------------------------------------------------------------
def remove(s: Slots) -> list[op.Operation] | None:
    """All of a kind, or by text, time or number; several kinds at once."""
    off = s.take("off")
    none = s.row("no ^music|title|caption|lower-third|overlay|voiceover|words") is not None
    need(s.take("remove", "cut") or none or (off and s.has("music", "voiceover")))
    need(not off or s.said("set", "flip", "remove", "cut") or s.chinese)
    s.all("remove", "cut", "set", "off", "flip")
    if s.said("duplicate"):
        s.all("exists", "count", "it")
    need(
        not s.has(
            "fade",
            "fades",
            "duck",
            "video",
            "clip",
            "sound",
            "look",
            "lookword",
            "transition",
            "pauses",
        )
    )
    span = s.one("range")
    if span is None and (at := s.row("at|from|begin? at? time")) is not None:
        span = Range(at["time"].ms, at["time"].ms + 1)
    s.all("place", "begin")
    spared = s.row("except text", "except ^title|caption|overlay|words text")
    named = [name for name in _ROLES if s.has(name)]
    if len(named) > 1 and not s.has("text"):
        need(span is None and not s.has("which", "it", "duplicate"))
        s.take("both")
        s.take("all")
        return [op.Remove(target(_only(s, name))) for name in named]
    if not named and s.has("text"):
        texts = s.all("text")
        s.take("it")
        return [op.Remove(op.Target(op.TEXTS, str(text), span)) for text in texts]
    wanted = replace(target(s), at=span)
    if span is not None:
        wanted = replace(wanted, touched=False)
    if spared is not None:
        return [op.Remove(replace(wanted, other_than=str(spared["text"]), many=True))]
    names = s.all("text", "file")
    s.take("it")
    if names:
        return [
            op.Remove(replace(wanted, text=str(name), touched=False, both=False)) for name in names
        ]
    return [op.Remove(wanted)]


def _only(s: Slots, name: str) -> Slots:
    """The clause with one of its nouns; taking from it takes the noun here, too."""
    i = next(i for i in s.left() if s.tokens[i].is_a(name))
    s.taken.add(i)
    return Slots([s.tokens[i]], s.it, s.chinese)


def clear(s: Slots) -> op.Operation | None:
    """Remove fades or ducking from a layer."""
    need(s.take("remove", "no", "off"))
    s.all("set", "remove")
    ways = s.all("fade")
    plain, duck = s.take("fades"), s.take("duck")
    need(ways or plain or duck)
    gone = [
        f"fade_{way}"
        for way in ("in", "out")
        if way in ways or "both" in ways or (plain and not ways)
    ]
    s.all("start", "end")
    return op.Change(_named(s, target(s)), dict.fromkeys([*gone, *(["duck"] if duck else [])]))


# What makes a quoted text the name of something that is there.
_CHANGING = (
    "set", "move", "keep", "must", "longer", "shorter", "later", "earlier", "louder",
    "quieter", "bigger", "smaller", "fades",
)  # fmt: skip


# --- change ------------------------------------------------------------------------------
def change(s: Slots) -> op.Operation | None:
    """Level, size, place, time or looks of something that is there."""
    need(not s.has("remove", "file", "no", "split", "freeze", "replace", "rename", "crop", "speed"))
    need(not s.has("video", "clip") or s.has("duck"))
    wanted = target(s)
    role = wanted.roles[0] if len(wanted.roles) == 1 else "title"
    values = _values(s, role)
    wanted = _named(s, wanted)
    need(not s.has("add") or (s.said("fade") and wanted.text is None))
    s.all("add")
    need(wanted.text is None or (s.said(*_CHANGING) and not _has_article(s)))
    need(role != "overlay" or not s.said("show") or s.said("must"))
    s.all("set", "move", "keep", "show", "flip", "instead")
    found = op.Change(wanted, values)
    if role in _HEARD:
        found = _levelled(s, found)
    elif role == "overlay" or role in op.TEXTS:
        found = _sized(s, found)
    found = _timed(s, found)
    need(found != op.Change(found.target))
    s.all("set", "move", "keep", "place", "volume", "sizeword", "longness")
    return found


def _has_article(s: Slots) -> bool:
    """Whether "a" or "another" says that it is a new one."""
    for i, token in enumerate(s.tokens):
        if token.words.lower() in ("a", "an", "another", "new"):
            following = s.tokens[i + 1 : i + 4]
            if any(one.is_a(name) for one in following for name in _ROLES):
                return True
    return False


def _values(s: Slots, role: str) -> dict[str, Any]:
    if role in _HEARD:
        values: dict[str, Any] = fades(s)
        if s.take("duck"):
            values["duck"] = True
            s.all("quieter", "sound", "down", "louder", "duck")
        if s.take("mute"):
            values["vol"] = 0.0
        return values
    if role == "overlay":
        values = fades(s) | {"opacity": opacity(s), "pos": position(s)}
        values["scale"] = scale(s)
    else:
        values = text_options(s)
    return {key: value for key, value in values.items() if value is not None}


def _levelled(s: Slots, found: op.Change) -> op.Change:
    if "vol" in found.values or "duck" in found.values:
        return found
    to, by = level(s)
    if by is not None:
        return replace(found, louder=by)
    return found if to is None else replace(found, values={**found.values, "vol": to})


def _sized(s: Slots, found: op.Change) -> op.Change:
    word = next((one for one in ("bigger", "smaller") if s.has(one)), None)
    if s.row("half") is not None:
        need(word != "smaller" or True)
        s.take("bigger", "smaller", "sizeword")
        return replace(found, bigger=0.5)
    if (times := s.row("double")) is not None:
        need(word != "smaller")
        s.take("bigger", "sizeword")
        return replace(found, bigger=float(times["double"]))
    if word is None:
        return found
    share = s.row("by percent", f"percent {word}")
    s.all(word, "more", "too")
    if share is not None:
        by = float(share["percent"])
        return replace(found, bigger=round(1 + by if word == "bigger" else 1 - by, 4))
    if {"size", "scale"} & set(found.values):
        return found
    return replace(found, bigger=degree(s, word))


def _timed(s: Slots, found: op.Change) -> op.Change:
    later, earlier = s.has("later"), s.has("earlier")
    longer, shorter = s.has("longer"), s.has("shorter")
    if (later or earlier) and s.has("time"):
        need(later != earlier)
        moved = s.row("by? time", "later time", "earlier time")
        s.all("later", "earlier")
        need(moved is not None)
        return replace(found, shift=int(moved["time"].ms) * (1 if later else -1) if moved else 0)
    if (longer or shorter) and s.has("time"):
        return _stretched(s, found, longer=longer)
    if (back := s.row("back by? time", "by time")) is not None:
        pushed = any(token.words.lower().startswith(("push", "delay")) for token in s.tokens)
        need(pushed and s.said("move"))
        return replace(found, shift=int(back["time"].ms))
    if (end := s.row("finish at|from? time")) is not None:
        return replace(found, end=int(end["time"].ms))
    if s.take("whole"):
        need(not s.has("range", "time"))
        return replace(found, range=Range(0, None))
    if (to := s.row("to time")) is not None:
        if (s.said("last") or (s.chinese and s.said("show"))) and not s.said("move"):
            return replace(found, end=int(to["time"].ms))
        need(s.said("move", "begin"))
        s.take("begin")
        return replace(found, at=int(to["time"].ms))
    return _when_new(s, found)


def _stretched(s: Slots, found: op.Change, *, longer: bool) -> op.Change:
    to = s.row("longer|shorter to time", "to time")
    s.all("longer", "shorter", "keep", "last")
    if to is not None:
        return replace(found, length=int(to["time"].ms))
    by = s.row("by? time")
    need(by is not None)
    ms = int(by["time"].ms) if by else 0
    if s.said("keep", "stop"):
        return replace(found, length=ms)
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
    s.take("only")
    if s.has("start", "end"):
        need(s.said("move", "show", "set"))
        return _to_edge(s, found)
    until = next((t for t in s.tokens if t.is_a("range") and _UNTIL.match(t.words)), None)
    span, at = when(s, None)
    s.all("begin", "last", "finish")
    if until is not None and span is not None:
        return replace(found, end=span.end)
    if span is not None and at is None and span.start == 0 and not s.said("range"):
        return replace(found, length=span.end)
    s.all("begin", "last", "finish")
    return replace(found, range=span, at=at)


def _to_edge(s: Slots, found: op.Change) -> op.Change:
    if s.take("start"):
        return replace(found, at=0)
    s.take("end")
    return replace(found, to_end=True)


# --- new contents ------------------------------------------------------------------------
def rewrite(s: Slots) -> op.Operation | None:
    """Another text for something that is there: "change 'A' to 'B'", a typo corrected."""
    need(not s.has("remove", "add", "music", "effect", "overlay", "video", "clip", "sound", "file"))
    typo = s.take("typo")
    verb = s.take("set", "rename", "replace") | s.take("says")
    need(typo or verb or s.chinese or s.said("it"))
    s.all("set", "rename", "replace", "says", "typo", "show", "instead")
    role = s.take("label:role")
    need(not _has_article(s))
    wanted = _rewritten(s)
    old = s.one("range")
    need(old is None or s.said(*_LAYERS_OF_TEXT))
    wanted = replace(wanted, at=old) if old is not None else wanted
    texts = [str(one) for one in s.all("text")]
    s.take("it")
    need(not s.has("colorword", "styleword", "fontword", "sizeword"))
    need(1 <= len(texts) <= 2 and not any(map(looks_like_file, texts)))
    s.all("to", "out", "says", "not")
    if len(texts) == 2:
        old, new = texts
        return op.Change(replace(wanted, text=old, touched=False), {"sub" if role else "text": new})
    need(wanted.touched or s.said("title", "caption", "lower-third", "words"))
    need(_is_new_text(s))
    return op.Change(wanted, {"sub" if role else "text": texts[0]})


def _is_new_text(s: Slots) -> bool:
    """Whether the words before the text say that it is what is to be read, not a name."""
    at = next(i for i, token in enumerate(s.tokens) if token.is_a("text"))
    before = [
        one
        for one in s.tokens[:at]
        if one.is_a("it") or not (one.carries_nothing or one.is_a("stop"))
    ][-1:]
    kinds = (
        "to",
        "says",
        "rename",
        "replace",
        "it",
        "typo",
        "must",
        *(("set",) if s.chinese else ()),
    )
    return any(one.is_a(kind) for one in before for kind in kinds)


_LAYERS_OF_TEXT = ("title", "caption", "lower-third", "words")


def _rewritten(s: Slots) -> op.Target:
    if s.has("title", "caption", "lower-third", "words"):
        return target(s)
    both = s.count("text") == 2
    if both:
        s.take("it")
        return op.Target(op.TEXTS)
    need(s.it in op.TEXTS)
    s.take("it")
    return op.Target((s.it,), touched=True)


def replace_sound(s: Slots) -> op.Operation | None:
    """Other music instead of what is there; or an uploaded sound instead of the picture's own."""
    need(s.take("replace", "set", "show") or s.said("instead"))
    s.all("replace", "set", "show")
    instead = s.take("instead")
    source = file_name(s)
    if s.has("music") or (s.it == "music" and not s.has("sound")):
        need(s.said("replace") or instead or (source and s.said("set")))
        wanted = target(s)
        named = s.row("text")
        names = [] if named is None or source else [str(named["text"])]
        old = None
        if source is None and s.has("text"):
            old, names = names[0], [str(s.one("text"))]
        mood = None if source or names else s.one("mood")
        fresh = source or (names[0] if names else mood)
        need(fresh is not None)
        s.all("something", "to", "mooded", "music", "it")
        need(source is None or is_sound(source))
        key = "src" if source else "name"
        if old is not None:
            wanted = replace(wanted, text=old, touched=False)
        to, by = level(s)
        need(by is None)
        return op.Change(wanted, {key: str(fresh)} | ({} if to is None else {"vol": to}))
    need(source is not None and is_sound(str(source)) and s.take("sound"))
    s.all("sound", "music")
    need(s.said("replace") or instead)
    return op.ReplaceSound(str(source))


def undo(s: Slots) -> op.Operation | None:
    """Take back the last message that changed something."""
    need(s.take("undo"))
    s.all("undo", "it", "last", "show")
    return op.Undo()


def recolor(s: Slots) -> op.Operation | None:
    """ "Red please" right after a text."""
    need(s.it in op.TEXTS and not s.said("it", "title", "caption", "words", "lower-third"))
    value = color(s)
    need(value is not None)
    s.all("set")
    return op.Change(op.Target((s.it,), touched=True), {"color": value})
