"""What clauses of one sentence share: a time, a look, an exception, a verb."""

from collections.abc import Sequence
from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.clauses.as_before import as_before, faded, fades_of, is_as_before
from mock_server.agent.clauses.bleeps import bleeped
from mock_server.agent.clauses.complaints import complains, without_complaints
from mock_server.agent.clauses.gaps import without_gaps
from mock_server.agent.clauses.heads import head_of
from mock_server.agent.clauses.sentences import EXCEPTIONS, Clause
from mock_server.agent.clauses.sparing import only_keeps, touches
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.ranges import Clip, Range, Stretch
from mock_server.agent.wording.answers import is_remark


def settled(clauses: list[Clause]) -> list[Clause]:
    """The clauses of a sentence, each with what the others say of it."""
    asked = [one for clause in clauses for one in clause.operations]
    clauses = [one for one in clauses if not only_keeps(one, asked)]
    return _in_one_time(
        bleeped(_both(_of_one_part(_led_by_time(_sharing_a_part(_sharing(_apart(clauses)))))))
    )


def _apart(clauses: list[Clause]) -> list[Clause]:
    """Clauses of which none is carried out that may be limited by another."""
    return _with_exceptions(without_gaps(_without_time_between(without_complaints(clauses))))


def _without_time_between(clauses: list[Clause]) -> list[Clause]:
    """Left alone where a time between two orders may be that of the second: "mute it, and for 5-10 s
    only, warm colours"."""
    done = list(clauses)
    for i in range(len(done) - 1, 0, -1):
        whole = [one for one in done[i].operations if isinstance(one, ON_PARTS)]
        told = any(token.is_a(kind) for token in done[i].tokens for kind in ("and", *_WHOLES))
        if whole and not (told or any(map(part_of, whole))) and _ends_in_time(done[i - 1]):
            done[i - 1 : i + 1] = [Clause((*done[i - 1].tokens, *done[i].tokens))]
    return done


def _ends_in_time(clause: Clause) -> bool:
    """Whether a clause ends in a time between two commas."""
    stops = [i for i, token in enumerate(clause.tokens) if token.is_a("stop")]
    if len(stops) < 2 or stops[-1] != len(clause.tokens) - 1 or not head_of(clause.tokens):
        return False
    between = clause.tokens[stops[-2] + 1 : -1]
    ranges = [token for token in between if token.is_a("range")]
    bare = all(
        token.carries_nothing or any(map(token.is_a, ("and", "for", "only", "range", "in")))
        for token in between
    )
    return bare and len(ranges) == 1


def _with_exceptions(clauses: list[Clause]) -> list[Clause]:
    """Clauses of which none is carried out whose exception was not understood.

    "Cut the first 5 seconds but keep the sound" is not done by cutting them.
    """
    done = list(clauses)
    for i in range(len(done) - 1, 0, -1):
        lead = done[i - 1].tokens[-1].words.lower()
        words = [one.words.lower().split()[0] for one in done[i].tokens if not one.carries_nothing]
        said = " ".join(one.words for one in done[i].tokens)
        unread = not done[i].operations and not is_remark(said)
        # "make the titles green, leave 'A' white"
        keeps = done[i].tokens[0].is_a("keep") and touches(done[i - 1].operations, done[i].tokens)
        limits = any(token.is_a(kind) for token in done[i].tokens for kind in ("only", "normal"))
        if unread and (
            keeps
            or limits
            or complains(done[i - 1])
            or {lead, *words[:1]} & set(EXCEPTIONS)
            or lead == "也"
            or (lead == "再" and not head_of(done[i - 1].tokens))
        ):
            tokens = (*done[i - 1].tokens, *done[i].tokens)
            done[i - 1 : i + 1] = [Clause(tokens)]
    return done


def _sharing(clauses: list[Clause]) -> list[Clause]:
    """Clauses that share one verb share the one time that is named, before or after them."""
    for i in range(len(clauses) - 1, 0, -1):
        if _share_a_verb(clauses[i - 1], clauses[i]):
            clauses[i - 1] = _timed_like(clauses[i - 1], clauses[i])
    for i in range(1, len(clauses)):
        before, after = clauses[i - 1], clauses[i]
        if _share_a_verb(before, after) and _is_untimed(after) and _range_of(before) is not None:
            leads = before.inherits or _begins_with_time(before)
            clauses[i] = _timed_like(after, before) if leads else replace(after, operations=())
    for i in range(1, len(clauses)):
        if clauses[i].operations and clauses[i - 1].operations and is_as_before(clauses[i]):
            clauses[i] = as_before(clauses[i], clauses[i - 1])
    return clauses


