"""Frames that add what is seen: texts and overlays."""

import re
from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.doubts import is_joined, is_shown
from mock_server.agent.frames.fading import fades
from mock_server.agent.frames.levels import share_of
from mock_server.agent.frames.looks import place, size_as_added, text_options
from mock_server.agent.frames.phrasing import file_name, looks_like_file, need, when, when_laid_over
from mock_server.agent.frames.slots import Slots
from mock_server.agent.lexicon.tokens import Token, phrases
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range
from mock_server.timeline.text_size import SIZES

TITLE_MS = 3_000
_TEXTS = ("title", "caption", "lower-third", "words")
_UNDER = ("underneath", "under", "under it", "below it", "beneath", "behind it")

_OF_A_LAYER = frozenset(("opacity", "transparent", "scaleword", "sizeword"))


def asks_for_more(s: Slots) -> bool:
    """Whether the clause adds; a clause without a verb may do so, too."""
    if s.has("remove", "cut", "move", "replace", "rename", "keep", "split", "join"):
        return False
    if s.has("must") and not s.has("add"):
        return False
    added = s.take("add")
    shown = s.take("show") or (s.tokens[0].words.lower() == "run" and s.take("last"))
    return added or shown or not s.has("set")


def has_article(s: Slots) -> bool:
    return any(t.words.lower() in ("a", "an", "another", "new", "some") for t in s.tokens)


def is_new(s: Slots) -> bool:
    """Whether an article or a strong verb says that it is not there yet."""
    return has_article(s) or s.said("add") or not s.said("show", "set")


