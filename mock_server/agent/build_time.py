"""Builders for what changes the order and the duration of the picture."""

from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.building import file_names, moment, one_range
from mock_server.agent.clauses import Clause
from mock_server.agent.quantities import Decibels, Time

_KEEP = (
    r"\b(?:keep|leave|preserve|retain|keeping|leaving|retaining|preserving|with|padding(?: of)?"
    r"|margin(?: of)?)(?: a| about| up to)?(?: margin of| padding of| pause of)? ?<time>",
    r"<time>(?: of)?(?: \w+){0,2} (?:at|on|around|before|to|of) (?:either|each|both|every|the)\b",
    r"(?:保留|留下?|留出|留有)[^\ue000]{0,6}<time>",
    r"<time>(?:的)?(?:余量|留白|边距|缓冲)",
)
_LONGER = (
    r"(?:longer|more|over|above|greater|exceed\w*|at least|minimum(?: of)?|last\w*)(?: than)? ?<time>",
    r"<time> or (?:longer|more)",
    r"(?:超过|大于|长于|多于|至少|不少于|最短|不短于)(?:了)? ?<time>",
    r"<time>(?:以上|及以上)",
)


def trim_pauses(clause: Clause) -> op.Operation | None:
    """Pauses out; the longest clause of the language, each value named by its words."""
    longer = clause.take(*_LONGER)
    keep = clause.take(*_KEEP)
    longer = longer or clause.next("time", "range")
    keep = keep or clause.next("time")
    level = clause.next("level")
    return op.TrimPauses(
        _longer_than(longer),
        keep.ms if isinstance(keep, Time) else 200,
        level.db if isinstance(level, Decibels) else None,
    )


def _longer_than(value: object) -> int:
    if isinstance(value, Time):
        return value.ms
    # "after 0.7 s of silence" reads as a range
    return getattr(value, "start", 600) or 600


def trim_fillers(clause: Clause) -> op.Operation | None:
    clause.all("text")
    return op.TrimFillers()


def cut(clause: Clause) -> op.Operation | None:
    found = clause.all("range")
    return op.Cut(tuple(found)) if found else None


def keep(clause: Clause) -> op.Operation | None:
    found = clause.all("range")
    return op.Keep(tuple(found)) if found else None


def split(clause: Clause) -> op.Operation | None:
    at = moment(clause)
    return None if at is None else op.Split(at)


def freeze(clause: Clause) -> op.Operation | None:
    found = one_range(clause)
    if found and found.end is not None and found.start >= 0:
        return op.Freeze(found.start, found.end - found.start)
    at = clause.take(r"(?:\bat|frame of|second) (?:the )?<time>", r"(?:在|于|把|将) ?<time>")
    length = clause.take(
        r"(?:\bfor|lasting|of|hold\w*) ?<time>",
        r"(?:持续|停留|保持|定格|时长|为)[^\ue000]{0,4}<time>",
    )
    at_ms = at.ms if isinstance(at, Time) else moment(clause)
    length_ms = length.ms if isinstance(length, Time) else moment(clause)
    if at_ms is None:
        return None
    return op.Freeze(at_ms, length_ms or 2_000)


def reverse(clause: Clause) -> op.Operation | None:
    return op.Reverse(one_range(clause) or op.WHOLE)


def speed(clause: Clause) -> op.Operation | None:
    factor = _factor(clause)
    if factor is None or factor <= 0:
        return None
    return op.Speed(factor, one_range(clause) or op.WHOLE)


_SLOWER = r"\bslow(?:er|ing|ed)?\b|减速|放慢|变慢|慢放|慢动作|慢速|慢一[点些]"
_TWICE = r"\bdouble\b|\btwice\b|加速一倍|快一倍"
_HALF = r"\bhalf\b|减半|一半|半速|慢一倍"


def _factor(clause: Clause) -> Fraction | None:
    value = clause.next("factor", "percent")
    if value is None and clause.has(_TWICE):
        return Fraction(2)
    if value is None and clause.has(_HALF):
        return Fraction(1, 2)
    if value is None:
        return Fraction(1, 2) if clause.has(r"slow[- ]mo|慢动作|slow motion") else None
    factor = Fraction(value).limit_denominator(10_000)
    if factor == 1 and clause.has(r"倍"):
        return Fraction(1, 2) if clause.has(_SLOWER) else Fraction(2)
    # "slow down 2x" halves the speed, "slow down to 0.5x" says the speed itself
    return 1 / factor if factor > 1 and clause.has(_SLOWER) else factor


def place(clause: Clause) -> op.Operation | None:
    """Uploaded clips in the order in which they are named, pictures with their durations."""
    names = file_names(clause)
    times = [time.ms for time in clause.all("time")]
    return op.Place(names, _durations(len(names), times))


def _durations(count: int, times: list[int]) -> tuple[int | None, ...]:
    """One time is for every clip; otherwise they are told off in order."""
    if len(times) == 1:
        return tuple(times * max(count, 1))
    return tuple(times[:count])


def join(clause: Clause) -> op.Operation | None:
    fade = clause.next("time")
    return op.Join(file_names(clause), fade.ms if fade is not None else 0)


def transition(clause: Clause) -> op.Operation | None:
    at = clause.take(
        r"(?:\bat|cut)(?: the)?(?: (?:cut|point|transition))?(?: (?:at|of|near|around))? ?<time>",
        r"(?:在|于)(?:时间线)?(?:的)?(?:第)? ?<time>(?: ?(?:处|的|这|剪|切))",
        r"在 ?<time>",
    )
    length = moment(clause)
    return op.Transition(500 if length is None else length, at.ms if at is not None else None)


def remove_transition(clause: Clause) -> op.Operation | None:
    at = moment(clause)
    return op.RemoveTransitions(at)


def generate(clause: Clause) -> op.Operation | None:
    length = clause.next("time")
    prompt = clause.next("text")
    if prompt is None:
        return None
    return op.Generate(length.ms if length is not None else 5_000, prompt)
