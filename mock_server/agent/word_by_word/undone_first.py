"""A message that takes back what the one before it did, and asks for something else: "put that back and cut
the first 5 seconds instead"."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.reader import told_by
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import VERBS
from mock_server.agent.wording.named_by_draft import There

_SO = (
    r"(?:no|nope|oh|ok|okay|sorry|wait|oops|actually|well|hm+|please|now|my mistake|my bad"
    r"|on second thought|wrong(?: one| title| caption| clip| part| bit)?"
    r"|(?:that's|that was) (?:wrong|the wrong one)"
    r"|can you|could you|let's)"
)
_UNDONE_FIRST = Regex(
    rf"\W*(?:{_SO}\b[ ,.!…:-]*)*"
    r"(?:(?P<back>(?:put|bring|get|take) (?:that|it|them|those|this|(?P<named>(?:the )?[^,.;]{2,24}?))"
    r" back(?: again| in)?|restore (?:that|it|them))"
    r"|(?:undo|revert|cancel|scrap|forget)(?: about)? (?:that|this|it|(?:the|my) last (?:one|step|change"
    r"|edit|thing)|the (?P<what>[a-z -]{3,20}?))|take (?:that|it) back)"
    r"(?: ?[,.;!…–-]+ ?(?:(?:and|then|instead|now|please|just|rather) ?,? ?)*"
    r"|,? (?:and|then|but)(?: (?:then|now|please|instead|just|rather))* )"
    r"(?P<rest>[^?]+?)(?:,? (?:instead|please|rather))*[ .!]*",
    re.IGNORECASE,
)
_TWO = Regex(r"[,;]|[.!] \w|\b(?:and|then|but)\b", re.IGNORECASE)
_NAMED = {"thing", "text", "file", "range", "from", "until", "at"}
_TOOK_AWAY = Regex(
    r"\b(?:remove|delete|cut|trim|take|drop|lose|get rid|mute|erase|ditch|scrap|chop)\b",
    re.IGNORECASE,
)


def undone_first(message: str, last: str, there: There, names: tuple[str, ...]) -> Reading | None:
    """The reading of a message that undoes the last one (said where `there` was there) first."""
    found = None if HAN.search(message) else _UNDONE_FIRST.fullmatch(message)
    if found is None or HAN.search(last):
        return None
    draft = Draft(there, files=names)
    before = parts_of(last, draft, names)
    if found["back"] and not _TOOK_AWAY.search(last):
        return None
    verbs = [one for one in before or () if one.kind in VERBS - {"make", "change", "gone"}]
    if found["back"] and (len(verbs) > 1 or (not before and _TWO.search(last))):
        return None  # all of it, or what was taken away?
    if what := found["what"] or found["named"]:
        said = {*re.findall(r"[a-z0-9]+", last.lower())}
        if not {*re.findall(r"[a-z0-9]+", what.lower())} - {"the"} <= said or not before:
            return None
        if kinds(before[:-1]) & {"and", "comma", "stop"}:
            return None
    told = parts_of(found["rest"], draft, names)
    if told and "it" in kinds(told):
        told = (_of_what_came_back if found["back"] else _of_the_same)(told, before or ())
    if found["back"] and told and not kinds(told) & _NAMED:
        return None  # that of what comes back
    if not told or kinds(told) & {
        "it",
        "them",
        "that stretch",
        "also",
        "undo",
        "another",
        "former",
    }:
        return None
    understood = [
        Understood(each, message) for one in told_by(told, draft) for each in one.operations
    ]
    return Reading("en", [Understood(op.Undo(), message), *understood], []) if understood else None


def _of_what_came_back(told: Sequence[Part], before: Sequence[Part]) -> list[Part] | None:
    """The parts with the one thing that was taken away for "it"."""
    things = [one for one in before if isinstance(one.value, Thing) and len(one.value.which) == 1]
    if len(things) != 1 or any(isinstance(one.value, Thing) for one in told):
        return None
    if [one.kind for one in before if one.kind not in ("stop", "to")] not in (
        ["remove", "thing"], ["make", "thing", "gone"], ["mute", "thing"],
    ):  # fmt: skip
        return None
    return [things[0] if one.kind == "it" else one for one in told]


_HOW = {
    "change", "make", "it", "level", "amount", "color", "place", "scale", "points", "to", "stop", "bit",
    "louder", "quieter", "up", "down", "only", "bigger", "smaller", "instead", "raise", "lessen",
}  # fmt: skip


def _of_the_same(told: Sequence[Part], before: Sequence[Part]) -> list[Part] | None:
    """The parts with the one thing that what is undone was about for "it"."""
    things = [one for one in before if isinstance(one.value, Thing)]
    if len(things) != 1 or not kinds(told) <= _HOW or kinds(before[:-1]) & {"and", "comma", "stop"}:
        return None
    thing = things[0].value
    if not isinstance(thing, Thing) or not (
        thing.role in ("video", "own") or len(thing.which) == 1
    ):
        return None
    kept = [one for one in told if one.kind != "instead"]
    return [things[0] if one.kind == "it" else one for one in kept]