def add_text(s: Slots) -> op.Operation | None:
    """A title, lower-third or caption: its text, when, where, and how it looks."""
    need(asks_for_more(s))
    if s.take("exists"):
        need(any(token.words == "missing" for token in s.tokens))
    role = next((one for one in ("lower-third", "title", "caption") if s.take(one)), None)
    if s.take("words") and role is None:
        role = "title"
    if role == "title" and s.has("lower-third", "caption"):
        return None
    need(role or not s.has("label"))
    options = text_options(s)
    need(
        not any(
            s.tokens[i - 1].words.lower() == "to"
            for i in s.left()
            if i and s.tokens[i].is_a("text")
        )
    )
    if (
        role
        and "size" not in options
        and (share := size_as_added(s))
        and s.take("bigger", "smaller")
    ):
        options["size"] = round(SIZES[role] * share)
    faded = {"fade_in", "fade_out"} & set(options)
    led = s.tokens[0].words.lower() == "with"  # "with a fade-in, add …"
    need(not faded or led or any(stands_before(s, one, "fade") for one in ("text", role or "text")))
    need(not (faded and at_an_edge(s)))
    need(not (s.it in op.TEXTS and any(one.words == "后面" for one in s.tokens)))  # behind it?
    need(not (s.said("both") and any(one.words in ("之间", "中间") for one in s.tokens)))
    texts = _texts(s, role)
    need(
        role or "sfx" not in phrases().get(str(texts.get("text")).lower(), {})
    )  # to read, or to hear?
    need(not texts or not _to_a_text(s))
    need(not s.said("count") or (texts and role != "caption"))
    need(s.said("range") or s.tokens[0].words.lower() not in ("caption it", "caption this"))
    that = [
        a.is_a("text") and b.words[0] == "这" for a, b in pairwise(s.tokens) if b.words in _THAT
    ]
    need(s.said("add") or (all(that) and (s.said("range") or not that)))
    beneath = any(token.words.lower() in _UNDER for token in s.tokens)
    need(not beneath or role == "lower-third")  # beneath what?
    if texts and s.said("add"):
        s.take("it")
        s.all("add")
    need(not _goes_on_until(s))
    if _lasts_as_told(s):
        s.row("last|begin|show place? ^range")
    span, at = when(s, TITLE_MS)
    if texts and s.it in op.TEXTS and _one_more(s):
        need(at is not None or not s.tokens[-1].is_a("time"))  # when, or how long?
        role = role or s.it
    if role is None:
        heard = s.it == "voiceover" and s.chinese and not s.said("place", "pos", "screen")
        need(not heard)  # is it to be seen, or read out?
        need(s.it not in ("voiceover", "lower-third") or s.said("add", "show"))
        used = any(a.words.endswith("用") and b.is_a("text") for a, b in pairwise(s.tokens))
        need(s.said("add") or not used)  # as what?
        need(not any(one.words == "说" or one.words[0] == "接" for one in s.tokens))
        need(s.tokens[0].words.lower() != "say")  # to be read, or to be read out?
        need(len(texts) == 1 and not looks_like_file(str(texts["text"])))
        need(span or at is not None or options or s.said("start", "place"))
    if not texts:
        need(not (s.said("place") or any(one.words == "missing" for one in s.tokens)))
        need(role == "title" and s.said("add") and not options and span is None and at is None)
    added = op.AddLayer(role or "title", span, at, texts | options)
    shown = any(token.is_a("show") and token.words.lower() not in _USED for token in s.tokens)
    untold = span is None and at is None and not s.said("add", "place", "start")
    named = not shown or role is None  # "put 'A' at the top", which is there
    if untold and named and texts and options and (role is None or not has_article(s)):
        many = any(token.readings.get(str(role)) is True for token in s.tokens)
        need(not many or s.chinese)  # "titles in gold, 'A' at the top"
        roles = op.TEXTS if role is None else (role,)
        return op.Change(op.Target(roles, texts["text"]), options, otherwise=added)
    lasts = shown and span is not None and at is None and not _says_when(s)
    if lasts and texts and isinstance(span, Range) and not (s.said("add") or has_article(s)):
        roles = op.TEXTS if role is None else (role,)
        return op.Change(op.Target(roles, texts["text"]), options, length=span.end, otherwise=added)
    goes_on = role is None and s.it == "caption" and not s.said("add", "show", "place")
    if (role == "caption" or goes_on) and span is not None:
        return op.AddCaptions(((span, str(texts["text"])),), options)
    need(not (s.said("show") and s.said("set", "move")))
    if role is None or is_new(s) or (s.said("show") and not s.said("title", "caption", "words")):
        return added
    if not s.said("show") or not texts:
        return added
    target = op.Target((role,) if s.said(role) else op.TEXTS, texts["text"])
    return op.Change(target, options, span, at, otherwise=added, near=not that)


def _lasts_as_told(s: Slots) -> bool:
    """Whether a participle or a relative clause leads to a range: "running from 1 to 4 s"."""
    return any(
        b.tags & {"last", "begin", "show"}
        and (b.words.lower().endswith("ing") or a.words.lower() in ("that", "which"))
        for a, b in pairwise(s.tokens)
    )


def _one_more(s: Slots) -> bool:
    """Whether it is one more of what was added just now: "也加一条“乙”10到15秒", "another one, 'B'"."""
    if not s.chinese:
        return any(one.words.lower() == "another" or one.is_a("more") for one in s.tokens)
    return s.said("add") and any(one.words in ("也", "再", "还") for one in s.tokens)


_THAT = ("这个", "那个", "这条", "那条", "这句", "那句")


def _to_a_text(s: Slots) -> bool:
    """Whether something is added to a text that is there: "add an 's' to the title"."""
    said = [one for one in s.tokens if not one.carries_nothing]
    if s.chinese:  # "标题里加“精装”"
        return any(
            any(map(one.is_a, _TEXTS)) and after.words in ("里", "中", "里面", "前面", "后面")
            for one, after in pairwise(s.tokens)
        )
    return any(
        one.words.lower() == "to" and any(map(after.is_a, _TEXTS)) and not after.is_a("says")
        for one, after in pairwise(said)
    )


