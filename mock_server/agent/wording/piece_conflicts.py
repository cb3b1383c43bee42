"""Orders of one message that cannot all be meant: "bigger and smaller", "delete"
" the first clip, mute the second"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, Values, index
from mock_server.agent.wording.named_by_draft import There

_NTH = ("first", "second", "third", "fourth", "fifth")
_A_THING = Regex(
    rf"the (?:(?:{'|'.join(_NTH)}) )?(?:title|caption|lower third|logo|music|speech|picture in picture"
    rf"|video|clip)"
    r"|(?:both|all) [a-z]+s",
    re.IGNORECASE,
)
_ASPECTS = tuple(
    Regex(source, re.IGNORECASE)
    for source in (
        r"bigger|larger|smaller|\bsize\b|as big",
        r"louder|quieter|softer|volume|half",
        r"\Achange ",
        r"\Amove .* to the ",
        r"\Amake .* (?:[a-z]+)\Z",
        r"\A(?:show|move) .*\d|only (?:until"
        r"|from)",
        r"\Acut ",
        r"\Aremove ",
    )
)


def contradicts(orders: tuple[str, ...], plain: str, values: Values, there: There) -> bool:
    """Whether two orders may be of the same in one thing, or one of what another takes away."""
    things = [found[0] if (found := _A_THING.search(one)) else "" for one in orders]
    for aspect in _ASPECTS:
        those = [thing for one, thing in zip(orders, things, strict=True) if aspect.search(one)]
        if len(those) != len({*those}):
            return True
    gone = [thing for one, thing in zip(orders, things, strict=True) if one.startswith("remove ")]
    if any(things.count(one) > 1 for one in gone):
        return True
    counted = re.search(r"\b(?:second|third|fourth|last|clip)\b", plain, re.IGNORECASE)
    places = [
        _NTH.index(one.split()[1]) for one in gone if one.split()[1:2] and one.split()[1] in _NTH
    ]
    others = [
        _NTH.index(one.split()[1]) for one in things if one.split()[1:2] and one.split()[1] in _NTH
    ]
    if counted and places and max(others) > min(places):
        return True  # "delete the first clip, mute the second"
    said = {str(values.items[index(found[2])]) for one in orders for found in MARK.finditer(one)}
    return bool(said & {*there.texts})  # "change 'A' to 'B' and 'B' to 'A'"
