"""What a clause that follows one about a part of the video is about: that part, or all of it."""

from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, at_stretch, part_of, placed_alone
from mock_server.agent.clauses.heads import head_of
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Clip, Stretch


def with_its_part(
    clause: Clause, before: op.Operation | None, *, together: bool, joined: bool = False
) -> Clause:
    """A clause about "it" after one about a part: "reverse the last clip and mute it".

    It is the clip; left alone after a range, where it may be the whole video as well, and where
    nothing is named in a sentence (`together`) about a clip: "second clip: reversed and muted", or behind
    an "and" (`joined`).
    """
    part = part_of(before)
    placed = placed_alone(before)
    about_it = any(
        token.is_a("it") or "it" in token.words.lower().split() for token in clause.tokens
    )  # "slow it down" is one token
    named = any(token.is_a(kind) for token in clause.tokens for kind in ("video", "clip", "all"))
    about_it |= bool(together and placed and _only_says_how(clause))
    on_all = [one for one in clause.operations if isinstance(one, ON_PARTS) and not part_of(one)]
    of_part = placed or part is not None or any(map(_is_a_text_throughout, clause.operations))
    if of_part and lies_over_it(clause):
        return replace(clause, operations=())
    if placed and on_all and not named:
        found = tuple(at_stretch(one, placed) for one in clause.operations)
        return replace(clause, operations=found if about_it else ())  # of it, or of all?
    if part is None or named or not on_all:
        return clause
    if not about_it:
        if joined and not _names_any(clause):
            return replace(clause, operations=())  # "2x from 5 to 8 s and louder"
        of_clip = together and isinstance(part, Clip)
        return replace(clause, operations=()) if of_clip else clause
    found = tuple(at_stretch(one, part) for one in clause.operations)
    return replace(clause, operations=found if isinstance(part, Clip) else ())


def lies_over_it(clause: Clause) -> bool:
    """Whether something is added over a clip, or in its first seconds: "…, a title over it"."""
    if not any(isinstance(one, op.AddLayer) for one in clause.operations):
        return False
    told = [token for token in clause.tokens if not token.is_a("says")]  # "that reads"
    text = " ".join(token.words.lower() for token in told).replace("with its sound", "")
    said = {*text.split()}
    return not said.isdisjoint(("it", "its", "that")) and "all" not in said


def _is_a_text_throughout(one: op.Operation) -> bool:
    return isinstance(one, op.AddLayer) and one.role in op.TEXTS and one.range == op.WHOLE


_NAMES = ("video", "clip", "picture", "sound", "all", "whole", "volume", "speed")


def _names_any(clause: Clause) -> bool:
    return any(token.is_a(kind) for token in clause.tokens for kind in _NAMES)


_HOW = ("muted", "silent", "silenced", "reversed", "without sound", "with no sound", "no sound", "静音",
        "声音关掉", "关掉声音", "不要声音", "声音去掉", "黑白")  # fmt: skip


def _only_says_how(clause: Clause) -> bool:
    """Whether a clause says how what was just placed is: ", muted", "并静音"."""
    words = [token.words.lower() for token in clause.tokens if not token.is_a("stop")]
    return words[:1] == ["并"] or "".join(words) in _HOW


_ITS_OWN = (
    "video", "clip", "clips", "all", "whole", "it", "ba", "range", "portion", "nth", "time", "start",
    "end", "file", "then", "rest",
)  # fmt: skip
_OF_ALL = Regex("整|全|始终|都|其[余他它]|剩|别的|一直|然后|接着|再|最后|[那这它他此]")


def with_part_said_once(clauses: list[Clause]) -> list[Clause]:
    """Chinese clauses behind one that begins with its part are of that part, as long as they name nothing
    else: "将10到20秒加速到2倍,声音静音"."""
    part = _led_by(clauses[0]) if len(clauses) > 1 else None
    if part is None:
        return clauses
    done = [clauses[0]]
    for clause in clauses[1:]:
        named = any(token.is_a(kind) for token in clause.tokens for kind in _ITS_OWN)
        said = "".join(token.words for token in clause.tokens)
        whole = [isinstance(one, ON_PARTS) and not part_of(one) for one in clause.operations]
        if named or _OF_ALL.search(said) or not (whole and all(whole)):
            break
        found = tuple(at_stretch(one, part) for one in clause.operations)
        done.append(replace(clause, operations=found))
    rest = clauses[len(done) :]
    # What changes the duration comes last, so that all are at that time.
    done.sort(key=lambda one: any(isinstance(each, op.Speed) for each in one.operations))
    return [*done, *rest]


def _led_by(clause: Clause) -> Stretch | None:
    """The part that a clause begins with, behind a "将"."""
    said = [token for token in clause.tokens if not token.carries_nothing or token.is_a("ba")]
    led = len(said) > 1 and said[0].is_a("ba") and not head_of(said[1:2])
    if not led or not any(map(said[1].is_a, ("range", "portion", "nth", "clip", "file"))):
        return None
    if not HAN.search(said[0].words):
        return None
    parts = {_stretch_of(one) for one in clause.operations}
    return parts.pop() if len(parts) == 1 else None


def _stretch_of(one: op.Operation) -> Stretch | None:
    zoomed = isinstance(one, op.AddLayer) and one.role == "effect" and one.range != op.WHOLE
    return one.range if zoomed and isinstance(one, op.AddLayer) else part_of(one)
