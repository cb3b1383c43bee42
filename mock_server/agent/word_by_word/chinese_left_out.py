"""What a Chinese message leaves unsaid: of which kind "第二个" is, where there is but one kind."""

from collections.abc import Callable, Sequence

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.parts import Part
from mock_server.agent.word_by_word.things import LAYERS, Draft

_THREE = 3
_COUNTED = {"noun", "sound effect", "sounds there", "sound there", "effect sound"}


def with_nouns(
    parts: Sequence[Part], draft: Draft, parse: Callable[[str], Sequence[Part] | None]
) -> list[Part]:
    """The parts with a noun behind each number that has none, and "the middle one" as a number."""
    role = _only_kind(draft, parse)
    named = False
    found: list[Part] = []
    for i, one in enumerate(parts):
        behind = parts[i + 1].kind if i + 1 < len(parts) else ""
        if one.kind == "nth" and one.value == "middle":
            there = draft.of(_role(parts[i + 1 :], role))
            number = len(there) // 2 if len(there) >= _THREE and len(there) % 2 else None
            kind = "nth" if number or one.words[-1] != "的" else "place"
            one = Part(kind, number if kind == "nth" else "center", one.words)
        found.append(one)
        named |= one.kind == "noun"
        if one.kind == "nth" and behind not in _COUNTED and role and not named:
            found.append(Part("noun", role, ""))
    return found


def _role(behind: Sequence[Part], role: str) -> str:
    noun = next((str(one.value) for one in behind if one.kind == "noun"), role)
    return noun if noun in (*LAYERS, "text") else role


def _only_kind(draft: Draft, parse: Callable[[str], Sequence[Part] | None]) -> str:
    """The kind of all the layers, or of those that the message before told of; else empty."""
    there = draft.there
    if len(there.clips) > 1:
        return ""
    roles = {*there.roles}
    if len(roles) > 1 and draft.follows and HAN.search(there.last):
        told = [str(one.value) for one in parse(there.last) or () if one.kind == "noun"]
        roles &= {one for one in told if one in LAYERS}
    return roles.pop() if len(roles) == 1 else ""
