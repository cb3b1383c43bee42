"""Whether two orders of one sentence want one thing to be two ways at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, pairwise

from mock_server.agent import operations as op
from mock_server.agent.clauses.pieces import is_of_clips, is_of_last, is_of_pieces
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.ranges import Clip, Middle, Others, Portion, Range, Stretch, Within


@dataclass(frozen=True)
class Told:
    """One thing that an operation settles: what, for which time, and how.

    `how` is None where it depends on what was there: "louder" twice is louder still.
    """

    what: str
    how: object
    span: Stretch = op.WHOLE
    by: int = 0
    """The number of the operation that settles it."""


def contradict(operations: Sequence[op.Operation], *, in_order: bool = False) -> bool:
    """Whether one thing is to be two ways at once: "make the title red and blue".

    `in_order` says that one cut after the other is wanted: "cut 5 s, and then the first 10 s".
    """
    told = list(settles(operations))
    added = {what for one in operations for what in _given(one)}
    changed = {one.what for one in told}
    return (
        any(
            _at_odds(one, other, in_order=in_order)
            for one, other in combinations(told, 2)
            if one.by != other.by
        )
        or not added.isdisjoint(changed)
        or (not in_order and _shifts_a_share(operations))
        or _takes_a_name(operations)
        or _changes_what_is_gone(operations)
        or _silences_what_is_new(operations)
    )


def same_matter(orders: Sequence[op.Operation], others: Sequence[op.Operation]) -> bool:
    """Whether some of these settle what some of the others settle, for a time that they share."""
    return any(
        one.what == other.what and overlap(one.span, other.span)
        for one in settles(orders)
        for other in settles(others)
    )


def denies(orders: Sequence[op.Operation], denied: Sequence[op.Operation]) -> bool:
    """Whether what is denied was ordered: "add captions. Don't add captions"."""
    added = {_adds(one) for one in orders} - {None}
    return same_matter(orders, denied) or not added.isdisjoint(map(_adds, denied))


def adds_another(done: Sequence[op.Operation], asked: Sequence[op.Operation]) -> bool:
    """Whether music was added, and other music is asked for: "add jazz, oh actually piano music"."""
    both = [*done, *asked]
    return len(done) == len(asked) == 1 and all(_adds(one) == "music" for one in both)


def _adds(one: op.Operation) -> str | None:
    """The role of what is added, whatever it says."""
    if isinstance(one, op.AddCaptions | op.HeardCaptions):
        return "caption"
    return one.role if isinstance(one, op.AddLayer) else None


def _at_odds(one: Told, other: Told, *, in_order: bool) -> bool:
    """Whether the second undoes the first. A part that is to be unlike the whole does not."""
    if one.what == other.what == "part" and one.how == other.how:
        return overlap(one.span, other.span) and not in_order
    if one.what == other.what == "speed" and overlap(one.span, other.span):
        return True  # the second speeds up what the first has
    if op.Cut in (one.how, other.how) and one.span == other.span:
        return not in_order or one.how is op.Cut  # "cut 5-10 s and speed up 5-10 s"
    if one.what != other.what:
        return False
    if one.how is not None and (one.how, one.span) == (other.how, other.span):
        return False
    refines = one.span == op.WHOLE != other.span and one.how != other.how
    return overlap(one.span, other.span) and not refines


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two ranges share a time on every timeline that is long enough, for all that is known."""
    if op.WHOLE in (one, other) or type(one) is not type(other):
        return True
    if isinstance(one, Within) and isinstance(other, Within):
        return overlap(one.clip, other.clip) and overlap(one.part, other.part)
    if isinstance(one, Clip) and isinstance(other, Clip) and one.name and other.name:
        return one.name == other.name
    if isinstance(one, Clip) and isinstance(other, Clip):
        told = all(each.lasting is each.state is None and not each.touched for each in (one, other))
        return (
            one == other
            or not told
            or min(one.number, other.number) < 0
            or bool(one.name or other.name)
        )
    if isinstance(one, Middle | Others):
        return True
    if isinstance(one, Portion) and isinstance(other, Portion):
        return max(one.start, other.start) < min(one.end, other.end)
    assert isinstance(one, Range)
    assert isinstance(other, Range)
    if one.start < 0 or other.start < 0:
        return one.start < 0 and other.start < 0
    ends = [float("inf") if (each.end or -1) < 0 else each.end or 0 for each in (one, other)]
    return max(one.start, other.start) < min(ends)