def _says_when(s: Slots) -> bool:
    """Whether a clause says more than how long something lasts."""
    return s.said("range", "start", "end", "whole", "portion", "at", "from")


_UNTIL = Regex(r"until|till|up to|直到", re.IGNORECASE)


def _goes_on_until(s: Slots) -> bool:
    """Whether a text begins where another ends: "…, then until 9 s 'B'"."""
    until = any(token.is_a("range") and _UNTIL.match(token.words) for token in s.tokens)
    return until and stands_before(s, "range", "text")


_USED = ("用", "使用", "应用", "use", "apply")


def _texts(s: Slots, role: str | None) -> dict[str, Any]:
    """`text`, and `sub` for the second line of a lower-third."""
    if role != "lower-third":
        found = s.all("text")
        if not found and s.said("says") and s.has("file"):
            found = s.all("file")
        need(len(found) <= 1)
        return {"text": str(found[0])} if found else {}
    sub = s.row("label:role set? to? text", "text to? label:role")
    name = s.row("label:name set? to? text")
    found = ([] if name is None else [name["text"]]) + s.all("text")
    found += [] if sub is None else [sub["text"]]
    need(1 <= len(found) <= 2)
    return dict(zip(("text", "sub"), found, strict=False))


def at_an_edge(s: Slots) -> bool:
    """Whether the start or the end was told so far, which is the video's: "… and fade out at the end"."""
    return any(s.tokens[i].is_a(one) for i in s.taken for one in ("start", "end", "edge"))


def owns_fades(s: Slots) -> bool:
    """Whether no fade is listed before what is added: "fade in 1 s, logo.png top right"."""
    things = [
        i for i, t in enumerate(s.tokens) if any(map(t.is_a, ("file", "music", "overlay", "sfx")))
    ]
    listed = [i for i, t in enumerate(s.tokens) if t.is_a("stop") and i < min(things, default=0)]
    return not any(t.is_a("fade") or t.is_a("fades") for i in listed[-1:] for t in s.tokens[:i])


def stands_before(s: Slots, kind: str, other: str) -> bool:
    """Whether the first token of a kind stands before the first of another."""
    order = [one for token in s.tokens for one in (kind, other) if token.is_a(one)]
    return order[:1] == [kind]


def _is_of_the_image(a: Token, b: Token, c: Token) -> bool:
    """Whether an image is only that of which something is a part: "at the top of the image"."""
    return (a.words.lower(), b.words.lower()) == ("of", "the") and c.is_a("image")


def _is_its_time(token: Token) -> bool:
    """Whether a token tells that something lasts as long as the video: not "over the video"."""
    return token.is_a("untilend") or (token.is_a("whole") and not _LAID.match(token.words))


_LAID = Regex(r"over\b|on\b", re.IGNORECASE)
_MADE_OF = ("overlay", "image", "picture", "video", "clip")


