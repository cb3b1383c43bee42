"""Frames that add layers: texts, sounds and overlays."""

import re
from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.files import is_picture
from mock_server.agent.levels import level, share_of
from mock_server.agent.looks import place, text_options
from mock_server.agent.phrasing import fades, file_name, looks_like_file, need, when
from mock_server.agent.ranges import Range
from mock_server.agent.slots import Slots

TITLE_MS, SOUND_MS = 3_000, 1_000
DEFAULT_MOOD = "lo-fi"
_TEXTS = ("title", "caption", "lower-third", "words")


def _asks_for_more(s: Slots) -> bool:
    """Whether the clause adds; a clause without a verb may do so, too."""
    if s.has("remove", "cut", "move", "replace", "rename", "keep", "split", "join"):
        return False
    if s.has("must") and not s.has("add"):
        return False
    added = s.take("add")
    shown = s.take("show")
    return added or shown or not s.has("set")


def _has_article(s: Slots) -> bool:
    return any(t.words.lower() in ("a", "an", "another", "new", "some") for t in s.tokens)


def _is_new(s: Slots) -> bool:
    """Whether an article or a strong verb says that it is not there yet."""
    return _has_article(s) or s.said("add") or not s.said("show", "set")


def add_text(s: Slots) -> op.Operation | None:
    """A title, lower-third or caption: its text, when, where, and how it looks."""
    need(_asks_for_more(s))
    if s.take("exists"):
        need(any(token.words == "missing" for token in s.tokens))
    role = next((one for one in ("lower-third", "title", "caption") if s.take(one)), None)
    if s.take("words") and role is None:
        role = "title"
    if role == "title" and s.has("lower-third", "caption"):
        return None
    need(role or not s.has("label"))
    options = text_options(s)
    faded = {"fade_in", "fade_out"} & set(options)
    need(
        not faded or _stands_before(s, "text", "fade") or _stands_before(s, role or "text", "fade")
    )
    of_video = any(s.tokens[i].is_a(one) for i in s.taken for one in ("start", "end", "edge"))
    need(not (faded and of_video and s.has("range")))
    texts = _texts(s, role)
    need(not texts or not _to_a_text(s))
    if texts and s.said("add"):
        s.take("it")
        s.all("add")
    need(not _goes_on_until(s))
    span, at = when(s, TITLE_MS)
    if role is None:
        need(s.it not in ("voiceover", "lower-third") or s.said("add", "show"))
        need(s.tokens[0].words.lower() != "say")  # to be read, or to be read out?
        need(len(texts) == 1 and not looks_like_file(str(texts["text"])))
        need(span or at is not None or options or s.said("start", "place"))
    if not texts:
        need(not (s.said("place") or any(one.words == "missing" for one in s.tokens)))
        need(not s.said("count"))
        need(role == "title" and s.said("add") and not options and span is None and at is None)
    added = op.AddLayer(role or "title", span, at, texts | options)
    shown = any(token.is_a("show") and token.words.lower() not in _USED for token in s.tokens)
    untold = span is None and at is None and not s.said("add", "place", "start")
    named = not shown or role is None  # "put 'A' at the top", which is there
    if untold and named and texts and options and (role is None or not _has_article(s)):
        roles = op.TEXTS if role is None else (role,)
        return op.Change(op.Target(roles, texts["text"]), options, otherwise=added)
    lasts = shown and span is not None and at is None and not _says_when(s)
    if lasts and texts and isinstance(span, Range) and not (s.said("add") or _has_article(s)):
        roles = op.TEXTS if role is None else (role,)
        return op.Change(op.Target(roles, texts["text"]), options, length=span.end, otherwise=added)
    if role == "caption" and span is not None:
        return op.AddCaptions(((span, str(texts["text"])),), options)
    need(not (s.said("show") and s.said("set", "move")))
    if role is None or _is_new(s) or (s.said("show") and not s.said("title", "caption", "words")):
        return added
    if not s.said("show") or not texts:
        return added
    target = op.Target((role,) if s.said(role) else op.TEXTS, texts["text"])
    return op.Change(target, options, span, at, otherwise=added, near=True)


