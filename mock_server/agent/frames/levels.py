"""How loud: a level that is asked for, or the factor by which it changes."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import degree, need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.quantities import Decibels


def share_of(value: object) -> float:
    """A level 0-2 from a share, decibels or a plain number such as 0.8 or 80."""
    need(isinstance(value, Decibels) or float(value) >= 0)  # type: ignore[arg-type]
    if isinstance(value, Decibels):
        share = 10 ** (value.db / 20)
    elif isinstance(value, Fraction) and value > 2:
        need(value >= 5)
        share = float(value / 100)
    else:
        share = float(value)  # type: ignore[arg-type]
    return round(share, 6)


_VALUES = ("percent", "level", "number", "factor")
_VALUE = "|".join(_VALUES)


def level(s: Slots) -> tuple[float | None, float | None]:
    """A level that is asked for, or the factor by which it changes; neither when none is named."""
    need(not any(t.is_a("factor") and "倍速" in t.words for t in s.tokens))
    need(not _two_levels(s))
    word = next((one for one in ("louder", "quieter") if s.has(one)), None)
    if s.row("to|at half") is not None or _names_half_of_all(s):
        s.all("volume", "louder", "quieter", "down", "up")
        return 0.5, None
    half = s.row("by half", "half")
    if half is not None and not s.said("to", "at"):
        need("by" in half or says_of_what(s, "volume", "louder", "quieter", "sound"))
        up, down = s.take("up"), s.take("down")
        need(not (up and (down or word == "quieter")) and not (down and word == "louder"))
        s.take(*(word,) if word else ())
        s.take("volume")
        return None, 1.5 if up or word == "louder" else 0.5
    if (times := s.row("by? double")) is not None:
        loud = any("loud" in token.words.lower() for token in s.tokens)
        need(word != "quieter" and (word or loud or s.has("volume")))
        s.take("louder")
        s.take("more")
        return None, float(times["double"])
    need(not (s.said("up") and s.has("number") and s.said("to")))  # "turn it up to 11"
    relative = (word or s.has("up", "down")) and not s.said("to", "at") and not _complains(s)
    need(not (s.chinese and relative and _names_one_behind(s)))
    by = s.row(f"by {_VALUE}", *((_VALUE,) if relative else ()))
    if by is not None:
        need("percent" not in by or by["percent"] <= 1 or "by" in by or not _leads_up(s))
        return None, _changed(s, next(v for k, v in by.items() if k in _VALUES), word)
    to = s.row(
        f"volume? at|to|for {_VALUE}", f"volume set? {_VALUE}", f"{_VALUE} volume", f"{_VALUE}"
    )
    if to is not None:
        need("number" not in to or s.said("volume", "louder", "quieter", "down", "up", "level"))
        for _ in range(2):
            s.take("volume", "louder", "quieter", "down", "up", "more")
        if s.chinese and word == "louder" and float(to.get("factor", 1)) > 1:
            return None, float(to["factor"])  # "音量提高到两倍": of what it is now
        wanted = share_of(next(v for k, v in to.items() if k in _VALUES))
        need(wanted <= 1 or way(s) >= 0)  # "turn it down to 150 %"
        return wanted, None
    return None, _step(s, word)


def _names_half_of_all(s: Slots) -> bool:
    """Whether a half is a level, not a change: "half volume", "调到一半音量"."""
    pairs = list(pairwise(s.tokens))
    plain = any(a.words.lower() in ("half", "一半") and b.is_a("volume") for a, b in pairs)
    to = any(a.words.endswith(("到", "至", "为", "成")) and b.words == "一半" for a, b in pairs)
    return (plain or to) and s.take("half")


def way(s: Slots) -> int:
    """1 where a level that is asked for has to be louder than it is now, -1 quieter: "down to 30 %"."""
    plain = [b for a, b in pairwise(s.tokens) if a.words.lower() != "the"]
    words = [*s.tokens[:1], *plain]  # "the quieter of the two" is at any level
    louder = any(one.is_a("louder") or one.is_a("up") for one in words)
    quieter = any(one.is_a("quieter") or one.is_a("down") for one in words)
    return louder - quieter


def says_of_what(s: Slots, *kinds: str) -> bool:
    """Whether a half is a change, and not a part: "half the music" may be half of its time."""
    part = any(one.words.lower() in ("half", "half the", "一半", "半") for one in s.tokens)
    return not part or s.said("set", "down", "up", *kinds)


def _complains(s: Slots) -> bool:
    """Whether a sound is too loud, so that a share is what it is to be: "too loud, 20 %"."""
    steps = [one.words for one in s.tokens if one.is_a("louder") or one.is_a("quieter")]
    return bool(steps) and all(words.lower().startswith(("too ", "太")) for words in steps)


def _names_one_behind(s: Slots) -> bool:
    """Whether a share stands behind a step, to which or by which it may be: "大声点 40%"."""
    return any(
        a.words.endswith(("点", "些")) and any(map(a.is_a, _STEPS)) and any(map(b.is_a, _VALUES))
        for a, b in pairwise(s.tokens)
    )


def _leads_up(s: Slots) -> bool:
    """Whether a verb stands before the share: "increase the volume 110 %" may be to or by it."""
    order = [t for t in s.tokens if t.is_a("louder") or t.is_a("percent")]
    return order[0].is_a("louder")


_STEPS = ("louder", "quieter", "up", "down")


def _two_levels(s: Slots) -> bool:
    """Whether a level and a step are asked for, one after the other: "at 50 %, and louder"."""
    steps = [i for i, t in enumerate(s.tokens) if any(map(t.is_a, _STEPS))]
    values = [i for i, t in enumerate(s.tokens) if any(map(t.is_a, _VALUES))]
    return any(
        token.is_a("and") or token.words == "再" or (token.is_a("stop") and value < step)
        for step in steps
        for value in values
        for token in s.tokens[min(step, value) : max(step, value)]
    )


def _changed(s: Slots, value: object, word: str | None) -> float:
    up, down = s.take("up"), s.take("down")
    quieter = word == "quieter" or down
    need(quieter != (word == "louder" or up))
    s.take("louder", "quieter")
    if isinstance(value, Decibels):
        return round(10 ** (abs(value.db) / 20 * (-1 if quieter else 1)), 6)
    share = float(value)  # type: ignore[arg-type]
    need(not quieter or share < 1 or (share == 1 and not s.chinese))
    return round(1 - share if quieter else 1 + share, 6)


def _step(s: Slots, word: str | None) -> float | None:
    if word is None and s.has("up", "down"):
        need(not (s.has("up") and s.has("down")))
        word = "louder" if s.take("up") else "quieter"
        s.take("down")
    if word is None:
        return None
    s.take(word)
    need(not s.has("louder", "quieter", "to"))
    s.take("up", "down")
    s.take("too")
    s.take("more")
    return degree(s, word)


def levelled(s: Slots, found: op.Change) -> op.Change:
    """A change of a sound, with the level that is asked for."""
    if "vol" in found.values or "duck" in found.values:
        return found
    to, by = level(s)
    if by is not None:
        return replace(found, louder=by)
    if to is None:
        return found
    return replace(found, values={**found.values, "vol": to}, way=way(s))