def settles(operations: Sequence[op.Operation]) -> Iterator[Told]:
    """What these operations settle, one by one."""
    last: op.Target | None = None
    for number, one in enumerate(operations):
        if isinstance(one, op.Change):
            it = one.target.touched and one.target.which is None
            same = it and last is not None and last.roles == one.target.roles
            last = last if same else one.target
            told = [Told(f"{last}:{key}", how) for key, how in _changes(one)]
        else:
            told = list(_of_video(one))
        yield from (replace(each, by=number) for each in told)


def _of_video(one: op.Operation) -> Iterator[Told]:
    match one:
        case op.Speed():
            yield Told("speed", (one.factor, one.to), one.range)
        case op.Level():
            yield from (Told("level", one.to, span) for span in one.ranges)
        case op.Cut() | op.Keep():
            yield from (Told("part", type(one), span) for span in one.ranges)
        case op.Split():
            at = Range(one.at, one.at + 1) if isinstance(one.at, int) else Portion(one.at, one.at)
            yield Told("split", True, at)
        case op.Reverse():
            yield Told("reverse", True, one.range)
        case op.Rotate():
            yield Told("rotate", None, one.range)
        case op.Picture():
            yield from (Told(key, repr(how), one.range) for key, how in one.values.items())
        case op.Canvas():
            if one.ratio or one.size:
                yield Told("shape", (one.ratio, one.size))
        case op.FadeVideo():
            both = (("fade in", one.fade_in), ("fade out", one.fade_out))
            yield from (Told(way, length) for way, length in both if length is not None)


def _changes(change: op.Change) -> Iterator[tuple[str, object]]:
    """What is changed, by the draft's key, and how."""
    yield from ((key, repr(how)) for key, how in change.values.items())
    if change.louder is not None:
        yield "vol", None
    if change.bigger is not None:
        yield "scale" if change.target.roles == ("overlay",) else "size", None
    if change.range or change.at is not None or change.to_end:
        yield "when", (change.range, change.at, change.to_end)
    if change.times is not None:
        yield "end", None
    if change.end is not None or change.until_end:
        yield "end", change.end


def _given(one: op.Operation) -> list[str]:
    """What a new layer is given, as a change right after it would name it."""
    lasts = isinstance(one, op.Change) and one.length is not None
    if isinstance(one, op.Change) and lasts and one.otherwise is not None:
        one = one.otherwise
    if not isinstance(one, op.AddLayer):
        return []
    targets = (op.Target((one.role,)), op.Target((one.role,), touched=True))
    when = ("when",) if one.range or one.at is not None else ()
    end = ("end",) if one.range else ()
    return [f"{target}:{key}" for target in targets for key in (*one.values, *when, *end)]


def _changes_what_is_gone(operations: Sequence[op.Operation]) -> bool:
    """Whether a pronoun means what was just removed: "remove the music and make it quieter"."""
    return any(
        isinstance(one, op.Remove)
        and isinstance(after, op.Change)
        and after.target.touched
        and after.target.roles == one.target.roles
        for one, after in pairwise(operations)
    )


def _silences_what_is_new(operations: Sequence[op.Operation]) -> bool:
    """Whether music is added only to be muted: "song.mp3 under the video, mute that"."""
    return any(
        isinstance(one, op.AddLayer)
        and isinstance(after, op.Change)
        and after.target.roles == (one.role,)
        and after.values.get("vol") == 0
        for one, after in pairwise(operations)
    )


