"""When a thing comes by another that is there: "three seconds after the title" is not right behind it, and
"with the title" not at the start."""

import re
from collections.abc import Iterator

from mock_server.agent.second_look.edit import Edit, new_sources
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms
from mock_server.timeline.tracks import Segment, end_of

_S = r" ?-?(?:s|secs?|seconds?)\b"
_THING = r"(?:the |that |my |our |a )?(?P<thing>[a-z-]*(?: third| tag)?)"
_LATER = Regex(
    rf"(?<!for )(?<!the )(?<!next )(?<!first )(?<!last )(?<!another )(?P<ms>{NUMBER}){_S}"
    rf" (?P<side>after|behind|before) {_THING}",
    re.IGNORECASE,
)
_FOR_SO_LONG_BEFORE = Regex(
    rf"\bfor (?:the )?(?P<ms>{NUMBER}){_S} (?:right |just )?before {_THING}", re.IGNORECASE
)
_WITH = Regex(
    r"\b(?:show|add|put|play|display|bring)\b[^,;.]* (?:together |along )?with (?:the |my |our )"
    r"(?P<thing>[a-z-]+(?: third)?)\W*\Z",
    re.IGNORECASE,
)
_STARTS = Regex(
    r" (?:has )?(?:starts?|started|begins?|appears?|comes?|is shown|pops)\b", re.IGNORECASE
)
_MOVED = words(
    r"\b(?:later|earlier|moves?|shift|delay|push|back|forward|sooner|longer|too|remaining)\b"
)


def _things(named: str, edit: Edit) -> list[Segment]:
    """The layers that were there of the kind that is named; all where nothing known is."""
    roles = [role for role, regex in LAYERS.items() if named and regex.search(named)]
    there = edit.before[1]
    if named and not roles:
        return []
    return [one for one in there if not roles or one["role"] in roles]


def _starts(edit: Edit) -> set[int]:
    found = {one["s"] for was, one in edit.layers if one and (not was or was["s"] != one["s"])}
    found |= {
        one["s"] for was, one in edit.altered if was["s"] == one["s"] and was["d"] == one["d"]
    }
    if edit.before[0] != edit.after[0]:
        found |= set(_edges(edit.after[0]))
    return found


def _edges(clips: list[Segment]) -> Iterator[int]:
    for one in clips:
        yield from (one[key] for key in ("s", "in", "out") if key in one)
        yield end_of(one)


def _comes_at_another_distance(plain: str, edit: Edit) -> bool:
    """ "Add the logo for four seconds, starting two seconds after the title", and it comes at the start."""
    if not edit.values or _MOVED.search(plain) or not (found := _LATER.search(plain)):
        return False
    ms, things = clock_ms(found["ms"]), _things(found["thing"], edit)
    if not things:
        return False
    sign = -1 if found["side"].lower() == "before" else 1
    at_its_end = sign > 0 and not _STARTS.match(plain, found.end())
    told = {(end_of(one) if at_its_end else one["s"]) + sign * ms for one in things}
    ends = {
        end_of(one) for was, one in edit.altered if end_of(was) != end_of(one) and was not in things
    }
    return not told & (_starts(edit) | ends)


def _is_not_before_it(plain: str, edit: Edit) -> bool:
    """ "Show the logo for 5 seconds before the title appears", and it is there to the end."""
    if not edit.values or not (found := _FOR_SO_LONG_BEFORE.search(plain)):
        return False
    things = _things(found["thing"], edit)
    told = {one["s"] - clock_ms(found["ms"]) for one in things}
    ends = {end_of(one) for _, one in edit.layers if one} or set(_edges(edit.after[0]))
    return bool(things) and not (told & _starts(edit) and {one["s"] for one in things} & ends)


def _is_not_with_it(plain: str, edit: Edit) -> bool:
    """ "Show 'World' with the title", and the title comes later."""
    if len(edit.added) != 1 or not (found := _WITH.search(plain)):
        return False
    things = _things(found["thing"], edit)
    return bool(things) and all(one["s"] != edit.added[0]["s"] for one in things)


_OVER_IT = words(
    r"\b(?:under|over|above|below|beneath|underneath|behind|on|across|during|of|with) (?:it"
    r"|that one|this one)\b",
    "(?:它|那段|这段|新的?片段|新的那段)的?(?:下面|上面|上方|下方|背后|期间|左上|右上|左下|右下)"
    "|[给为配](?:它|那段|这段)",
)


def _lies_beside_the_new_clip(plain: str, edit: Edit) -> bool:
    """ "Put b.mp4 at the end and calm music under it", and the music plays all along."""
    new = [one for one in edit.after[0] if one.get("src") in new_sources(edit)]
    if not new or not edit.before[0] or not _OVER_IT.search(plain):
        return False
    low, high = new[0]["s"], end_of(new[-1])
    return any(one["s"] < low or end_of(one) > high for one in edit.added)


_AT_THE_JOINT = words(
    r"\bat the (?:joint|join|cut)\b|\bbetween the (?:two |first and second )?clips\b",
    "接缝|衔接处"
    r"|接头|相接|两段(?:之间|中间)",
)


def _is_not_at_the_joint(plain: str, edit: Edit) -> bool:
    """ "接缝处加叠化和音效嗖", and that is heard at the start."""
    early = any(one["s"] == 0 and not edit.lasts(one) for one in edit.added)
    return early and len(edit.after[0]) > 1 and bool(_AT_THE_JOINT.search(plain))


CHECKS = (
    _is_not_at_the_joint,
    _lies_beside_the_new_clip,
    _comes_at_another_distance,
    _is_not_before_it,
    _is_not_with_it,
)
