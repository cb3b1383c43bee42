"""Whether each figure of a message is seen in what has changed: a time, a length, a level, a share."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations
from math import gcd
from typing import Any

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import DIGITS_ZH, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.text_size import SIZES
from mock_server.timeline.tracks import Segment, end_of

_FIGURE = Regex(r"(\d+):(\d\d)(?::(\d\d))?(?:[.,](\d+))?|(\d+)/(\d+)|\d+[.,]\d+|\.\d+|\d+")
_COUNTS = Regex(  # "1) mute it 2) cut …"
    r"(?<![\d.:])\d{1,2}(?:[.)、）:：](?!\d)|\ufe0f?\u20e3| - )|\b(?:step|clip|part|track) \d+"
    r"|\bfrom \d+ ?(?:%|percent) to\b|\d+秒?前后",
    re.IGNORECASE,
)
_HALF = Regex(r"[秒分]?半(?![速段部]|透明)| and a half\b", re.IGNORECASE)
_NO_TIME = Regex(r" ?(?:%|percent|x\b|times\b|degrees?\b|db\b|倍|度|成)", re.IGNORECASE)
_BY = Regex(
    r"\b(?:by|lower|raise|turn|reduce|increase|boost|drop|trim|cut|crop|zoom|speed|faster|slower"
    r"|transparent)\b"
    r"|(?:%|percent) ?(?:louder|quieter|faster|slower|more|less|bigger|larger|smaller|down|up)\b"
    r"|(?<!\d)-(?=\d)|[+降加减增快慢大小]|调[高低]|提[高速升]|透明",
    re.IGNORECASE,
)
_SPEED = Regex(r"\d+(?:\.\d+)? ?(?:x\b|倍)", re.IGNORECASE)
_TIMES = ("s", "d", "fade_in", "fade_out")
_CLOSE, _ROUNDED, _IN_MS = 0.0021, 1.5, 50  # how near, and from where on it is milliseconds
_MOST = 60  # figures of a message, or edges of clips, that are held against each other
_LOUDEST = 200  # decibels, beyond which nothing is meant


def loses_a_figure(plain: str, edit: Edit) -> bool:
    """Whether a figure in words without quoted texts is found nowhere in what has changed, alone or with
    another one, nor may be a time at which there was a text or a sound, or of the video."""
    if any(one.get("still") for one in edit.before[0]):
        plain = _SPEED.sub(" ", plain)  # which a picture does not have
    told = list(_figures(_COUNTS.sub(" ", plain)))
    if not told or len(told) > _MOST:
        return False
    seen, by = sorted(_seen(edit)), bool(_BY.search(plain))
    passing = [one for one in edit.before[1] if one.get("role") not in ("music", "overlay")]
    there = [edge for one in passing for edge in (one["s"], end_of(one))] or [-1]
    moved = edit.before[0] != edit.after[0]
    end = edit.ends[1]  # what lies behind it is told of
    figures = [figure for figure, _ in told]
    return any(
        not (
            (
                moved or one * 1_000 >= end or min(there) <= one * 1_000 <= max(there)
                if is_time
                else one == 1
            )
            or is_among(seen, said_values(one, by, edit))
            or is_among(seen, [1_000 * abs(one + other) for other in _others(one, figures)])
        )
        for one, is_time in told
    )


def _others(figure: float, figures: list[float]) -> Iterator[float]:
    for one in {*figures} - {figure}:
        yield from (one, -one)


def is_among(seen: list[float], said: list[float]) -> bool:
    """Whether one of some figures is, nearly, among others in their order."""
    for one in said:
        near = _CLOSE if abs(one) < _IN_MS else _ROUNDED
        i = bisect_left(seen, one - near)
        if i < len(seen) and seen[i] - one <= near:
            return True
    return False


def _figures(plain: str) -> Iterator[tuple[float, bool]]:
    """The figures, and whether they may be times."""
    for match in _FIGURE.finditer(plain):
        minutes, seconds, further, rest, above, below = match.groups()
        is_time = not _NO_TIME.match(plain, match.end())
        half = 0.5 if _HALF.match(plain, match.end()) else 0.0
        if minutes:
            whole = int(minutes) * 60 + int(seconds)
            yield float(f"{whole * 60 + int(further) if further else whole}.{rest or 0}"), True
        elif above:
            yield int(above) / (int(below) or 1), False
        else:
            yield float(match[0].replace(",", ".")) + half, is_time


def said_values(figure: float, by: bool, edit: Edit) -> list[float]:
    """What a figure may be in a draft: ms, a share, a factor, a change, an angle, decibels."""
    share, loud = figure / 100, min(figure, _LOUDEST) / 20
    found = [
        figure,
        -figure,
        figure * 1_000,
        figure * 60_000,
        figure * 3_600_000,
        share,
        360 - figure,
        10**loud,
    ]
    found += [10**-loud, share * edit.ends[0]]
    found += [1 / figure] if figure else []
    changes = [1 - share, 1 + share]
    return [*found, *changes, *(1 / one for one in changes if one)] if by else found


def _paces(edit: Edit) -> Iterator[float]:
    """How many times faster than one was before each part of a clip is now."""
    were = {float(one.get("speed") or 1) for one in edit.before[0]}
    for one in edit.after[0]:
        for key in ("speed", "speed_to"):
            if isinstance(now := one.get(key), int | float):
                yield from (float(now) / was for was in were)


def _seen(edit: Edit) -> set[float]:
    """Every figure of what has changed, and what lies between two of them."""
    found = {float(len(edit.added)), float(len(edit.layers)), float(len(edit.after[0]))}
    for one in (one for pair in edit.layers for one in pair if one):
        found.update(leaves(one), (float(end_of(one)),))
    ends = [float(one) for one in edit.ends]
    if edit.before[0] != edit.after[0]:
        for one in (*edit.before[0], *edit.after[0]):
            found.update(
                leaves(one), (float(end_of(one)), one.get("in", 0) / (one.get("speed") or 1))
            )
        found.update(_paces(edit))
        for was, now in edit.clips:
            found |= set(between(was, now))
        edges = {float(one[key]) for one in edit.after[0] for key in ("in", "out") if key in one}
        found |= {abs(ends[0] - ends[1]), *ends}
        if len(edges) <= _MOST:
            found |= {abs(one - other) for one, other in combinations(edges, 2)}
    found |= {abs(end - one) for one in [*found] for end in ends}
    for was, now in edit.changes:
        found |= set(between(was, now))
    width, height = edit.size
    common = gcd(width, height) or 1
    return found | {float(width), float(height), width / common, height / common}


def leaves(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def between(was: Segment, now: Segment) -> Iterator[float]:
    """By how much, and how many times, the values of a segment are other ones."""
    usual = {"vol": 1.0, "size": float(SIZES.get(str(now.get("role")), 0)), "scale": 0.2}
    for key in (*_TIMES, "vol", "size", "scale", "speed"):
        one, other = was.get(key, usual.get(key, 0)), now.get(key, usual.get(key, 0))
        if isinstance(one, int | float) and isinstance(other, int | float):
            if key in (*_TIMES, "size"):
                yield abs(float(other - one))
            yield other / one if one else 0.0
    yield abs(float(end_of(was) - end_of(now)))


_AS_NOW = Regex(
    r"\b(?:its|current|present|existing|actual) (?:volume|level|loudness|size|width|speed|length)\b"
    r"|\b(?:it|that|they) (?:is|are) now\b|\b(?:as|than) (?:right )?now\b"
    r"|\b(?:half|quarter|third|percent|%) of that\b"
    r"|(?:现在|目前|当前|原来|原先)的?(?=一半|[一二两三四五六七八九十]+(?:分之|倍)|\d+(?:\.\d+)?(?: ?%"
    r"|倍)|百分之)",
    re.IGNORECASE,
)
_SHARES: tuple[tuple[str, float], ...] = (
    (r"\bhalf\b|一半", 0.5), (r"\bquarter\b|四分之一", 0.25), (r"\bthird\b|三分之一", 1 / 3),
    (r"\bthree[- ]quarters?\b", 0.75), (r"\btwo[- ]thirds?\b", 2 / 3),
    (r"\b(?:twice|double|two times)\b|[两二]倍", 2.0), (r"\b(?:three times|triple)\b|三倍", 3.0),
    (r"\bfour times\b|四倍", 4.0), (r"\bfive times\b|五倍", 5.0),
)  # fmt: skip


_THE_VOLUME = words(
    r"\band (?:lower|raise|halve|turn (?:up|down)) the volume\b", "(?<!音量)(?<!声音)(?<!音)放大"
)


def _levels_a_sound(plain: str, edit: Edit) -> bool:
    """ "play a whoosh and lower the volume", "加嗖的音效，同时放大1.2倍", and that is how loud it is."""
    loud = any(
        one.get("role") == "sound" and "vol" in one and one.get("name") != "bleep"
        for one in edit.added
    )
    return loud and bool(_THE_VOLUME.search(plain))


def _is_no_share_of_now(plain: str, edit: Edit) -> bool:
    """ "down to half of its current volume", and it is 50 %, whatever it was."""
    if not _AS_NOW.search(plain):
        return False
    told = [share for words, share in _SHARES if re.search(words, plain, re.IGNORECASE)]
    told += [
        DIGITS_ZH.index(one[2]) / DIGITS_ZH.index(one[1])
        for one in re.finditer("([二三四五六七八九])分之([一二三四五六七八九])", plain)
    ]
    told += [float(one[1]) / 100 for one in re.finditer(r"(\d+(?:\.\d+)?) ?(?:%|percent)", plain)]
    told += [float(one[1]) for one in re.finditer(r"(\d+(?:\.\d+)?) ?(?:倍|times\b|x\b)", plain)]
    changed = [
        (was.get(key, usual), now.get(key, usual))
        for was, now in edit.changes
        for key, usual in (("vol", 1.0), ("speed", 1.0), ("scale", None), ("size", None))
        if was.get(key) != now.get(key)
    ]
    met = [
        any(was and abs(now / was - share) < _CLOSE_SHARE for share in told) for was, now in changed
    ]
    return bool(told and changed) and not any(met)


_CLOSE_SHARE = 0.02
_NEGATIVE = Regex(
    r"(?:[到为成第在至]|\bat|\bto|\bfor) ?-\d+(?:\.\d+)?(?! ?(?:lufs|db|分贝|decibels?|[\d.:]|[到至-]))",
    re.IGNORECASE,
)
_RAMPED = Regex(
    r"从[\d.]+ ?倍?[速]?[到至][\d.]+ ?倍|(?<!speed )\bfrom [\d.]+ ?x to [\d.]+ ?x|先慢后快|先快后慢",
    re.IGNORECASE,
)
_OF_ANOTHER_ONE = Regex(
    "是(?:它|音乐|标题|旁白|人声|原声|logo)的?(?:音量)?的?(?:一半|[0-9.]+ ?[%倍])"
)


def _takes_no_negative(plain: str, edit: Edit) -> bool:
    """ "音量调到-20%", and it is 80 %; "从0.5倍到2倍", and it is 2; "人声是它的一半"."""
    if edit.values and (_NEGATIVE.search(plain) or _OF_ANOTHER_ONE.search(plain)):
        return True
    ramp = any("speed_to" in one or "ramp" in one for one in edit.after[0])
    paced = any(key == "speed" for key, _ in edit.values)
    return paced and not ramp and bool(_RAMPED.search(plain))


_LOWER = Regex(
    r"\b(?:lower|reduce|decrease|turn (?:it |the \w+ )?down|bring (?:it |the \w+ )?down|quieter|softer)\b"
    "|减小|减到|降(?!噪)|压低|调低|调小|(?<!太)小声",
    re.IGNORECASE,
)
_RAISE = Regex(
    r"\b(?:raise|boost|increase|turn (?:it |the \w+ )?up|bring (?:it |the \w+ )?up|louder)\b"
    "|提高|加大|调高|调大|(?<!太)大声|升",
    re.IGNORECASE,
)


_LEVEL = Regex(r"\d ?(?:%|percent)|百分之|[一二三四五六七八九]成", re.IGNORECASE)


def goes_the_other_way(plain: str, edit: Edit) -> bool:
    """ "音乐减小到一半", and it is louder than it was."""
    down, up = bool(_LOWER.search(plain)), bool(_RAISE.search(plain))
    pairs = [
        (was.get("vol", 1.0), now.get("vol", 1.0))
        for was, now in edit.changes
        if was.get("vol", 1.0) != now.get("vol", 1.0) and now.get("vol") != 0 != was.get("vol")
    ]
    if down == up or not pairs or _LEVEL.search(plain):
        return False
    return all((one < other) == down for one, other in pairs)


_ITS_LENGTH = Regex(r"时长|长度|\b(?:length|duration)\b", re.IGNORECASE)
_ITS_LEVEL = Regex(r"音量|声|大小|字|\b(?:volume|level|size|loud\w*|quiet\w*)\b|%", re.IGNORECASE)


def _changes_its_level(plain: str, edit: Edit) -> bool:
    """ "音乐时长减半", and it is half as loud."""
    louder = any(
        was.get(key) != now.get(key) and was["d"] == now["d"]
        for was, now in edit.altered
        for key in ("vol", "size")
    )
    return louder and bool(_ITS_LENGTH.search(plain)) and not _ITS_LEVEL.search(plain)


CHECKS = (
    _is_no_share_of_now,
    _levels_a_sound,
    _takes_no_negative,
    goes_the_other_way,
    _changes_its_level,
)
