"""What is to be so, and what is not: "the second title should be red, not the first", of which the first is
red; "only the last clip should be muted"."""

import re
from collections.abc import Iterator

from mock_server.agent.second_look.edit import Edit, effect
from mock_server.agent.second_look.words import LAYERS
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.properties import MAIN
from mock_server.timeline.tracks import Segment, end_of

_NOT = Regex(
    r"(?:,|\bbut|\band|;)+ not (?:on |in |at |from |for |with )?(?:the |b\b|any\b|my |\d"
    r"|\s*\W*\Z)(?!same\b|way\b)"
    r"[^.;]{0,40}[ .!]*\Z"
    r"|,? (?:and |but )?the [\w ]{3,24} (?:shouldn't|should not|is not to|isn't to)(?: be)?\W*\Z"
    r"|\A\W*only (?:the )?[\w ]{1,30}? (?:should|must|is to|has to|ought to) "
    r"|[,，](?:而)?不是[^,，。；;色]{1,10}[ 。.!！]*\Z"
    r"|\A[ ,，]*(?:只有|只让)[^,，。；;]{2,10}(?:是|要"
    r"|应该)",
    re.IGNORECASE,
)
_KEYS = (
    "color", "pos", "shadow", "outline", "style", "fade_in", "fade_out", "vol", "speed", "reverse",
    "rotate", "background", "tr", "denoise", "stabilize",
)  # fmt: skip
_AS_ANY = ("fade_in", "fade_out", "speed", "tr", "rotate")  # so at whatever value


_NOT_THERE = Regex(r"\bnot (?:from )?(\d+)(?: ?s\w*)? ?(?:to|-|until) ?(\d+)\b", re.IGNORECASE)


def leaves_the_other_so(plain: str, edit: Edit) -> bool:
    """Whether one thing has become so, and what else was so is so still."""
    if not _NOT.search(plain):
        return False
    old, new = ({*_values([*side[0], *side[1]])} for side in (edit.before, edit.after))
    come = {(key, value) for _, key, value in new - old}
    there = _NOT_THERE.search(plain)
    span = (int(there[1]) * 1_000, int(there[2]) * 1_000) if there else (0, edit.ends[0])
    denied = [*edit.after[0], *edit.after[1]]
    if (told := _DENIED.search(plain)) is not None:
        denied = [one for one in denied if _may_be(one, told[0])]
    kept = {*_values(_within(denied, *span))} & old
    return any((key, value) in come for _, key, value in kept) or _adds_a_second(edit)


_DENIED = Regex(r"\bnot (?:on |in |at |from |for |with )?(?:the|my) [^,.;]*\Z", re.IGNORECASE)


def _may_be(one: Segment, told: str) -> bool:
    """Whether these words may mean it: "the music" is no clip."""
    layers = [role for role, named in LAYERS.items() if named.search(told)]
    return not layers or one.get("role", "clip") in layers


def _within(segments: list[Segment], start: int, end: int) -> list[Segment]:
    """What is there at some time between two."""
    return [one for one in segments if one["s"] < end and start < end_of(one)]


def _values(segments: list[Segment]) -> Iterator[tuple[str, str, str]]:
    """How each of them is; a clip is what it shows of its file."""
    for one in segments:
        clip = one.get("role", "clip") in MAIN
        where = f"{one.get('src')}{one.get('in')}" if clip else str(one.get("id"))
        for key in _KEYS:
            if key in one:
                yield where, key, "" if key in _AS_ANY else str(one[key])


def _adds_a_second(edit: Edit) -> bool:
    """ "Zoom in from 30 to 40, not 10 to 20", and there are two."""
    here = {one["id"] for one in edit.after[1]}
    kept = {effect(one) for one in edit.before[1] if one["id"] in here} - {""}
    return any(effect(one) in kept for one in edit.added)


_ITS_JOIN = Regex(r"\bits (?:cross-?fade|transition|dissolve|wipe|join)\b", re.IGNORECASE)


def _changes_every_transition(plain: str, edit: Edit) -> bool:
    """ "Reverse b.mp4 and remove its crossfade", and the one before another clip has gone, too."""
    was, now = (
        [one.get("tr") for one in side[0] if one.get("tr")] for side in (edit.before, edit.after)
    )
    return (
        len(was) > 1
        and bool(_ITS_JOIN.search(plain))
        and sum(one not in was for one in now) + len(was) - len(now) > 1
    )


_INTO = Regex(
    r"\b(?:cross-?fade|dissolve|transition|wipe|dip to (?:black|white)|fade)s?\b[^.;]*? (?:in)?to"
    r" \W*(?:(?:with|for|over|of|lasting)\b[^.;]*)?\Z"
    r"|\A\W*bring in \s*(?:with|using) an? [^.;]*(?:cross-?fade|dissolve|transition|wipe)\W*\Z"
    r"|\A\s*(?:加|做|用)?(?:个|一个)?(?:转场|叠化|交叉淡化|擦除|黑场过渡)(?:过渡)?到\s*[ 。.!！]*\Z",
    re.IGNORECASE,
)
_ONCE_MORE = Regex(
    r"\b(?:append|insert|again|another|once more|copy|repeat|at the end|attach)\b", re.IGNORECASE
)


def _adds_it_once_more(plain: str, edit: Edit) -> bool:
    """ "Crossfade into b.mp4", which stands there already, and it stands there twice."""
    was, now = ([str(one.get("src")) for one in side[0]] for side in (edit.before, edit.after))
    more = any(now.count(one) > was.count(one) for one in was if len({*was}) > 1)
    return (
        len(now) > len(was) and more and bool(_INTO.search(plain)) and not _ONCE_MORE.search(plain)
    )


CHECKS = (leaves_the_other_so, _changes_every_transition, _adds_it_once_more)