def _to_a_text(s: Slots) -> bool:
    """Whether something is added to a text that is there: "add an 's' to the title"."""
    said = [one for one in s.tokens if not one.carries_nothing]
    return any(
        one.words.lower() == "to" and any(map(after.is_a, _TEXTS)) and not after.is_a("says")
        for one, after in pairwise(said)
    )


def _says_when(s: Slots) -> bool:
    """Whether a clause says more than how long something lasts."""
    return s.said("range", "start", "end", "whole", "portion", "at", "from")


_UNTIL = re.compile(r"until|till|up to|直到", re.IGNORECASE)


def _goes_on_until(s: Slots) -> bool:
    """Whether a text begins where another ends: "…, then until 9 s 'B'"."""
    until = any(token.is_a("range") and _UNTIL.match(token.words) for token in s.tokens)
    return until and _stands_before(s, "range", "text")


_USED = ("用", "使用", "应用", "use", "apply")


def _texts(s: Slots, role: str | None) -> dict[str, Any]:
    """`text`, and `sub` for the second line of a lower-third."""
    if role != "lower-third":
        found = s.all("text")
        if not found and s.said("says") and s.has("file"):
            found = s.all("file")
        need(len(found) <= 1)
        return {"text": str(found[0])} if found else {}
    sub = s.row("label:role to? text", "text to? label:role")
    name = s.row("label:name to? text")
    found = ([] if name is None else [name["text"]]) + s.all("text")
    found += [] if sub is None else [sub["text"]]
    need(1 <= len(found) <= 2)
    return dict(zip(("text", "sub"), found, strict=False))


def _is_known(s: Slots) -> bool:
    """Whether "the piano music" is spoken of: one that is there."""
    said = pairwise(s.tokens)
    return any(a.words.lower() == "the" and b.tags & {"mood", "music"} for a, b in said)


def music(s: Slots) -> op.Operation | None:
    """Music by mood, name or file: how loud, when, with fades, under speech."""
    source = file_name(s, sound=True)
    need(_asks_for_more(s) or source)
    need(not (s.tokens[0].is_a("louder") or s.tokens[0].is_a("quieter")))  # of what is there
    if source:
        s.all("begin")
    named_music = (
        s.take("music")
        or (s.has("mood") and s.take("track"))
        or (s.has("genre") and (s.said("add") or s.has("percent", "range")))
    )
    s.all("music")
    need(named_music or (source and not s.has("effect", "voiceover", "sound")))
    need(s.said("music", "add", "show") or s.it != "music")  # "no, song.mp3": instead?
    need(s.said("add", "show") or not any(t.words.lower() == "new" for t in s.tokens))  # instead?
    need(s.said("add") or source or s.has("text", "mood") or (s.said("show") and _is_new(s)))
    values: dict[str, Any] = fades(s)
    need(not values or source or s.has("text", "mood") or _stands_before(s, "music", "fade"))
    need(not values or (_owns_fades(s) and (source or s.said("add") or not _is_known(s))))
    if s.take("duck"):
        values["duck"] = True
    told = s.row("mooded to? text", "says to? text", "text")
    if source is None:
        file = file_name(s)
        need(file is None)
    if source:
        values["src"] = source
        need(told is None)
    else:
        moods = [] if told is not None else s.all("mood")
        need(len(set(moods)) <= 1)
        mood = moods[0] if moods else None
        values["name"] = told["text"] if told is not None else mood or DEFAULT_MOOD
    begun = _skipped(s) if source else None
    if begun is not None:
        values["in"] = begun
    values |= _loudness(s)
    span, at = when(s, None)
    s.take("something")
    if s.take("instead"):
        need(s.said("add") and not s.said("sound"))
    need(not s.has("mood"))
    added = op.AddLayer("music", span, at, values)
    if s.said("add", "music") or source:
        return added
    need(not any(one.words.lower() in ("the", "that", "my") for one in s.tokens))
    if s.said("show") or span or at is not None:
        return added
    changed = {key: value for key, value in values.items() if key != "name"}
    return op.Change(op.Target(("music",), str(values["name"])), changed, otherwise=added)


def _owns_fades(s: Slots) -> bool:
    """Whether no fade is listed before what is added: "fade in 1 s, logo.png top right"."""
    things = [i for i, t in enumerate(s.tokens) if any(map(t.is_a, ("file", "music", "overlay")))]
    listed = [i for i, t in enumerate(s.tokens) if t.is_a("stop") and i < min(things, default=0)]
    return not any(t.is_a("fade") or t.is_a("fades") for i in listed[-1:] for t in s.tokens[:i])


