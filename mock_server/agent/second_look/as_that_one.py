"""What is told by another thing: "half the size of B" and "twice as long as the title" change neither, and
count from what that is like."""

import re

from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.second_look.words import LAYERS
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_TIMES = {
    "": 1.0, "just": 1.0, "exactly": 1.0, "half": 0.5, "twice": 2.0, "a third": 1 / 3, "a quarter": 0.25,
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0,
}  # fmt: skip
_SO_MANY = r"half|twice|(?:two|three|four|five|\d) times|a third|a quarter"
_COMPARED = Regex(
    rf"\b(?:(?P<factor>{_SO_MANY}|just|exactly)? ?\bas (?P<like>long|big|large|loud|tall|wide) as"
    rf"|(?P<share>{_SO_MANY}) (?:of )?the (?P<what>length|size|volume|duration|height|width) of"
    r"|(?:down |up )?to the (?P<level>level|size|volume|length|duration) of"
    r"|(?:smaller|bigger|larger|louder|quieter|longer|shorter) than) (?P<other>[^,.;!?\n]+)",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth")
_NEAR, _CLOSE = 20, 0.011  # ms; of a level


def is_done_to_the_other(message: str, edit: Edit) -> bool:
    """ "Make A half the size of B", and B is smaller; "let 'Hi' last twice as long as 'Ho'", and it lasts
    twice as long as it did."""
    if not (found := _COMPARED.search(message)):
        return False
    others = _meant(found["other"].casefold(), edit.before[1])
    changed = [was for was, _ in edit.altered]
    if not others:
        return False
    if any(one in others for one in changed):
        return True
    like = (found["like"] or found["what"] or found["level"] or "").casefold()
    factor = (found["factor"] or found["share"] or "").casefold().removesuffix(" times")
    times = _TIMES[factor] if factor in _TIMES else float(factor)
    if like in ("loud", "volume", "level"):
        return any(
            all(abs(now.get("vol", 1) - times * one.get("vol", 1)) > _CLOSE for one in others)
            for was, now in edit.altered
            if was.get("vol") != now.get("vol")
        )
    if like not in ("long", "length", "duration"):
        return False
    return any(
        changed_keys(was, now) & {"size", "scale"}
        or all(abs(now["d"] - times * one["d"]) > _NEAR for one in others)
        for was, now in edit.altered
    )


def _meant(said: str, there: list[Segment]) -> list[Segment]:
    """The layers that are meant: by their text or file, by their number, or by their kind."""
    named = [
        one
        for one in there
        if any(re.search(rf"(?<!\w){name}(?!\w)", said) for name in _names(one))
    ]
    if named:
        return named
    for number, ordinal in enumerate(_ORDINALS):
        if ordinal in said.split():
            texts = sorted((one for one in there if "text" in one), key=lambda one: int(one["s"]))
            return texts[number : number + 1]
    return [one for one in there if (kind := LAYERS.get(str(one["role"]))) and kind.search(said)]


def _names(one: Segment) -> set[str]:
    src = str(one.get("src", ""))
    told = (one.get("text"), one.get("name"), src, src.partition(".")[0])
    return {re.escape(str(each).casefold()) for each in told if each}
