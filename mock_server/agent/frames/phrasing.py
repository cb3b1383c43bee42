"""What frames share: when, where, how loud, how fast, how it fades, how a text looks."""

import re
from fractions import Fraction
from itertools import pairwise

from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.files import EXTENSIONS, is_picture, is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Clip, Portion, Range, Stretch, Within, all_but

# Behind a name, that it is to be there: "删除标题，logo一直显示".
STAYS_THERE = ("一直", "始终", "全程", "可以", "行", "要", "显示", "全程显示", "一直显示")
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
        t.words.endswith(("一点", "点", "点声", "些")) and t.is_a(word) for t in s.tokens
    ):
        return bit
    return much if s.take("much") else plain


def follows_a_sound(s: Slots) -> bool:
    """Whether music, or another sound, was edited last, which "慢一点" or "淡出" may be said of."""
    return s.chinese and s.it in ("music", "voiceover", "sound")


def looks_like_file(name: str) -> bool:
    """Whether a text ends like a file that can be uploaded."""
    stem, _, extension = name.lower().rpartition(".")
    return bool(stem) and (extension in EXTENSIONS or is_sound(name))


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
def stretches(s: Slots) -> tuple[Stretch, ...]:
    """Every range, or one share of the whole or clip: "the last quarter", "the second clip".

    Raises Unclear when a share or a clip stands beside something else.
    """
    if s.row("both clips", "bothclips") is not None:
        need(not s.has("range", "portion", "nth"))
        return Clip(0, of=2), Clip(1, of=2)
    s.row("only at|from|for|in? part? ^range|portion|nth|file", "^range|portion|nth|file only")
    within = "nth ^ba? range" if s.chinese else "range from|off|in? nth|file"
    if (inner := s.row(within)) is not None:
        need(not s.has("nth", "portion"))
        need("file" not in inner or not (is_sound(inner["file"]) or is_picture(inner["file"])))
        clip = inner["nth"] if "nth" in inner else Clip(name=str(inner["file"]))
        need(_belong_together(s))
        return tuple(Within(clip, one) for one in (inner["range"], *s.all("range")))
    if s.it == "clip" and not s.chinese and (inner := s.row("range from|off|in? it")) is not None:
        need(not s.has("range", "nth", "portion"))
        return (Within(Clip(touched=True), inner["range"]),)  # "the first 5 s of it"
    that = s.chinese and s.has("edge") and any(one.words in _THAT_ONE for one in s.tokens)
    if that and not s.has("nth", "portion"):
        need(s.it == "clip" and s.count("range") == 1)
        return (Within(Clip(touched=True), s.all("range")[0]),)  # "这段前5秒"
    need(not (s.has("range") and (_of_every_clip(s) or (s.chinese and _lies_within(s)))))
    spared = s.has("except") and _spares(s)
    found: tuple[Stretch, ...] = ranges(s)
    that_clip = not (found or s.has("portion", "nth")) and _of_that_clip(s)
    need(found or that_clip or s.has("portion", "nth", "percent") or not _of_some_part(s))
    if that_clip:
        s.all("it", "only")
        return (Clip(touched=True),)
    _is_of_video(s)
    if not found and not s.has("portion", "nth") and (clip := _clip_by_name(s)):
        return (clip,)
    if not found and s.count("nth") > 1 and not s.has("portion") and listed_alone(s, "nth"):
        return tuple(s.all("nth"))
    one = s.one("portion", "nth") or _share(s)
    need(
        not (
            one
            and (
                found
                or s.has("nth", "portion")
                or s.said("each")
                or (s.said("all") and not s.said("except"))
            )
        )
    )
    found = (one,) if one else found
    if spared:
        need(found)
        rest = all_but(found)
        need(rest)
        return rest or ()
    return found


def _belong_together(s: Slots) -> bool:
    """Whether a clip is that of all ranges: "最后一段删掉前3秒和后3秒"; "the first 2 s and the last 3 s
    of the second clip" may begin at those of the video."""
    places = s.places["range"]
    if len(places) == 1:
        return True
    between = s.tokens[places[0] : places[-1]]
    listed = all(one.is_a("range") or one.is_a("and") or one.carries_nothing for one in between)
    return s.chinese and listed and max(s.places["nth"]) < places[0]


def _lies_within(s: Slots) -> bool:
    """Whether a range may be one of another: "最后20秒 前5秒"."""
    spans = [(a.readings.get("edge"), b.readings.get("edge")) for a, b in pairwise(s.tokens)]
    return any(
        isinstance(a, Range) and isinstance(b, Range) and a.start < 0 == b.start for a, b in spans
    )


def _of_every_clip(s: Slots) -> bool:
    """Whether a range is one of each clip: "the first 5 seconds of every clip"."""
    said = [token for token in s.tokens if not token.carries_nothing]
    return any(
        (one.is_a("each") or one.is_a("all")) and after.is_a("clip")
        for one, after in pairwise(said)
    )


