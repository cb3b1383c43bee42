"""A message that says of which part of the video what was said before is to be: "only the first half"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import TIMES

_ALL_BUT = Regex(
    r"\W*(?:(?:and|but|oh|wait|sorry|well|no|ok|okay)\b[ ,.!…-]*)*(?:except(?: for)?|but not|not|apart from"
    r"|leave out|everywhere (?:but|except))(?: (?:in|for|from|during))? (?P<part>[^,;]+)"
    r"|[ ,，]*(?:但|不过|可是)?(?:除了?(?P<zh>[^,，。;；]+?)(?:之外|以外|外)?"
    r"|(?P<zh2>[^,，。;；]+?)(?:除外|例外|不用|就不用|别)(?:这样)?了?)[ 。.!！]*",
    re.IGNORECASE,
)
_ONLY = Regex(
    r"\W*(?P<not>not (?:all of (?:it|them)|(?:the )?(?:whole|entire) (?:thing|video|clip)|everything"
    r"|everywhere|all (?:the way )?through)\b[ ,.!;–-]*(?:but )?)?"
    r"(?:(?:and|but|oh|wait|sorry|well|no|ok|okay|please|i mean|i meant|make (?:it|that)"
    r"|(?:keep|leave) (?:it|that|this)(?: (?:like|as) (?:that|it is))?(?= ?, ?but\b| but\b))\b[ ,.!…-]*)*"
    r"(?:only|just)(?: (?:do (?:it|that|this)|for|in|on|during|under|over|at))? (?P<part>[^,;]+)"
    r"|[ ,，]*(?:不对|不是|等等|还是|就|那)*[,，。]?(?:只|仅|就)(?:需要|要|给|铺|垫|放|用|在|改|调|对|把)*"
    r"(?P<zh>[^,，。;；]+?)(?:这样|就好|就行|就够了?|就可以|即可|吧|了)*[ 。.!！]*",
    re.IGNORECASE,
)
_STAYS_SO = (
    r"(?:[,;] ?(?:that|this|those|they|it)(?: (?:part|bit))? (?:stays?|(?:should|can) stay|remains?)"
    r"(?: (?:normal|audible|silent|as (?:it|they) (?:is|are|was|were)|untouched|the same|in colou?r"
    r"|(?:at )?normal speed|unchanged|the way (?:it|they) (?:is|are)))?)?"
)
_TAIL = Regex(
    r"(?:[ ,]*(?:though|please|instead|i mean|i meant|that is|thanks|then|at least|on|sorry))+"
    rf"{_STAYS_SO}[ .!]*\Z|{_STAYS_SO[:-1]}[ .!]*\Z",
    re.IGNORECASE,
)
_CERTAIN = Regex(
    r"(?:only|just) (?:do|for|in|on|during|under|over|from|until|up to|after|before|at)\b"
    r"|\b(?:though|instead|mean|meant)\b"
    r"|只(?:需要|要)?(?:给|铺|垫|放|用|改|调|对|在|从)|静音|黑白|倒放|加速|慢放|就够|不对|不是",
    re.IGNORECASE,
)
_PART = {"range", "from", "until"}


def _not_all(one: Part) -> Part:
    """The video where all of it was said."""
    whole = isinstance(one.value, Thing) and one.value.role == "video" and one.value.many
    return Part("thing", Thing("video"), one.words) if whole else one


def of_a_part(
    message: str, before: Sequence[Part], draft: Draft, names: tuple[str, ...]
) -> list[Part] | None:
    """The parts of the message before with that part of the video; None where it is no such message."""
    things = [one.value for one in before if isinstance(one.value, Thing)]
    if any(one.which and one.role != "clip" for one in things):
        return None  # it is only then there, or only then so?
    if kinds(before) & TIMES or kinds(before[:-1]) & {"comma", "and", "stop", "rest", "except"}:
        return None
    for limit, words in ((_ALL_BUT, "except"), (_ONLY, "")):
        found = limit.fullmatch(_TAIL.sub("", message) if not HAN.search(message) else message)
        if found is None:
            continue
        if limit is _ONLY and not (found["not"] or _CERTAIN.search(message)):
            return None  # that may be all that is kept
        told = parts_of(
            next(found[one] for one in ("part", "zh", "zh2") if found.groupdict().get(one)),
            draft,
            names,
        )
        there = {(one.kind, one.value) for one in before}
        said = [
            one
            for one in told or ()
            if one.kind not in ("to", "stop") and (one.kind, one.value) not in there
        ]
        if [one.kind for one in said] not in ([kind] for kind in _PART):
            return None
        if words and said[0].kind != "range":
            return None
        limiting = [Part("except", None, found[0]), said[0]] if words else [said[0]]
        return [*(_not_all(one) for one in before if one.kind not in ("stop", "whole")), *limiting]
    return None