def overlay(s: Slots) -> op.Operation | None:
    """A picture over the picture; without a name the only one that was uploaded."""
    if s.has("remove", "cut", "split", "replace", "rename", "move", *_TEXTS):
        return None
    grows = (
        one.tags & _OF_A_LAYER and by.is_a("add") and by.words[-1] not in "在到"
        for one, by in pairwise(s.tokens)
    )
    need(not any(grows))  # "logo透明度增加20%"
    added = s.take("add") or s.take("show")
    source = file_name(s, sound=False)
    noun = s.take("overlay") | s.take("image") | s.take("picture")
    if source is None:
        quoted = s.one("text") if noun else None
        need(quoted is None or looks_like_file(str(quoted)))
    need(
        (source and (added or noun or s.has("pos", "fill")))
        or (noun and added and not s.has("video"))
    )
    need(not s.has("timeline", "order", "join") and not (s.chinese and is_joined(s)))
    s.take("add", "show", "set")
    need(source or not any(map(_is_of_the_image, s.tokens, s.tokens[1:], s.tokens[2:])))
    begun = skipped(s)
    s.all(*_MADE_OF, "only")
    if source and s.said("overlay"):
        s.take("it")
    values: dict[str, Any] = fades(s)
    values |= {"src": source, "opacity": opacity(s), "sound": _own_sound(s), "in": begun}
    faded = {"fade_in", "fade_out"} & values.keys()
    need(not faded or (owns_fades(s) and not at_an_edge(s)))
    values |= {"scale": scale(s), "pos": place(s), "fill": s.take("fill") or None}
    s.all("frame")
    span, at = when_laid_over(s, source)
    need(span is not None or not values["fill"])  # for how long?
    placed = (
        s.said("overlay", "fill") or values["pos"] or s.said("whole", "place") or s.said("opacity")
    )
    need(
        placed
        or ((span or at is not None) and not added)
        or source is None
        or (isinstance(span, Range) and span.end is not None and is_shown(s, source))
        or s.said("image", "picture")
    )
    if not (s.said("overlay") or values["pos"] or span or at is not None or s.said("opacity")):
        return None
    heard = values["sound"] is None or any(one.words == "its" for one in s.tokens)
    need(heard or not (source and is_picture(source)))
    middle = values["pos"] == "center" and source is not None and not is_picture(source)
    need(not middle or s.said("overlay") or span is not None)  # of the frame, or of the timeline?
    kept = {key: value for key, value in values.items() if value is not None}
    if s.said("start") and span is None:
        at = 0
    if span is None and at is None and any(map(_is_its_time, s.tokens)):
        span = Range(0, None)
    added_layer = op.AddLayer("overlay", span, at, kept)
    if is_new(s) or not s.said("show"):
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


_OF_VIDEO = Regex(r"video|original|视频", re.IGNORECASE)
_STILL = Regex(r"\b(?:logo|watermark)\b|水印|贴[图纸]", re.IGNORECASE | re.ASCII)


def _own_sound(s: Slots) -> float | None:
    """The level of a layer's own sound."""
    s.row("it ^sound")
    s.take("show")
    found = s.row(
        "volume sound at|to? percent|level",
        *(("percent sound volume", "sound at percent volume") if s.chinese else ()),
        "sound volume? set|begin? at|to? percent|level volume?",
        "sound at|to volume percent|level",
        "volume at|to? percent|level",
    )
    if found is None:
        return None
    need(not any(one.is_a("sound") and _OF_VIDEO.search(one.words) for one in s.tokens))
    need(not any(_STILL.search(one.words) for one in s.tokens))
    return share_of(found["percent"] if "percent" in found else found["level"])


def skipped(s: Slots) -> int | None:
    """How far into its file a layer begins, ms."""
    if (told := s.row("skipping range ofthefile?")) is not None:
        need(not any(one.words.lower() in ("of the video", "of the clip") for one in s.tokens))
        need(told["range"].start == 0 and told["range"].end is not None)
        s.take("ofthefile")
        return int(told["range"].end)
    found = s.row(
        "skipping at? time begin|show",
        "skipping at? time",
        "begin? at|from? time ofthefile",
        "from video time begin",
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
    named = any(one.words.lower() in ("透明度", "transparency") for one in s.tokens)
    return 0.5 if not named and s.row("half|bit? transparent") is not None else None


def scale(s: Slots) -> float | None:
    """The width of an overlay as a share of the frame's; "50 % bigger" is none."""
    if s.has("bigger", "smaller") and not s.said("to", "at", "scaleword"):
        if s.chinese:
            return None  # "缩小20%" is by so much
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
    another = s.it in ("sound", "overlay") and any(
        one.words.lower() == "another" for one in s.tokens
    )
    told = s.take("same") or (s.said("it") and (another or s.take("duplicate")))
    if s.it == "video" or not told:
        return None
    s.take("add", "show", "set")
    s.take("it", "something")
    span, at = when(s, None)
    need(span is not None or at is not None)
    return op.Repeat(span, at)
