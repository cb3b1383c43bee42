"""Things of which some are spared: "all titles except the last one", "every clip but the second"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.word_by_word.parts import Part, Thing
from mock_server.agent.word_by_word.things import Draft

_BOTH = Regex(r"\b(?:both|two)\b|两", re.IGNORECASE)


def without_those_spared(parts: Sequence[Part], draft: Draft) -> list[Part]:
    """The parts with what is left of all of a kind where some of them are spared."""
    out = list(parts)
    while (found := _spared(out)) is not None:
        at, first, last = found
        if _BOTH.search(out[at].words):
            return list(parts)
        every, spared = out[at].value, [one.value for one in out[first : last + 1]]
        left = _left(every, [one for one in spared if isinstance(one, Thing)], draft)
        if left is None:
            return list(parts)
        named = [Part("thing", one, out[at].words) for one in left]
        ends = last + 1 < len(out) and first == 0 and out[last + 1].kind == "comma"
        gone = {*range(first, last + 1 + ends)}
        out = [
            each
            for i, one in enumerate(out)
            if i not in gone
            for each in (named if i == at else [one])
        ]
    return out


def _spared(parts: Sequence[Part]) -> tuple[int, int, int] | None:
    """Where all of a kind stand, and from where to where it is told which of them are spared."""
    for i, one in enumerate(parts[:-1]):
        if one.kind != "except" or parts[i + 1].kind != "thing":
            continue
        last = i + 1
        while [each.kind for each in parts[last + 1 : last + 3]] == ["and", "thing"]:
            last += 2
        behind = (
            [j for j in range(last + 1, len(parts)) if parts[j].kind == "thing"] if i == 0 else []
        )
        before = [j for j in range(i) if parts[j].kind == "thing"]
        at = (before[-1:] or behind[:1] or [-1])[0]
        if at >= 0 and not any(each.kind == "stop" for each in parts[min(at, i) : max(at, i)]):
            return at, i, last
    return None


def _left(every: object, spared: Sequence[Thing], draft: Draft) -> list[Thing] | None:
    """What is left; None where that is not certain."""
    if not isinstance(every, Thing) or not every.many or not spared:
        return None
    clips = len(draft.there.clips)
    if every.role == "video" and all(one.role == "clip" and len(one.which) == 1 for one in spared):
        rest = [i for i in range(clips) if (i,) not in [one.which for one in spared]]
        return [Thing("clip", (i,)) for i in rest] or None
    gone = {i for one in spared for i in one.which}
    if not gone or not all(one.which and (len(one.which) == 1 or one.many) for one in spared):
        return None
    if not gone < {*every.which}:
        return None
    return [Thing(every.role, tuple(i for i in every.which if i not in gone), many=True)]