def _led_by_time(clauses: list[Clause]) -> list[Clause]:
    """A range before the first verb is that of what "and" adds: "from 5 to 10 s mute it and show 'A'"."""
    span = _leading_range(clauses[0])
    done, led = list(clauses), False
    for i in range(1, len(done)):
        between = (done[i - 1].tokens[-1], done[i].tokens[0])
        if any(one.words in ("这段", "那段") for one in done[i].tokens):
            break
        joined = any(
            one.is_a("and") or one.words in ("并", "并且", "同时", "而且") for one in between
        )
        joined |= any(one.words in ("同时", "而且") for one in done[i].tokens)
        joined |= "再" in (between[0].words, between[1].words)
        if span is None or not (joined or _is_untimed_text(done[i])):
            break
        whole = any(token.words in ("整体", "整个", "全片", "全部") for token in done[i].tokens)
        if not whole and not any(token.is_a(kind) for token in done[i].tokens for kind in _WHEN):
            found = tuple(at_stretch(one, span) for one in done[i].operations)
            music = any(isinstance(one, op.AddLayer) and one.role == "music" for one in found)
            if music and not any(isinstance(one, op.Level) for one in clauses[0].operations):
                found = ()  # for all of the video?
            done[i], led = replace(done[i], operations=found), True
    if led:  # what changes the duration comes last, so that all are at that time
        done.sort(key=lambda one: any(isinstance(each, op.Speed) for each in one.operations))
    return done


def _of_one_part(clauses: list[Clause]) -> list[Clause]:
    """What is said of a part, one after the other: "5-10 s: slow, black and white". Left alone behind
    the first, as it may be said of the whole."""
    first = clauses[0]
    one = first.operations[0] if len(first.operations) == 1 else None
    made = _begins_with_range(first) or any(token.is_a("set") for token in first.tokens)
    shown = isinstance(one, op.AddLayer) and one.range is not None and _begins_with_range(first)
    if not shown and (part_of(one) is None or not made):
        return clauses
    objects = _WHOLES if _begins_with_range(first) else _OBJECTS
    return [first, *(_without_whole(clause, objects) for clause in clauses[1:])]


def _begins_with_range(clause: Clause) -> bool:
    said = [token for token in clause.tokens if not token.carries_nothing]
    return bool(said) and any(map(said[0].is_a, ("range", "portion", "nth")))


def _is_untimed_text(clause: Clause) -> bool:
    one = clause.operations[0] if len(clause.operations) == 1 else None
    text = None if one is None else layer_of(one)
    return text is not None and text.role in op.TEXTS and text.range is None and _is_untimed(clause)


_OBJECTS = ("video", "clip", "all", "it", "sound", "picture", "volume")


_WHOLES = ("video", "clip", "all", "it")


def _without_whole(clause: Clause, objects: Sequence[str]) -> Clause:
    """The clause, left alone where it names nothing and would be done to all of the video."""
    whole = any(isinstance(one, ON_PARTS) and not part_of(one) for one in clause.operations)
    whole = whole or _is_untimed_text(clause)
    named = any(token.is_a(kind) for token in clause.tokens for kind in objects)
    return replace(clause, operations=()) if whole and not named else clause


def _sharing_a_part(clauses: list[Clause]) -> list[Clause]:
    """A verb alone before "and": "reverse and mute 5-10 s" is about that part; not if it moves."""
    done = list(clauses)
    for i in range(len(done) - 1, 0, -1):
        one, after = done[i - 1], done[i]
        last = after.operations[0] if len(after.operations) == 1 else None
        part = part_of(last) or (last.ranges[0] if isinstance(last, op.Cut | op.Keep) else None)
        alone = one.operations and all(isinstance(each, ON_PARTS) for each in one.operations)
        said = [token for token in one.tokens if not (token.carries_nothing or token.is_a("and"))]
        if part is None or not alone or not one.tokens[-1].is_a("and"):
            continue
        if len(said) != 1:
            if (
                part_of(last)
                and not any(map(part_of, one.operations))
                and not _names_any(said, _OBJECTS)
            ):
                done[i - 1 : i + 1] = [
                    Clause((*one.tokens, *after.tokens))
                ]  # "half speed and no sound …"
            continue
        moves = isinstance(one.operations[0], op.Speed) or part_of(last) is None
        found = tuple(at_stretch(each, part) for each in one.operations)
        done[i - 1] = replace(one, operations=() if moves else found)
        done[i] = replace(after, operations=() if moves else after.operations)
    return done