def listed_alone(s: Slots, kind: str) -> bool:
    """Whether between all tokens of a kind there is nothing but "and", a comma, or "over"."""
    here = [i for i, token in enumerate(s.tokens) if token.is_a(kind)]
    links = (s.tokens[i] for i in range(here[0], here[-1]) if not s.tokens[i].is_a(kind))
    return all(one.carries_nothing or any(map(one.is_a, ("and", "stop", "for"))) for one in links)


def _clip_by_name(s: Slots) -> Clip | None:
    """The clip that shows the one file of a clause, where none is to be placed."""
    if s.count("file") != 1 or s.said(
        "add", "join", "replace", "overlay", "generate", "order", "music"
    ):
        return None
    name = file_name(s)
    need(name is not None and not (is_sound(name) or is_picture(name)))
    return Clip(name=name)


_STANDS_BEHIND = ("range", "portion", "from", "at", "for", "in", "part", "pos:center")
PARTS = ("part", "section", "stretch", "portion", "passage", "segment", "piece", "这段", "那段", "这一段",
    "那一段", "这部分", "那部分", "部分")  # fmt: skip


def _of_some_part(s: Slots) -> bool:
    """Whether a part is meant that was named before: "and mute that part"."""
    words = [token.words.lower() for token in s.tokens]
    return any(one in PARTS for one in words) or any(
        one in ("that", "this") and after == "bit" for one, after in pairwise(words)
    )


def _of_that_clip(s: Slots) -> bool:
    """Whether it is about the clip that was placed or edited last, which is a part of the video."""
    if s.it != "clip":
        return False
    words = [one.words.lower() for one in s.tokens]
    need(not {"them", "these", "those", "它们"} & set(words))
    that = s.said("clip") and any(one in ("that", "this", "它") for one in words)
    if that or not _THAT_PART.isdisjoint(words):
        return True
    return not s.said("video") and (s.said("it") or any(_IT.search(one) for one in words))


_THAT_ONE = ("那段", "这段", "那一段", "这一段")
_THAT_PART = frozenset((*_THAT_ONE, "再"))
_IT = Regex(r"\b(?:it|this|that)\b")


def _spares(s: Slots) -> bool:
    """Whether every stretch stands behind "except", which is taken then; before it: "除了…以外"."""
    order = [t for t in s.tokens if t.is_a("except") or any(map(t.is_a, ("range", "portion")))]
    need(order[0].is_a("except"))
    at = next(i for i, token in enumerate(s.tokens) if token.is_a("except"))
    said = [token for token in s.tokens[at + 1 :] if not token.carries_nothing][:1]
    need(said and any(map(said[0].is_a, _STANDS_BEHIND)))
    s.all("except", "rest")
    need(not s.said("only", "normal") and not s.has("text", "music", "title", "caption", "overlay"))
    return True


def _is_of_video(s: Slots) -> None:
    """Raises Unclear when a share is one of something else: "the second half of song.mp3"."""
    for i, token in enumerate(s.tokens):
        if token.is_a("portion"):
            behind = [one for one in s.tokens[i + 2 : i + 5] if not one.carries_nothing][:1]
            before = [one for one in s.tokens[max(0, i - 2) : i] if s.chinese][:1]
            of = i + 1 < len(s.tokens) and s.tokens[i + 1].words.lower() == "of"
            has = i > 0 and s.tokens[i - 1].words == "的"
            owner = behind if of else before if has else []
            need(all(any(map(one.is_a, ("video", "timeline", "it"))) for one in owner))
            need(not token.words.startswith("a ") and not s.said("each"))


def _share(s: Slots) -> Portion | None:
    share = s.row("which:0 percent", "which:-1 percent")
    if share is None:
        return None
    need(not any(token.words.lower() in ("seconds", "minutes") for token in s.tokens))
    part = Fraction(share["percent"]).limit_denominator(10_000)
    need(0 < part < 1)
    return Portion(Fraction(0), part) if share["which"] == 0 else Portion(1 - part, Fraction(1))


def goes_for_it(s: Slots) -> bool:
    """Whether a part goes for what is wrong with it: "18到26秒手抖,删了"."""
    last = [one.words for one in s.tokens if one.is_a("remove") or one.is_a("cut")][-1:]
    return s.chinese and s.said("range") and bool(last) and last[0][0] in "删剪掐砍切"


def ranges(s: Slots) -> tuple[Range, ...]:
    """Every range; "from 5 s" reaches to the end."""
    found = tuple(s.all("range"))
    while (
        since := s.row("begin? from|at time begin", "begin from|at time", "from time")
    ) is not None:
        found = (*found, Range(since["time"].ms, None))
    need(not (s.chinese and _leads_on(s)))
    return found