def _stands_before(s: Slots, kind: str, other: str) -> bool:
    """Whether the first token of a kind stands before the first of another."""
    order = [one for token in s.tokens for one in (kind, other) if token.is_a(one)]
    return order[:1] == [kind]


def _loudness(s: Slots) -> dict[str, Any]:
    for louder, span in pairwise(s.tokens):  # "…, louder from 10 to 20 s" is not all of it
        part = any(map(span.is_a, ("range", "portion", "from", "at", "in")))
        need(not (part and any(map(louder.is_a, ("louder", "quieter")))))
    to, by = level(s)
    if by is not None:
        return {"vol": round(by, 3)}
    return {} if to is None else {"vol": to}


def voiceover(s: Slots) -> op.Operation | None:
    """A text that is read out."""
    if not s.take("voiceover") or s.has("remove", "replace", "move", "rename", "sound:True"):
        return None
    s.take("add", "show", "voiceover", "generate")
    s.take("set") if _has_article(s) else None
    values: dict[str, Any] = fades(s)
    voice = s.row("voiceword to? text voiceword?", "text voiceword")
    words = s.all("text")
    need(len(words) == 1)
    values |= {"text": words[0]} | ({"voice": voice["text"]} if voice else {})
    values |= _loudness(s)
    if s.has("end") and not s.has("time", "range") and s.take("end"):
        return op.AddLayer("voiceover", None, None, values, to_end=True)
    return op.AddLayer("voiceover", *when(s, None), values)


def sound(s: Slots) -> list[op.Operation] | None:
    """One sound effect at each of the times."""
    if s.has("remove", "cut", "replace", "move", "rename", "music"):
        return None
    verb = s.take("add", "show")
    effect = s.take("effect")
    need(verb or effect or not s.has("bleep"))
    source = file_name(s, sound=True) if effect else None
    names = [source] if source else s.all("sfx")
    plain = any(token.words.lower() in ("sound", "声音") for token in s.tokens)
    if (not names and (effect or plain)) or (effect and s.count("text") == 1):
        names = s.all("text")
    need(len(names) == 1 and (verb or effect or (s.said("sfx") and not s.has("set"))))
    need(s.count("time") > 1 or not s.said("each"))
    s.take("effect", "sound")
    s.take("there") if names == ["bleep"] else None
    values: dict[str, Any] = {**fades(s), "src" if source else "name": names[0], **_loudness(s)}
    return [op.AddLayer("sound", span, at, values) for span, at in _moments(s)]


def _moments(s: Slots) -> list[tuple[Range | None, int | None]]:
    if s.take("end"):
        return [(Range(-SOUND_MS, None), None)]
    if s.take("start"):
        return [(None, 0)]
    times = []
    while (found := s.row("begin? at|from? time begin?")) is not None:
        times.append(int(found["time"].ms))
    spans = s.all("range")
    need(not (times and spans) and len(spans) <= 1)
    if spans:
        return [(_moment(s, spans[0]), None)]
    return [(None, at) for at in times] or [(None, None)]


def _moment(s: Slots, span: Range) -> Range:
    """ "结束前两秒" is when a sound begins, not how long it is."""
    before = any(token.is_a("range") and "前" in token.words for token in s.tokens)
    if span.start >= 0 or not before:
        return span
    return Range(span.start, min(0, span.start + SOUND_MS) or None)


_MADE_OF = ("overlay", "image", "picture", "video", "clip")


