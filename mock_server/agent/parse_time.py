"""Builders that change the order and the duration of the main track."""

from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.building import file_names, looks_like_file, moment, one_range
from mock_server.agent.clauses import Clause
from mock_server.agent.options import first
from mock_server.agent.quantities import Decibels, Time, Track
from mock_server.agent.ranges import Range

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
    """Trim pauses; the longest clause of the language, which names each value."""
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


def keep_to(clause: Clause) -> op.Operation | None:
    """ "Trim the video to 30 s" keeps its first 30 s."""
    found = clause.next("range", "time")
    if isinstance(found, Time):
        return op.Keep((Range(0, found.ms),))
    return op.Keep((found,)) if found is not None else None


def split(clause: Clause) -> op.Operation | None:
    at = moment(clause)
    return None if at is None else op.Split(at)


_LAST_FRAME = (
    r"\b(?:last|final) (?:video )?(?:frame|picture|image)|\bat the (?:very )?end\b"
    r"|最后(?:一帧|的?画面)|末帧|结尾"
)


def freeze(clause: Clause) -> op.Operation | None:
    found = one_range(clause)
    if found and found.end is not None and found.start >= 0:
        return op.Freeze(found.start, found.end - found.start)
    at = clause.take(r"(?:\bat|frame of|second) (?:the )?<time>", r"(?:在|于|把|将) ?<time>")
    length = clause.take(
        r"(?:\bfor|lasting|of|hold\w*) ?<time>",
        r"(?:持续|停留|保持|定格|时长|为)[^\ue000]{0,4}<time>",
    )
    last = not isinstance(at, Time) and clause.has(_LAST_FRAME)
    at_ms = at.ms if isinstance(at, Time) else None if last else moment(clause)
    length_ms = length.ms if isinstance(length, Time) else moment(clause)
    if at_ms is None and not last:
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
    value = clause.next("factor", "percent") or clause.take(r"\b(?:by|to|of|at) <number>")
    if value is None and clause.has(_TWICE):
        return Fraction(2)
    if value is None and clause.has(_HALF):
        return Fraction(1, 2)
    if value is None:
        return Fraction(1, 2) if clause.has(r"slow[- ]mo|慢动作|slow motion") else None
    factor = Fraction(value).limit_denominator(10_000)
    if factor == 1 and clause.has(
        r"加速|加快|更快|快一|放慢|减速|慢一"
    ):  # "加速一倍" is twice as fast
        return Fraction(1, 2) if clause.has(_SLOWER) else Fraction(2)
    # "slow down 2x" halves the speed, "slow down to 0.5x" says the speed itself
    return 1 / factor if factor > 1 and clause.has(_SLOWER) else factor


_EACH = r"\b(?:each|every|apiece|per (?:picture|image|photo|clip))\b|每|各"


def place(clause: Clause) -> op.Operation | None:
    """Place uploaded clips in the order named, each with the time that follows it."""
    every = clause.next("time") if clause.has(_EACH) and len(clause.left("time")) == 1 else None
    tracks = _tracks(clause)
    named, every = _timed_names(clause, every)
    if not all(looks_like_file(name) for name, _ in named):
        return None
    if not named:
        everything = clause.has(r"pictures?|images?|photos?|files?|everything|图片|照片|素材|文件")
        return op.Place((), (every.ms,) if every else (), everything)
    ordered = clause.has(r"\border\b|\bsequence\b|顺序|依次|先后")
    names = tuple(name for name, _ in named)
    return op.Place(names, _told(named), ordered=ordered, tracks=tracks)


def _tracks(clause: Clause) -> tuple[int | None, ...]:
    """The sound track that follows each name of a file, empty where none is named."""
    found: list[int | None] = []
    for i in clause.left("text", "file", "track"):
        value = clause.values.items[i]
        if not isinstance(value, Track):
            found.append(None)
        elif found:
            found[-1] = value.number
            clause.used.add(i)
    return tuple(found) if any(found) else ()


def _timed_names(
    clause: Clause, every: Time | None
) -> tuple[list[tuple[str, int | None]], Time | None]:
    """The names, each with the time (ms) that follows it, and the time given for each.

    A name given twice counts twice.
    """
    named: list[tuple[str, int | None]] = []
    for i in clause.left("text", "file", "time"):
        value = clause.values.items[i]
        if not isinstance(value, Time):
            named.append((value, None if every is None else every.ms))
        elif named:
            named[-1] = (named[-1][0], value.ms)
        else:
            every = value
        clause.used.add(i)
    return named, every


def _told(named: list[tuple[str, int | None]]) -> tuple[int | None, ...]:
    durations = tuple(duration for _, duration in named)
    return durations if any(durations) else ()


_WHICH = (
    (r"\bfirst (?:video )?(?:clip|segment|video|shot)|第一[个段]", 0),
    (r"\bsecond (?:video )?(?:clip|segment|video|shot)|第二[个段]", 1),
    (r"\bthird (?:video )?(?:clip|segment|video|shot)|第三[个段]", 2),
    (r"\b(?:last|final) (?:video )?(?:clip|segment|video|shot)|最后一[个段]", -1),
)


def remove_clip(clause: Clause) -> op.Operation | None:
    which = first(clause, _WHICH)
    name = clause.next("file", "text")
    if name is None and which is None and not clause.has(r"\bgenerated\b|生成的"):
        return None
    return op.RemoveClip(
        None if name is None else str(name), which if isinstance(which, int) else None
    )


_FADES = (
    r"(?:fade|dissolve|overlap|transition)\w*(?: of| lasting| over| by)? <time>",
    r"<time>的?(?:淡化|叠化|渐变|转场|重叠|交叉)",
    r"(?:淡化|叠化|渐变|转场|重叠)[^\ue000]{0,4}<time>",
)


def join(clause: Clause) -> op.Operation | None:
    fade = clause.take(*_FADES) if len(clause.left("time")) > 1 else clause.next("time")
    length = fade.ms if isinstance(fade, Time) else 0
    tracks = _tracks(clause)
    if not clause.left("time"):
        return op.Join(file_names(clause), length, (), tracks)
    named, _ = _timed_names(clause, None)
    return op.Join(tuple(name for name, _ in named), length, _told(named), tracks)


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
