"""What is told by what is there already: "hold the last frame for 5 seconds instead of 3", "crop another
5%", "fade out just like the fade in"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_ONE_MORE = words(
    r"\b(?:another|again|more|longer|extra|second|also|too|as well|once|both|each)\b",
    "[再又还也另]|更|多",
)


_CHANGES = words(
    r"\b(?:instead|rather|not|make|change|only|should|hold|keep)\b", "[改换]|不是|应该"
)


def _freezes_it_again(plain: str, edit: Edit) -> bool:
    """ "Hold the last frame for 5 seconds, not 3", and it is held for eight."""
    if edit.frozen <= 0 or _ONE_MORE.search(plain) or not _CHANGES.search(plain):
        return False
    held = [[one for one in side[0] if "freeze" in one] for side in (edit.before, edit.after)]
    if sum(one["d"] for one in held[1]) <= sum(one["d"] for one in held[0]):
        return False  # a held frame that is cut in two
    was, now = ([_frame(one) for one in side] for side in held)
    return any(now.count(one) > was.count(one) for one in was)


def _frame(one: Segment) -> tuple[object, object]:
    return one.get("src"), one.get("in")


_FIGURES = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_BY_SO_MUCH = Regex(
    rf"\b(?:plus|another|a further|an extra|an additional|minus) (?P<n>\d+(?:\.\d+)?|{'|'.join(_FIGURES)})"
    r" ?(?:%|percent\b)",
    re.IGNORECASE,
)
_LEVELS = ("vol", "speed", "opacity", "scale", "zoom")  # what is as it was recorded without a value


def _takes_a_change_for_a_level(plain: str, edit: Edit) -> bool:
    """ "Volume plus 10%", and that is all that is left of it."""
    told = {
        float(_FIGURES.get(one["n"].lower(), one["n"])) / 100 for one in _BY_SO_MUCH.finditer(plain)
    }
    if not told:
        return False
    there = {key for side in edit.before for one in side for key in _keys(one)}
    return any(
        _is_one_of(value, told)
        for key, value in edit.values
        if key in _LEVELS or key in there  # a first crop of 5% may be told so
    )


def _keys(one: Segment) -> set[str]:
    amount = isinstance(one.get("color"), dict) and "amount" in one["color"]
    return {key for key in one if key.startswith("crop")} | ({"color.amount"} if amount else set())


def _is_one_of(value: str, told: set[float]) -> bool:
    try:
        return float(value) in told
    except ValueError:
        return False


_AS_LONG = words(
    r"\b(?:the )?same (?:length|duration)\b",
    r"\b(?:just |exactly )?(?:like|as long as|the same as|matching) the (?:other )?(?:fade|one)\b",
    "一样长|同样长|时长一样|时长相同|长度一样|一样的时长",
)


def _fades_for_another_time(plain: str, edit: Edit) -> bool:
    """ "Fade out with the same length" behind a fade in of 3 seconds, and it fades for one."""
    if not _AS_LONG.search(plain):
        return False
    was, now = (
        [
            one[key]
            for layer in side
            for one in layer
            for key in ("fade_in", "fade_out")
            if key in one
        ]
        for side in (edit.before, edit.after)
    )
    return bool(was) and set(was) != set(now)


CHECKS = (_freezes_it_again, _takes_a_change_for_a_level, _fades_for_another_time)