def overlay(s: Slots) -> op.Operation | None:
    """A picture over the picture; without a name the only one that was uploaded."""
    if s.has("remove", "cut", "split", "replace", "rename", "move", *_TEXTS):
        return None
    added = s.take("add") or s.take("show")
    source = file_name(s, sound=False)
    noun = s.take("overlay") | s.take("image") | s.take("picture")
    if source is None:
        quoted = s.one("text") if noun else None
        need(quoted is None or looks_like_file(str(quoted)))
    need((source and (added or noun or s.has("pos"))) or (noun and added and not s.has("video")))
    need(not s.has("timeline", "order", "join"))
    s.take("add", "show", "set")
    skipped = _skipped(s)
    s.all(*_MADE_OF, "only")
    if source and s.said("overlay"):
        s.take("it")
    values: dict[str, Any] = fades(s)
    values |= {"src": source, "opacity": opacity(s), "sound": _own_sound(s), "in": skipped}
    need(not {"fade_in", "fade_out"} & values.keys() or _owns_fades(s))
    values |= {"scale": scale(s), "pos": place(s), "fill": s.take("fill") or None}
    s.all("frame")
    span, at = when(s, None)
    placed = s.said("overlay") or values["pos"] or s.said("whole", "place") or s.said("opacity")
    need(
        placed
        or ((span or at is not None) and not added)
        or source is None
        or s.said("image", "picture")
    )
    if not (s.said("overlay") or values["pos"] or span or at is not None or s.said("opacity")):
        return None
    need(not (source and is_picture(source) and values["sound"] is not None))
    middle = values["pos"] == "center" and source is not None and not is_picture(source)
    need(not middle or s.said("overlay") or span is not None)  # of the frame, or of the timeline?
    kept = {key: value for key, value in values.items() if value is not None}
    if s.said("start") and span is None:
        at = 0
    added_layer = op.AddLayer("overlay", span, at, kept)
    if _is_new(s) or not s.said("show"):
        return added_layer
    target = op.Target(("overlay",), source)
    return op.Change(
        target,
        {k: v for k, v in kept.items() if k != "src"},
        span,
        at,
        otherwise=added_layer,
        near=True,
    )


def _own_sound(s: Slots) -> float | None:
    """The level of a layer's own sound."""
    found = s.row("sound volume? at|to? percent|level volume?", "volume at|to? percent|level")
    if found is None:
        return None
    return share_of(found["percent"] if "percent" in found else found["level"])


def _skipped(s: Slots) -> int | None:
    """How far into its file a layer begins, ms."""
    if (told := s.row("skipping range")) is not None:
        need(told["range"].start == 0 and told["range"].end is not None)
        return int(told["range"].end)
    found = s.row(
        "skipping at? time begin?", "begin? at|from? time ofthefile", "from video time begin"
    )
    return None if found is None else int(found["time"].ms)


def opacity(s: Slots) -> float | None:
    """The opacity, 0-1; "50 % transparent" is the rest of it."""
    found = s.row(
        "opacity ^overlay|image? ^text|file? to percent",
        "opacity to|at|set? percent",
        "at? percent opacity",
    )
    need(found is None or found["percent"] <= 1)
    if found is not None:
        return round(float(found["percent"]), 3)
    found = s.row("transparent to|at|set? percent", "percent transparent")
    if found is not None:
        return round(1 - float(found["percent"]), 3)
    return 0.5 if s.row("half|bit? transparent") is not None else None


def scale(s: Slots) -> float | None:
    """The width of an overlay as a share of the frame's; "50 % bigger" is none."""
    if s.has("bigger", "smaller") and not s.said("to", "at", "scaleword"):
        at = next((i for i in s.left() if s.tokens[i].is_a("percent")), 0)
        named = at and (s.tokens[at - 1].is_a("bigger") or s.tokens[at - 1].is_a("smaller"))
        wanted = s.one("percent") if named else None  # "smaller: 10 %"
        return None if wanted is None else float(wanted)
    alone = all(one.carries_nothing or one.is_a("percent") for one in s.tokens)
    named = not (alone or s.said("opacity", "transparent"))
    found = s.row(
        "scaleword ^overlay|image? ^text|file? to percent",
        "scaleword to|at? percent scaleword?",
        "at|to? percent scaleword",
        *(("at|to? percent",) if named else ()),
    )
    if found is None:
        return None
    s.take("scaleword")
    need(found["percent"] <= 1)
    return float(found["percent"])


def repeat(s: Slots) -> op.Operation | None:
    """ "The same at 20 s": the layer that was added last, once more."""
    if s.it == "video" or not (s.take("same") or (s.said("it") and s.take("duplicate"))):
        return None
    s.take("add", "show", "set")
    s.take("it", "something")
    span, at = when(s, None)
    need(span is not None or at is not None)
    return op.Repeat(span, at)
