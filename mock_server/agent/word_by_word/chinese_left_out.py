"""What a Chinese message leaves unsaid: of which kind "第二个" is, where there is but one kind."""

from collections.abc import Callable, Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.parts import Part, Thing
from mock_server.agent.word_by_word.things import LAYERS, Draft

_TWO, _THREE = 2, 3
_OF_TWO = Regex("[前后]面?[一那][个条]")
_UNCLEAR = Part("unclear", None, "")
_COUNTED = {"noun", "sound effect", "sounds there", "sound there", "effect sound"}


def with_nouns(
    parts: Sequence[Part], draft: Draft, parse: Callable[[str], Sequence[Part] | None]
) -> list[Part]:
    """The parts with a noun behind each number that has none, and "the middle one" as a number."""
    role = _only_kind(draft, parse)
    named, taken = False, ""
    found: list[Part] = []
    for i, one in enumerate(parts):
        behind = parts[i + 1].kind if i + 1 < len(parts) else ""
        if one.kind == "nth" and one.value == "middle":
            there = draft.of(_role(parts[i + 1 :], taken or role))
            number = len(there) // 2 if len(there) >= _THREE and len(there) % 2 else None
            kind = "nth" if number or one.words[-1] != "的" else "place"
            one = Part(kind, number if kind == "nth" else "center", one.words)
        if one.kind == "nth" and _OF_TWO.match(one.words):
            there = draft.of(_role(parts[i + 1 :], taken or role or _noun_before(found)))
            one = one if len(there) == _TWO and len(draft.there.clips) == 1 else _UNCLEAR
        if one.kind in ("ends", "some", "all added"):
            found.append(_several(one, parts[i + 1 :], role, draft))
            continue
        if found and found[-1].kind == "thing" and one.kind == "noun":
            taken = str(one.value)
            continue  # it is that of the number before
        found.append(one)
        named |= one.kind == "noun"
        if one.kind == "nth" and behind not in _COUNTED and not named and (taken or role):
            found.append(Part("noun", taken or role, ""))
    return found


def _noun_before(parts: Sequence[Part]) -> str:
    nouns = [str(one.value) for one in parts if one.kind == "noun"]
    return nouns[-1] if nouns and nouns[-1] in LAYERS else ""


def _several(one: Part, behind: Sequence[Part], role: str, draft: Draft) -> Part:
    """ "The first and the last title", "the last two titles", "what I have added"."""
    if one.kind == "all added":
        added = tuple(range(len(draft.there.roles)))
        return Part("thing", Thing("text", added, many=True), one.words)
    next_noun = [str(each.value) for each in behind[:1] if each.kind == "noun"]
    kind = (
        next_noun[0]
        if next_noun and next_noun[0] in (*LAYERS, "text")
        else ""
        if next_noun
        else role
    )
    there = draft.of(kind)
    if not kind or len(there) < _THREE or len(draft.there.clips) > 1:
        return Part("unclear", None, one.words)
    if one.kind == "ends":
        return Part("thing", Thing(kind, (there[0], there[-1]), many=True), one.words)
    count = int(str(one.value))
    if abs(count) >= len(there):
        return Part("unclear", None, one.words)
    meant = there[:count] if count > 0 else there[count:]
    return Part("thing", Thing(kind, tuple(meant), many=True), one.words)


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