def _names_any(tokens: Sequence[Token], kinds: Sequence[str]) -> bool:
    return any(token.is_a(kind) for token in tokens for kind in kinds)


def placed_alone(one: op.Operation | None) -> Clip | None:
    """The one clip that an operation adds to others, or moves, as it is named afterwards."""
    if isinstance(one, op.Append | op.Insert):
        return Clip(name=one.name)
    if isinstance(one, op.Generate):
        return Clip(-1)
    if isinstance(one, op.Arrange) and one.which is not None and not one.swaps:
        at_edge = Clip(0 if one.first else -1) if one.other is None else Clip(touched=True)
        return one.which if one.which.name else at_edge
    alone = isinstance(one, op.Place) and len(one.names) == 1
    return Clip(name=one.names[0]) if alone and isinstance(one, op.Place) else None


ON_PARTS = (op.Level, op.Picture, op.Speed, op.Reverse, op.Rotate)


def part_of(one: op.Operation | None) -> Stretch | None:
    """The one part of the video that an operation is about; None when it is about all of it."""
    if not isinstance(one, ON_PARTS):
        return None
    spans = one.ranges if isinstance(one, op.Level) else (one.range,)
    return spans[0] if spans[0] != op.WHOLE else None


_WHEN = ("start", "end", "whole", "time", "range", "nth", "portion")


def _leading_range(clause: Clause) -> Stretch | None:
    ranges = [token.readings["range"] for token in clause.tokens if token.is_a("range")]
    told = head_of(clause.tokens) or any(map(part_of, clause.operations))
    leads = len(ranges) == 1 and told and _begins_with_time(clause)
    spared = any(one.is_a("except") for one in clause.tokens) and clause.operations
    return (part_of(clause.operations[0]) if spared else ranges[0]) if leads else None


def at_stretch(one: op.Operation, span: Stretch) -> op.Operation:
    """An operation on the whole video, or a layer, at a stretch of it."""
    if isinstance(one, op.Level):
        return replace(one, ranges=(span,)) if one.ranges == (op.WHOLE,) else one
    if isinstance(one, op.Picture | op.Speed | op.Reverse | op.Rotate):
        return replace(one, range=span) if one.range == op.WHOLE else one
    return _within(one, span)


def _both(clauses: list[Clause]) -> list[Clause]:
    """Two things that are added, with what a third clause says of both of them.

    Left alone, all of it, where that cannot be.
    """
    done = list(clauses)
    for i in range(len(done) - 1, 1, -1):
        change = _of_both(done[i]) if i < len(done) else None
        if change is None:
            continue
        first = _first_of_all(done, i) if _ALL_OF_THEM in _words(done[i]) else i - 2
        added = [one.operations[0] for one in done[first:i] if len(one.operations) == 1]
        layers = [layer for one in added if (layer := layer_of(one)) is not None]
        if len(layers) < 2:
            continue
        fits = not (change.range and any(one.range or one.at is not None for one in layers))
        words = tuple(token for one in done[first : i + 1] for token in one.tokens)
        given = tuple(_given_both(one, change) for one in layers)
        done[first : i + 1] = [Clause(words, given if fits else ())]
    return done


_ALL_OF_THEM = "它们都"


def _words(clause: Clause) -> list[str]:
    return [token.words for token in clause.tokens]


def _first_of_all(clauses: Sequence[Clause], end: int) -> int:
    """The number of the first of the clauses before `end` that only add texts."""
    texts = [
        len(one.operations) == 1 and getattr(layer_of(one.operations[0]), "role", "") in op.TEXTS
        for one in clauses[:end]
    ]
    return end - next((n for n, text in enumerate(reversed(texts)) if not text), end)


def _of_both(clause: Clause) -> op.Change | None:
    one = clause.operations[0] if len(clause.operations) == 1 else None
    both = isinstance(one, op.Change) and one.target.both and one.target.text is None
    timed = both and isinstance(one, op.Change) and one.at is None and not one.shift
    told = not head_of(clause.tokens) or clause.tokens[0].words == _ALL_OF_THEM
    return one if timed and isinstance(one, op.Change) and told else None


def layer_of(one: op.Operation) -> op.AddLayer | None:
    """The layer that is added, perhaps only if it is not there yet."""
    one = (one.otherwise or one) if isinstance(one, op.Change) else one
    return one if isinstance(one, op.AddLayer) else None


def _given_both(one: op.AddLayer, change: op.Change) -> op.AddLayer:
    return replace(one, range=change.range or one.range, values={**one.values, **change.values})