def _leads_on(s: Slots) -> bool:
    """Whether the range at the end is that of the next order: "静音,并在3到4秒" and what is done there."""
    said = [one for one in s.tokens if one.words not in ("在", "于")][-2:]
    return (
        len(said) > 1
        and said[1].is_a("range")
        and said[0].words in ("并", "并且", "再", "然后", "同时")
    )


def when(s: Slots, usual: int | None, *, bare: bool = True) -> tuple[Stretch | None, int | None]:
    """Range, or start alone; `usual` is the length (ms) of something put "at the end".

    With `bare` a time that nothing leads into is a length.

    Raises Unclear when the times do not fit together.
    """
    _is_of_video(s)
    need(s.row("at ^nth") is None)
    span: Stretch | None = s.one("range", "portion", "nth")
    at = _start(s)
    length = _length(s, bare=bare)
    if span is not None:
        need(at is None and length is None)
        if isinstance(span, Range) and (span.start < 0 or span.start == 0 != span.end):
            s.take("end" if span.start < 0 else "start")  # "at the end, for the last 2 s"
        need(usual is None or not any(_AFTER.match(t.words) for t in s.tokens if t.is_a("range")))
        s.take("whole")
        return span, None
    first, last, whole = s.take("start"), s.take("end"), bool(s.all("whole"))
    need(first + last + (at is not None) <= 1)
    if last:
        lasts = usual if length is None else length
        need(lasts is not None)  # "a voice-over at the end": from when on?
        return Range(-(lasts or 0), None), None
    if length is not None:
        start = at or 0
        return Range(start, start + length), None
    return (Range(0, None) if whole and usual is not None else None), at


# "A title after 10 s": nobody knows for how long.
_AFTER = Regex(r"\A(?:after|past|beyond)\b|.*(?:之后|以后|后)\Z", re.IGNORECASE)
_STARTS = (
    "begin? at|from time begin",
    "begin must? at? time",
    "at|from time begin?",
    "time begin",
)
_MOMENTS = ("时候", "时", "处", "那里", "那儿", "出现", "出来", "进来", "响起")
_LENGTHS = ("last for? to? time", "for time", "time longness", "longness to? time")


_ONWARDS = Regex(r"\bon(?:wards?)?\Z|\A(?:after|past|beyond)\b", re.IGNORECASE)


def when_laid_over(s: Slots, source: str | None) -> tuple[Stretch | None, int | None]:
    """As `when`; a video with a start and no end lasts as long as its file: "from 10 seconds on"."""
    span, at = when(s, None)
    if source is None or is_picture(source) or not isinstance(span, Range):
        return span, at
    told = [one for one in s.tokens if one.is_a("range")]
    ends = any(one.is_a(kind) for one in s.tokens for kind in ("untilend", "whole"))
    on = len(told) == 1 and span.end is None and span.start >= 0 and not ends
    return (None, span.start) if on and _ONWARDS.search(told[0].words) else (span, at)


def _start(s: Slots) -> int | None:
    found = s.row(*_STARTS)
    if found is None and s.chinese and (i := moment(s)) is not None:
        s.taken.add(i)
        return int(s.tokens[i].readings["time"].ms)
    return None if found is None else int(found["time"].ms)


def moment(s: Slots) -> int | None:
    """Where a time that is no length stands: "10秒的时候", "第10秒", "10秒加标题".

    Raises Unclear where it may be one: "10秒标题", but not "3秒的标题".
    """
    left = [i for i in s.left() if s.tokens[i].is_a("time")]
    for i in left:
        after = next((one for one in s.tokens[i + 1 :] if one.words != "的"), None)
        if after and after.words in _MOMENTS:
            return i
        behind = (
            one for one in s.tokens[i + 1 :] if one.tags.isdisjoint(_BETWEEN) or one.is_a("show")
        )
        then = next(behind, None)
        brings = then is not None and (then.is_a("add") or then.is_a("show"))
        if len(left) == 1 and (s.tokens[i].words.startswith("第") or brings):
            return i
        first = all(one.carries_nothing for one in s.tokens[:i])
        need(not (first and then is not None and any(map(then.is_a, _ADDED))))
    return None


_BETWEEN = frozenset(("", "pos", "place", "color", "stop"))
_ADDED = ("title", "caption", "lower-third", "words", "overlay", "music", "file", "text")


def _length(s: Slots, *, bare: bool) -> int | None:
    found = s.row(*_LENGTHS)
    if found is None and bare and s.count("time") == 1 and s.row("at|from|to ^time") is None:
        need(not _listed(s))
        found = s.row("time")
    return None if found is None else int(found["time"].ms)


def _listed(s: Slots) -> bool:
    """Whether the time that is left is one more of a list: "at 5 s and 10 s"."""
    at = next(i for i in s.left() if s.tokens[i].is_a("time"))
    before = [one for one in s.tokens[:at] if not one.carries_nothing][-1:]
    return s.count("time") < sum(one.is_a("time") for one in s.tokens) and any(
        one.is_a("and") for one in before
    )
