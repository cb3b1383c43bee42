"""Frames that add captions: with their words, or from the speech."""

from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.layers import at_an_edge
from mock_server.agent.frames.looks import text_options
from mock_server.agent.frames.phrasing import need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.ranges import Range

_COUNTS = {
    **{str(one): one for one in range(2, 1_000)}, "two": 2, "three": 3, "four": 4, "five": 5,
    "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
}  # fmt: skip
_FADED = frozenset(("fade_in", "fade_out"))


def captions(s: Slots) -> op.Operation | None:
    """Cues: each range with the text before or after it."""
    if not s.take("caption") or s.has("remove", "move", "rename", "replace"):
        return None
    s.take("add")
    s.all("show")
    found = _styled_cues(s) or _plain_cues(s)
    told = [one for one in s.tokens if one.is_a("count") or one.is_a("number")][:1]
    count = _COUNTS.get(told[0].words.lower().rstrip("条句个")) if told else None
    need(count in (None, len(found.cues)))
    need(not any(map(_FADED.intersection, (found.values, *found.own))) or not at_an_edge(s))
    return found


def _styled_cues(s: Slots) -> op.AddCaptions | None:
    """Cues as `“…” from 1 to 2 seconds, at the top` or `1-2 s “…”, at the top`, each with its own look
    behind it, and before all of them the look that they share."""
    starts = _starts(s, "text", "range") or _starts(s, "range", "text")
    if not starts:
        return None
    shared = text_options(part := s.part(0, starts[0]))
    s.take_from(part)
    cues: list[tuple[Any, str]] = []
    own: list[dict[str, Any]] = []
    for start, end in pairwise([*starts, len(s.tokens)]):
        part = s.part(start, end)
        words, span = str(part.one("text")), part.one("range")
        cues.append((span, words))
        own.append(text_options(part))
        s.take_from(part)
    s.all("number")
    exact = any(one.words.startswith(("从", "from")) for one in s.tokens if one.is_a("range"))
    need(exact or len(cues) == 1 or any(own[:-1]) or not own[-1])  # of all of them?
    if len(cues) == 1:
        return op.AddCaptions(tuple(cues), {**shared, **own[0]})
    return op.AddCaptions(tuple(cues), shared, tuple(own) if any(own) else ())


def _starts(s: Slots, first: str, second: str) -> list[int]:
    """Where each cue starts with these two kinds; empty when not all of them do."""
    said = [i for i in s.left() if not s.tokens[i].is_a("at") and not s.tokens[i].carries_nothing]
    pairs = list(pairwise(said))
    starts = [i for i, after in pairs if s.tokens[i].is_a(first) and s.tokens[after].is_a(second)]
    led = all(s.tokens[i - 1].tags & {"stop", "and"} for i in starts[1:])  # not "…, red 'B' 3-5 s"
    return starts if led and len(starts) == s.count("range") else []


def _plain_cues(s: Slots) -> op.AddCaptions:
    """Cues of any other form."""
    options = text_options(s) if s.count("range") == 1 else {}
    order = [i for i in s.left() if s.tokens[i].is_a("range") or s.tokens[i].is_a("text")]
    kinds = ["range" if s.tokens[i].is_a("range") else "text" for i in order]
    need(kinds and kinds == kinds[:2] * (len(kinds) // 2) and kinds[:1] != kinds[1:2])
    spans: list[Range] = s.all("range")
    texts = [str(text) for text in s.all("text")]
    s.all("number")
    return op.AddCaptions(tuple(zip(spans, texts, strict=True)), options)


def heard_captions(s: Slots) -> op.Operation | None:
    """Captions of the speech, when the message does not spell it out."""
    if s.has("remove", "cut", "replace", "off", "no"):
        return None
    if not (s.take("heard") | s.take("auto")):
        need(s.take("add", "generate") or (s.take("show") and not s.chinese and not s.has("pos")))
    s.take("heard")
    need(s.take("caption") or s.said("heard"))
    need(not _is_one(s))
    s.take("add", "generate", "show", "set")
    options = text_options(s)
    need(not s.has("text"))
    need(not (_FADED.intersection(options) and at_an_edge(s)))
    need(not (options and s.said("show") and _are_known(s)))  # "give the captions a box"
    return op.HeardCaptions(options)


def _is_one(s: Slots) -> bool:
    """Whether one caption is meant, which needs words: "add a caption", "加一条字幕"."""
    single = any(one.words.endswith(("一条", "一句")) for one in s.tokens)
    return single or any(
        one.words.lower() in ("a", "one") and after.words == "caption"
        for one, after in pairwise(s.tokens)
    )


def _are_known(s: Slots) -> bool:
    """Whether "the captions" are spoken of: those that are there."""
    return any(a.words.lower() == "the" and b.is_a("caption") for a, b in pairwise(s.tokens))