def _begins_with_time(clause: Clause) -> bool:
    """Whether the range stands before the verb: "for the first 5 seconds, show …"."""
    head = [one for one in head_of(clause.tokens) if not one.is_a("ba")]
    order = [token for token in clause.tokens if token.is_a("range") or token in head]
    return bool(order) and order[0].is_a("range")


def _share_a_verb(before: Clause, after: Clause) -> bool:
    one_each = len(before.operations) == len(after.operations) == 1
    return one_each and (after.inherits or not (head_of(before.tokens) or head_of(after.tokens)))


def _timed_like(clause: Clause, other: Clause) -> Clause:
    """The clause at the time, or with the fade, of the other, if it names none itself."""
    mine, span = clause.operations[0], _range_of(other)
    if span is not None and _is_untimed(clause):
        return replace(clause, operations=(_within(mine, span),))
    fades = fades_of(other.operations[0])
    told = any(token.is_a(kind) for token in clause.tokens for kind in ("time", "edge", "range"))
    if fades and not told and fades_of(mine).keys() == fades.keys():
        return replace(clause, operations=(faded(mine, fades),))
    return clause


def _within(one: op.Operation, span: Stretch) -> op.Operation:
    """A text that is added, or shown if it is there, at this time."""
    if isinstance(one, op.Change) and isinstance(one.otherwise, op.AddLayer):
        return replace(one, range=span, otherwise=replace(one.otherwise, range=span))
    return replace(one, range=span) if isinstance(one, op.AddLayer) else one


def _is_untimed(clause: Clause) -> bool:
    """Whether it adds a text, or a picture of which nothing is said, and does not say when."""
    one = clause.operations[0]
    one = (one.otherwise or one) if isinstance(one, op.Change) else one
    if not isinstance(one, op.AddLayer):
        return False
    plain = one.role in op.TEXTS or (one.role == "overlay" and not one.values.keys() - {"src"})
    return plain and not any(token.is_a(kind) for token in clause.tokens for kind in _WHEN)


def _range_of(clause: Clause) -> Stretch | None:
    one = clause.operations[0]
    one = (one.otherwise or one) if isinstance(one, op.Change) else one
    if isinstance(one, op.AddLayer) and one.role in op.TEXTS:
        return one.range
    return one.cues[0][0] if isinstance(one, op.AddCaptions) else None


def _in_one_time(clauses: list[Clause]) -> list[Clause]:
    """Speeds, and frames that are held, all on one timeline: the last first."""
    runs: list[list[Clause]] = []
    for clause in _speed_last(clauses):
        if runs and _is_speed(clause) and _is_speed(runs[-1][-1]):
            runs[-1].append(clause)
        else:
            runs.append([clause])
    return [one for run in runs for one in (_last_first(run) if run[1:] else run)]


def _speed_last(clauses: list[Clause]) -> list[Clause]:
    """What is said of a range, or of a later one, comes before a change of speed, which moves it."""
    done = list(clauses)
    for i in range(len(done) - 1):
        first, second = (one.operations[0] if one.operations else None for one in done[i : i + 2])
        if (
            isinstance(first, op.Speed)
            and not isinstance(second, op.Speed)
            and _is_behind(first, second)
        ):
            done[i], done[i + 1] = done[i + 1], done[i]
    return done


def _is_behind(first: op.Operation, second: op.Operation | None) -> bool:
    """Whether an operation is of the range of another one, or of a later one."""
    one, other = part_of(first), part_of(second)
    if not (isinstance(one, Range) and isinstance(other, Range)):
        return False
    return one == other or (one.end is not None and 0 <= one.start < one.end <= other.start)


def _last_first(run: list[Clause]) -> list[Clause]:
    """In the order of their times from the end; the last said first where those are not known."""
    starts = [_begins_at(one) for one in run]
    if any(one is None for one in starts):
        return run[::-1]
    return [run[i] for i in sorted(range(len(run)), key=lambda i: -(starts[i] or 0))]


def _begins_at(clause: Clause) -> int | None:
    """When a speed or a held frame begins, in milliseconds; None where it is told by something else."""
    one = clause.operations[0]
    if isinstance(one, op.Freeze):
        return one.at
    span = one.range if isinstance(one, op.Speed) else None
    return span.start if isinstance(span, Range) and span.start >= 0 else None


def _is_speed(clause: Clause) -> bool:
    found = clause.operations
    return bool(found) and all(isinstance(one, op.Speed | op.Freeze) for one in found)