_SHIFTING = (
    op.Cut,
    op.Keep,
    op.Speed,
    op.Freeze,
    op.RemoveClip,
    op.Place,
    op.Arrange,
    op.Append,
    op.Insert,
    op.Split,
)


def _shifts_a_share(operations: Sequence[op.Operation]) -> bool:
    """Whether a share, or the number of a clip, may be meant of the timeline before or after another
    order: "speed up the first half and mute the second half"."""
    shifts = [i for i, one in enumerate(operations) if isinstance(one, _SHIFTING)]
    shares = [i for i, one in enumerate(operations) if _of_a_share(one)]
    splits = all(isinstance(one, op.Split) for one in operations)  # into equal parts
    return not splits and any(
        i != j and not _counts_the_same(operations[i], operations[j], later=i > j)
        for i in shifts
        for j in shares
    )


def _counts_the_same(shift: op.Operation, share: op.Operation, *, later: bool) -> bool:
    """Whether the clips by whose number something is done are the same before and after an order."""
    if isinstance(shift, op.Split) and isinstance(share, op.Split):
        return True  # into equal parts
    if not is_of_clips(share):
        return False
    if isinstance(shift, op.RemoveClip) and shift.which == 0 and is_of_last(share):
        return True
    if (
        isinstance(shift, op.RemoveClip)
        and shift.which
        and shift.which > 0
        and _before(share, shift.which)
    ):
        return True
    if isinstance(shift, op.Split):
        return not later and is_of_pieces(share)
    return later or isinstance(shift, op.Speed)


def _before(share: op.Operation, number: int) -> bool:
    """Whether it is of clips before a certain one."""
    spans = getattr(share, "ranges", ()) or (getattr(share, "range", None),)
    return all(isinstance(span, Clip) and 0 <= span.number < number for span in spans)


def _of_a_share(one: op.Operation) -> bool:
    spans = getattr(one, "ranges", ()) or (getattr(one, "range", None), getattr(one, "at", None))
    numbered = isinstance(one, op.RemoveClip) and one.which is not None
    return numbered or any(
        isinstance(span, Portion | Middle | Clip | Within | Others | Fraction) for span in spans
    )


def _takes_a_name(operations: Sequence[op.Operation]) -> bool:
    """Whether a text becomes the one by which another is named: "change 'A' to 'B' and 'B' to 'A'"."""
    changes = [one for one in operations if isinstance(one, op.Change)]
    new = {one.values["text"] for one in changes if "text" in one.values}
    return len(changes) > 1 and not new.isdisjoint(one.target.text for one in changes)


_OPPOSITES = (
    ("faster", "slower"), ("louder", "quieter"), ("bigger", "smaller"), ("longer", "shorter"),
    ("later", "earlier"),
)  # fmt: skip


def opposed(clauses: Sequence[Clause]) -> bool:
    """Whether of two clauses one was not read, and the next one begins with its opposite, or is of the same
    thing at the same time: "faster and slower at the same time"."""
    return any(
        (one.operations and not other.operations and _is_opposite(one.tokens, other.tokens))
        or (not (one.operations and other.operations) and _is_at_once(one.tokens, other.tokens))
        for one, other in pairwise(clauses)
    )


def _is_at_once(tokens: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether something else is to be done to the same thing at once: "把声音关掉,同时把声音…"."""
    at_once = any(one.words in ("同时", "又") for one in others)
    return (
        at_once
        and any(one.is_a("sound") or one.is_a("video") for one in tokens)
        and any(
            one.words == other.words
            for one in tokens
            for other in others
            if not one.carries_nothing and (one.is_a("sound") or one.is_a("video"))
        )
    )


def _is_opposite(tokens: Sequence[Token], others: Sequence[Token]) -> bool:
    said = next((one for one in others if not (one.carries_nothing or one.is_a("and"))), None)
    return said is not None and any(
        (said.is_a(one) and any(token.is_a(other) for token in tokens))
        or (said.is_a(other) and any(token.is_a(one) for token in tokens))
        for one, other in _OPPOSITES
    )
