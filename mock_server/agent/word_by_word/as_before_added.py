"""What a message adds to the one before, beside what takes the place of its like: where a clip that was put
at the end is to be instead, how strong a look is to be, and a multiple of what was told."""

import re
from collections.abc import Sequence
from fractions import Fraction

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.as_before_words import (
    BUT_NOT,
    NOT_BUT,
    NUMBERED,
    ONCE_MORE,
)
from mock_server.agent.word_by_word.parts import Part, kinds

_STRENGTH = Regex(r"strength|intensity|strong", re.IGNORECASE)
_OF_A_CLIP_AT_THE_END = {
    "add", "append", "insert", "make", "file", "atend", "stop", "to", "move",
}  # fmt: skip
_MULTIPLE = Regex(
    r"(?:make (?:it|that) |just |only |maybe )?(?P<n>twice|double|half|a third|a quarter"
    r"|three times|triple)"
    r" (?:that|of (?:that|it)|as (?:long|much|fast|loud)|the (?:length|speed|time|volume))",
    re.IGNORECASE,
)
_FIRST = Regex(r"(?:it )?(?:first|up front)[ .!]*", re.IGNORECASE)
_TIMES = {
    "twice": Fraction(2), "double": Fraction(2), "half": Fraction(1, 2), "a third": Fraction(1, 3),
    "a quarter": Fraction(1, 4), "three times": Fraction(3), "triple": Fraction(3),
}  # fmt: skip
_A_SOUND_BY_NAME = {"add", "make", "text", "at", "bare at", "stop", "to", "sound there"}
_MADE_ONCE_MORE = {"sound effect", "effect sound", "split", "blur it", "zoom in"}


def added_to(before: Sequence[Part], said: Sequence[Part], *, moves: bool) -> list[Part] | None:
    """The parts of the message before with what another adds to them."""
    placed = at_the_start_instead(before, said) or at_an_end_instead(before, said)
    return (placed if moves else None) or so_strong(before, said)


def at_the_start_instead(before: Sequence[Part], said: Sequence[Part]) -> list[Part] | None:
    """A clip that was put at the end, at the start."""
    told = kinds(before)
    if [one.kind for one in said] != ["atstart"] or not {"file"} <= told <= _OF_A_CLIP_AT_THE_END:
        return None
    if not told & {"append", "atend"} or sum(one.kind == "file" for one in before) != 1:
        return None
    return [Part("insert", None, "insert"), *(one for one in before if one.kind == "file"), *said]


def at_an_end_instead(before: Sequence[Part], said: Sequence[Part]) -> list[Part] | None:
    """A clip that was put in at a time, at the end or at the start."""
    files = [one for one in before if one.kind == "file"]
    told = kinds(before) - _OF_A_CLIP_AT_THE_END
    if (
        [one.kind for one in said] not in (["atend"], ["atstart"])
        or told not in ({"at"}, {"totime"})
        or len(files) != 1
    ):
        return None
    put_in = kinds(before) & {"insert", "add", "append"}
    verb = "append" if said[0].kind == "atend" else "insert"
    return [Part(verb, None, verb), *files, *said] if put_in else None


def so_strong(before: Sequence[Part], said: Sequence[Part]) -> list[Part] | None:
    """A look, so strong."""
    looks = [i for i, one in enumerate(before) if one.kind == "lookname"]
    if [one.kind for one in said] != ["amount"] or not _STRENGTH.search(said[0].words):
        return None
    if len(looks) != 1 or kinds(before) & {"amount", "level"}:
        return None
    return [*before[: looks[0] + 1], said[0], *before[looks[0] + 1 :]]


def told_anew(text: str, before: Sequence[Part]) -> str:
    """The figure that is a multiple of the one before: "over 2 seconds", "twice as long", or the place of a
    clip that is to be first; else empty."""
    if _FIRST.fullmatch(text):
        return "at the start" if {"file"} <= kinds(before) <= _OF_A_CLIP_AT_THE_END else ""
    found = _MULTIPLE.fullmatch(text.strip(" ,.!"))
    figures = [one for one in before if one.kind in ("long", "level", "factor", "range")]
    if found is None or len(figures) != 1 or kinds(before) & {"text", "by", "at"}:
        return ""
    was, times = figures[0].value, _TIMES[found["n"].lower()]
    if isinstance(was, Range):
        edge = (
            was.end if was.start == 0 else -was.start if was.start < 0 and was.end is None else None
        )
        was = edge
    if not isinstance(was, int | float | Fraction):
        return ""
    share = (
        100
        if figures[0].kind == "level"
        else Fraction(1, 1000)
        if figures[0].kind != "factor"
        else 1
    )
    return f"{float(Fraction(str(was)) * share * times):g}"


def once_more(message: str, before: Sequence[Part]) -> str:
    """ "Another one at 16" as "same for at 16", where the message before makes such a thing."""
    found = ONCE_MORE.match(message)
    told = kinds(before)
    if found is None or not (told & _MADE_ONCE_MORE or "text" in told <= _A_SOUND_BY_NAME):
        return message
    return f"same for {message[found.end() :]}"


def until_then(was: object, end: object) -> Range | None:
    """A stretch that ends then, or with the video."""
    if not isinstance(was, Range) or was.start < 0 or was.end is None:
        return None
    until = end if isinstance(end, int) else None
    return Range(was.start, until) if until is None or until > was.start else None


def at_that_edge(was: object, long: int) -> Range | None:
    """The first, or the last, so many seconds in the place of others."""
    if not isinstance(was, Range):
        return None
    if was.start == 0 and was.end is not None and was.end > 0:
        return Range(0, long)
    return Range(-long, None) if was.start < 0 and was.end is None else None


def not_but(message: str, before: str) -> str:
    """ "Not the first five, the last five" as "no, the last five", where the one before says the first."""
    found = NOT_BUT.fullmatch(message) or BUT_NOT.fullmatch(message)
    if found is None:
        return message
    denied = re.findall(r"[a-z0-9]+", found["was"].lower())
    said = set(re.findall(r"[a-z0-9]+", before.lower())) | {"the", "one", "a"}
    said |= {"at", "end"} if "append" in said else set()
    numbers = {one for one in denied if NUMBERED.fullmatch(one)}
    if not denied or not {*denied} - numbers <= said:
        return message
    return f"no, {found['wanted']}"


def at_the_other_edge(one: Part, before: Sequence[Part]) -> bool:
    """Whether so much is told of the one edge of the video, and that of the other before."""
    spans = [each.value for each in (*before, one) if each.kind == "range"]
    edges = [
        "start"
        if each.start == 0 and each.end
        else "end"
        if each.start < 0 and not each.end
        else ""
        for each in spans
        if isinstance(each, Range)
    ]
    return sorted(edges) == ["end", "start"] and len(spans) == len(edges)
